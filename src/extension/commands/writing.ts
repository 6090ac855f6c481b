import * as vscode from 'vscode';
import { changeHeadings, indentItems, moveToCell, toggleEmphasis } from '../../core/editor/writing';
import { type Key, press } from '../writing/press';

/**
 * The commands of a writer. None is bound to Enter, Tab or a key that types: those answer at once only where the editor
 * itself acts on them, and what is typed next would overtake a command of ours.
 */
export const WRITING_COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  'brief.toggleBold': () => press((page, selections) => toggleEmphasis(page, selections, 'bold')),
  'brief.toggleItalic': () => press((page, selections) => toggleEmphasis(page, selections, 'italic')),
  'brief.promoteHeading': () => press((page, selections) => changeHeadings(page, selections, -1)),
  'brief.demoteHeading': () => press((page, selections) => changeHeadings(page, selections, 1)),
  'brief.indent': () => press(inOrOut(1), () => vscode.commands.executeCommand('editor.action.indentLines')),
  'brief.outdent': () => press(inOrOut(-1), () => vscode.commands.executeCommand('editor.action.outdentLines')),
};

/** In, or with -1 out: to another cell of a table, else items of a list by a level. */
function inOrOut(by: -1 | 1): Key {
  return (page, selections) => {
    const [only] = selections;
    const cell = selections.length === 1 && only ? moveToCell(page, only, by) : null;
    return cell ?? indentItems(page, selections, by > 0 ? 'in' : 'out');
  };
}

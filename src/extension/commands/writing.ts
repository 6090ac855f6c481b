import * as vscode from 'vscode';
import { changeHeadings, indentItems, moveToCell, toggleEmphasis, toggleTasks } from '../../core/editor/writing';
import { type Key, press } from '../writing/press';

/**
 * Commands for writing. None is bound to Enter, Tab or a key that types. Those keys act at once only in the editor itself: text
 * typed after one would overtake a command of ours.
 */
export const WRITING_COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  'brief.toggleBold': () => press((page, selections) => toggleEmphasis(page, selections, 'bold')),
  'brief.toggleItalic': () => press((page, selections) => toggleEmphasis(page, selections, 'italic')),
  'brief.toggleTask': () => press(toggleTasks),
  'brief.promoteHeading': () => press((page, selections) => changeHeadings(page, selections, -1)),
  'brief.demoteHeading': () => press((page, selections) => changeHeadings(page, selections, 1)),
  'brief.indent': () => press(inOrOut(1), () => vscode.commands.executeCommand('editor.action.indentLines')),
  'brief.outdent': () => press(inOrOut(-1), () => vscode.commands.executeCommand('editor.action.outdentLines')),
};

/**
 * Makes a key that moves to the next cell of a table (to the previous one with -1). Elsewhere it moves list items in by a level
 * (out with -1).
 */
function inOrOut(by: -1 | 1): Key {
  return (page, selections) => {
    const [only] = selections;
    const cell = selections.length === 1 && only ? moveToCell(page, only, by) : null;
    return cell ?? indentItems(page, selections, by > 0 ? 'in' : 'out');
  };
}

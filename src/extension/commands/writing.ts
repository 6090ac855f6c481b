import * as vscode from 'vscode';
import { changeHeadings, endEmptyItem, indentItems, moveToCell, toggleEmphasis } from '../../core/writing';
import { type Key, press } from '../writing/press';

/** The keys of a writer. Those without a title in the palette are bound to Enter and Tab where these apply. */
export const WRITING_COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  'brief.toggleBold': () => press((page, selections) => toggleEmphasis(page, selections, 'bold')),
  'brief.toggleItalic': () => press((page, selections) => toggleEmphasis(page, selections, 'italic')),
  'brief.promoteHeading': () => press((page, selections) => changeHeadings(page, selections, -1)),
  'brief.demoteHeading': () => press((page, selections) => changeHeadings(page, selections, 1)),
  'brief.enter': () => press(endEmptyItem, () => vscode.commands.executeCommand('type', { text: '\n' })),
  'brief.tab': () => press(byTab(1), () => vscode.commands.executeCommand('tab')),
  'brief.shiftTab': () => press(byTab(-1), () => vscode.commands.executeCommand('outdent')),
};

/** Tab, or with -1 Shift+Tab: to another cell of a table, else items of a list in or out. */
function byTab(by: -1 | 1): Key {
  return (page, selections) => {
    const [only] = selections;
    const cell = selections.length === 1 && only ? moveToCell(page, only, by) : null;
    return cell ?? indentItems(page, selections, by > 0 ? 'in' : 'out');
  };
}

import * as vscode from 'vscode';

/** Shows a message whole. Nobody waits for it to be closed. */
export function inform(message: string): void {
  vscode.window.showInformationMessage(message, ...buttonFor(message));
}

/** Shows whole why something was not done. Nobody waits for it to be closed. */
export function fail(message: string): void {
  vscode.window.showErrorMessage(message, ...buttonFor(message));
}

/** VS Code shows a message without a button in one row, and cuts off what doesn't fit. */
function buttonFor(message: string): string[] {
  return widthOf(message) > ROW ? [vscode.l10n.t('OK')] : [];
}

/** Width of a row in letters, beside the icon and the buttons of the window. */
const ROW = 50;

/** Returns the width of a text in letters. A Chinese character is as wide as two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

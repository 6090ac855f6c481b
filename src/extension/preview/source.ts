import * as vscode from 'vscode';
import { findWords } from './findWords';

/** The visible editors of a document. */
export function editorsOf(uri: vscode.Uri): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === uri.toString());
}

/** The zero-based line of the cursor in an editor of the document, the active one before others; null: there is none. */
export function cursorOf(uri: vscode.Uri): number | null {
  const editors = editorsOf(uri);
  const editor = editors.find((candidate) => candidate === vscode.window.activeTextEditor) ?? editors[0];
  return editor?.selection.active.line ?? null;
}

/** The column of a tab that shows the document, be it in front or not. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find((group) => group.tabs.some(shows))?.viewColumn;
}

/** Whether opening a document gives its text: an untitled one that was closed would come back empty. */
export function isTextAtHand(uri: vscode.Uri): boolean {
  return uri.scheme !== 'untitled' || columnOf(uri) !== undefined;
}

/** The column of the editor that has a document already. */
export function columnWith(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return editorsOf(uri)[0]?.viewColumn ?? columnOf(uri);
}

/**
 * Shows a place of a brief in the editor that has it already, else where its preview is.
 *
 * @param words of the page, which are selected where they are found from that place on; `nth`: how often they stand before
 */
export async function showSource(
  uri: vscode.Uri,
  panel: vscode.WebviewPanel,
  place?: vscode.Position,
  words = '',
  nth = 0,
): Promise<void> {
  const viewColumn = columnWith(uri) ?? panel.viewColumn ?? vscode.ViewColumn.Active;
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = place && rangeOf(document, place, words, nth);
  await vscode.window.showTextDocument(document, { viewColumn, ...(selection ? { selection } : {}) });
}

function rangeOf(document: vscode.TextDocument, place: vscode.Position, words: string, nth: number): vscode.Range {
  const block = document.getText(new vscode.Range(place, place.translate(MOST_LINES)));
  const paragraph = /^(?:.*\S.*(?:\r?\n|$))+/.exec(block)?.[0] ?? '';
  const found = findWords(paragraph, words, nth) ?? findWords(block, words, nth);
  if (!found) return new vscode.Range(place, place);
  const start = document.offsetAt(place);
  return new vscode.Range(document.positionAt(start + found.start), document.positionAt(start + found.end));
}

/** Words are not looked for further down than this. */
const MOST_LINES = 200;

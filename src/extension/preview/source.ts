import * as vscode from 'vscode';
import { isOwnText, openDocument } from '../uris';
import { findWords } from './findWords';

/** The visible editors of a document. */
export function editorsOf(uri: vscode.Uri): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === uri.toString());
}

/** Returns an editor of a document that is in view, the active one before others. */
function editorInView(uri: vscode.Uri): vscode.TextEditor | undefined {
  const active = activeEditor();
  return active?.document.uri.toString() === uri.toString() ? active : editorsOf(uri)[0];
}

/** Returns an editor of a document, the active one before others. If none is in view, brings its tab forward, or opens one. */
export async function editorOf(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const viewColumn = columnOf(uri) ?? vscode.ViewColumn.Active;
  return editorInView(uri) ?? (await vscode.window.showTextDocument(uri, { viewColumn }));
}

/**
 * Returns the zero-based line of the cursor in an editor of the document, the active one before others; null if there is none.
 */
export function cursorOf(uri: vscode.Uri): number | null {
  return editorInView(uri)?.selection.active.line ?? null;
}

/**
 * Returns the editor of the text in the active tab. VS Code's own active editor may also be the field of a comment, an output
 * that has the focus, or the old side of a comparison.
 */
export function activeEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, tabGroups } = vscode.window;
  if (activeTextEditor && isOwnText(activeTextEditor.document)) return activeTextEditor;
  const { activeTab, viewColumn } = tabGroups.activeTabGroup;
  const text = activeTab && textOf(activeTab);
  const editors = text ? editorsOf(text) : [];
  return editors.find((editor) => editor.viewColumn === viewColumn) ?? editors[0];
}

/** Returns the text that a tab shows. For a comparison, returns the side that can be changed. */
function textOf({ input }: vscode.Tab): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}

/** Returns the column of a tab that shows the document, in front or not. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = (tab: vscode.Tab) => textOf(tab)?.toString() === uri.toString();
  return vscode.window.tabGroups.all.find((group) => group.tabs.some(shows))?.viewColumn;
}

/** True if opening a document gives its text. An untitled document that was closed would come back empty. */
export function isTextAtHand(uri: vscode.Uri): boolean {
  return uri.scheme !== 'untitled' || columnOf(uri) !== undefined;
}

/** Opens the document of a brief that is shown while its text isn't open, so that the server has it. */
export async function openIfClosed(uri: vscode.Uri): Promise<void> {
  if (!openDocument(uri) && isTextAtHand(uri)) await vscode.workspace.openTextDocument(uri);
}

/** Returns the column of an editor or tab that has a document already. */
export function columnWith(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return editorsOf(uri)[0]?.viewColumn ?? columnOf(uri);
}

/**
 * Shows a place of a brief in the editor that has it already, else in the column of its preview.
 *
 * @param words of the page, which are selected where they are found from that place on
 * @param nth number of times that the words occur before
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

/** Number of lines that are searched for the words. */
const MOST_LINES = 200;

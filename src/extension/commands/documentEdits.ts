import * as vscode from 'vscode';
import type { Edit, NewSource, NewSourceFile } from '../../server/protocol';
import { isThere } from '../uris';
import { assertNoLink, writeNew } from './sources/newCopy';

/**
 * Makes edits that the server computed, in one step to undo. If the user has gone to another file meanwhile, the brief is
 * shown again.
 *
 * @param version version of the document that the edits are for
 * @returns false if the document has another version by now, or is closed
 */
export async function makeEdits(editor: vscode.TextEditor, edits: readonly Edit[], version: number): Promise<boolean> {
  const { document } = editor;
  if (document.isClosed || document.version !== version) return false;
  const shown = isShown(editor) ? editor : await vscode.window.showTextDocument(document, editor.viewColumn);
  // VS Code also refuses these if the text changes before they arrive.
  return shown.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
}

/** Most times that the server is asked, if somebody goes on typing. */
const MOST_TRIES = 3;

/**
 * Makes the edits that the server names for an open brief, in view or not, in one step to undo. If the text changes
 * meanwhile, the server is asked again.
 *
 * @param ask returns null if the server doesn't know the brief
 * @param unknown returns the reason for that case
 * @returns the reason why they aren't made, a sentence; null if they are. `changed` is true if another try may help
 */
export async function makeNamedEdits(
  document: vscode.TextDocument,
  ask: () => Promise<
    { readonly version: number; readonly edits: readonly Edit[] } | { readonly refused: string } | null
  >,
  unknown: () => string,
): Promise<{ readonly why: string; readonly changed: boolean } | null> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await ask();
    if (!result) return { why: unknown(), changed: false };
    if ('refused' in result) return { why: result.refused, changed: false };
    if (result.version !== document.version) continue;
    if (result.edits.length === 0) return null;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of result.edits) edit.replace(document.uri, toRange(range), newText);
    // VS Code also refuses these if the text changes before they arrive.
    if (await vscode.workspace.applyEdit(edit)) return null;
  }
  return {
    why: vscode.l10n.t('Nothing was changed, because the text has changed meanwhile. Try again.'),
    changed: true,
  };
}

/**
 * True if an editor is in view. An editor out of view takes no edits and no selection: a new one replaces it when its file
 * is shown again.
 */
function isShown(editor: vscode.TextEditor): boolean {
  return vscode.window.visibleTextEditors.includes(editor);
}

/**
 * Returns the reason why the server doesn't know a brief.
 *
 * @param unchecked the message if it is open and should be checked
 */
export function whyUnknown({ isClosed, languageId }: vscode.TextDocument, unchecked: string): string {
  if (isClosed) return vscode.l10n.t('Nothing was changed, because the brief was closed meanwhile.');
  return languageId === 'markdown' ? uncheckedMarkdown() : unchecked;
}

/** Returns the reason why a Markdown file isn't a brief, and how it becomes one. */
export function uncheckedMarkdown(): string {
  return vscode.l10n.t('This Markdown file is not checked as a brief. Run "Brief: Check This File" first.');
}

/**
 * Adds a source by the edits of its brief. If it goes to a library, its file and its local copy are part of the same change,
 * which overwrites nothing. The cursor is then behind its citation, or its title is selected for its author to write.
 *
 * @param copy the local copy of the source, which isn't written yet, and its place unless the library has another for it
 * @returns false if the document has another version by now, or the file couldn't be made
 * @throws Error with the reason why the copy couldn't be made
 */
export async function makeSource(
  editor: vscode.TextEditor,
  source: NewSource,
  version: number,
  copy?: { readonly uri: vscode.Uri; readonly text: string },
): Promise<boolean> {
  const { document } = editor;
  const { edits, title, file } = source;
  const takeBack = copy && !file?.copy ? await writeNew(copy.uri, copy.text) : null;
  let isMade = false;
  try {
    isMade = file
      ? await makeFile(document, edits, file, version, copy?.text)
      : await makeEdits(editor, edits, version);
  } finally {
    // Without the source, the copy would be left behind.
    if (!isMade) await takeBack?.();
  }
  if (!isMade) return false;
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  select(shown, title);
  if (file?.title) select(await vscode.window.showTextDocument(vscode.Uri.parse(file.uri)), file.title);
  return true;
}

async function makeFile(
  document: vscode.TextDocument,
  edits: readonly Edit[],
  source: NewSourceFile,
  version: number,
  copyText: string | undefined,
): Promise<boolean> {
  const file = vscode.Uri.parse(source.uri);
  if (document.version !== version || (await isThere(file))) return false;
  if (source.copy) await assertNoLink(vscode.Uri.joinPath(vscode.Uri.parse(source.copy.to), '..'));
  const edit = new vscode.WorkspaceEdit();
  createSource(edit, source, copyText);
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  const isMade = await vscode.workspace.applyEdit(edit);
  // If a change fails half-way, VS Code keeps its first half: a file that names a missing copy.
  if (!isMade && (await isThere(file))) await vscode.workspace.fs.delete(file);
  return isMade;
}

/**
 * Adds the file of a source, and its local copy, to an edit. Nothing is overwritten.
 *
 * @param copyText text of the copy; undefined if the copy is a file already, and is moved
 */
export function createSource(edit: vscode.WorkspaceEdit, { uri, text, copy }: NewSourceFile, copyText?: string): void {
  const safely = { overwrite: false, ignoreIfExists: false };
  const create = (at: string, content: string) =>
    edit.createFile(vscode.Uri.parse(at), { ...safely, contents: new TextEncoder().encode(content) });
  create(uri, text);
  if (copy && copyText !== undefined) create(copy.to, copyText);
  else if (copy) edit.renameFile(vscode.Uri.parse(copy.from), vscode.Uri.parse(copy.to), safely);
}

export function select(editor: vscode.TextEditor, range: Edit['range']): void {
  const { start, end } = toRange(range);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export function toRange({ start, end }: Edit['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

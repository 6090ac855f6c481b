import * as vscode from 'vscode';
import type { Span } from '../../core/base/text';
import { applyEdits, type Page, pageOf, type Writing } from '../../core/editor/writing';

/** What a key does to a page; null where it does not apply. */
export type Key = (page: Page, selections: readonly Span[]) => Writing | null;

/** The text may change between reading and writing it, as more is typed. */
const MOST_TRIES = 5;

/**
 * Does what a key does in a brief, in one step to undo.
 *
 * @param otherwise what the editor itself would do, for where the key does not apply
 */
export async function press(key: Key, otherwise?: () => Thenable<unknown>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'brief') {
    await otherwise?.();
    return;
  }
  for (let i = 0; i < MOST_TRIES; i++) {
    const { document } = editor;
    const text = document.getText();
    const writing = key(
      pageOf(text),
      editor.selections.map((selection) => spanOf(document, selection)),
    );
    if (!writing) {
      await otherwise?.();
      return;
    }
    if (await write(editor, text, writing)) {
      editor.revealRange(editor.selection);
      return;
    }
  }
}

/** @returns false where the text has changed meanwhile */
async function write(editor: vscode.TextEditor, text: string, writing: Writing): Promise<boolean> {
  const { document } = editor;
  const { edits, selections } = writing;
  const stretch = stretchOf(text, writing);
  // Text and cursor change together, so that what is typed next stands behind both.
  if (stretch) return editor.insertSnippet(stretch.snippet, selectionOf(document, stretch.span));
  const changes = edits.map(({ span, newText }) => ({ range: selectionOf(document, span), newText }));
  const isWritten =
    changes.length === 0 ||
    (await editor.edit((builder) => {
      for (const { range, newText } of changes) builder.replace(range, newText);
    }));
  if (isWritten) editor.selections = selections.map((span) => selectionOf(document, span));
  return isWritten;
}

/**
 * What a key writes within one line for one cursor, from the first to the last place that changes or is selected.
 *
 * @returns null where it writes nothing, or more than that
 */
function stretchOf(text: string, { edits, selections }: Writing): { span: Span; snippet: vscode.SnippetString } | null {
  const [selection, second] = selections;
  if (!selection || second || edits.length === 0) return null;
  const after = applyEdits(text, edits);
  const growth = after.length - text.length;
  const start = Math.min(selection.start, ...edits.map(({ span }) => span.start));
  const end = Math.max(selection.end - growth, ...edits.map(({ span }) => span.end));
  if (/[\r\n]/.test(text.slice(start, end) + after.slice(start, end + growth))) return null;
  const snippet = new vscode.SnippetString().appendText(after.slice(start, selection.start));
  if (selection.start === selection.end) snippet.appendTabstop(0);
  else snippet.appendPlaceholder((inner) => inner.appendText(after.slice(selection.start, selection.end)), 0);
  snippet.appendText(after.slice(selection.end, end + growth));
  return { span: { start, end }, snippet };
}

function spanOf(document: vscode.TextDocument, { start, end }: vscode.Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function selectionOf(document: vscode.TextDocument, { start, end }: Span): vscode.Selection {
  return new vscode.Selection(document.positionAt(start), document.positionAt(end));
}

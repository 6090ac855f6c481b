import * as vscode from 'vscode';
import type { Span } from '../../core/base/text';
import { applyEdits, type Page, pageOf, type Writing } from '../../core/editor/writing';

/** The function of a key. It returns the changes for a page, or null if the key doesn't apply. */
export type Key = (page: Page, selections: readonly Span[]) => Writing | null;

/** Most attempts to write. The text may change between reading and writing it, as more is typed. */
const MOST_TRIES = 5;

/**
 * Does the work of a key in a brief, in one undo step.
 *
 * @param otherwise does what the editor itself would do, if the key doesn't apply
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

/** @returns false if the text has changed meanwhile */
async function write(editor: vscode.TextEditor, text: string, writing: Writing): Promise<boolean> {
  const { document } = editor;
  const { edits, selections } = writing;
  const stretch = stretchOf(text, writing);
  // Text and cursor change together, so that text typed next comes after both.
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
 * Returns the change of a key as a snippet, within one line and for one cursor. The span goes from the first to the last place
 * that changes or is selected.
 *
 * @returns null if the key writes nothing, or more than that
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

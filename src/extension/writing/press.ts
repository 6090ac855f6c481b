import * as vscode from 'vscode';
import type { Span } from '../../core/text';
import { type Page, pageOf, type Writing } from '../../core/writing';

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
    const selections = editor.selections.map((selection) => spanOf(document, selection));
    const writing = key(pageOf(document.getText()), selections);
    if (!writing) {
      await otherwise?.();
      return;
    }
    if (await write(editor, writing)) {
      editor.selections = writing.selections.map((span) => selectionOf(document, span));
      editor.revealRange(editor.selection);
      return;
    }
  }
}

/** @returns false where the text has changed meanwhile */
export async function write(
  editor: vscode.TextEditor,
  { edits }: Writing,
  undoStops = { undoStopBefore: true, undoStopAfter: true },
): Promise<boolean> {
  if (edits.length === 0) return true;
  const { document } = editor;
  const changes = edits.map(({ span, newText }) => ({ range: selectionOf(document, span), newText }));
  return editor.edit((builder) => {
    for (const { range, newText } of changes) builder.replace(range, newText);
  }, undoStops);
}

function spanOf(document: vscode.TextDocument, { start, end }: vscode.Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

function selectionOf(document: vscode.TextDocument, { start, end }: Span): vscode.Selection {
  return new vscode.Selection(document.positionAt(start), document.positionAt(end));
}

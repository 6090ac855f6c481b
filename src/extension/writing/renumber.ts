import * as vscode from 'vscode';
import { followEnter, pageOf } from '../../core/writing';
import { write } from './press';

/** What Enter puts in where it goes on with an ordered list. */
const NEW_ITEM = /^\r?\n[ \t>]*\d{1,9}[.)] $/;
const MOST_TRIES = 5;
/** Undone together with the Enter that it follows. */
const SAME_STEP = { undoStopBefore: false, undoStopAfter: false };

/**
 * Gives the items of an ordered list their numbers when Enter has put a new one in. The editor itself goes on with the
 * list, so that nothing that is typed meanwhile has to wait.
 */
export function createRenumbering(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    if (document.languageId !== 'brief' || document !== editor?.document || reason !== undefined) return;
    const lines = contentChanges
      .filter(({ text }) => NEW_ITEM.test(text))
      .map(({ range }) => range.start.line + 1)
      .sort((a, b) => a - b);
    for (const [i, line] of lines.entries()) await renumber(editor, line + i);
  });
}

async function renumber(editor: vscode.TextEditor, line: number): Promise<void> {
  for (let i = 0; i < MOST_TRIES; i++) {
    const page = pageOf(editor.document.getText());
    const writing = line < page.lines.count ? followEnter(page, line) : null;
    if (!writing || (await write(editor, writing, SAME_STEP))) return;
  }
}

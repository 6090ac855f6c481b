import * as vscode from 'vscode';
import { followEnter, pageOf } from '../../core/writing';
import { write } from './press';

/** What Enter puts in where it goes on with an ordered list, and where it ends one. */
const NEW_LINE = /^\r?\n[ \t>]*(?:\d{1,9}[.)] )?$/;
/** Undone together with the Enter that it follows. */
const SAME_STEP = { undoStopBefore: false, undoStopAfter: false };
/** As long as more is typed, the text that an edit was made for is gone when it arrives. */
const PAUSE_MS = 40;
const MOST_TRIES = 25;

/**
 * Puts lists in order behind Enter: numbers, and the marker of an empty item. The editor itself begins the line, so that
 * nothing that is typed meanwhile has to wait.
 */
export function createEnterFollowing(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const editor = vscode.window.activeTextEditor;
    if (document.languageId !== 'brief' || document !== editor?.document || reason !== undefined) return;
    const lines = contentChanges
      .filter(({ text }) => NEW_LINE.test(text))
      .map(({ range }) => range.start.line + 1)
      .sort((a, b) => a - b);
    for (const [i, line] of lines.entries()) await follow(editor, line + i);
  });
}

async function follow(editor: vscode.TextEditor, line: number): Promise<void> {
  for (let i = 0; i < MOST_TRIES; i++) {
    const page = pageOf(editor.document.getText());
    const writing = line < page.lines.count ? followEnter(page, line) : null;
    if (!writing || (await write(editor, writing, SAME_STEP))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

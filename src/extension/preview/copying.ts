import type * as vscode from 'vscode';
import type { ToPage } from '../../webview/messages';

/** The zero-based lines of the text to copy, both included; null: all. */
export type CopiedLines = Extract<ToPage, { type: 'copy' }>['lines'];

/** Makes a preview's page put content on the clipboard: extensions can only put plain text there. */
export interface Copying {
  /** Shows the preview, which must have the focus to copy. Returns true if the content is on the clipboard. */
  copy(html: string, lines: CopiedLines): Promise<boolean>;
  /** To be called when the page shows its brief. */
  ready(): void;
  /** To be called with the page's answer: true if the content is on the clipboard. */
  copied(done: boolean): void;
}

/** Longest wait for a page to load or to copy, in milliseconds. Charts are drawn again for a copy. */
const PATIENCE = 20_000;

/** @param listening tells whether the page is there */
export function createCopying(
  panel: vscode.WebviewPanel,
  post: (message: ToPage) => void,
  listening: () => boolean,
): Copying {
  let waiting: { readonly message: ToPage; readonly settle: (done: boolean) => void } | null = null;
  const settle = (done: boolean) => {
    waiting?.settle(done);
    waiting = null;
  };
  panel.onDidDispose(() => settle(false));
  // Not before the preview is active: revealing it would take the focus from the editor that gets it back after the copy.
  const send = () => {
    if (waiting && panel.active && listening()) post(waiting.message);
  };
  panel.onDidChangeViewState(send);
  return {
    copy: (html, lines) => {
      settle(false);
      const message: ToPage = { type: 'copy', html, lines };
      const done = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => settle(false), PATIENCE);
        waiting = {
          message,
          settle: (copied) => {
            clearTimeout(timer);
            resolve(copied);
          },
        };
      });
      panel.reveal(panel.viewColumn, false);
      send();
      return done;
    },
    ready: send,
    copied: settle,
  };
}

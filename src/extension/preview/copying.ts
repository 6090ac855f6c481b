import type * as vscode from 'vscode';
import type { ToPage } from '../../webview/messages';

/** The zero-based lines of the text that are wanted, both included; null: all. */
export type CopiedLines = Extract<ToPage, { type: 'copy' }>['lines'];

/** Has a preview's page put content on the clipboard: extensions can put nothing but plain text there. */
export interface Copying {
  /** Shows the preview, which must have the focus to copy. Returns whether the content is on the clipboard. */
  copy(html: string, lines: CopiedLines): Promise<boolean>;
  /** To be called when the page shows its brief. */
  ready(): void;
  /** To be called with what the page says of it. */
  copied(done: boolean): void;
}

/** How long a page may take to come, or to copy, in milliseconds. Charts are drawn again for it. */
const PATIENCE = 20_000;

/** @param listening whether the page is there */
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
      if (panel.visible && listening()) post(message);
      return done;
    },
    ready: () => {
      if (waiting) post(waiting.message);
    },
    copied: settle,
  };
}

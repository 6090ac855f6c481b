import * as vscode from 'vscode';
import type { ToPage } from '../../webview/messages';
import { createAppearance } from './appearance';
import { type CopiedLines, createCopying } from './copying';
import { createFrame } from './frame';
import { type PageState, readMessage } from './fromPage';
import { oneAtATime } from './oneAtATime';
import { receive } from './receive';
import {
  draw,
  load,
  loadIfOther,
  markCursor,
  type PreviewParts,
  type PreviewServices,
  type Shown,
  scrollTo,
  showOther,
} from './shown';

export const VIEW_TYPE = 'brief.preview';

/** Wait for more edits before the preview is drawn again, in milliseconds. */
const DRAW_AFTER = 50;

/** One preview panel. */
export interface Preview extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly uri: vscode.Uri;
  readonly locked: boolean;
  readonly onDispose: vscode.Event<void>;
  /**
   * Shows another brief.
   *
   * @param moved true if it is the same brief under another name; the preview then stays at its place
   */
  show(uri: vscode.Uri, moved?: boolean): void;
  /** Draws the content again soon. */
  refresh(): void;
  /** Loads the page again. */
  reload(): void;
  toggleLock(): void;
  /** Brings the block at this line of the text to the top. */
  scrollTo(line: number): void;
  /**
   * Marks the block that the editor's cursor is in.
   *
   * @param show brings the block into view
   */
  markCursor(show: boolean): void;
  /** Shows the selection of the page in the editor. */
  revealSelection(): void;
  /** Shows the preview and has it put content on the clipboard. Returns true if the content is there. */
  copy(html: string, lines: CopiedLines): Promise<boolean>;
}

export function createPreview(panel: vscode.WebviewPanel, start: PageState, services: PreviewServices): Preview {
  const parts = partsOf(panel, start, services);
  const { shown, frame, appearance, copying, drawing, post } = parts;
  const disposed = new vscode.EventEmitter<void>();
  const listeners = listen(parts);
  panel.onDidDispose(() => {
    shown.listening = false;
    drawing.stop();
    appearance.dispose();
    listeners.dispose();
    disposed.fire();
    disposed.dispose();
  });
  frame.name(shown.uri, shown.locked);
  frame.allow(shown.uri, appearance.folders);
  load(parts);

  return {
    panel,
    get uri() {
      return shown.uri;
    },
    get locked() {
      return shown.locked;
    },
    onDispose: disposed.event,
    show: (next, moved = false) => showOther(parts, next, moved),
    refresh: () => drawing.soon(),
    reload: () => load(parts),
    toggleLock: () => {
      shown.locked = !shown.locked;
      frame.name(shown.uri, shown.locked);
      drawing.now();
    },
    scrollTo: (line) => scrollTo(parts, line),
    markCursor: (show) => markCursor(parts, show),
    revealSelection: () => post({ type: 'revealSelection' }),
    copy: copying.copy,
    dispose: () => panel.dispose(),
  };
}

function partsOf(panel: vscode.WebviewPanel, start: PageState, services: PreviewServices): PreviewParts {
  const { extensionUri, log, webImages } = services;
  const shown: Shown = {
    uri: vscode.Uri.parse(start.uri, true),
    locked: start.locked,
    look: start.look,
    listening: false,
    top: start.line,
    bringToTop: start.line > 0,
    have: null,
    scrolledByPage: { line: -1, at: 0 },
  };
  const post = (message: ToPage) => {
    if (shown.listening) panel.webview.postMessage(message);
  };
  const frame = createFrame(panel, extensionUri, webImages);
  const appearance = createAppearance({
    brief: () => shown.uri,
    webview: panel.webview,
    post,
    foldersChanged: () => frame.allow(shown.uri, appearance.folders),
  });
  const copying = createCopying(panel, post, () => shown.listening);
  const failed = (error: unknown) => {
    // Without the server, nothing can be drawn. The preview is drawn again when the server is back.
    log.warn(`The preview was not drawn: ${error instanceof Error ? error.message : 'unknown error'}`);
  };
  const drawing = oneAtATime(() => draw(parts), DRAW_AFTER, failed);
  const parts: PreviewParts = { panel, services, shown, frame, appearance, copying, drawing, post };
  return parts;
}

function listen(parts: PreviewParts): vscode.Disposable {
  const { panel, shown } = parts;
  const { log, webImages } = parts.services;
  return vscode.Disposable.from(
    webImages.onDidChange(() => loadIfOther(parts)),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readMessage(message, shown.uri.toString());
      if (read) receive(parts, read).catch(() => log.warn('A click in the preview led nowhere.'));
    }),
    panel.onDidChangeViewState(() => {
      // A panel that is covered loses its page, which asks for its content when it is back.
      if (!panel.visible) shown.listening = false;
    }),
  );
}

import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../../webview/messages';
import type { Client } from '../client';
import { folderOf, nameOf } from '../uris';
import { createAppearance } from './appearance';
import { contentOf, resourceRootsOf } from './content';
import { type CopiedLines, createCopying } from './copying';
import type { EditorScroll } from './editorScroll';
import { type PageState, readMessage } from './fromPage';
import { oneAtATime } from './oneAtATime';
import { openLink } from './openLink';
import { previewPage } from './page';
import { cursorOf, editorsOf, showSource } from './source';
import type { WebImages } from './webImages';

export const VIEW_TYPE = 'brief.preview';

/** How long an edit waits for more edits before the preview is drawn again, in milliseconds. */
const DRAW_AFTER = 50;
/** How long the editor's scrolling is not sent to the page that caused it, in milliseconds. */
const ECHO = 300;
/** How long that of a busy machine is known by its line, which may be another by this much. */
const LATE_ECHO = 3000;
const ECHO_LINES = 2;

/** One preview panel. */
export interface Preview extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly uri: vscode.Uri;
  readonly locked: boolean;
  readonly onDispose: vscode.Event<void>;
  /**
   * Shows another brief.
   *
   * @param moved whether it is the same one under another name, of which the same place is shown
   */
  show(uri: vscode.Uri, moved?: boolean): void;
  /** Draws it again soon. */
  refresh(): void;
  /** Loads the page anew. */
  reload(): void;
  toggleLock(): void;
  /** Brings the block at this line of the text to the top. */
  scrollTo(line: number): void;
  /**
   * Marks the block that the editor's cursor is in.
   *
   * @param show whether it is brought into view
   */
  markCursor(show: boolean): void;
  /** Shows what is selected in the page in the editor. */
  revealSelection(): void;
  /** Shows the preview and has it put content on the clipboard. Returns whether it is there. */
  copy(html: string, lines: CopiedLines): Promise<boolean>;
}

/** What a preview needs from its surroundings. */
export interface PreviewServices {
  readonly extensionUri: vscode.Uri;
  readonly client: Client;
  readonly log: vscode.LogOutputChannel;
  readonly editorScroll: EditorScroll;
  readonly webImages: WebImages;
}

export function createPreview(panel: vscode.WebviewPanel, start: PageState, services: PreviewServices): Preview {
  const { extensionUri, client, log, editorScroll, webImages } = services;
  const media = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const disposed = new vscode.EventEmitter<void>();
  let uri = vscode.Uri.parse(start.uri, true);
  let locked = start.locked;
  let { look } = start;
  /** The page is there and listens. */
  let listening = false;
  let gone = false;
  /** The line at the top of the page. A page that was covered starts anew, and is brought back there. */
  let top = start.line;
  let bringToTop = top > 0;
  /** Whether the page that is loaded may load images from the web. */
  let loadsWebImages = false;
  /** Which page of the server's is shown; null: none, or one that is not known. */
  let have: string | null = null;
  /** Where the page has scrolled the editor to, and when. */
  let scrolledByPage = { line: -1, at: 0 };

  const post = (message: ToPage) => {
    if (listening && !gone) panel.webview.postMessage(message);
  };

  const markCursor = (show: boolean) => {
    const line = settingOf('markEditorSelection') ? cursorOf(uri) : null;
    // Where the page has scrolled the editor, it is not to be scrolled itself.
    post({ type: 'cursor', line, show: show && Date.now() - scrolledByPage.at > ECHO });
  };

  const draw = async () => {
    // A page that is not there asks for its content when it is.
    if (!listening) return;
    const target = uri;
    const content = await contentOf(target, client, look.review, have);
    // A page that was covered meanwhile has lost what it showed.
    if (target.toString() !== uri.toString() || !listening) return;
    have = content.changes?.id ?? null;
    const folder = folderOf(target);
    post({
      type: 'update',
      uri: target.toString(),
      resourceRoot: folder ? `${panel.webview.asWebviewUri(folder)}/` : null,
      webImages: loadsWebImages,
      locked,
      look,
      ...content,
    });
    if (bringToTop) post({ type: 'scrollTo', line: top });
    bringToTop = false;
    markCursor(false);
  };
  const drawing = oneAtATime(draw, DRAW_AFTER, (error) => {
    // While the server is away there is nothing to draw with; the preview is drawn again when it is back.
    log.warn(`The preview was not drawn: ${error instanceof Error ? error.message : 'unknown error'}`);
  });

  const dress = () => {
    panel.title = locked ? vscode.l10n.t('[Preview] {0}', nameOf(uri)) : vscode.l10n.t('Preview {0}', nameOf(uri));
  };
  const allow = () => {
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      enableForms: false,
      localResourceRoots: resourceRootsOf(uri, media, appearance.folders),
    };
  };
  const appearance = createAppearance({
    brief: () => uri,
    webview: panel.webview,
    post,
    foldersChanged: allow,
  });
  const copying = createCopying(panel, post, () => listening);
  const load = () => {
    listening = false;
    loadsWebImages = webImages.loads(uri);
    const address = (name: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
    panel.webview.html = previewPage({
      cspSource: panel.webview.cspSource,
      script: address('preview.js'),
      style: address('preview-style.css'),
      webImages: loadsWebImages,
    });
  };

  const receive = async (message: FromPage) => {
    switch (message.type) {
      case 'ready':
        listening = true;
        have = null;
        bringToTop = top > 0;
        await appearance.send();
        await drawing.now();
        return copying.ready();
      case 'stale':
        have = null;
        return drawing.now();
      case 'reveal': {
        if (message.by === 'double-click' && !settingOf('doubleClickToSwitchToEditor')) return;
        const place = new vscode.Position(message.line, message.character);
        await showSource(uri, panel, place, message.words, message.nth);
        return;
      }
      case 'scrolled': {
        top = message.line;
        if (!settingOf('scrollEditorWithPreview')) return;
        scrolledByPage = { line: message.line, at: Date.now() };
        for (const editor of editorsOf(uri)) editorScroll.scrollTo(editor, message.line);
        return;
      }
      case 'card': {
        const card = await client.card(uri, message.id);
        return post({ type: 'card', id: message.id, html: card?.html ?? null });
      }
      case 'look': {
        const changed = message.look.review !== look.review;
        look = message.look;
        return changed ? drawing.now() : undefined;
      }
      case 'copied':
        return copying.copied(message.done);
      case 'loadWebImages':
        return webImages.ask(uri);
      case 'open':
        return openLink(message.href, uri);
    }
  };

  /** What a page may load is said once, when it is loaded. */
  const loadIfOther = () => {
    if (webImages.loads(uri) !== loadsWebImages) load();
  };
  const listeners = [
    webImages.onDidChange(loadIfOther),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readMessage(message, uri.toString());
      if (read) receive(read).catch(() => log.warn('A click in the preview led nowhere.'));
    }),
    panel.onDidChangeViewState(() => {
      // A panel that is covered loses its page, which asks for its content when it is back.
      if (!panel.visible) listening = false;
    }),
    panel.onDidDispose(() => {
      gone = true;
      drawing.stop();
      appearance.dispose();
      for (const listener of listeners) listener.dispose();
      disposed.fire();
      disposed.dispose();
    }),
  ];
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'file-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'file-dark.svg'),
  };
  dress();
  allow();
  load();

  return {
    panel,
    get uri() {
      return uri;
    },
    get locked() {
      return locked;
    },
    onDispose: disposed.event,
    show: (next, moved = false) => {
      if (next.toString() === uri.toString()) return;
      const before = folderOf(uri)?.toString();
      uri = next;
      have = null;
      if (!moved) top = 0;
      bringToTop = moved && top > 0;
      dress();
      if (folderOf(uri)?.toString() !== before) allow();
      appearance.send().catch(() => log.warn('The style of the preview was not read.'));
      loadIfOther();
      drawing.now();
    },
    refresh: () => drawing.soon(),
    reload: load,
    toggleLock: () => {
      locked = !locked;
      dress();
      drawing.now();
    },
    scrollTo: (line) => {
      const since = Date.now() - scrolledByPage.at;
      if (since < ECHO) return;
      if (since < LATE_ECHO && Math.abs(line - scrolledByPage.line) <= ECHO_LINES) return;
      top = line;
      post({ type: 'scrollTo', line });
    },
    markCursor,
    revealSelection: () => post({ type: 'revealSelection' }),
    copy: copying.copy,
    dispose: () => panel.dispose(),
  };
}

type Setting =
  | 'markEditorSelection'
  | 'scrollEditorWithPreview'
  | 'scrollPreviewWithEditor'
  | 'doubleClickToSwitchToEditor';

export function settingOf(name: Setting): boolean {
  return vscode.workspace.getConfiguration('brief').get(`preview.${name}`, true);
}

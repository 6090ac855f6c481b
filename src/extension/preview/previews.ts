import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import { createEditorScroll, topOf } from './editorScroll';
import { type PageState, readState } from './fromPage';
import { createPreview, type Preview, settingOf, VIEW_TYPE } from './preview';
import { editorsOf } from './source';
import type { WebImages } from './webImages';

/** All preview panels of the window. */
export interface Previews extends vscode.Disposable {
  /** Shows a brief's preview, in a panel that is there already if it can be. */
  open(uri: vscode.Uri, where: 'here' | 'to the side', locked: boolean): void;
  /** The preview that has the focus. */
  active(): Preview | undefined;
  /** Fires when another preview, or none, has the focus, and when the one that has it shows another brief. */
  readonly onDidChangeActive: vscode.Event<void>;
  /** Every preview of a document. */
  of(uri: vscode.Uri): readonly Preview[];
}

/** Where a file is after a file or a folder was moved; null: where it was. */
function movedUri(uri: vscode.Uri, { oldUri, newUri }: { oldUri: vscode.Uri; newUri: vscode.Uri }): vscode.Uri | null {
  const [file, old] = [uri.toString(), oldUri.toString()];
  if (file === old) return newUri;
  return file.startsWith(`${old}/`) ? vscode.Uri.parse(newUri.toString() + file.slice(old.length), true) : null;
}

async function isGone(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch {
    return true;
  }
}

/** How long after an edit the editor's scrolling is taken for its doing, in milliseconds. */
const AFTER_EDIT = 500;

/** The context of the menus in which the preview that has the focus loads images from the web. */
const WEB_IMAGES = 'brief.preview.webImages';

export function createPreviews(
  extensionUri: vscode.Uri,
  client: Client,
  briefs: Briefs,
  log: vscode.LogOutputChannel,
  webImages: WebImages,
): Previews {
  const previews = new Set<Preview>();
  const editorScroll = createEditorScroll();
  const services = { extensionUri, client, log, editorScroll, webImages };
  const all = () => [...previews];
  const of = (uri: vscode.Uri) => all().filter((preview) => preview.uri.toString() === uri.toString());

  const active = () => all().find((preview) => preview.panel.active);
  const activeChanged = new vscode.EventEmitter<void>();

  /** Which of the two commands about images from the web is offered. */
  const tellWebImages = () => {
    const preview = active();
    const loads = preview !== undefined && webImages.loads(preview.uri);
    vscode.commands.executeCommand('setContext', WEB_IMAGES, loads);
  };
  activeChanged.event(tellWebImages);

  const add = (panel: vscode.WebviewPanel, state: PageState) => {
    const preview = createPreview(panel, state, services);
    previews.add(preview);
    panel.onDidChangeViewState(() => activeChanged.fire());
    preview.onDispose(() => {
      previews.delete(preview);
      activeChanged.fire();
    });
    activeChanged.fire();
  };

  const open: Previews['open'] = (uri, where, locked) => {
    const side = where === 'to the side';
    const column = vscode.window.tabGroups.activeTabGroup.viewColumn;
    const known = all().find(
      (preview) =>
        preview.locked === locked &&
        (!locked || preview.uri.toString() === uri.toString()) &&
        (preview.panel.viewColumn === column) !== side,
    );
    if (known) {
      known.show(uri);
      known.panel.reveal(known.panel.viewColumn, side);
      activeChanged.fire();
      return;
    }
    const viewColumn = side ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const line = editorsOf(uri)[0]?.visibleRanges[0]?.start.line ?? 0;
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      vscode.l10n.t('Preview'),
      // What was typed into before is typed into still.
      { viewColumn, preserveFocus: side },
      { enableFindWidget: true },
    );
    add(panel, { uri: uri.toString(), locked, line, look: { review: false, filter: null } });
  };

  const follow = (editor: vscode.TextEditor | undefined) => {
    if (!editor || !briefs.has(editor.document)) return;
    for (const preview of previews) if (!preview.locked) preview.show(editor.document.uri);
  };

  let edited = { uri: '', at: 0 };
  const listeners = vscode.Disposable.from(
    webImages.onDidChange(tellWebImages),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      edited = { uri: document.uri.toString(), at: Date.now() };
      for (const preview of of(document.uri)) preview.refresh();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      for (const preview of of(uri)) preview.refresh();
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      editorScroll.scrolled(textEditor);
      if (!settingOf('scrollPreviewWithEditor')) return;
      // An edit shifts what the editor shows, by hints that come and go for one: the reader has not scrolled.
      if (edited.uri === textEditor.document.uri.toString() && Date.now() - edited.at < AFTER_EDIT) return;
      for (const preview of of(textEditor.document.uri)) preview.scrollTo(topOf(textEditor));
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      // One that stays with its brief stays with it under its new name.
      for (const preview of previews) {
        const now = files.map((file) => movedUri(preview.uri, file)).find((moved) => moved !== null);
        if (now) preview.show(now, true);
      }
    }),
    vscode.workspace.onDidCloseTextDocument(async ({ uri }) => {
      // The brief of a file that was only closed stays; to draw it again would open the file.
      if (of(uri).length > 0 && (await isGone(uri))) for (const preview of of(uri)) preview.refresh();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      // Text that is typed moves nothing on the page.
      const typed = edited.uri === document.uri.toString() && Date.now() - edited.at < AFTER_EDIT;
      const show = !typed && settingOf('scrollPreviewWithEditor');
      for (const preview of of(document.uri)) preview.markCursor(show);
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      for (const preview of previews) preview.markCursor(false);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('brief.preview.markEditorSelection')) return;
      for (const preview of previews) preview.markCursor(false);
    }),
    client.onPreview((uri) => {
      for (const preview of of(uri)) preview.refresh();
    }),
    client.onReady(() => {
      for (const preview of previews) preview.refresh();
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, kept: unknown) => {
        const state = readState(kept);
        try {
          if (state) add(panel, state);
        } catch {
          log.warn('A preview was not restored: it was of no document that can be opened.');
        }
        if (all().every((preview) => preview.panel !== panel)) panel.dispose();
      },
    }),
  );

  return {
    open,
    of,
    active,
    onDidChangeActive: activeChanged.event,
    dispose: () => {
      listeners.dispose();
      for (const preview of all()) preview.dispose();
      activeChanged.dispose();
    },
  };
}

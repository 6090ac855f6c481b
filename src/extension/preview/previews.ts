import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import { createEditorScroll } from './editorScroll';
import { type PageState, readState } from './fromPage';
import { keepCurrent } from './keepCurrent';
import { createPreview, type Preview, VIEW_TYPE } from './preview';
import { editorsOf } from './source';
import type { WebImages } from './webImages';

/** All preview panels of the window. */
export interface Previews extends vscode.Disposable {
  /** Shows a brief's preview, in an open panel if possible. */
  open(uri: vscode.Uri, where: 'here' | 'to the side', locked: boolean): void;
  /** The preview that has the focus. */
  active(): Preview | undefined;
  /** Fires when the focus goes to another preview or away from all, and when the focused preview shows another brief. */
  readonly onDidChangeActive: vscode.Event<void>;
  /** Every preview of a document. */
  of(uri: vscode.Uri): readonly Preview[];
}

/** Context key of menus: true if the preview that has the focus loads images from the web. */
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
  const tellWebImages = () => offerWebImages(active(), webImages);
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
    const known = all().find((preview) => fits(preview, uri, side, locked));
    if (known) {
      known.show(uri);
      known.panel.reveal(known.panel.viewColumn, side);
      activeChanged.fire();
      return;
    }
    const line = editorsOf(uri)[0]?.visibleRanges[0]?.start.line ?? 0;
    add(newPanel(side), { uri: uri.toString(), locked, line, look: { review: false, filter: null } });
  };

  /** @param kept the state that the page kept over a reload */
  const restore = async (panel: vscode.WebviewPanel, kept: unknown) => {
    const state = readState(kept);
    try {
      if (state) add(panel, state);
    } catch {
      log.warn('A preview was not restored: it was of no document that can be opened.');
    }
    if (all().every((preview) => preview.panel !== panel)) panel.dispose();
  };

  const listeners = vscode.Disposable.from(
    webImages.onDidChange(tellWebImages),
    keepCurrent({ all, of }, client, briefs, editorScroll),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, { deserializeWebviewPanel: restore }),
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

/** Tells the menus which of the two commands about images from the web to offer. */
function offerWebImages(preview: Preview | undefined, webImages: WebImages): void {
  const loads = preview !== undefined && webImages.loads(preview.uri);
  vscode.commands.executeCommand('setContext', WEB_IMAGES, loads);
}

/**
 * True if a preview can show a brief: with the same lock, in the active column or (with `side`) in another one. A locked
 * preview shows only its own brief.
 */
function fits({ uri, locked, panel }: Preview, wanted: vscode.Uri, side: boolean, isLocked: boolean): boolean {
  if (locked !== isLocked || (locked && uri.toString() !== wanted.toString())) return false;
  return (panel.viewColumn === vscode.window.tabGroups.activeTabGroup.viewColumn) !== side;
}

function newPanel(side: boolean): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    VIEW_TYPE,
    vscode.l10n.t('Preview'),
    // The focus stays in the text if the preview opens to the side.
    { viewColumn: side ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, preserveFocus: side },
    { enableFindWidget: true },
  );
}

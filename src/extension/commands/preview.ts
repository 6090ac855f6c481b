import * as vscode from 'vscode';
import { inform } from '../client/messages';
import type { Preview } from '../preview/preview';
import type { Previews } from '../preview/previews';
import { activeEditor, showSource } from '../preview/source';
import type { WebImages } from '../preview/webImages';

/**
 * Opens a preview: of the file that a menu was opened on, else of the active editor.
 */
export function showPreview(previews: Previews, where: 'here' | 'to the side', locked: boolean) {
  return (argument?: unknown): void => {
    const uri = argument instanceof vscode.Uri ? argument : activeEditor()?.document.uri;
    if (uri) previews.open(uri, where, locked);
    else inform(vscode.l10n.t('Open a brief first: the preview shows the one in the active editor.'));
  };
}

export async function showSourceOfPreview(previews: Previews): Promise<void> {
  const preview = previews.active();
  if (!preview) return;
  await showSource(preview.uri, preview.panel);
  preview.revealSelection();
}

/** Loads the page again, and the brief into it. */
export function refreshPreview(previews: Previews): void {
  for (const preview of atHand(previews)) preview.reload();
}

export function toggleLock(previews: Previews): void {
  previews.active()?.toggleLock();
}

/** Asks whether the preview that has the focus may load images from the web. */
export async function loadWebImages(previews: Previews, webImages: WebImages): Promise<void> {
  const preview = previews.active();
  if (preview) await webImages.ask(preview.uri);
}

export async function stopWebImages(previews: Previews, webImages: WebImages): Promise<void> {
  const preview = previews.active();
  if (preview) await webImages.stop(preview.uri);
}

/** The focused preview, else those of the active editor. */
function atHand(previews: Previews): readonly Preview[] {
  const active = previews.active();
  if (active) return [active];
  const uri = activeEditor()?.document.uri;
  return uri ? previews.of(uri) : [];
}

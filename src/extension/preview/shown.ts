/** The state of a preview, and the functions that bring it to its page. */
import type * as vscode from 'vscode';
import type { Look, ToPage } from '../../webview/messages';
import type { Client } from '../client';
import { folderOf } from '../uris';
import type { Appearance } from './appearance';
import { contentOf } from './content';
import type { Copying } from './copying';
import type { EditorScroll } from './editorScroll';
import type { Frame } from './frame';
import type { Repeated } from './oneAtATime';
import { settingOf } from './settings';
import { cursorOf } from './source';
import type { WebImages } from './webImages';

/** Time in which the editor's scrolling isn't sent to the page that caused it, in milliseconds. */
const ECHO = 300;
/** Time in which later scrolling, on a busy machine, is recognized by its line. The line may differ by `ECHO_LINES`. */
const LATE_ECHO = 3000;
const ECHO_LINES = 2;

/** The services that a preview needs. */
export interface PreviewServices {
  readonly extensionUri: vscode.Uri;
  readonly client: Client;
  readonly log: vscode.LogOutputChannel;
  readonly editorScroll: EditorScroll;
  readonly webImages: WebImages;
}

/** The current state of a preview. */
export interface Shown {
  uri: vscode.Uri;
  /** True if the preview stays with this brief. */
  locked: boolean;
  look: Look;
  /** True if the page is there and listens. */
  listening: boolean;
  /** The line at the top of the page. A page that was hidden is loaded again and scrolled back there. */
  top: number;
  bringToTop: boolean;
  /** Id of the server's page that is shown; null if none, or unknown. */
  have: string | null;
  /** The line that the page has scrolled the editor to, and the time. */
  scrolledByPage: { readonly line: number; readonly at: number };
}

/** The parts of a preview. */
export interface PreviewParts {
  readonly panel: vscode.WebviewPanel;
  readonly services: PreviewServices;
  readonly shown: Shown;
  readonly frame: Frame;
  readonly appearance: Appearance;
  readonly copying: Copying;
  readonly drawing: Repeated;
  /** Sends a message to the page. A page that is not loaded asks for its content later. */
  post(message: ToPage): void;
}

/** Brings the content of the brief to the page. */
export async function draw({ panel, services, shown, frame, post }: PreviewParts): Promise<void> {
  if (!shown.listening) return;
  const { uri } = shown;
  // A page that was covered meanwhile has lost its content.
  const isStill = () => uri.toString() === shown.uri.toString() && shown.listening;
  const content = await contentOf(uri, services.client, { review: shown.look.review, have: shown.have, isStill });
  if (!content || !isStill()) return;
  shown.have = content.changes?.id ?? null;
  const folder = folderOf(uri);
  post({
    type: 'update',
    uri: uri.toString(),
    resourceRoot: folder ? `${panel.webview.asWebviewUri(folder)}/` : null,
    webImages: frame.loadsWebImages,
    locked: shown.locked,
    look: shown.look,
    ...content,
  });
  if (shown.bringToTop) post({ type: 'scrollTo', line: shown.top });
  shown.bringToTop = false;
  markCursor({ shown, post }, false);
}

/**
 * Marks the block that the editor's cursor is in.
 *
 * @param show brings the block into view, unless the page has just scrolled the editor
 */
export function markCursor({ shown, post }: Pick<PreviewParts, 'shown' | 'post'>, show: boolean): void {
  const line = settingOf('markEditorSelection') ? cursorOf(shown.uri) : null;
  // A page that has scrolled the editor isn't scrolled itself.
  post({ type: 'cursor', line, show: show && Date.now() - shown.scrolledByPage.at > ECHO });
}

/** Scrolls the page to the editor's line, unless the page itself has scrolled the editor. */
export function scrollTo({ shown, post }: Pick<PreviewParts, 'shown' | 'post'>, line: number): void {
  const since = Date.now() - shown.scrolledByPage.at;
  if (since < ECHO) return;
  if (since < LATE_ECHO && Math.abs(line - shown.scrolledByPage.line) <= ECHO_LINES) return;
  shown.top = line;
  post({ type: 'scrollTo', line });
}

/** Loads the page again. */
export function load({ shown, frame }: Pick<PreviewParts, 'shown' | 'frame'>): void {
  shown.listening = false;
  frame.load(shown.uri);
}

/** Loads the page again if its permission to load images from the web has changed. The policy is set only on loading. */
export function loadIfOther(parts: PreviewParts): void {
  if (parts.services.webImages.loads(parts.shown.uri) !== parts.frame.loadsWebImages) load(parts);
}

/**
 * Shows another brief.
 *
 * @param moved true if it is the same brief under another name
 */
export function showOther(parts: PreviewParts, next: vscode.Uri, moved: boolean): void {
  const { shown, frame, appearance, drawing } = parts;
  const { log } = parts.services;
  if (next.toString() === shown.uri.toString()) return;
  const before = folderOf(shown.uri)?.toString();
  shown.uri = next;
  shown.have = null;
  if (!moved) shown.top = 0;
  shown.bringToTop = moved && shown.top > 0;
  frame.name(shown.uri, shown.locked);
  if (folderOf(next)?.toString() !== before) frame.allow(next, appearance.folders);
  appearance.send().catch(() => log.warn('The style of the preview was not read.'));
  loadIfOther(parts);
  drawing.now();
}

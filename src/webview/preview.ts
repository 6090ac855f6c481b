/**
 * The preview's page: shows what the extension sends, and tells it what the reader clicks and where they are. It
 * decides nothing about a brief.
 */
import { createAppearance } from './appearance';
import { createCards } from './card';
import { createContent } from './content';
import { copyFormulasAsTex } from './copyFormulas';
import { markCursor } from './cursor';
import { lineOf } from './lines';
import { createLook } from './look';
import { copyRichText } from './mail/copy';
import type { Lines } from './mail/part';
import type { FromPage, Look, ToPage } from './messages';
import { followOutline } from './outline';
import { placePen } from './pen';
import { readMessage } from './readMessage';
import { createScrollSync } from './scrollSync';
import { selectedPlace, selectedWords } from './selection';

interface Host {
  postMessage(message: FromPage): void;
  setState(state: { readonly uri: string; readonly locked: boolean; readonly line: number; readonly look: Look }): void;
}

declare function acquireVsCodeApi(): Host;

type Update = Extract<ToPage, { type: 'update' }>;

function start(host: Host, root: HTMLElement): void {
  /** Nothing of what came is kept but this. */
  let shown: Pick<Update, 'uri' | 'locked'> | null = null;
  let top = 0;
  const pen = placePen(root, (block) => reveal(block));
  const content = createContent(
    root,
    (nodes) => looking.dress(nodes),
    (node) => node === pen.element,
  );
  const sync = createScrollSync(content.marks, (line) => {
    keep(line);
    if (shown) host.postMessage({ type: 'scrolled', uri: shown.uri, line });
  });

  const cards = createCards(
    root,
    (id) => {
      if (shown) host.postMessage({ type: 'card', uri: shown.uri, id });
    },
    follow,
  );
  const outline = followOutline(root);
  const cursor = markCursor(root, content.marks);
  const dressPage = createAppearance(root, () => sync.reset());
  const looking = createLook(root, (look) => {
    keep(top);
    if (shown) host.postMessage({ type: 'look', uri: shown.uri, look });
  });

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readMessage(event.data);
    if (message?.type === 'update') update(message);
    else if (message?.type === 'card') cards.receive(message.id, message.html);
    else if (message?.type === 'appearance') dressPage(message);
    else if (message?.type === 'copy') copy(message.html, message.lines);
    else if (message?.type === 'revealSelection') {
      const block = blockOf(selectedPlace());
      if (block) reveal(block);
    } else if (message?.type === 'cursor') {
      cursor.set(message.line);
      if (message.show && message.line !== null) sync.show(message.line);
    } else if (message?.type === 'scrollTo') {
      sync.scrollTo(message.line);
      keep(message.line);
    }
  });
  root.addEventListener('click', follow);
  root.addEventListener('auxclick', follow);
  root.addEventListener('dblclick', (event) => {
    if (event.target instanceof Element && event.target.closest('a, button, summary, [role="button"]')) return;
    const block = blockOf(event.target);
    if (block) reveal(block, 'double-click');
  });
  root.addEventListener('keydown', (event) => {
    const tag = event.target instanceof Element ? event.target.closest('[role="button"]') : null;
    if (!tag || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    const block = blockOf(tag);
    if (block) reveal(block);
  });
  copyFormulasAsTex();
  host.postMessage({ type: 'ready' });

  /** Keeps, for the time after a reload, what is shown and which line is at its top. */
  function keep(line: number): void {
    top = line;
    if (shown) host.setState({ uri: shown.uri, locked: shown.locked === true, line, look: looking.look });
  }

  /** Changes of the page what differs; all else stays, with its focus, selection and open passages. */
  function update(message: Update): void {
    const { uri, html, changes, resourceRoot } = message;
    if (message.look) looking.set(message.look);
    const focused = document.activeElement;
    const other = shown?.uri !== uri;
    if (other) content.clear();
    if (!changes) content.replace(html);
    else if (!content.change(changes, resourceRoot ?? null, message.webImages === true)) {
      host.postMessage({ type: 'stale', uri });
      return;
    }
    shown = { uri, locked: message.locked === true };
    // A page without a name cannot be told from others.
    document.title = message.title || decodeURIComponent(message.uri.split('/').at(-1) ?? '');
    document.documentElement.lang = message.language;
    keep(other ? 0 : top);
    if (other) window.scrollTo(0, 0);
    else restoreFocus(focused);
    const label = root.querySelector('[data-show-source]')?.getAttribute('data-show-source');
    pen.setLabel(label ?? 'Show in the source text');
    cards.refresh();
    sync.reset();
    outline.refresh();
    cursor.refresh();
  }

  async function copy(html: string, lines: Lines | null): Promise<void> {
    const done = await copyRichText(html, lines).catch(() => false);
    if (shown) host.postMessage({ type: 'copied', uri: shown.uri, done });
  }

  function reveal(block: HTMLElement, by?: 'double-click'): void {
    const line = lineOf(block);
    const how = { ...(by === undefined ? {} : { by }), ...selectedWords(block) };
    if (shown && line !== null) host.postMessage({ type: 'reveal', uri: shown.uri, line, character: 0, ...how });
  }

  /** Clicks on links: within the page we lead there, all others are the host's to judge. */
  function follow(event: MouseEvent): void {
    if (event.button > 1) return;
    const target = event.target instanceof Element ? event.target : null;
    const tag = target?.closest('[role="button"]');
    const block = tag ? blockOf(tag) : null;
    if (block) reveal(block);
    const chip = target?.closest<HTMLElement>('.chip[data-card]');
    if (chip) {
      event.preventDefault();
      // The webview that holds this page would scroll to where the chip's link leads.
      event.stopPropagation();
      // A click that the keyboard made has no place.
      cards.open(chip, event.detail === 0);
      return;
    }
    if (target?.closest('.web-image-load')) {
      if (shown) host.postMessage({ type: 'loadWebImages', uri: shown.uri });
      return;
    }
    const href = target?.closest('a')?.getAttribute('href');
    if (href === null || href === undefined) return;
    event.preventDefault();
    // The webview that holds this page opens links by itself, unless it does not hear of the click.
    event.stopPropagation();
    if (href.startsWith('#')) lead(href.slice(1));
    else if (shown) host.postMessage({ type: 'open', uri: shown.uri, href });
  }
}

/** Gives the focus back to an element that was moved, or to the one that took its place. */
function restoreFocus(before: Element | null): void {
  if (!before || before === document.activeElement || before === document.body) return;
  const now = before.isConnected ? before : document.getElementById(before.id);
  if (now instanceof HTMLElement) now.focus({ preventScroll: true });
}

/** Brings an element into view, gives it the focus, and lets it light up. */
function lead(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // What follows a heading is what is to be read.
  const block = target.matches('h1, h2, h3, h4, h5, h6') ? 'start' : 'center';
  target.scrollIntoView({ block, behavior: still ? 'instant' : 'smooth' });
  if (!target.matches('a, button, [tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  for (const found of document.querySelectorAll('.found')) found.classList.remove('found');
  // The page is laid out once without the class, or an element that has just been found would not light up again.
  void target.offsetWidth;
  target.classList.add('found');
  setTimeout(() => target.classList.remove('found'), 2000);
}

/** The innermost element around a place in the page that stands for a place in the text. */
function blockOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line], [data-at]') : null;
}

const root = document.getElementById('brief');
// The interface to the host is handed out once; it is kept in here, where nothing else in the page finds it.
if (root) start(acquireVsCodeApi(), root);

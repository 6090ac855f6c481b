/**
 * The preview's page: shows what the extension sends, and tells it what the reader clicks and where they are. It
 * decides nothing about a brief.
 */
import { Idiomorph } from 'idiomorph';
import { createAppearance } from './appearance';
import { createCards } from './card';
import { copyFormulasAsTex } from './copyFormulas';
import { createLook } from './look';
import { copyRichText } from './mail/copy';
import type { Lines } from './mail/part';
import type { FromPage, Look, ToPage } from './messages';
import { placePen } from './pen';
import { readMessage } from './readMessage';
import { createScrollSync } from './scrollSync';

interface Host {
  postMessage(message: FromPage): void;
  setState(state: { readonly uri: string; readonly locked: boolean; readonly line: number; readonly look: Look }): void;
}

declare function acquireVsCodeApi(): Host;

type Update = Extract<ToPage, { type: 'update' }>;

function start(host: Host, root: HTMLElement): void {
  let shown: Update | null = null;
  let top = 0;
  const sync = createScrollSync(root, (line) => {
    keep(line);
    if (shown) host.postMessage({ type: 'scrolled', uri: shown.uri, line });
  });
  const pen = placePen(root, (block) => reveal(block));

  const cards = createCards(
    root,
    (id) => {
      if (shown) host.postMessage({ type: 'card', uri: shown.uri, id });
    },
    follow,
  );
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
    else if (message?.type === 'scrollTo') {
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
    if (message.look) looking.set(message.look);
    const content = prepare(message);
    looking.dress(content);
    const other = shown?.uri !== message.uri;
    shown = message;
    // A page without a name cannot be told from others.
    document.title = message.title || decodeURIComponent(message.uri.split('/').at(-1) ?? '');
    document.documentElement.lang = message.language;
    keep(other ? 0 : top);
    if (other) {
      root.replaceChildren(content);
      window.scrollTo(0, 0);
    } else {
      const focused = document.activeElement;
      Idiomorph.morph(root, [...content.childNodes], {
        morphStyle: 'innerHTML',
        callbacks: {
          beforeNodeRemoved: (node) => node !== pen.element,
          // What the reader opened stays open.
          beforeAttributeUpdated: (name, element) => !(name === 'open' && element instanceof HTMLDetailsElement),
        },
      });
      restoreFocus(focused);
    }
    const label = root.querySelector('[data-show-source]')?.getAttribute('data-show-source');
    pen.setLabel(label ?? 'Show in the source text');
    cards.refresh();
    sync.reset();
  }

  async function copy(html: string, lines: Lines | null): Promise<void> {
    const done = await copyRichText(html, lines).catch(() => false);
    if (shown) host.postMessage({ type: 'copied', uri: shown.uri, done });
  }

  function reveal(block: HTMLElement, by?: 'double-click'): void {
    const line = lineOf(block);
    const how = by === undefined ? {} : { by };
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
  target.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  if (!target.matches('a, button, [tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  for (const found of document.querySelectorAll('.found')) found.classList.remove('found');
  // The page is laid out once without the class, or an element that has just been found would not light up again.
  void target.offsetWidth;
  target.classList.add('found');
  setTimeout(() => target.classList.remove('found'), 2000);
}

/** The content of an update, with what only a page with a host can do: load images, and lead to the source text. */
function prepare({ html, resourceRoot }: Update): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const image of template.content.querySelectorAll<HTMLImageElement>('img[data-src]')) {
    const source = resolve(image.getAttribute('data-src') ?? '', resourceRoot ?? null);
    if (source !== null) image.src = source;
  }
  for (const chip of template.content.querySelectorAll('.chip[data-card]')) chip.setAttribute('aria-expanded', 'false');
  for (const tag of template.content.querySelectorAll<HTMLElement>('[data-line] .tag-missing')) {
    tag.tabIndex = 0;
    tag.setAttribute('role', 'button');
  }
  nameBlocks(template.content);
  return template.content;
}

/**
 * Names blocks by how they start, so that a block that only moves is known again, and the reader's place in the page
 * stays when text comes or goes above it.
 */
function nameBlocks(content: DocumentFragment): void {
  const counts = new Map<string, number>();
  for (const block of content.querySelectorAll('[data-line]:not([id])')) {
    const name = `block-${(block.textContent ?? '').trim().slice(0, 48).replace(/\s+/g, '_')}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    block.id = count === 0 ? name : `${name}-${count}`;
  }
}

/** The address of a file below the brief's folder; null where there is no folder, or the path leaves it. */
function resolve(path: string, root: string | null): string | null {
  if (root === null || !URL.canParse(path, root)) return null;
  const { href } = new URL(path, root);
  // Both are compared as a browser writes them: the host of a remote folder comes with an escaped plus sign.
  return href.startsWith(new URL(root).href) ? href : null;
}

/** The innermost element around a place in the page that stands for a place in the text. */
function blockOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line], [data-at]') : null;
}

function lineOf(block: HTMLElement): number | null {
  const line = Number(block.getAttribute('data-line') ?? block.getAttribute('data-at'));
  return Number.isSafeInteger(line) && line >= 0 ? line : null;
}

const root = document.getElementById('brief');
// The interface to the host is handed out once; it is kept in here, where nothing else in the page finds it.
if (root) start(acquireVsCodeApi(), root);

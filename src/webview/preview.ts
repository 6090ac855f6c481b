/**
 * The preview's page: shows what the extension sends, and tells it what the reader clicks and where they are. It
 * decides nothing about a brief.
 */
import { createAppearance } from './appearance';
import { Cards } from './card';
import { Content } from './content';
import { copyFormulasAsTex } from './copyFormulas';
import { type CursorMark, markCursor } from './cursor';
import { lineOf } from './lines';
import { createLook, type LookButtons } from './look';
import { copyRichText } from './mail/copy';
import type { Lines } from './mail/part';
import type { FromPage, Look, ToPage } from './messages';
import { followOutline, type Outline } from './outline';
import { type Pen, placePen } from './pen';
import { readMessage } from './readMessage';
import { createScrollSync, type ScrollSync } from './scrollSync';
import { selectedPlace, selectedWords } from './selection';

interface Host {
  postMessage(message: FromPage): void;
  setState(state: { readonly uri: string; readonly locked: boolean; readonly line: number; readonly look: Look }): void;
}

declare function acquireVsCodeApi(): Host;

type Update = Extract<ToPage, { type: 'update' }>;

/** The page and what is shown on it. */
class Preview {
  private readonly host: Host;
  private readonly root: HTMLElement;
  private readonly pen: Pen;
  private readonly content: Content;
  private readonly sync: ScrollSync;
  private readonly cards: Cards;
  private readonly outline: Outline;
  private readonly cursor: CursorMark;
  private readonly dressPage: ReturnType<typeof createAppearance>;
  private readonly looking: LookButtons;
  /** The only part of an update that is kept. */
  private shown: Pick<Update, 'uri' | 'locked' | 'version'> | null = null;
  private top = 0;

  constructor(host: Host, root: HTMLElement) {
    this.host = host;
    this.root = root;
    this.pen = placePen(root, (block) => this.reveal(block));
    this.content = new Content(
      root,
      (nodes) => this.looking.dress(nodes),
      (node) => node === this.pen.element,
    );
    const marks = () => this.content.marks();
    this.sync = createScrollSync(marks, (line) => {
      this.keep(line);
      this.tell((uri) => ({ type: 'scrolled', uri, line }));
    });
    this.cards = new Cards(
      root,
      (id) => this.tell((uri) => ({ type: 'card', uri, id })),
      (event) => this.follow(event),
    );
    this.outline = followOutline(root);
    this.cursor = markCursor(root, marks);
    this.dressPage = createAppearance(root, () => this.sync.reset());
    this.looking = createLook(root, (look) => {
      this.keep(this.top);
      this.tell((uri) => ({ type: 'look', uri, look }));
    });
  }

  start(): void {
    const { root } = this;
    window.addEventListener('message', (event: MessageEvent<unknown>) => this.receive(readMessage(event.data)));
    root.addEventListener('click', (event) => this.follow(event));
    root.addEventListener('auxclick', (event) => this.follow(event));
    root.addEventListener('dblclick', (event) => {
      if (event.target instanceof Element && event.target.closest('a, button, input, summary, [role="button"]')) return;
      const block = blockOf(event.target);
      if (block) this.reveal(block, 'double-click');
    });
    root.addEventListener('keydown', (event) => {
      const tag = event.target instanceof Element ? event.target.closest('[role="button"]') : null;
      if (!tag || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      const block = blockOf(tag);
      if (block) this.reveal(block);
    });
    copyFormulasAsTex();
    this.host.postMessage({ type: 'ready' });
  }

  private receive(message: ToPage | null): void {
    switch (message?.type) {
      case 'update':
        this.update(message);
        break;
      case 'card':
        this.cards.receive(message.id, message.html);
        break;
      case 'appearance':
        this.dressPage(message);
        break;
      case 'copy':
        this.copy(message.html, message.lines);
        break;
      case 'revealSelection': {
        const block = blockOf(selectedPlace());
        if (block) this.reveal(block);
        break;
      }
      case 'cursor':
        this.cursor.set(message.line);
        if (message.show && message.line !== null) this.sync.show(message.line);
        break;
      case 'scrollTo':
        this.sync.scrollTo(message.line);
        this.keep(message.line);
    }
  }

  /** Tells the host something of the brief that is shown. */
  private tell(message: (uri: string) => FromPage): void {
    if (this.shown) this.host.postMessage(message(this.shown.uri));
  }

  /** Keeps, for the time after a reload, what is shown and which line is at its top. */
  private keep(line: number): void {
    const { shown, host, looking } = this;
    this.top = line;
    if (shown) host.setState({ uri: shown.uri, locked: shown.locked === true, line, look: looking.look });
  }

  /** Changes what differs in the page. All else stays, with its focus, selection and open passages. */
  private update(message: Update): void {
    const { content } = this;
    const { uri, html, changes, resourceRoot } = message;
    if (message.look) this.looking.set(message.look);
    const focused = document.activeElement;
    const isOther = this.shown?.uri !== uri;
    if (isOther) content.clear();
    if (!changes) content.replace(html);
    else if (!content.change(changes, resourceRoot ?? null, message.webImages === true)) {
      this.host.postMessage({ type: 'stale', uri });
      return;
    }
    this.shown = { uri, locked: message.locked === true, version: message.version };
    this.root.removeAttribute('aria-busy');
    // A page without a title can't be told from others.
    document.title = message.title || decodeURIComponent(message.uri.split('/').at(-1) ?? '');
    const { documentElement } = document;
    // On each write, even of the same value, the browser computes the style of all elements again.
    if (documentElement.lang !== message.language) documentElement.lang = message.language;
    this.keep(isOther ? 0 : this.top);
    if (isOther) window.scrollTo(0, 0);
    else restoreFocus(focused);
    const label = this.root.querySelector('[data-show-source]')?.getAttribute('data-show-source');
    this.pen.setLabel(label ?? 'Show in the source text');
    this.cards.refresh();
    this.sync.reset();
    this.outline.refresh();
    this.cursor.refresh();
  }

  private async copy(html: string, lines: Lines | null): Promise<void> {
    const done = await copyRichText(html, lines).catch(() => false);
    this.tell((uri) => ({ type: 'copied', uri, done }));
  }

  private reveal(block: HTMLElement, by?: 'double-click'): void {
    const line = lineOf(block);
    const how = { ...(by === undefined ? {} : { by }), ...selectedWords(block) };
    if (line !== null) this.tell((uri) => ({ type: 'reveal', uri, line, character: 0, ...how }));
  }

  private tick(box: HTMLInputElement): void {
    const [line, done] = [lineOf(box), !box.hasAttribute('checked')];
    const version = this.shown?.version ?? 0;
    if (line !== null) this.tell((uri) => ({ type: 'task', uri, line, version, done }));
  }

  /** Handles clicks on links. Links within the page are followed here, and the host decides on all others. */
  private follow(event: MouseEvent): void {
    if (event.button > 1) return;
    const target = event.target instanceof Element ? event.target : null;
    const tag = target?.closest('[role="button"]');
    const block = tag ? blockOf(tag) : null;
    if (block) this.reveal(block);
    const chip = target?.closest<HTMLElement>('.chip[data-card]');
    if (chip) {
      event.preventDefault();
      // The webview that holds this page would scroll to where the chip's link leads.
      event.stopPropagation();
      // A click that the keyboard made has no place.
      this.cards.open(chip, event.detail === 0);
      return;
    }
    if (target instanceof HTMLInputElement && target.matches('.task input')) {
      // The page shows what the text says: the box changes when the text has changed.
      event.preventDefault();
      this.tick(target);
      return;
    }
    const way = readWay(target?.closest('[data-way]') ?? null);
    if (way) {
      this.tell((uri) => ({ type: 'passage', uri, ...way }));
      return;
    }
    if (target?.closest('.web-image-load')) {
      this.tell((uri) => ({ type: 'loadWebImages', uri }));
      return;
    }
    const href = target?.closest('a')?.getAttribute('href');
    if (href === null || href === undefined) return;
    event.preventDefault();
    // The webview that holds this page would open the link by itself, too.
    event.stopPropagation();
    if (href.startsWith('#')) lead(href.slice(1));
    else this.tell((uri) => ({ type: 'open', uri, href }));
  }
}

/** Reads the passage that a button leads to, in its local copy or in Zotero; null for any other element. */
function readWay(button: Element | null): Omit<Extract<FromPage, { type: 'passage' }>, 'type' | 'uri'> | null {
  const way = button?.getAttribute('data-way');
  const [, passage, start, end, source = ''] =
    /^(\d+) (\d+) (\d+) (.+)$/.exec(button?.getAttribute('data-place') ?? '') ?? [];
  if ((way !== 'copy' && way !== 'zotero') || source === '') return null;
  return { way, source, passage: Number(passage), start: Number(start), end: Number(end) };
}

/** Gives the focus back to an element that was moved, or to the one that took its place. */
function restoreFocus(focused: Element | null): void {
  if (!focused || focused === document.activeElement || focused === document.body) return;
  const now = focused.isConnected ? focused : document.getElementById(focused.id);
  if (now instanceof HTMLElement) now.focus({ preventScroll: true });
}

/** Brings an element into view, gives it the focus, and lets it light up. */
function lead(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // The text to read follows a heading.
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
if (root) new Preview(acquireVsCodeApi(), root).start();

/** The card of a citation: one element that shows beside a chip what its source says, fetched when it is wanted. */
import { nodesOf } from './sanitize';

/**
 * Time that the pointer rests on a chip until its card is shown (`REST`), and is away from both until it goes (`AWAY`), in
 * milliseconds.
 */
const REST = 250;
const AWAY = 250;
/** The room between the card and its chip or the edge of the window, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/** The card of the chips of a page. */
export class Cards {
  private readonly root: HTMLElement;
  private readonly ask: (id: string) => void;
  private readonly element = createElement();
  /** Contents of cards that the host has sent since the page last changed, by id. */
  private readonly known = new Map<string, string>();
  /** The content that it was last filled with. */
  private shown: string | null = null;
  private chip: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** True if the reader wants to go into the card, which isn't there yet. */
  private entering = false;

  /**
   * @param ask asks the host for the content of a card
   * @param follow is given the clicks on links in the card
   */
  constructor(root: HTMLElement, ask: (id: string) => void, follow: (event: MouseEvent) => void) {
    this.root = root;
    this.ask = ask;
    this.hearPointer();
    this.hearKeyboard();
    const place = () => this.place();
    window.addEventListener('scroll', place, { passive: true });
    window.addEventListener('resize', place);
    this.element.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a, button')) this.close();
      follow(event);
    });
    this.element.addEventListener('auxclick', follow);
  }

  /** Shows the card of a chip at once. @param enter moves the focus into it */
  open(chip: HTMLElement, enter: boolean): void {
    clearTimeout(this.timer);
    if (this.chip !== chip) this.close();
    this.chip = chip;
    this.entering = enter;
    const id = chip.getAttribute('data-card') ?? '';
    const html = this.known.get(id);
    if (html === undefined) this.ask(id);
    else this.show(chip, html);
  }

  /** Takes the content of a card from the host; null: there is no such card. */
  receive(id: string, html: string | null): void {
    if (html !== null) this.known.set(id, html);
    if (this.chip?.getAttribute('data-card') !== id) return;
    if (html === null) this.close();
    else this.show(this.chip, html);
  }

  /** The page has changed: a card whose chip is still there stays open, and shows what holds now. */
  refresh(): void {
    this.known.clear();
    if (!this.chip) return;
    const now = this.chip.isConnected ? this.chip : document.getElementById(this.chip.id);
    const id = now?.getAttribute('data-card') ?? null;
    if (!(now instanceof HTMLElement) || id === null) {
      this.close();
      return;
    }
    this.chip = now;
    this.describe(now);
    this.place();
    this.ask(id);
  }

  close(): void {
    const { chip, element } = this;
    clearTimeout(this.timer);
    chip?.setAttribute('aria-expanded', 'false');
    chip?.removeAttribute('aria-describedby');
    this.chip = null;
    this.entering = false;
    if (element.matches(':popover-open')) element.hidePopover();
  }

  private hearPointer(): void {
    const { root, element } = this;
    const leave = () => {
      if (!this.isInside(document.activeElement)) this.close();
    };
    root.addEventListener('pointerover', (event) => {
      const over = chipAt(event.target);
      if (!over || event.pointerType === 'touch') return;
      if (over === this.chip) clearTimeout(this.timer);
      else this.soon(REST, () => this.open(over, false));
    });
    root.addEventListener('pointerout', (event) => {
      if (chipAt(event.target)) this.soon(AWAY, leave);
    });
    element.addEventListener('pointerenter', () => clearTimeout(this.timer));
    element.addEventListener('pointerleave', () => this.soon(AWAY, leave));
    document.addEventListener('pointerdown', (event) => {
      if (this.chip && !this.isInside(event.target)) this.close();
    });
  }

  private hearKeyboard(): void {
    this.root.addEventListener('focusin', (event) => {
      const focused = chipAt(event.target);
      if (focused?.matches(':focus-visible')) this.open(focused, false);
    });
    document.addEventListener('focusout', (event) => {
      if (this.chip && event.relatedTarget !== null && !this.isInside(event.relatedTarget)) this.close();
    });
    document.addEventListener('keydown', (event) => {
      if (!this.chip) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        this.back();
      } else if (event.key === 'Tab' && this.element.contains(document.activeElement)) this.leaveByTab(event);
    });
  }

  private soon(delay: number, work: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, delay);
  }

  private isInside(target: EventTarget | null): boolean {
    return target instanceof Node && (this.element.contains(target) || this.chip?.contains(target) === true);
  }

  private show(chip: HTMLElement, html: string): void {
    const { element } = this;
    const held = element.contains(document.activeElement);
    // The focus must not get lost with a link that it is on, where nothing has changed.
    if (this.shown !== html) element.replaceChildren(nodesOf(html));
    this.shown = html;
    element.setAttribute('aria-label', chip.getAttribute('aria-label') ?? '');
    if (!element.matches(':popover-open')) element.showPopover();
    this.describe(chip);
    this.place();
    const isLost = held && !element.contains(document.activeElement);
    if (this.entering || isLost) this.links()[0]?.focus({ preventScroll: true });
    this.entering = false;
  }

  private describe(chip: HTMLElement): void {
    chip.setAttribute('aria-expanded', 'true');
    chip.setAttribute('aria-describedby', this.element.id);
  }

  /** Closes the card and gives the focus back, if it was in there. */
  private back(): void {
    const { chip } = this;
    const inside = this.element.contains(document.activeElement);
    this.close();
    if (inside) chip?.focus({ preventScroll: true });
    this.close();
  }

  /**
   * Moves the focus from the ends of the card to its chip. The card stands at the end of the document, but comes after its chip
   * for the keyboard.
   */
  private leaveByTab(event: KeyboardEvent): void {
    const all = this.links();
    const at = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== at) return;
    // From the chip, the browser goes on to what follows; backwards, the chip itself is next.
    if (event.shiftKey) event.preventDefault();
    this.chip?.focus({ preventScroll: true });
  }

  private links(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('a[href], button')];
  }

  private place(): void {
    if (!this.chip || !this.element.matches(':popover-open')) return;
    const box = this.chip.getBoundingClientRect();
    if (box.bottom < 0 || box.top > document.documentElement.clientHeight) this.close();
    else placeAt(this.element, box, getComputedStyle(this.chip).direction === 'rtl');
  }
}

function createElement(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'card';
  element.className = 'card';
  element.popover = 'manual';
  // The dialog isn't modal: the page behind it can be read and used.
  element.setAttribute('role', 'dialog');
  document.body.append(element);
  return element;
}

function chipAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.chip[data-card]') : null;
}

/** Puts the card below its chip, above it where there is more room, and always inside the window. */
function placeAt(element: HTMLElement, chip: DOMRect, isRtl: boolean): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  element.style.maxHeight = `${height - 2 * EDGE}px`;
  const below = height - chip.bottom - GAP - EDGE;
  const above = chip.top - GAP - EDGE;
  const isBelow = below >= Math.min(element.offsetHeight, above);
  element.style.maxHeight = `${Math.max(80, isBelow ? below : above)}px`;
  const start = isRtl ? chip.right + GAP - element.offsetWidth : chip.left - GAP;
  const left = Math.min(start, width - element.offsetWidth - EDGE);
  const top = isBelow ? chip.bottom + GAP : chip.top - GAP - element.offsetHeight;
  element.style.left = `${Math.max(EDGE, left)}px`;
  element.style.top = `${Math.max(EDGE, top)}px`;
}

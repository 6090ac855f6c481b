/** The card of a citation: one element that shows beside a chip what its source says, fetched when it is wanted. */
import { nodesOf } from './sanitize';

export interface Cards {
  /** The host has sent the content of a card, or says that there is none. */
  receive(id: string, html: string | null): void;
  /** The page has changed: a card whose chip is still there stays open, and shows what holds now. */
  refresh(): void;
  /** Shows the card of a chip at once. @param enter moves the focus into it */
  open(chip: HTMLElement, enter: boolean): void;
  close(): void;
}

/** How long the pointer rests on a chip before its card is shown, and is away from both before it goes. */
const REST = 250;
const AWAY = 250;
/** The room between the card and its chip or the edge of the window, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/**
 * @param ask asks the host for the content of a card
 * @param follow is given the clicks on links in the card
 */
export function createCards(root: HTMLElement, ask: (id: string) => void, follow: (event: MouseEvent) => void): Cards {
  const element = document.createElement('div');
  element.id = 'card';
  element.className = 'card';
  element.popover = 'manual';
  // One that does not keep the reader in: the page behind it can be read and used.
  element.setAttribute('role', 'dialog');
  document.body.append(element);

  /** What the host has sent since the page changed last. */
  const known = new Map<string, string>();
  /** What it was filled with last. */
  let shown: string | null = null;
  let chip: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The reader wants to go into the card, which is not there yet. */
  let entering = false;

  const soon = (delay: number, work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };
  const chipAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('.chip[data-card]') : null;
  const isInside = (target: EventTarget | null) =>
    target instanceof Node && (element.contains(target) || chip?.contains(target) === true);
  const hasFocus = () => isInside(document.activeElement);

  root.addEventListener('pointerover', (event) => {
    const over = chipAt(event.target);
    if (!over || event.pointerType === 'touch') return;
    if (over === chip) clearTimeout(timer);
    else soon(REST, () => open(over, false));
  });
  root.addEventListener('pointerout', (event) => {
    if (chipAt(event.target)) soon(AWAY, leave);
  });
  element.addEventListener('pointerenter', () => clearTimeout(timer));
  element.addEventListener('pointerleave', () => soon(AWAY, leave));
  root.addEventListener('focusin', (event) => {
    const focused = chipAt(event.target);
    if (focused?.matches(':focus-visible')) open(focused, false);
  });
  document.addEventListener('focusout', (event) => {
    if (chip && event.relatedTarget !== null && !isInside(event.relatedTarget)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (chip && !isInside(event.target)) close();
  });
  document.addEventListener('keydown', (event) => {
    if (!chip) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      back();
    } else if (event.key === 'Tab' && element.contains(document.activeElement)) leaveByTab(event);
  });
  window.addEventListener('scroll', place, { passive: true });
  window.addEventListener('resize', place);
  element.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) close();
    follow(event);
  });
  element.addEventListener('auxclick', follow);

  return { receive, refresh, open, close };

  function open(wanted: HTMLElement, enter: boolean): void {
    clearTimeout(timer);
    if (chip !== wanted) close();
    chip = wanted;
    entering = enter;
    const id = wanted.getAttribute('data-card') ?? '';
    const html = known.get(id);
    if (html === undefined) ask(id);
    else show(html);
  }

  function receive(id: string, html: string | null): void {
    if (html !== null) known.set(id, html);
    if (chip?.getAttribute('data-card') !== id) return;
    if (html === null) close();
    else show(html);
  }

  function show(html: string): void {
    if (!chip) return;
    const held = element.contains(document.activeElement);
    // The focus must not get lost with a link that it is on, where nothing has changed.
    if (shown !== html) element.replaceChildren(nodesOf(html));
    shown = html;
    element.setAttribute('aria-label', chip.getAttribute('aria-label') ?? '');
    if (!element.matches(':popover-open')) element.showPopover();
    chip.setAttribute('aria-expanded', 'true');
    chip.setAttribute('aria-describedby', element.id);
    place();
    if (entering || (held && !element.contains(document.activeElement))) links()[0]?.focus({ preventScroll: true });
    entering = false;
  }

  function close(): void {
    clearTimeout(timer);
    chip?.setAttribute('aria-expanded', 'false');
    chip?.removeAttribute('aria-describedby');
    chip = null;
    entering = false;
    if (element.matches(':popover-open')) element.hidePopover();
  }

  function leave(): void {
    if (!hasFocus()) close();
  }

  /** Closes the card and gives the focus back, if it was in there. */
  function back(): void {
    const from = chip;
    const inside = element.contains(document.activeElement);
    close();
    if (inside) from?.focus({ preventScroll: true });
    close();
  }

  /** The card stands at the end of the document, but belongs behind its chip in the order of the keyboard. */
  function leaveByTab(event: KeyboardEvent): void {
    const all = links();
    const at = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== at) return;
    // From the chip, the browser goes on to what follows; backwards, the chip itself is next.
    if (event.shiftKey) event.preventDefault();
    chip?.focus({ preventScroll: true });
  }

  function links(): HTMLElement[] {
    return [...element.querySelectorAll<HTMLElement>('a[href]')];
  }

  function refresh(): void {
    known.clear();
    if (!chip) return;
    const now = chip.isConnected ? chip : document.getElementById(chip.id);
    const id = now?.getAttribute('data-card') ?? null;
    if (!(now instanceof HTMLElement) || id === null) {
      close();
      return;
    }
    chip = now;
    chip.setAttribute('aria-expanded', 'true');
    chip.setAttribute('aria-describedby', element.id);
    place();
    ask(id);
  }

  /** Below the chip, above it where there is more room, and always inside the window. */
  function place(): void {
    if (!chip || !element.matches(':popover-open')) return;
    const box = chip.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (box.bottom < 0 || box.top > height) {
      close();
      return;
    }
    element.style.maxHeight = `${height - 2 * EDGE}px`;
    const below = height - box.bottom - GAP - EDGE;
    const above = box.top - GAP - EDGE;
    const isBelow = below >= Math.min(element.offsetHeight, above);
    element.style.maxHeight = `${Math.max(80, isBelow ? below : above)}px`;
    const isRtl = getComputedStyle(chip).direction === 'rtl';
    const start = isRtl ? box.right + GAP - element.offsetWidth : box.left - GAP;
    const left = Math.min(start, width - element.offsetWidth - EDGE);
    const top = isBelow ? box.bottom + GAP : box.top - GAP - element.offsetHeight;
    element.style.left = `${Math.max(EDGE, left)}px`;
    element.style.top = `${Math.max(EDGE, top)}px`;
  }
}

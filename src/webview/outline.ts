/** Marks in the outline which section the reader is in. */

export interface Outline {
  /** The content has changed. */
  refresh(): void;
}

interface Entry {
  readonly link: HTMLAnchorElement;
  readonly heading: HTMLElement;
}

/** The line in the window that a section must reach to count as read, as a share of the window's height. */
const READING = 0.2;

export function followOutline(root: HTMLElement): Outline {
  let entries: readonly Entry[] | null = null;
  let current: Entry | null = null;
  /** The section that the reader chose. It counts until they scroll on: a short section at the end never gets to the top. */
  let chosen: Entry | null = null;
  let waiting = false;

  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  window.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon);
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(type, () => (chosen = null), { passive: true, capture: true });
  }
  root.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('.outline a') : null;
      if (!link) return;
      chosen = read().find((entry) => entry.link === link) ?? null;
      const list = link.closest<HTMLElement>('[popover]');
      if (list?.matches(':popover-open')) list.hidePopover();
      mark();
    },
    // Before the page leads there, and the focus goes with it.
    { capture: true },
  );

  return {
    refresh() {
      entries = null;
      chosen = null;
      current = null;
      soon();
    },
  };

  function mark(): void {
    const now = chosen ?? entryInView(read());
    if (now === current) return;
    current?.link.removeAttribute('aria-current');
    for (const link of root.querySelectorAll('.outline [aria-current]')) link.removeAttribute('aria-current');
    current = now;
    now?.link.setAttribute('aria-current', 'location');
    if (now) showInList(now.link);
  }

  /** Links and where they lead; looked up once for each content. */
  function read(): readonly Entry[] {
    entries ??= [...root.querySelectorAll<HTMLAnchorElement>('.outline a')].flatMap((link) => {
      const heading = document.getElementById((link.getAttribute('href') ?? '').slice(1));
      return heading ? [{ link, heading }] : [];
    });
    return entries;
  }
}

/**
 * The section that is read: the last that starts above a line in the window. Towards the end of the page that line goes
 * down, so that the last sections have their turn.
 */
function entryInView(entries: readonly Entry[]): Entry | null {
  const height = window.innerHeight;
  const range = document.documentElement.scrollHeight - height;
  const left = Math.max(0, range - window.scrollY);
  const end = range < 1 ? 0 : 1 - Math.min(1, left / Math.min(height, range));
  const line = height * (READING + (1 - READING) * end);
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.heading.getBoundingClientRect().top ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1] ?? null;
}

/** Scrolls the list, and nothing around it. */
function showInList(link: HTMLElement): void {
  const list = link.closest<HTMLElement>('.outline-list');
  if (!list) return;
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    list.scrollTop += inner.top - outer.top - outer.height / 2;
  }
}

/** Keeps page and text side by side, by the lines that elements carry. */
import type { Mark } from './content';

export interface ScrollSync {
  /** Brings the block that holds a zero-based line of the text to the top of the view. */
  scrollTo(line: number): void;
  /** Brings a line into view if it isn't there. */
  show(line: number): void;
  /** The content has changed. */
  reset(): void;
}

/**
 * @param marksOf gives the elements that run in parallel with the text, in the order of the page
 * @param told is called with the topmost line in view, when the reader has scrolled and it is another one
 */
export function createScrollSync(marksOf: () => Iterable<Mark>, told: (line: number) => void): ScrollSync {
  let marks: readonly Mark[] | null = null;
  let lastLine = -1;
  let waiting = false;
  /** Time until which scrolling is our own and isn't reported: by `scrollTo`, and by images that load after it. */
  let quietUntil = 0;

  window.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const line = topLine(read());
      if (line === null || line === lastLine) return;
      lastLine = line;
      if (performance.now() > quietUntil) told(line);
    });
  });

  // What is folded has no place of its own.
  document.addEventListener(
    'toggle',
    () => {
      marks = null;
    },
    true,
  );

  return {
    scrollTo(line) {
      // Where a text begins with its title, nothing is above that but the page's own room.
      scroll(line === 0 ? 0 : placeOf(line, read()));
    },
    show(line) {
      const place = placeOf(line, read());
      const [top, bottom] = [window.scrollY + MARGIN, window.scrollY + window.innerHeight - 2 * MARGIN];
      if (place < top || place > bottom) scroll(place - window.innerHeight * SHOWN_AT);
    },
    reset() {
      marks = null;
      // After the next layout, and before the page reacts to a scroll that the change itself made.
      requestAnimationFrame(() => {
        lastLine = topLine(read()) ?? -1;
      });
    },
  };

  function scroll(top: number): void {
    const bottom = document.documentElement.scrollHeight - window.innerHeight;
    const target = Math.max(0, Math.min(top - MARGIN, bottom));
    if (Math.abs(target - window.scrollY) < 1) return;
    quietUntil = performance.now() + QUIET;
    window.scrollTo({ top: target, behavior: 'instant' });
  }

  /** The elements that run in parallel with the text, in order of both. */
  function read(): readonly Mark[] {
    if (marks) return marks;
    const found: Mark[] = [];
    for (const mark of marksOf())
      if (mark.line > (found.at(-1)?.line ?? -1) && !mark.element.closest('details.fold:not([open])')) found.push(mark);
    marks = found;
    return found;
  }
}

/** Returns the distance of a line from the top of the page, in CSS pixels. */
function placeOf(line: number, marks: readonly Mark[]): number {
  const index = lastIndex(marks, (mark) => mark.line <= line);
  const [before, after] = [marks[index], marks[index + 1]];
  if (!before) return 0;
  const top = offsetOf(before);
  const next = after ? offsetOf(after) : top + before.element.offsetHeight;
  const lines = after ? after.line - before.line : 1;
  return top + ((next - top) * Math.min(line - before.line, lines)) / Math.max(1, lines);
}

/** The line at the top of the view, between two marks in proportion. */
function topLine(marks: readonly Mark[]): number | null {
  if (marks.length === 0) return null;
  if (window.scrollY < 1) return 0;
  const top = window.scrollY + MARGIN;
  const index = lastIndex(marks, (mark) => offsetOf(mark) <= top + 1);
  const [before, after] = [marks[index], marks[index + 1]];
  if (!before) return 0;
  if (!after) return before.line;
  const start = offsetOf(before);
  const share = (top - start) / Math.max(1, offsetOf(after) - start);
  return Math.floor(before.line + Math.max(0, Math.min(share, 1)) * (after.line - before.line));
}

/** Time after `scrollTo` in which scrolling counts as our own, in milliseconds. */
const QUIET = 300;

/** The place in the window for a line that wasn't in view, as a share of the window's height. */
const SHOWN_AT = 0.3;

/** The room left above a block that is brought to the top, in CSS pixels. */
const MARGIN = 16;

function offsetOf({ element }: Mark): number {
  return element.getBoundingClientRect().top + window.scrollY;
}

/**
 * Returns the index of the last item for which `holds` is true; -1 if there is none. `holds` must be true up to some item only.
 */
function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Remembers the pages that previews were sent, so that the next answer has only the parts that changed. */
import type { Part, RenderedParts } from '../../core';
import type { RenderChanges, RenderSplice } from '../protocol';

/** The pages of one document in one view of it. */
export interface SentPages {
  /**
   * Returns the changes that a client needs to show a rendering.
   *
   * @param have the id of the page that the client shows; all parts are sent if it is null or not known any more
   */
  changesTo(rendered: RenderedParts, have: string | null): RenderChanges;
}

/** A page as a client has it: which parts, known by number, and the line of each. */
interface Sent {
  readonly id: string;
  readonly frame: string;
  readonly parts: readonly number[];
  readonly lines: readonly number[];
}

/** The number of pages that are remembered: so many previews of one document may show different versions of it. */
const MOST_PAGES = 8;

export function createSentPages(): SentPages {
  const sent = new Map<string, Sent>();
  /** The number of each part of the last page, by its slot and markup. Of older pages only the numbers are kept. */
  let numbers: Numbers = new Map();
  let used = 0;

  const remember = ({ frame, parts }: RenderedParts): Sent => {
    const before = numbers;
    numbers = new Map();
    const numbered = parts.map(({ slot, html }) => {
      const inSlot = numbers.get(slot) ?? new Map<string, number>();
      numbers.set(slot, inSlot);
      const number = inSlot.get(html) ?? before.get(slot)?.get(html) ?? ++used;
      inSlot.set(html, number);
      return number;
    });
    // No page of this server or an earlier one has had this id.
    const page = { id: crypto.randomUUID(), frame, parts: numbered, lines: parts.map(({ line }) => line) };
    sent.set(page.id, page);
    for (const oldest of sent.keys()) {
      if (sent.size <= MOST_PAGES) break;
      sent.delete(oldest);
    }
    return page;
  };

  return {
    changesTo: (rendered, have) => {
      const now = remember(rendered);
      const shown = have === null ? undefined : sent.get(have);
      // A client that keeps its page keeps the attributes of the article, too.
      const base = shown?.frame === now.frame ? shown : null;
      return {
        id: now.id,
        base: base?.id ?? null,
        frame: now.frame,
        ...changesBetween(base ?? NOTHING, now, rendered.parts),
      };
    },
  };
}

type Numbers = Map<Part['slot'], Map<string, number>>;

const NOTHING = { parts: [], lines: [] };

type Numbered = Pick<Sent, 'parts' | 'lines'>;

/** @param parts the parts of the new page */
function changesBetween(
  base: Numbered,
  now: Numbered,
  parts: readonly Part[],
): Pick<RenderChanges, 'splices' | 'moves'> {
  const from = stayingParts(base.parts, now.parts);
  const splices: RenderSplice[] = [];
  const moves: [from: number, count: number, lines: number][] = [];
  let old = 0;
  let fresh = 0;
  /** Replaces the old parts up to `oldEnd` by the new parts up to `newEnd`. */
  const splice = (oldEnd: number, newEnd: number) => {
    if (old === oldEnd && fresh === newEnd) return;
    splices.push({ start: old, removed: oldEnd - old, parts: parts.slice(fresh, newEnd) });
  };
  for (const [index, origin] of from.entries()) {
    if (origin < 0) continue;
    splice(origin, index);
    old = origin + 1;
    fresh = index + 1;
    const by = (now.lines[index] ?? 0) - (base.lines[origin] ?? 0);
    const move = moves.at(-1);
    if (by === 0) continue;
    if (move && move[0] + move[1] === index && move[2] === by) move[1]++;
    else moves.push([index, 1, by]);
  }
  splice(base.parts.length, now.parts.length);
  return { splices, moves };
}

/**
 * Returns for each part of the new page its index in the old page, or -1 if it is new. The indices of the parts that stay rise.
 * As many parts stay as one order allows.
 */
function stayingParts(before: readonly number[], now: readonly number[]): number[] {
  const from = new Array<number>(now.length).fill(-1);
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) from[start] = start++;
  let oldEnd = before.length;
  let newEnd = now.length;
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === now[newEnd - 1]) from[--newEnd] = --oldEnd;

  const places = new Map<number, number[]>();
  for (let i = oldEnd - 1; i >= start; i--) {
    const part = before[i] ?? 0;
    const all = places.get(part);
    if (all) all.push(i);
    else places.set(part, [i]);
  }
  const origins: number[] = [];
  const indices: number[] = [];
  for (let index = start; index < newEnd; index++) {
    const origin = places.get(now[index] ?? 0)?.pop();
    if (origin === undefined) continue;
    origins.push(origin);
    indices.push(index);
  }
  for (const kept of longestRise(origins)) from[indices[kept] ?? 0] = origins[kept] ?? -1;
  return from;
}

/** The indices of a longest subsequence of numbers that rises (patience sorting). */
function longestRise(numbers: readonly number[]): number[] {
  /**
   * `ends` has for each length of a rise the index of the smallest number that ends one. `previous` has for each number the
   * index of the one before it in its rise.
   */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.push(at);
  return rise.reverse();
}

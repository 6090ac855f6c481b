/** What the previews of a document were given, so that the next time only what has changed is sent. */
import type { Part, RenderedParts } from '../../core';
import type { RenderChanges, RenderSplice } from '../protocol';

/** The pages of one document in one view of it. */
export interface SentPages {
  /**
   * What a client needs to show a rendering.
   *
   * @param have the page that the client shows; of one that is not known any more nothing is left
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

/** More previews of one document that show different versions of it are not kept apart. */
const MOST_PAGES = 8;

export function createSentPages(): SentPages {
  const sent = new Map<string, Sent>();
  /** The number of each part, by its slot and markup, so that nothing of what was sent has to be kept. */
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
    // Of this server or an earlier one, no page had this name.
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
      // The attributes of a page that stays are not changed.
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

/** @param parts those of the new page */
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
  /** Takes what is new up to an index in place of what was there up to the other. */
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
 * For each part of the new page, the index in the one before of the part that it is; -1: it is new there. The indices of
 * those that stay rise: as many stay as can in one order.
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
  /** The index of the smallest number that ends a rise of each length, and for each number what is before it in its rise. */
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

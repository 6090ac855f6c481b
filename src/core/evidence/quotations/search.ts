import { firstWhere } from '../../base/ordered';
import type { Words } from './words';

/** Words of a quotation that were found in a passage. */
export interface Found {
  /** Indexes of the first and last word in the passage. */
  readonly first: number;
  readonly last: number;
  /** Pairs of quoted and found words, in order; empty if all are the same. */
  readonly steps: readonly Step[];
}

/** Indexes of two words that stand for each other; null if one text lacks the other's word. */
export interface Step {
  readonly quoted: number | null;
  readonly source: number | null;
}

/** Finds the words of a part exactly as they are, from the passage's word number `from` on. */
export function findSame(part: Words, passage: Words, from: number): Found | null {
  const start = passage.lineStarts[from];
  if (start === undefined) return null;
  const at = passage.line.indexOf(part.line, start);
  if (at < 0) return null;
  const first = indexOfSorted(passage.lineStarts, at);
  return { first, last: first + part.forms.length - 1, steps: [] };
}

function indexOfSorted(sorted: readonly number[], value: number): number {
  return firstWhere(sorted.length - 1, (index) => (sorted[index] ?? 0) >= value);
}

/** Largest share of words that may differ, and least share of letters that must be in equal words. */
const MOST_EDITS = 0.25;
const LEAST_SAME = 0.6;
/** Largest number of words in a quotation. Longer ones are rare, and near matches of them take long. */
const LONGEST = 400;
/** Largest cost of one search, in cells of the table in {@link align}. */
const MOST_CELLS = 2_000_000;

/**
 * Finds the words of a part with a few of them changed, left out or put in. Returns the place in the passage that takes the
 * fewest edits, the first one of equals.
 */
export function findNear(part: Words, passage: Words, from: number): Found | null {
  const size = part.forms.length;
  if (size < 3 || size > LONGEST) return null;
  const edits = Math.ceil(size * MOST_EDITS);
  let best: Alignment | null = null;
  let cells = 0;
  for (const { first, end } of likelyPlaces(part, passage, from, edits)) {
    cells += size * (end - first);
    if (cells > MOST_CELLS) break;
    const found = align(part.forms, passage.forms, first, end);
    if (found && found.edits <= edits && found.edits < (best?.edits ?? Number.POSITIVE_INFINITY)) best = found;
  }
  return best && sameShare(best, part, passage) >= LEAST_SAME ? withReplacedEnd(best, passage) : null;
}

/**
 * Matches words at the end of a quotation that its source lacks with the source's next words, up to the end of its sentence.
 * This costs as much as taking them as put in.
 */
function withReplacedEnd(found: Alignment, { text, spans }: Words): Alignment {
  const putIn = found.steps.length - 1 - found.steps.findLastIndex(({ source }) => source !== null);
  let { last } = found;
  const steps = found.steps.map((step, i) => {
    const next = spans[last + 1];
    const isLast = i >= found.steps.length - putIn;
    if (!isLast || !next || SENTENCE_END.test(text.slice(spans[last]?.end, next.start))) return step;
    last++;
    return { ...step, source: last };
  });
  return { ...found, last, steps };
}

const SENTENCE_END = /[.!?;:。！？；：\n|]/;

interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** Yields the stretches of a passage that hold enough of a part's words close together. */
function* likelyPlaces(part: Words, passage: Words, from: number, edits: number): Iterable<Stretch> {
  const { forms } = passage;
  const wanted = new Set(part.forms);
  const width = part.forms.length + edits;
  const least = part.forms.length - edits;
  let held = 0;
  let open: { first: number; end: number } | null = null;
  for (let i = from; i < forms.length + width; i++) {
    if (i < forms.length && wanted.has(forms[i] ?? '')) held++;
    const left = i - width;
    if (left >= from && wanted.has(forms[left] ?? '')) held--;
    if (held < Math.max(1, least)) continue;
    const first = Math.max(from, left + 1);
    const end = Math.min(forms.length, i + 1);
    if (open && first <= open.end) open.end = end;
    else {
      if (open) yield open;
      open = { first, end };
    }
  }
  if (open) yield open;
}

interface Alignment extends Found {
  readonly edits: number;
}

/** Cost of an edit. Of two ways with as many edits, the better one keeps more words of the quotation. */
const EDIT = 1024;
const CHANGE = EDIT + 1;

const ALIGNED = 0;
const LEFT_OUT = 1;
const PUT_IN = 2;

/**
 * Finds the stretch of `source` between `from` and `end` that becomes `quoted` by the fewest edits. This is Sellers' algorithm
 * (The Theory and Computation of Evolutionary Distances, 1980) on words.
 */
function align(quoted: readonly string[], source: readonly string[], from: number, end: number): Alignment | null {
  const width = end - from + 1;
  const moves = new Uint8Array((quoted.length + 1) * width);
  let above = new Uint32Array(width);
  let row = new Uint32Array(width);
  for (let q = 1; q <= quoted.length; q++) {
    row[0] = q * CHANGE;
    moves[q * width] = PUT_IN;
    for (let s = 1; s < width; s++) {
      const change = (above[s - 1] ?? 0) + (quoted[q - 1] === source[from + s - 1] ? 0 : CHANGE);
      const putIn = (above[s] ?? 0) + CHANGE;
      const leftOut = (row[s - 1] ?? 0) + EDIT;
      const least = Math.min(change, putIn, leftOut);
      row[s] = least;
      moves[q * width + s] = least === change ? ALIGNED : least === putIn ? PUT_IN : LEFT_OUT;
    }
    [above, row] = [row, above];
  }
  let at = 0;
  for (let s = 1; s < width; s++) if ((above[s] ?? 0) < (above[at] ?? 0)) at = s;
  const edits = Math.floor((above[at] ?? 0) / EDIT);
  const steps = walkBack(moves, width, quoted.length, at, from);
  const places = steps.flatMap(({ source: place }) => (place === null ? [] : [place]));
  const first = places[0];
  const last = places.at(-1);
  return first === undefined || last === undefined ? null : { first, last, steps, edits };
}

function walkBack(moves: Uint8Array, width: number, q: number, s: number, from: number): Step[] {
  const steps: Step[] = [];
  while (q > 0) {
    const move = moves[q * width + s];
    const quoted = move === LEFT_OUT ? null : --q;
    const source = move === PUT_IN ? null : from + --s;
    steps.push({ quoted, source });
  }
  return steps.reverse();
}

/** Returns the share of a part's letters that are in equal words. */
function sameShare({ steps }: Found, part: Words, passage: Words): number {
  const all = part.forms.reduce((sum, form) => sum + form.length, 0);
  const same = steps.filter((step) => isSame(step, part, passage));
  return same.reduce((sum, { quoted }) => sum + (part.forms[quoted ?? 0]?.length ?? 0), 0) / all;
}

/** True if a step changes nothing. */
export function isSame({ quoted, source }: Step, part: Words, passage: Words): boolean {
  return quoted !== null && source !== null && part.forms[quoted] === passage.forms[source];
}

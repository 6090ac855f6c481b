import { distance } from 'fastest-levenshtein';
import { derive } from '../base/derive';
import { isNumber } from '../base/messages';
import { once } from '../base/once';
import { firstWhere } from '../base/ordered';
import type { Local } from '../base/text';
import { figureIds } from '../brief/queries/figureIds';
import { sourceOrigins } from '../brief/queries/sources';
import type { Brief, Source } from '../brief/types';

/** Most words compared by spelling in one check. A hostile brief must not make this quadratic. */
const MOST_COMPARED = 400_000;

/** Finds the candidate that a mistyped word probably stands for; null if none is near. */
export type Nearest = (word: string) => string | null;

/** Prepared candidates, with the results so far. */
interface Prepared {
  readonly words: readonly string[];
  /** Numbers in ascending order. */
  readonly numbers: readonly number[];
  /** Results by the word searched for; null if nothing is near. */
  readonly known: Map<string, string | null>;
}

/** Most results kept: versions of a brief may have many mistyped words. */
const MOST_KNOWN = 10_000;

/**
 * Searches for the nearest of some words. For a number it is the number before or after; for any other word, the word with
 * the fewest different letters, at most a third. Candidates are prepared at the first search, since most briefs have nothing
 * mistyped.
 */
export function nearestOf(candidates: Iterable<string>): Nearest {
  const nearest = once(() => nearestIn(prepare(candidates)));
  return (word) => nearest()(word);
}

/** Searches among prepared words, and keeps the results. */
function nearestIn({ words, numbers, known }: Prepared): Nearest {
  let left = MOST_COMPARED;
  return (word) => {
    if (isNumber(word)) return nearestNumber(numbers, Number(word));
    const before = known.get(word);
    if (before !== undefined) return before;
    if (words.length > left) return null;
    left -= words.length;
    const found = nearestWord(words, word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, found);
    return found;
  };
}

/** Finds the source whose id a mistyped one probably stands for. */
export const nearestSourceOf = derive((brief: Brief): Nearest => nearestIn(idsOfSources(sourceOrigins(brief))));

/** Finds the figure whose id a mistyped one probably stands for. */
export const nearestFigureOf = derive((brief: Brief): Nearest => nearestOf(figureIds(brief).keys()));

const idsOfSources = derive((sources: readonly Local<Source>[]) => prepare(sources.map(({ id }) => id)));

/** Prepares candidates for searches. */
function prepare(candidates: Iterable<string>): Prepared {
  const words: string[] = [];
  const numbers: number[] = [];
  for (const candidate of candidates) {
    if (!isNumber(candidate)) words.push(candidate);
    else if (Number.isSafeInteger(Number(candidate)) && String(Number(candidate)) === candidate)
      numbers.push(Number(candidate));
  }
  numbers.sort((a, b) => a - b);
  return { words, numbers, known: new Map<string, string | null>() };
}

function nearestWord(words: readonly string[], word: string): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const differs = distance(lower, candidate.toLowerCase());
    if (differs < least) {
      least = differs;
      best = candidate;
    }
  }
  return best;
}

/**
 * Returns the number before or after; if both exist, the lower. A more distant number is another source and not a typing
 * error.
 */
function nearestNumber(sorted: readonly number[], wanted: number): string | null {
  const at = firstWhere(sorted.length, (index) => (sorted[index] ?? 0) >= wanted - 1);
  const found = sorted[at];
  return found !== undefined && found <= wanted + 1 ? String(found) : null;
}

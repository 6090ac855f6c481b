import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import type { Bound } from './quantity';

/**
 * Returns the bound that the words beside a date make of it: "after 2015" means later than 2015.
 *
 * @param end offset where the date ends
 * @param language without script and region
 * @returns null without such words
 */
export function dateBoundOf(text: string, start: number, end: number, language: string): Bound | null {
  const words = WORDS.get(language)?.();
  if (!words || yearsAwayAt(text, start, language)) return null;
  const { isCjk, bounds } = words;
  const beside = isCjk ? text.slice(end, end + FARTHEST) : text.slice(Math.max(0, start - FARTHEST), start);
  return bounds.find(([, pattern]) => pattern.test(beside))?.[0] ?? null;
}

/**
 * Returns the way from a date to the year that the words before it mean: "the year before 2015", "three years after 2015".
 *
 * @returns -1 for an earlier year and 1 for a later one, with the offset of the word for years; null without such words
 */
export function yearsAwayAt(text: string, start: number, language: string): { way: 1 | -1; at: number } | null {
  const from = Math.max(0, start - FARTHEST);
  const found = WORDS.get(language)?.().away?.exec(text.slice(from, start));
  return found ? { way: found[1] === undefined ? 1 : -1, at: from + found.index } : null;
}

/** Length of the text beside a date that is searched, in UTF-16 units. */
const FARTHEST = 24;

const BOUNDS: readonly Bound[] = ['atLeast', 'atMost', 'lessThan', 'moreThan'];

const WORDS = new Map(
  ofLanguages(({ tag, isCjk = false, dateBounds, units }) => {
    if (!dateBounds) return undefined;
    const patternOf = (list: string) =>
      isCjk ? new RegExp(`^年?(?:${list})`, 'u') : new RegExp(`(?<!\\p{L})(?:${list})(?: \\p{L}{1,3})? $`, 'iu');
    const { lessThan, moreThan } = dateBounds;
    const years = isCjk ? undefined : units?.['year'];
    const words = once(() => ({
      isCjk,
      away: years ? new RegExp(`(?<!\\p{L})(?:${years}) (?:(${lessThan})|${moreThan})(?: \\p{L}{1,3})? $`, 'iu') : null,
      bounds: BOUNDS.flatMap((bound) => {
        const list = dateBounds[bound];
        return list === undefined ? [] : [[bound, patternOf(list)] as const];
      }),
    }));
    return [tag, words] as const;
  }),
);

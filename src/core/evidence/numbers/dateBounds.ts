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
  if (!words) return null;
  const { isCjk, bounds } = words;
  const beside = isCjk ? text.slice(end, end + FARTHEST) : text.slice(Math.max(0, start - FARTHEST), start);
  return bounds.find(([, pattern]) => pattern.test(beside))?.[0] ?? null;
}

/** Length of the text beside a date that is searched, in UTF-16 units. */
const FARTHEST = 24;

const BOUNDS: readonly Bound[] = ['atLeast', 'atMost', 'lessThan', 'moreThan'];

const WORDS = new Map(
  ofLanguages(({ tag, isCjk = false, dateBounds }) => {
    if (!dateBounds) return undefined;
    const patternOf = (list: string) =>
      isCjk ? new RegExp(`^年?(?:${list})`, 'u') : new RegExp(`(?<!\\p{L})(?:${list})(?: \\p{L}{1,3})? $`, 'iu');
    const words = once(() => ({
      isCjk,
      bounds: BOUNDS.flatMap((bound) => {
        const list = dateBounds[bound];
        return list === undefined ? [] : [[bound, patternOf(list)] as const];
      }),
    }));
    return [tag, words] as const;
  }),
);

import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import type { Amount } from './quantity';

/**
 * True if a stretch of time counts from today, as in "5 years ago" and "the last 20 years": a passage can't have it.
 *
 * @param language without script and region
 */
export function relatesToToday(text: string, { unit, span }: Amount, language: string): boolean {
  if (unit === null || !TIMES.has(unit)) return false;
  const words = WORDS.get(language)?.();
  if (!words) return false;
  return (
    words.before.test(text.slice(Math.max(0, span.start - BESIDE), span.start)) ||
    words.behind.test(text.slice(span.end, span.end + BESIDE))
  );
}

/** True if the words before a stretch of years say that it goes on: "has been open for 40 years", "is 40 years old". */
export function reachesToday(text: string, { unit, span }: Amount, language: string): boolean {
  const words = WORDS.get(language)?.();
  if (!words || (unit !== 'year' && unit !== 'decade')) return false;
  const before = text.slice(Math.max(0, span.start - BESIDE_VERB), span.start);
  return words.still.test(before.slice(before.search(/[^,;:.，。；]*$/u)));
}

/** Length of the text before an amount that is searched for its verb, in UTF-16 units. */
const BESIDE_VERB = 80;

const TIMES: ReadonlySet<string> = new Set(['s', 'min', 'h', 'day', 'week', 'month', 'year', 'decade', 'century']);
/** Length of the text beside an amount that is read, in UTF-16 units. */
const BESIDE = 24;

const WORDS = new Map(
  ofLanguages(({ tag, today, isCjk = false }) => {
    if (!today) return undefined;
    const words = once(() => ({
      before: new RegExp(`(?:${today.before})[ ]?$`, 'iu'),
      behind: new RegExp(`^[ ]?(?:${today.behind})`, 'iu'),
      still: isCjk ? new RegExp(today.still, 'u') : new RegExp(`(?<!\\p{L})(?:${today.still})(?!\\p{L})`, 'iu'),
    }));
    return [tag, words] as const;
  }),
);

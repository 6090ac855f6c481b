import { ofLanguages } from '../../languages';
import type { Amount } from './quantity';

/**
 * True if a stretch of time counts from today, as in "5 years ago" and "the last 20 years": a passage can't have it.
 *
 * @param language without script and region
 */
export function relatesToToday(text: string, { unit, span }: Amount, language: string): boolean {
  if (unit === null || !TIMES.has(unit)) return false;
  const words = WORDS.get(language);
  if (!words) return false;
  return (
    new RegExp(`(?:${words.before})[ ]?$`, 'iu').test(text.slice(Math.max(0, span.start - BESIDE), span.start)) ||
    new RegExp(`^[ ]?(?:${words.behind})`, 'iu').test(text.slice(span.end, span.end + BESIDE))
  );
}

const TIMES: ReadonlySet<string> = new Set(['s', 'min', 'h', 'day', 'week', 'month', 'year', 'decade', 'century']);
/** Length of the text beside an amount that is read, in UTF-16 units. */
const BESIDE = 24;

const WORDS = new Map(ofLanguages(({ tag, today }) => today && ([tag, today] as const)));

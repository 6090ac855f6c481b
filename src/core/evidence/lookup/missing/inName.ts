import type { Amount, CalendarDate } from '../../numbers';
import { matches } from '../../numbers/matches';
import type { PassagePlace } from '../../verdicts';
import type { Cited } from '../cited';
import type { Statement } from '../statements';

/**
 * Returns the place where a passage or a title has the name that ends in a claim's number, such as "Covid 19" or "Runner 2".
 * Such numbers aren't read as amounts everywhere, so the name itself is looked for.
 */
export function inName({ kind, surface, span }: Amount, { text }: Statement, { sources }: Cited): PassagePlace | null {
  if (kind !== 'number' || !/^\d{1,4}$/.test(surface)) return null;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, span.start - LONGEST), span.start))?.[1];
  if (name === undefined) return null;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${name}[ _-]?${surface}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'iu');
  for (const { id, passages } of sources)
    for (const [index, { passage }] of passages.entries()) {
      const found = passage.text.length > MOST_TEXT ? null : pattern.exec(passage.text);
      if (found) return { source: id, passage: index, start: found.index, end: found.index + found[0].length };
    }
  return null;
}

/** Returns the place of a short name that holds a year's last two digits: "COVID-19" for "coronavirus disease 2019". */
export function inAcronym({ value, span }: CalendarDate, { text }: Statement, { sources }: Cited): PassagePlace | null {
  const digits = /^\d\d(\d\d)$/.exec(value)?.[1];
  if (digits === undefined) return null;
  const words = text.slice(Math.max(0, span.start - LONGEST), span.end + LONGEST).match(/\p{L}{3,}/gu) ?? [];
  const starts = new Set(words.map((word) => word.slice(0, 2).toUpperCase()));
  for (const { id, passages } of sources)
    for (const [index, { passage }] of passages.entries()) {
      if (passage.text.length > MOST_TEXT) continue;
      for (const { 0: name, 1: start = '', 2: year, index: at } of matches(passage.text, ACRONYM))
        if (year === digits && starts.has(start))
          return { source: id, passage: index, start: at, end: at + name.length };
    }
  return null;
}

const ACRONYM = /(?<![\p{L}\p{N}])(\p{Lu}{2})\p{Lu}{1,6}-(\d\d)(?![\p{L}\p{N}])/gu;

const NAME_BEFORE = /(?:^|[^\p{L}\p{N}])(\p{Lu}\p{L}{2,})[ -]$/u;
/** Longest name, in UTF-16 units. */
const LONGEST = 24;
/** Longest passage that is searched for one word, in UTF-16 units. */
export const MOST_TEXT = 20_000;

/** Short names of sources for where there is little room: author and year. */
import type { Unplaced } from '../../base/text';
import { firstColumnsOf, widthOfText } from '../../base/width';
import type { Source } from '../types';
import { FAMILY_FIRST, partsOfName } from './names';

/**
 * Returns the name of a source in running text: `Sample & Muster`, `Sample et al.`, `USGS`.
 *
 * @returns null if neither author nor publisher is known
 */
export function authorsOf({ authors, publisher }: Unplaced<Source>): string | null {
  const [first, second, third] = authors.map(({ value }) => calledBy(value, publisher?.value));
  if (first === undefined) return publisher ? onOneLine(publisher.value) : null;
  if (third !== undefined) return first + (FAMILY_FIRST.test(first) ? '等' : ' et al.');
  return second === undefined ? first : `${first} & ${second}`;
}

/**
 * Returns the name of a source for little room: `Sample & Muster 2024`, `USGS 2024`. If it is too wide, only the first
 * author is named, and a name that is still too wide is cut.
 *
 * @param columns the most columns that it may take
 * @returns null if neither author nor publisher is known
 */
export function authorYear(source: Unplaced<Source>, columns: number): string | null {
  const all = authorsOf(source);
  if (all === null) return null;
  const whole = withYear(all, source, Number.POSITIVE_INFINITY);
  const [first] = source.authors;
  if (widthOfText(whole) <= columns || !first) return withYear(all, source, columns);
  return withYear(calledBy(first.value, source.publisher?.value), source, columns);
}

/** Returns a name on one line with the year of the source. A name that is too wide is cut after a whole character. */
export function withYear(name: string, { published }: Unplaced<Source>, columns: number): string {
  const year = /^\d{4}(?!\d)/.exec(published?.value ?? '')?.[0];
  const line = onOneLine(name);
  const rest = year === undefined ? '' : ` ${year}`;
  const room = columns - rest.length;
  return (widthOfText(line) <= room ? line : `${firstColumnsOf(line, room - 1).trimEnd()}…`) + rest;
}

/** Returns the family name of a person, with the small words that belong to it; any other name as a whole. */
function calledBy(written: string, publisher?: string): string {
  const { family, literal = '', ...parts } = partsOfName(written, publisher);
  const particle = parts['non-dropping-particle'];
  if (family === undefined) return literal;
  return particle === undefined ? family : `${particle} ${family}`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

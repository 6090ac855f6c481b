/** The times that a text speaks of, of dates and words: 2023, the third quarter, last year, "a year earlier". */
import type { Span } from '../../base/text';
import type { Quantity } from '../numbers';
import { matches } from '../numbers/matches';
import type { Lexicon } from './words';

/** A year; a part of one, or the whole; and what something is compared with. */
export type PeriodLevel = 'year' | 'part' | 'base';

export interface Period extends Span {
  readonly level: PeriodLevel;
  /** Equal for the same time: `2023`, `last`; `Q3`, `06`, `H1`, `whole`; `year`, `period`. */
  readonly key: string;
}

export const PERIOD_LEVELS: readonly PeriodLevel[] = ['year', 'part', 'base'];

/** @returns in order */
export function periodsIn(
  text: string,
  quantities: readonly Quantity[],
  { periods, periodWords }: Lexicon,
): readonly Period[] {
  const found: Period[] = quantities.flatMap((quantity) => (quantity.kind === 'date' ? ofDate(quantity) : []));
  for (const { 0: word, index, ...groups } of matches(text, periods)) {
    const name = periodWords.find((_, i) => groups[i + 1] !== undefined) ?? '';
    const [level, key = ''] = name.split(' ');
    found.push({ level: level as PeriodLevel, key, start: index, end: index + word.length });
  }
  for (const { 0: words, index, 1: nth = '' } of matches(text, NTH)) {
    const unit = /[qh](?:uarter|alf)/i
      .exec(text.slice(Math.max(0, index - NEAR), index))?.[0]
      .charAt(0)
      .toUpperCase();
    if (unit)
      found.push({ level: 'part', key: unit + (NTHS.indexOf(nth) + 1), start: index, end: index + words.length });
  }
  const isBase = ({ level, start }: Period) =>
    level !== 'base' && BASE.test(text.slice(Math.max(0, start - NEAR_BASE), start));
  return found.filter((period) => !isBase(period)).sort((a, b) => a.start - b.start);
}

/** Leads to what something is compared with, or starts from: an amount "up from 2022" is not of 2022. */
const BASE =
  /(?:(?<![\p{L}])(?:than|from|over|since|against|versus|compared (?:with|to)|above|below|als|gegenüber|seit|que|depuis|rapport à|desde|frente a)(?: (?:in|the|dem|im|en|el|l[’']))*\s?|[比较較]|自从?)$/iu;
/** In UTF-16 units. */
const NEAR_BASE = 24;

function ofDate({ value, span: { start, end } }: Quantity): Period[] {
  const [, year, part] = /^(\d{4}|XXXX)(?:-(Q\d|H\d|\d\d)(?:-\d\d)?)?$/.exec(String(value)) ?? [];
  const periods: Period[] = [];
  if (year !== undefined && year !== 'XXXX') periods.push({ level: 'year', key: year, start, end });
  if (part !== undefined) periods.push({ level: 'part', key: part, start, end });
  return periods;
}

/** "In the second half, against 11.7bn in the first" */
const NTH = /(?<![\p{L}])(?:in|for) the (first|second|third|fourth)(?=[,.;)]|$)/giu;
const NTHS = ['first', 'second', 'third', 'fourth'];
/** In UTF-16 units. */
const NEAR = 80;

/** Finds the times that a text names, by dates and words: 2023, the third quarter, last year, "a year earlier". */
import type { TextSpan } from '../../base/text';
import type { Quantity } from '../numbers';
import { matches } from '../numbers/matches';
import type { Lexicon } from './words';

/** Levels of time: a year; a part of one, or the whole; and the base of a comparison. */
export type PeriodLevel = 'year' | 'part' | 'base';

export interface Period extends TextSpan {
  readonly level: PeriodLevel;
  /** Key that is equal for the same time: `2023`, `last`; `Q3`, `06`, `H1`, `whole`; `year`, `period`. */
  readonly key: string;
}

export const PERIOD_LEVELS: readonly PeriodLevel[] = ['year', 'part', 'base'];

/** Finds the times of a text, in order. A year or a part of one is left out if it is only the base of a comparison. */
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

/** Words before the base of a comparison: an amount "up from 2022" doesn't describe 2022. */
const BASE =
  /(?:(?<![\p{L}])(?:than|from|over|since|against|versus|compared (?:with|to)|above|below|als|gegenüber|seit|que|depuis|rapport à|desde|frente a)(?: (?:in|the|dem|im|en|el|l[’']))*\s?|[比较較]|自从?)$/iu;
/** Length of the text before a time in which such words are looked for, in UTF-16 units. */
const NEAR_BASE = 24;

function ofDate({ value, span: { start, end } }: Quantity): Period[] {
  const [, year, part] = /^(\d{4}|XXXX)(?:-(Q\d|H\d|\d\d)(?:-\d\d)?)?$/.exec(String(value)) ?? [];
  const periods: Period[] = [];
  if (year !== undefined && year !== 'XXXX') periods.push({ level: 'year', key: year, start, end });
  if (part !== undefined) periods.push({ level: 'part', key: part, start, end });
  return periods;
}

/** A part of a year without its unit: "in the second half, against 11.7bn in the first". */
const NTH = /(?<![\p{L}])(?:in|for) the (first|second|third|fourth)(?=[,.;)]|$)/giu;
const NTHS = ['first', 'second', 'third', 'fourth'];
/** Length of the text before it in which the unit is looked for, in UTF-16 units. */
const NEAR = 80;

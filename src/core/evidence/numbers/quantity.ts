import type { TextSpan } from '../../base/text';
import type { Bound } from '../../languages/language';

export type { Bound } from '../../languages/language';

export type QuantityKind = 'number' | 'percent' | 'currency' | 'date' | 'dimension' | 'ordinal';

interface Found {
  /** The words as written, without "about" or "more than" before them. */
  readonly surface: string;
  readonly span: TextSpan;
  /** True if said with "about", 约, 近, 多, or in words that leave it open. */
  readonly approximate: boolean;
  readonly bound: Bound | null;
  /** True if it's worth looking up in a source: not "one", "first" or a small bare count in words. */
  readonly checkable: boolean;
}

/** A number with what it counts. */
export interface Amount extends Found {
  readonly kind: Exclude<QuantityKind, 'date'>;
  /** Scaled: 5300000 for "5.3 million", 90 for "90%". The ends of a range as text: "5/7". */
  readonly value: number | string;
  /** ISO 4217 code, "%", "pp" (percentage points), or a unit as in `units.ts`. */
  readonly unit: string | null;
  /** The two ends of a range; both are the value where there is no range. */
  readonly low: number;
  readonly high: number;
  /** One unit in the last digit shown: 100000 for "5.3 million". 0 for an exact fraction in words. */
  readonly step: number;
  /** Step of `low`; differs from `step` if the two ends are written with different precision: "1 to 1.5 %". */
  readonly lowStep: number;
}

/** A day, month, quarter, year, decade, century, or a span of such. */
export interface CalendarDate extends Found {
  readonly kind: 'date';
  /**
   * Extended Date/Time Format (ISO 8601-2): "2023", "2023-08-15", "198X" (decade), "19XX" (century), "XXXX-08"
   * (no year said), "2014/2018". Also "2024-Q3", "2024-H1", "2024-W03", and "FY2024" for a fiscal year.
   */
  readonly value: string;
  readonly unit: null;
  /** The first and the last day (inclusive) that it may mean, as `YYYY-MM-DD`; null where the year is unknown. */
  readonly first: string | null;
  readonly last: string | null;
}

export type Quantity = Amount | CalendarDate;

/** True for a bound with all larger values: "more than 5". */
export function isLowerBound(bound: Bound | null): boolean {
  return bound === 'moreThan' || bound === 'atLeast';
}

/** A number before its unit is read. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly form: 'digits' | 'words' | 'han';
  readonly approximate?: boolean;
  readonly bound?: Bound | null;
  /** Set if the numeral itself shows its kind: 九成, 百分之五, "third". */
  readonly kind?: 'percent' | 'ordinal';
  /** True if it has a thousand, a million or the like; the first end of a range may lack it. */
  readonly scaled: boolean;
  /** The power of ten of that scale. */
  readonly exponent: number;
  /** True for "two-thirds", 3/5, ½. */
  readonly fraction?: boolean;
  /** True for four digits and nothing else: perhaps a year. */
  readonly bareYear?: boolean;
}

/** A date before ranges and hedges are read. */
export interface DateFound {
  readonly kind: 'date';
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly first: string | null;
  readonly last: string | null;
}

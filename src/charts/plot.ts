/** Data and size of a chart, for all kinds of charts. */
import type { ChartJob, ChartPoint } from '../core/brief/figures/charts';
import type { Formats } from './numbers';

export type DataJob = Extract<ChartJob, { kind: 'data' }>;
export type Json = { readonly [key: string]: unknown };

export interface Plot {
  readonly job: DataJob;
  /** Width of the whole drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly formats: Formats;
  readonly kind: ColumnKind;
  /** Distinct values of `x` in words, in the order of the axis. */
  readonly categories: readonly string[];
  /** Names of the series in the order of the data; empty without series. */
  readonly series: readonly string[];
  readonly rows: readonly Row[];
}

/** One row of data. Its fields have fixed names, because an author's names of columns may mean something to Vega. */
export interface Row {
  /** The category, in words. */
  readonly c: string;
  /** Value on the axis of `x`: a number, a time in milliseconds, or the text of a category. */
  readonly x: number | string;
  readonly y: number;
  readonly s: string;
}

/** @param width of the whole drawing, in pixels; its height follows, unless the kind of chart needs more */
export function plotOf(job: DataJob, formats: Formats, width: number): Plot {
  const kind = kindOf(job.points.map(({ x }) => x));
  const category = ({ x }: ChartPoint) => {
    if (kind === 'time') return formats.time(timeOf(x) ?? 0);
    return kind === 'number' ? formats.number(Number(x)) : nameOf(x);
  };
  const along = ({ x }: ChartPoint) => (kind === 'time' ? (timeOf(x) ?? 0) : kind === 'text' ? String(x) : Number(x));
  // Numbers and times have an order of their own; words stand as the author put them.
  const ordered =
    kind === 'text' || job.chart === 'pie'
      ? job.points
      : [...job.points].sort((a, b) => Number(along(a)) - Number(along(b)));
  const rows = ordered.map((point) => ({ c: category(point), x: along(point), y: point.y, s: nameOf(point.s ?? '') }));
  const unique = (values: readonly string[]) => [...new Set(values)];
  return {
    job,
    width,
    height: Math.min(320, Math.round(width / 6) + 208),
    formats,
    kind,
    categories: unique(rows.map(({ c }) => c)),
    series: job.names.series === null ? [] : unique(job.points.map(({ s }) => nameOf(s ?? ''))),
    rows,
  };
}

/**
 * Returns a value as a name that is safe in Vega, which keeps names as keys of objects. A name such as `constructor` gets an
 * invisible character.
 */
export function nameOf(value: string | number): string {
  return value in Object.prototype ? `${value}\u200b` : String(value);
}

/** Returns `length` items of a list, starting again at its end. */
export function cycled<T>(list: readonly T[], length: number): T[] {
  return Array.from({ length }, (_, i) => list[i % list.length]).flatMap((item) => (item === undefined ? [] : [item]));
}

type ColumnKind = 'number' | 'year' | 'time' | 'text';

const ISO = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ].{1,30})?)?$/;

function kindOf(values: readonly (string | number)[]): ColumnKind {
  const all = (test: (value: string | number) => boolean) => values.length > 0 && values.every(test);
  if (all((value) => /^[12]\d{3}$/.test(String(value)))) return 'year';
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => ISO.test(String(value)) && timeOf(value) !== null)) return 'time';
  return 'text';
}

/** Reads an ISO 8601 date as milliseconds in UTC; null if it isn't a date. */
function timeOf(value: string | number): number | null {
  const text = String(value).replace(' ', 'T');
  const time = Date.parse(/T/.test(text) && !/(?:Z|[-+]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}

/** What all kinds of charts need to know of their data and of their place. */
import type { ChartJob, ChartPoint } from '../core/brief/figures/charts';
import type { Formats } from './numbers';

export type DataJob = Extract<ChartJob, { kind: 'data' }>;
export type Json = { readonly [key: string]: unknown };

export interface Plot {
  readonly job: DataJob;
  /** Of the whole drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly formats: Formats;
  readonly kind: ColumnKind;
  /** What stands along the axis of `x`, in order. */
  readonly categories: readonly string[];
  /** In the order of the data; empty without series. */
  readonly series: readonly string[];
  readonly rows: readonly Row[];
}

/** Names of columns are the author's and may mean something to Vega: in specifications they are these. */
export interface Row {
  /** The category, in words. */
  readonly c: string;
  /** Along a continuous axis. */
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

/** Vega keeps names as keys of objects, where some mean something else: those get an invisible character. */
export function nameOf(value: string | number): string {
  return value in Object.prototype ? `${value}\u200b` : String(value);
}

/** So many items of a list, from its start again where it ends. */
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

/** An ISO 8601 date as milliseconds in UTC; null where it is none. */
function timeOf(value: string | number): number | null {
  const text = String(value).replace(' ', 'T');
  const time = Date.parse(/T/.test(text) && !/(?:Z|[-+]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}

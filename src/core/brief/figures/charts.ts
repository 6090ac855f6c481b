/** Gathers the data from which charts are drawn. Drawing itself is done elsewhere. */

import { derive } from '../../base/derive';
import type { Span } from '../../base/text';
import type { Brief, ChartKind, DataFile, DataRow, Figure } from '../types';
import { badFileOf, dataOf, fileOf, toNumber } from './data';
import { urlsOf, withRows } from './vegaLite';

/** A chart to draw, with nothing that doesn't change how it looks. */
export type ChartJob =
  | {
      readonly kind: 'data';
      readonly chart: Exclude<ChartKind, 'table'>;
      /** The names of the columns. */
      readonly names: { readonly x: string; readonly y: string; readonly series: string | null };
      readonly points: readonly ChartPoint[];
      /** The numbers are written with `%`. */
      readonly percent: boolean;
      readonly language: string;
    }
  | { readonly kind: 'vega-lite'; readonly spec: unknown; readonly language: string };

export interface ChartPoint {
  readonly x: string | number;
  readonly y: number;
  readonly s?: string;
}

/**
 * A chart as untrusted SVG, or sentences that say why it wasn't drawn and what to do. `medium` and `narrow` show the same
 * in less room. They are missing if `svg` is narrow itself, or the chart has only one width.
 */
export type DrawnChart =
  | { readonly svg: string; readonly medium?: string; readonly narrow?: string }
  | { readonly error: string };

/** A {@link ChartJob} in JSON: it is what is drawn, and its own name. */
export type ChartRequest = string;

/** The charts that were drawn, by request. */
export type DrawnCharts = ReadonlyMap<ChartRequest, DrawnChart>;

/** Returns requests for the charts of a brief whose data are there, each once. */
export function chartRequests(brief: Brief): ChartRequest[] {
  return [...new Set(brief.figures.flatMap((figure) => requestOf(figure, brief) ?? []))];
}

/** Returns the request for a figure's chart; null if it isn't a chart, or its data are bad or not loaded yet. */
export function requestOf(figure: Figure, brief: Pick<Brief, 'data' | 'language'>): ChartRequest | null {
  const { content } = figure;
  if (content?.kind !== 'data' && content?.kind !== 'vega-lite') return null;
  const paths =
    content.kind === 'vega-lite' ? urlsOf(content.spec) : 'path' in content.data ? [content.data.path.value] : [];
  const files = new Set(paths.map((path) => fileOf(path, brief)).filter((file) => file !== undefined));
  return requestFrom(content, brief.language, ...files);
}

const requestFrom = derive(
  (content: NonNullable<Figure['content']>, language: string, ...data: readonly DataFile[]) => {
    const job = jobOf(content, { data, language });
    return job && JSON.stringify(job);
  },
);

/** The span of an error in the data. Nobody reads it, as nothing is drawn then. */
const NOWHERE: Span = { start: 0, end: 0 };

function jobOf(content: NonNullable<Figure['content']>, brief: Pick<Brief, 'data' | 'language'>): ChartJob | null {
  const { language } = brief;
  if (content.kind === 'vega-lite') {
    const there = urlsOf(content.spec).every((url) => fileOf(url, brief)) && badFileOf(content, brief) === null;
    const spec = withRows(content.spec, (url) => fileOf(url, brief)?.rows ?? null);
    return there ? { kind: 'vega-lite', spec, language } : null;
  }
  if (content.kind !== 'data' || content.chart === 'table') return null;
  const data = dataOf(content, NOWHERE, brief);
  if (data === null || 'message' in data) return null;
  const { rows, x, y, series } = data;
  if (x === null || y === null) return null;
  const points = rows.flatMap((row) => pointOf(row, x, y, series) ?? []);
  const percent = rows.every(
    (row) => (row[y] ?? null) === null || (typeof row[y] === 'string' && /%\s*$/.test(row[y])),
  );
  return { kind: 'data', chart: content.chart, names: { x, y, series }, points, percent, language };
}

/** Returns the point of a row; null for a row without a number, which is a gap. */
function pointOf(row: DataRow, x: string, y: string, series: string | null): ChartPoint | null {
  const value = toNumber(row[y]);
  const along = row[x] ?? null;
  if (value === null || along === null) return null;
  return series === null ? { x: along, y: value } : { x: along, y: value, s: String(row[series] ?? '—') };
}

/** The rows behind a figure, and the faults in them. Rules, the page and charts all read them here. */

import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief, DataFile, DataRow, Field, Figure, FigureContent } from '../types';
import { urlsOf } from './vegaLite';

type DataContent = Extract<FigureContent, { kind: 'data' }>;

/** Rows with the columns that a chart draws of them. */
export interface FigureData {
  readonly rows: readonly DataRow[];
  /** Names of the columns, in the order of the file; for inline rows, in the order of first use. */
  readonly columns: readonly string[];
  /** The column along the axis; null only for a table, which shows all columns. */
  readonly x: string | null;
  readonly y: string | null;
  readonly series: string | null;
}

/** A fault in the data, as a sentence that says what to do, and its place. */
export interface BadData {
  readonly message: string;
  readonly span: Span;
  /** A column that isn't there, and all columns that are. */
  readonly missing?: { readonly field: Field; readonly columns: readonly string[] };
}

/** Most rows from which a chart is drawn. */
const MOST_CHART_ROWS = 5000;

/** Returns the paths of the files of rows that a figure names. */
export function dataPathsOf({ content }: Figure): readonly string[] {
  if (content?.kind === 'data') return 'path' in content.data ? [content.data.path.value] : [];
  return content?.kind === 'vega-lite' ? urlsOf(content.spec) : [];
}

/**
 * Returns the rows of a figure, or the fault in them.
 *
 * @returns null if its file wasn't looked for yet
 */
export function dataOf(content: DataContent, span: Span, brief: Pick<Brief, 'data'>): FigureData | BadData | null {
  if ('rows' in content.data) return check(content, content.data.rows, keysOf(content.data.rows), span, null);
  const { path } = content.data;
  const file = brief.data.find((candidate) => candidate.path === path.value);
  if (!file) return null;
  const { unreadable } = file;
  if (unreadable !== undefined) return { message: unreadMessage(path.value, unreadable), span: path.span };
  return check(content, file.rows, file.columns, path.span, path.value);
}

/** Finds the first unreadable file of a Vega-Lite specification. Null if all are readable, or not yet looked for. */
export function badFileOf(content: FigureContent, brief: Pick<Brief, 'data'>): BadData | null {
  if (content.kind !== 'vega-lite') return null;
  for (const url of urlsOf(content.spec)) {
    const reason = brief.data.find(({ path }) => path === url)?.unreadable;
    if (reason !== undefined) return { message: unreadMessage(url, reason), span: content.span };
  }
  return null;
}

/** Returns the file that a path means; undefined if it wasn't looked for yet. */
export function fileOf(path: string, brief: Pick<Brief, 'data'>): DataFile | undefined {
  return brief.data.find((file) => file.path === path);
}

/** Returns the file that holds a figure's rows; undefined if it doesn't name one, or it wasn't looked for yet. */
export function fileOfFigure({ content }: Figure, brief: Pick<Brief, 'data'>): DataFile | undefined {
  return content?.kind === 'data' && 'path' in content.data ? fileOf(content.data.path.value, brief) : undefined;
}

function unreadMessage(path: string, reason: string): string {
  return say('{0} was not read. {1}', say('"{0}"', path), reason);
}

function check(
  content: DataContent,
  rows: readonly DataRow[],
  columns: readonly string[],
  span: Span,
  path: string | null,
): FigureData | BadData {
  if (rows.length === 0 || columns.length === 0) {
    const message =
      path === null
        ? say('The data have no rows. Add some, or remove the figure.')
        : say('"{0}" has no rows. Add some, or remove the figure.', path);
    return { message, span };
  }
  const known = new Set(columns);
  for (const field of [content.x, content.y, content.series]) {
    if (field && !known.has(field.value)) {
      const message = say(
        'There is no column "{0}". The columns are {1}.',
        field.value,
        columns.slice(0, 12).join(say(', ')),
      );
      return { message, span: field.span, missing: { field, columns } };
    }
  }
  if (content.chart === 'table') return { rows, columns, ...namesOf(content) };
  if (rows.length > MOST_CHART_ROWS) {
    const message = say(
      'A chart has at most {0} rows, and there are {1}. Combine rows, or show a table.',
      MOST_CHART_ROWS,
      rows.length,
    );
    return { message, span };
  }
  const { x, y, series } = namesOf(content);
  const taken = new Set([x, series]);
  const drawn =
    y ?? columns.find((name) => !taken.has(name) && holdsNumbers(rows, name) && name !== columns[0]) ?? null;
  if (drawn === null || !holdsNumbers(rows, drawn)) {
    const message =
      y === null
        ? say('No column has numbers to draw. Name one with y:, or show a table.')
        : say('The column "{0}" has no numbers to draw. Name another with y:, or show a table.', y);
    return { message, span: content.y?.span ?? span };
  }
  const along = x ?? columns.find((name) => name !== drawn && name !== series) ?? null;
  if (along === null) {
    return {
      message: say('There is only one column. Add one that says what each number is for, and name it with x:.'),
      span,
    };
  }
  return { rows, columns, x: along, y: drawn, series };
}

function namesOf({ x, y, series }: DataContent) {
  return { x: x?.value ?? null, y: y?.value ?? null, series: series?.value ?? null };
}

function holdsNumbers(rows: readonly DataRow[], name: string): boolean {
  return rows.some((row) => toNumber(row[name]) !== null);
}

/** Reads a cell as a number; null if it isn't one. `90%` counts too, which YAML takes for text. */
export function toNumber(cell: DataRow[string] | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const digits = /^\s*([-+−]?(?:\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.\d{1,20})?)\s?%?\s*$/.exec(cell ?? '')?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(',', '').replace('−', '-'));
}

function keysOf(rows: readonly DataRow[]): string[] {
  const keys = new Set<string>();
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key);
  return [...keys];
}

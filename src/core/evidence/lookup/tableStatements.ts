/** The cells of tables and of a figure's rows, as statements. */
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import {
  type AnySpan,
  type Field,
  type In,
  startingIn,
  type TextSpan,
  type Unplaced,
  type Whole,
} from '../../base/text';
import { computedIn } from '../../brief/comments/computed';
import type { Citation, DataFile, DataRow, Figure, InlineRows } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { inside, spanFrom } from '../../document/moved';
import { headerScales } from '../matching/headers';
import { type HeaderUnit, headerUnits } from '../matching/headerUnits';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { mayBeWorkedOut } from '../sums/headWords';
import { readable, withoutNumbers } from './readable';
import { pagesOf, type Statement, saysSomething } from './statements';

/** A table as it is written. */
export interface WrittenTable<W extends Whole = Whole> {
  /** Its cells as they are written; the first row is the head. */
  readonly rows: readonly (readonly In<W, Field>[])[];
  /** The columns that label a row; their numbers aren't looked up. */
  readonly labels: readonly number[];
  /** Citations in the table, in order. */
  readonly citations: readonly Unplaced<Citation>[];
  /**
   * Offsets where it says that a number is computed. In a row's or column's first cell, this holds for the whole row or column;
   * else for one cell.
   */
  readonly computedAt: readonly number[];
  /** Ids that the texts around it cite. */
  readonly cites: readonly string[];
  /** Texts around the table, which may give the scale of its numbers: "in millions". */
  readonly textAround: string;
  /** True if its cells are in a file: all have the place of the file's path. */
  readonly isInFile: boolean;
}

/** A cell as it is read. */
interface Cell {
  readonly written: string;
  readonly span: AnySpan;
  readonly text: string;
  readonly spanOf: (span: TextSpan) => AnySpan;
  /** Citations in the cell. */
  readonly citations: readonly Unplaced<Citation>[];
  readonly cites: readonly string[];
  /** True if only citations stand in the cell. */
  readonly citesOnly: boolean;
  readonly isComputed: boolean;
  /** Returns the scales of numbers that the cell names, as powers of ten. */
  scales(): ReadonlySet<number>;
}

/** Largest number of cells in a table. A larger table isn't read: its cells are data, not claims. */
const MOST_CELLS = 2000;

/** A row with its cells that have numbers. */
export interface RowOfTable {
  /** Index among the rows below the head. */
  readonly index: number;
  readonly start: number;
  /** Key of all in its own cells that its statements depend on. */
  readonly key: string;
  /** Key of all else that they depend on, besides the language of the brief: the same for all rows of the table. */
  readonly common: string;
  /**
   * Returns one statement for each of these cells, with the heads of its row and its column.
   *
   * @param from offset from which the spans count
   */
  statements(languageOfBrief: string, from: number): readonly Statement[];
}

/**
 * Returns the rows of a table that have numbers. A cell rests on the sources that it cites itself. Without any, it rests on
 * sources cited in its row's cells without numbers, in its column's head, and in a row of sources. Without these, it rests on
 * sources cited by the texts around the table, or else anywhere in the table.
 */
export function rowsOf(written: WrittenTable): readonly RowOfTable[] {
  const table = readTable(written);
  if (!table) return [];
  const { heads, body, isLookedUp, labels } = table;
  const common = JSON.stringify([heads.map(keyOf), table.textAround, labels, table.ofSources, table.ofTable]);
  return body.flatMap((row, index): RowOfTable[] => {
    const [first] = row;
    if (!first || !row.some(isLookedUp)) return [];
    const { start } = first.span;
    return [
      {
        index,
        start,
        key: JSON.stringify(row.map(keyOf)),
        common,
        statements: (language, from) => statementsOf(row, from, table, language),
      },
    ];
  });
}

function keyOf({ written, cites, isComputed }: Cell): unknown {
  return [written, cites, isComputed];
}

/** A table as it is read. */
interface Table {
  readonly heads: readonly Cell[];
  readonly body: readonly (readonly Cell[])[];
  readonly labels: readonly number[];
  isLookedUp(cell: Cell, column: number): boolean;
  isOfSources(row: readonly Cell[]): boolean;
  /** Ids that rows of sources cite, by column. */
  readonly ofSources: readonly (readonly string[])[];
  readonly ofTable: readonly string[];
  /** Texts that may give the scale of its numbers. */
  readonly textAround: string;
  /** Returns the scales that these texts and the first head name, as powers of ten. */
  scaleAround(): ReadonlySet<number>;
}

function readTable(written: WrittenTable): Table | null {
  const { labels, cites, textAround } = written;
  const [heads = [], ...body] = written.rows.map((row) => row.map((cell) => readCell(cell, written)));
  if (heads.length * body.length > MOST_CELLS) return null;
  const isLabel = (column: number) => labels.includes(column);
  const isOfSources = (row: readonly Cell[]) =>
    row.every(({ citesOnly, text }, column) => citesOnly || text === '' || isLabel(column));
  const sources = body.filter(isOfSources);
  return {
    heads,
    body,
    labels,
    isLookedUp: ({ text }, column) =>
      !isLabel(column) && HAS_NUMBER.test(text) && !COUNTS_ROWS.test(heads[column]?.text ?? ''),
    isOfSources,
    ofSources: heads.map((_, column) => citesOf(sources.map((row) => row[column]))),
    ofTable: cites.length > 0 ? cites : unique(citesOf([...heads, ...body.flat()])),
    textAround,
    scaleAround: once(() => headerScales('', `${textAround}\n${heads[0]?.text ?? ''}`)),
  };
}

/** @param from offset from which the spans count */
function statementsOf(row: readonly Cell[], from: number, table: Table, languageOfBrief: string): Statement[] {
  const { heads, labels, isLookedUp, isOfSources, ofSources, ofTable, scaleAround } = table;
  const [labelHead = '', label = ''] = [heads, row].map((cells) =>
    labels.map((column) => cells[column]?.text ?? '').join(' '),
  );
  const ofRow = isOfSources(row) ? NONE : citesOf(row.filter((cell, column) => !isLookedUp(cell, column)));
  return row.flatMap((cell, column): Statement[] => {
    const head = heads[column];
    if (!head || !isLookedUp(cell, column)) return [];
    const besideIt = unique([...ofRow, ...head.cites, ...(ofSources[column] ?? [])]);
    const isComputed = [cell, head, ...labels.map((at) => row[at])].some((one) => one?.isComputed);
    const cites = [cell.cites, besideIt, ofTable].find((ids) => ids.length > 0);
    const pages = pagesOf([...row.flatMap(({ citations }) => citations), ...head.citations]);
    const calculations = calculationsIn(cell, cites ?? NONE, from);
    const inTable = { cell, cites: isComputed ? NONE : (cites ?? NONE), label, labelHead, head, pages, calculations };
    return [statementOf(inTable, from, scaleAround(), languageOfBrief)];
  });
}

/** Returns what the comments in a cell name. It holds for this cell alone, not for a row or a column. */
function calculationsIn(
  { written, isComputed, span }: Cell,
  cites: readonly string[],
  from: number,
): Statement['calculations'] {
  if (!isComputed) return NONE;
  return computedIn(written).flatMap(({ words }) =>
    words.value === ''
      ? []
      : [{ words: { ...words, span: spanFrom(inside(words.span, span), { start: from }) }, cites }],
  );
}

function citesOf(cells: readonly (Cell | undefined)[]): readonly string[] {
  return cells.flatMap((cell) => cell?.cites ?? NONE);
}

function unique(ids: readonly string[]): readonly string[] {
  return ids.length > 1 ? [...new Set(ids)] : ids;
}

const HAS_NUMBER = /[\p{N}〇一二三四五六七八九十百千万亿两]/u;
/** A column that numbers its rows. */
const COUNTS_ROWS = /^\s*(?:#|№|no\.?|nr\.?|n[°º]|序号|编号|番号)\s*$/iu;

function readCell({ value, span }: Unplaced<Field>, { citations, computedAt, isInFile }: WrittenTable): Cell {
  const within = citations.length === 0 ? NONE : startingIn(citations, span);
  const { text, spanOf } = readable(
    value,
    within.flatMap((citation) => (saysSomething(citation) ? [] : [spanFrom(citation.span, span)])),
  );
  return {
    written: value,
    span,
    // A bar inside a cell doesn't separate cells.
    text: text.replaceAll('|', '/'),
    spanOf: (stretch) => (isInFile ? span : inside(spanOf(stretch), span)),
    citations: within,
    cites: citesIn(within),
    citesOnly: within.length > 0 && text.trim() === '',
    isComputed: computedAt.some((at) => at >= span.start && at < span.end),
    scales: once(() => headerScales('', text)),
  };
}

function citesIn(citations: readonly Unplaced<Citation>[]): readonly string[] {
  return citations.length === 0 ? NONE : citations.flatMap(({ items }) => items.map(({ id }) => id));
}

interface CellInTable {
  readonly cell: Cell;
  readonly cites: readonly string[];
  /** Words at the head of its row, and words at the head of those. */
  readonly label: string;
  readonly labelHead: string;
  readonly head: Cell;
  readonly pages: Statement['pages'];
  readonly calculations: Statement['calculations'];
}

/**
 * Returns a cell as a small table with its heads, so that it's read in the same way as passages that are tables.
 *
 * @param from offset from which its spans count
 * @param scaleAround scales that the texts around the table name for its numbers
 */
function statementOf(
  { cell, cites, label, labelHead, head, pages, calculations }: CellInTable,
  from: number,
  scaleAround: ReadonlySet<number>,
  languageOfBrief: string,
): Statement {
  const before = `| ${labelHead} | ${head.text} |\n| ${label} | `;
  const text = `${before}${cell.text} |`;
  const cellAt: TextSpan = { start: before.length, end: before.length + cell.text.length };
  const language = languageOfPart(text, languageOfBrief);
  const scales = {
    units: headerUnits(head.text, '', language).filter(({ times }) => times !== 1),
    head: head.scales(),
    around: scaleAround,
  };
  const numbersAround = findNumbers(before, language);
  const found = findNumbers(cell.text, language);
  const inCell = (stretch: TextSpan) => spanFrom(cell.spanOf(stretch), { start: from });
  return {
    sentence: null,
    text,
    topic: withoutNumbers(before, numbersAround).slice(-label.length - ' | '.length),
    language,
    cites,
    pages,
    numbers: found.map((one) => {
      const written = { ...one, span: inside(one.span, cellAt) };
      const [quantity = written, ...also] = meaningsOf(written, scales);
      return { quantity, span: inCell(one.span), also };
    }),
    cell: {
      ...{ label, head: head.text, numbers: numbersAround },
      mayBeWorkedOut: mayBeWorkedOut(head.text, language) || mayBeWorkedOut(label, language),
    },
    isComputed: false,
    calculations,
    quotations: [],
    // Words of the heads are underlined at the number, because the heads belong to many cells.
    spanOf: (stretch) => inCell(stretch.start < cellAt.start ? (found[0]?.span ?? stretch) : spanFrom(stretch, cellAt)),
  };
}

/** The scales and units that the texts of a table give for a cell's numbers. */
interface Scales {
  readonly units: readonly HeaderUnit[];
  /** Scales in the head of its column, as powers of ten. */
  readonly head: ReadonlySet<number>;
  /** Scales in the texts around the table, as powers of ten. They may hold for only some of its columns. */
  readonly around: ReadonlySet<number>;
}

/** Returns the meanings of a number, the likeliest first: 12.5 billion for "12.5" under "Revenue ($ billions)". */
function meaningsOf(written: Quantity, { units, head, around }: Scales): Quantity[] {
  if (written.kind !== 'number' && written.kind !== 'currency') return [written];
  const scaled = (times: number): Amount => ({
    ...written,
    value: typeof written.value === 'number' ? written.value * times : written.value,
    low: written.low * times,
    high: written.high * times,
    step: written.step * times,
    lowStep: written.lowStep * times,
  });
  const inUnits = written.kind === 'number' ? units : NONE;
  return [
    ...inUnits.map(({ unit, times }): Amount => ({ ...scaled(times), kind: 'dimension', unit })),
    ...[...head].map((exponent) => scaled(10 ** exponent)),
    written,
    ...[...around].map((exponent) => scaled(10 ** exponent)),
  ];
}

/**
 * Returns the rows of a figure as a table. They are in its entry, or in a file, and then all cells have the place of its path.
 * Null if the figure has no rows, or the file wasn't read.
 */
export function tableOfFigure(figure: Figure, file: DataFile | undefined): WrittenTable<'document'> | null {
  const { cites, title, caption, content } = figure;
  if (content?.kind !== 'data') return null;
  const columns =
    'rows' in content.data ? [...new Set(content.data.rows.flatMap((row) => Object.keys(row)))] : file?.columns;
  if (!columns) return null;
  const named = [content.x?.value, content.series?.value];
  const labels = columns.flatMap((column, index) => (named.includes(column) ? [index] : []));
  return {
    rows: 'rows' in content.data ? cellsOfEntry(figure, content.data, columns) : cellsOfFile(content.data.path, file),
    labels: labels.length > 0 ? labels : [0],
    citations: NONE,
    computedAt: NONE,
    cites: cites.map(({ value }) => value),
    textAround: [title?.value ?? '', caption?.value ?? ''].join('\n'),
    isInFile: 'path' in content.data,
  };
}

function cellsOfEntry({ span }: Figure, { rows, places }: InlineRows, columns: readonly string[]): Field[][] {
  const nowhere = { start: span.start, end: span.start };
  const placed = (part: TextSpan | null | undefined) => (part ? inside(part, span) : nowhere);
  const [first] = places;
  return [
    columns.map((column) => ({ value: column, span: placed(first?.[column]?.key) })),
    ...rows.map((row, i) =>
      columns.map((column) => ({ value: writtenIn(row, column), span: placed(places[i]?.[column]?.value) })),
    ),
  ];
}

function cellsOfFile({ span }: Field, file: DataFile | undefined): Field[][] {
  const { columns, rows } = file ?? { columns: NONE, rows: NONE };
  const cell = (value: string): Field => ({ value, span });
  return [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(writtenIn(row, column))))];
}

function writtenIn(row: DataRow, column: string): string {
  const value = row[column];
  return value == null ? '' : String(value);
}

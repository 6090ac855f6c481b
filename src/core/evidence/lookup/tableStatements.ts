/** The cells of tables and of a figure's rows, as what is looked up. */
import { once } from '../../base/once';
import { mapped, NONE } from '../../base/same';
import { type Field, type Span, startingIn } from '../../base/text';
import type { TableDraft } from '../../brief/blocks/drafts';
import { movedSpan, spanFrom } from '../../brief/blocks/move';
import { computedIn } from '../../brief/comments/computed';
import type { Citation, DataFile, DataRow, Figure, InlineRows } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { headerScales } from '../matching/headers';
import { type HeaderUnit, headerUnits } from '../matching/headerUnits';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { mayBeWorkedOut } from '../sums/headWords';
import { readable, withoutNumbers } from './readable';
import { pagesOf, type Statement, saysSomething } from './statements';

/** A table as it is written. */
export interface WrittenTable extends Pick<TableDraft, 'rows'> {
  /** The columns that say what a row is of: their numbers are not looked up. */
  readonly labels: readonly number[];
  /** Those in it, in order. */
  readonly citations: readonly Citation[];
  /** Where it says that a number is computed: in a cell, of that; in the first of a row or of a column, of all of it. */
  readonly computedAt: readonly number[];
  /** The ids that the texts around it cite. */
  readonly cites: readonly string[];
  /** What stands around it may say the scale of its numbers: "in millions". */
  readonly textAround: string;
  /** Its cells are in a file, and all have the place of its path. */
  readonly isInFile: boolean;
}

/** A cell as it is read. */
interface Cell {
  readonly written: string;
  readonly span: Span;
  readonly text: string;
  readonly spanOf: (span: Span) => Span;
  /** Those in it. */
  readonly citations: readonly Citation[];
  readonly cites: readonly string[];
  /** Nothing but what it cites stands in it. */
  readonly citesOnly: boolean;
  readonly isComputed: boolean;
  /** What it says of the scale of numbers. */
  scales(): ReadonlySet<number>;
}

/** In cells: of a larger table, the rest is data, and no claims. */
const MOST_CELLS = 2000;

/** A row with its cells that have numbers. */
export interface RowOfTable {
  /** Among the rows below the head. */
  readonly index: number;
  readonly start: number;
  /** All that its statements depend on, besides the language of the brief. */
  readonly key: string;
  /**
   * Each of these cells, with the heads of its row and its column.
   *
   * @param from where the spans count from
   */
  statements(languageOfBrief: string, from: number): readonly Statement[];
}

/**
 * The rows of a table that have numbers. A cell rests on what it cites itself; else on what cells without numbers of its row cite,
 * the head of its column, and a row of sources; else on what the texts around the table cite, or anything in it.
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
        key: common + JSON.stringify(row.map(keyOf)),
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
  /** What rows of sources cite, by column. */
  readonly ofSources: readonly (readonly string[])[];
  readonly ofTable: readonly string[];
  /** What may say the scale of its numbers. */
  readonly textAround: string;
  /** What that says. */
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

/** @param from where the spans count from */
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
    const calculations = calculationsIn(cell, cites ?? NONE);
    const inTable = { cell, cites: isComputed ? NONE : (cites ?? NONE), label, labelHead, head, pages, calculations };
    return [statementOf(inTable, from, scaleAround(), languageOfBrief)];
  });
}

/** What comments in a cell name: it is of this cell alone, not of a row or a column. */
function calculationsIn({ written, isComputed, span }: Cell, cites: readonly string[]): Statement['calculations'] {
  if (!isComputed) return NONE;
  return computedIn(written).flatMap(({ words }) =>
    words.value === '' ? [] : [{ words: { ...words, span: movedSpan(words.span, span.start) }, cites }],
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

function readCell({ value, span }: Field, { citations, computedAt, isInFile }: WrittenTable): Cell {
  const inside = citations.length === 0 ? NONE : startingIn(citations, span);
  const { text, spanOf } = readable(
    value,
    inside.flatMap((citation) => (saysSomething(citation) ? [] : [spanFrom(citation.span, span.start)])),
  );
  return {
    written: value,
    span,
    // A bar in a cell parts no cells.
    text: text.replaceAll('|', '/'),
    spanOf: (stretch) => (isInFile ? span : movedSpan(spanOf(stretch), span.start)),
    citations: inside,
    cites: citesIn(inside),
    citesOnly: inside.length > 0 && text.trim() === '',
    isComputed: computedAt.some((at) => at >= span.start && at < span.end),
    scales: once(() => headerScales('', text)),
  };
}

function citesIn(citations: readonly Citation[]): readonly string[] {
  return citations.length === 0 ? NONE : citations.flatMap(({ items }) => items.map(({ id }) => id));
}

interface CellInTable {
  readonly cell: Cell;
  readonly cites: readonly string[];
  /** The words at the head of its row, and at the head of these. */
  readonly label: string;
  readonly labelHead: string;
  readonly head: Cell;
  readonly pages: Statement['pages'];
  /** With places as the table counts them. */
  readonly calculations: Statement['calculations'];
}

/**
 * A table of its own, of the cell and what says what it is of: it is read as passages that are tables are.
 *
 * @param from where its spans count from
 * @param scaleAround what the texts around the table say of the scale of its numbers
 */
function statementOf(
  { cell, cites, label, labelHead, head, pages, calculations }: CellInTable,
  from: number,
  scaleAround: ReadonlySet<number>,
  languageOfBrief: string,
): Statement {
  const before = `| ${labelHead} | ${head.text} |\n| ${label} | `;
  const text = `${before}${cell.text} |`;
  const language = languageOfPart(text, languageOfBrief);
  const scales = {
    units: headerUnits(head.text, '', language).filter(({ times }) => times !== 1),
    head: head.scales(),
    around: scaleAround,
  };
  const numbersAround = findNumbers(before, language);
  const found = findNumbers(cell.text, language);
  const inCell = (stretch: Span) => spanFrom(cell.spanOf(stretch), from);
  return {
    sentence: null,
    text,
    topic: withoutNumbers(before, numbersAround).slice(-label.length - ' | '.length),
    language,
    cites,
    pages,
    numbers: found.map((one) => {
      const written = { ...one, span: movedSpan(one.span, before.length) };
      const [quantity = written, ...also] = meaningsOf(written, scales);
      return { quantity, span: inCell(one.span), also };
    }),
    cell: {
      ...{ label, head: head.text, numbers: numbersAround },
      mayBeWorkedOut: mayBeWorkedOut(head.text, language) || mayBeWorkedOut(label, language),
    },
    isComputed: false,
    calculations: mapped(calculations, ({ words, cites: ids }) => ({
      words: { ...words, span: spanFrom(words.span, from) },
      cites: ids,
    })),
    quotations: [],
    // What the heads say is underlined at the number: they are of many.
    spanOf: (stretch) =>
      inCell(stretch.start < before.length ? (found[0]?.span ?? stretch) : spanFrom(stretch, before.length)),
  };
}

/** What tells the scale of a cell's numbers. */
interface Scales {
  readonly units: readonly HeaderUnit[];
  /** As the head of its column says it, in powers of ten. */
  readonly head: ReadonlySet<number>;
  /** As the texts around the table do, which may speak of some of its columns. */
  readonly around: ReadonlySet<number>;
}

/** What a number may mean, the likeliest first: 12.5 billion for "12.5" under "Revenue ($ billions)". */
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
 * The rows of a figure as a table: those in its entry, or those of a file, whose cells all stand where its path does. Null where it
 * has none, or the file was not read.
 */
export function tableOfFigure(figure: Figure, file: DataFile | undefined): WrittenTable | null {
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
  const placed = (part: Span | null | undefined) => (part ? movedSpan(part, span.start) : nowhere);
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

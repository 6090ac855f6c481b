/** The blocks that every format is cut into: texts and tables, in order. Here they become passages. */

import type { Passage } from '../../core/brief/types';
import type { Written } from './writer';

export type Block = TextBlock | TableBlock;

/** A paragraph, a heading or a list item. */
export interface TextBlock {
  readonly kind: 'text';
  readonly written: Written;
  readonly page?: string | undefined;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly Row[];
}

export interface Row {
  readonly written: Written;
  /** The texts of the cells that aren't empty. */
  readonly cells: readonly string[];
  /** True if its first cell is empty. */
  readonly opensEmpty?: boolean | undefined;
  /** True if the document says that it is a header; undefined if it says nothing. */
  readonly heads?: boolean | undefined;
  readonly page?: string | undefined;
}

/** Longer texts beside a table are taken only if they state its unit, and then their nearest part. */
const LONGEST_CONTEXT = 300;
const LONGEST_LABEL = 80;
const MOST_HEADERS = 4;
/** Most rows, marked as headers, that the rows of a table are read with. */
const MOST_CONTEXT = 12;
/** The units of a table's numbers: "in thousands", "US$ million", "'000", 单位：亿元, "(%)", "（吨）". */
const UNIT =
  /\b(?:thousand|million|billion|trillion|percent|per cent|tonne|crore|lakh)s?\b|['’]000|\b(?:Tsd|Mio|Mrd|milliers|millones|millions|milioni|milhões)\b|[单單]位|単位|단위|[(（][^()（）]{0,20}(?:%|[元円吨噸人件])[^()（）]{0,20}[)）]/i;
const NOTE = /^(?:\W*(?:notes?|units?|amounts|figures|numbers|values)\b|[*†(（[]|注|[单單]位|単位|단위)/i;

/** Returns the passages of a document. Rows come with the texts around them that are needed to read them. */
export function passagesOf(blocks: readonly Block[], file: Pick<Passage, 'path' | 'uri'>): Passage[] {
  const passages: Passage[] = [];
  const add = ({ written, page }: Row | TextBlock, context: string) =>
    passages.push({
      from: 'text',
      ...written,
      ...file,
      ...(page === undefined ? {} : { page }),
      ...(context === '' ? {} : { context }),
    });
  /** The context of the previous table's rows, for a table that goes on after an empty line or a label. */
  let carried: readonly string[] = [];
  let parted = 0;
  blocks.forEach((block, i) => {
    if (block.kind === 'text') {
      parted += block.written.text.length > LONGEST_LABEL ? 2 : 1;
      add(block, '');
      return;
    }
    const heads = headersOf(block.rows);
    const around = [...textsBefore(blocks, i), ...noteAfter(blocks[i + 1], blocks[i + 2])];
    const own = [...around, ...block.rows.slice(0, Math.min(heads, MOST_CONTEXT)).map(headText)];
    const goesOn = heads === 0 && parted < 2;
    const headers = goesOn ? [...carried, ...own] : own;
    const outer = contextOf(around);
    // One text for all rows that share it.
    let context = contextOf(headers);
    block.rows.forEach((row, at) => {
      const label = row.cells.length === 1;
      const unit = at < heads || label ? undefined : unitBelow(block.rows[at + 1]);
      add(row, at < heads || label ? outer : unit === undefined ? context : `${context}\n${unit}`);
      if (label && at >= heads) context = contextOf([...headers, ...row.cells]);
    });
    if (!goesOn) carried = own;
    parted = 0;
  });
  return passages;
}

/** Mark of an empty cell, as `core/evidence/frames/copiedTables.ts` reads it. */
const EMPTY_CELL = ' | ';

/** Returns the text of a header, with a bar for an empty cell over the labels of its rows. */
function headText({ written, opensEmpty }: Row): string {
  return opensEmpty ? `${EMPTY_CELL}${written.text}` : written.text;
}

/**
 * Returns the rest of a label that is too long for its cell. It follows below its row, often with the unit: 净利润 | 50,744 over
 * （千元）.
 */
function unitBelow(row: Row | undefined): string | undefined {
  const [label, ...others] = row?.cells ?? [];
  return label !== undefined && others.length === 0 && UNIT_AT_END.test(label) ? label : undefined;
}

const UNIT_AT_END = /[(（][^()（）]{0,20}(?:[元円圆吨噸股人件辆輛%]|thousands?|millions?|billions?)[)）]$/i;

function contextOf(texts: readonly string[]): string {
  return texts.map((text) => text.slice(0, LONGEST_CONTEXT)).join('\n');
}

/** Counts the header rows at a table's start: rows that are marked so, else rows without a datum. */
function headersOf(rows: readonly Row[]): number {
  const marked = rows.findIndex(({ heads }) => heads !== true);
  if (marked !== 0) return Math.max(marked, 0);
  if (rows[0]?.heads === false) return 0;
  const withData = rows.findIndex(({ cells }) => cells.slice(1).some(isDatum));
  // A table of words: its first row is likely its header.
  if (withData < 0) return rows.length > 1 && (rows[0]?.cells.length ?? 0) > 1 ? 1 : 0;
  return Math.min(withData, MOST_HEADERS);
}

const PERIOD =
  /^(?:FY|CY|Q[1-4]|H[12]|[12]H|\p{L}{3,9}\.? ?(?:\d{1,2},? )?)?[ -]?(?:19|20)\d\d ?(?:[EFAP]|年度?|[/-]\d{2,4})?$/iu;

/** True if a cell of a table is a number, rather than a label or a year that heads a column. */
export function isDatum(cell: string): boolean {
  return (
    cell.length <= 30 &&
    !/['’]000$/.test(cell) &&
    /^[^\p{L}\d]{0,4}(?:[A-Z]{0,3}[$€£¥] ?)?[^\p{L}\d]{0,3}\d/u.test(cell) &&
    !PERIOD.test(cell)
  );
}

/** Returns the heading or caption directly before a table, and a text there that states its unit. */
function textsBefore(blocks: readonly Block[], at: number): string[] {
  const [nearest, second] = [blocks[at - 1], blocks[at - 2]];
  if (nearest?.kind !== 'text') return [];
  const { text } = nearest.written;
  const found = text.length <= 2 * LONGEST_LABEL || UNIT.test(text) ? [text.slice(-LONGEST_CONTEXT)] : [];
  const above = second?.kind === 'text' && text.length <= LONGEST_LABEL ? second.written.text : '';
  return above.length <= LONGEST_CONTEXT && UNIT.test(above) ? [above, ...found] : found;
}

/** Returns a note below a table that states its unit. A note in brackets also counts, unless it leads into another table. */
function noteAfter(block: Block | undefined, next: Block | undefined): string[] {
  if (block?.kind !== 'text') return [];
  const { text } = block.written;
  const note = text.slice(0, LONGEST_CONTEXT);
  if (NOTE.test(note) && UNIT.test(note)) return [note];
  const scale = next?.kind === 'table' ? null : SCALE_IN_BRACKETS.exec(text);
  return scale ? [scale[0]] : [];
}

/** Matches "(in thousands)" and "(Expressed in millions of U.S. dollars, except per share data)". */
const SCALE_IN_BRACKETS =
  /[(（][^()（）]{0,60}\bin (?:[^\s()（）]{1,20} ){0,2}(?:thousand|million|billion)s?\b[^()（）]{0,120}[)）]/i;

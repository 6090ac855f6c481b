/** Rows of `.csv`, `.tsv` and `.json` files, for figures. */

import { say } from '../core/base/say';
import type { Cell, DataRow } from '../core/brief/types';

export interface Rows {
  /** The names of the columns, in order. */
  readonly columns: readonly string[];
  /** Without prototypes: any name may be one of a column. */
  readonly rows: readonly DataRow[];
}

const MOST_COLUMNS = 200;
const MOST_ROWS = 20_000;
/** No cell of a table is longer. */
const LONGEST = 10_000;

/** A number as JSON has it, or with commas between thousands. `007` is a code, and stays text. */
const NUMBER = /^[-+]?(?:0|[1-9]\d{0,20}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?$/;

/**
 * Reads rows. A column of a `.csv` or `.tsv` file holds numbers if all that is in it are numbers; an empty field is null.
 *
 * @param path tells the format by its extension
 * @returns the rows, or why they cannot be read, as sentences with what to do
 */
export function readRows(text: string, path: string): Rows | { readonly refused: string } {
  if (/\.json$/i.test(path)) return readJson(text);
  const records = readRecords(text, /\.tsv$/i.test(path) ? '\t' : ',');
  if ('refused' in records) return records;
  const [header = [], ...body] = records.records.filter((record) => record.some((field) => field.trim() !== ''));
  const columns = header.map((name) => name.trim());
  const wrong = wrongColumns(columns, body.length);
  if (wrong) return { refused: wrong };
  const wide = body.find((record) => record.length > columns.length);
  if (wide) {
    const row = body.indexOf(wide) + 2;
    return {
      refused: say(
        'Row {0} has {1} fields, and the header {2}. Put fields with a separator in quotation marks.',
        row,
        wide.length,
        columns.length,
      ),
    };
  }
  const numeric = columns.map((_, at) => body.every((record) => isNumberOrEmpty(record[at] ?? '')));
  const cellOf = (field: string, isNumeric: boolean): Cell => {
    const value = field.trim();
    if (value === '') return null;
    return isNumeric ? Number(value.replaceAll(',', '')) : value;
  };
  const rows = body.map((record) =>
    rowOf(record.map((field, at) => [columns[at] ?? '', cellOf(field, numeric[at] === true)])),
  );
  return { columns, rows };
}

function isNumberOrEmpty(field: string): boolean {
  const value = field.trim();
  return value === '' || NUMBER.test(value);
}

/** A row has only the cells that are written: thousands of short ones take no more room than their text. */
function rowOf(cells: readonly (readonly [name: string, cell: Cell])[]): DataRow {
  const row: Record<string, Cell> = Object.create(null);
  for (const [name, cell] of cells) row[name] = cell;
  return row;
}

function wrongColumns(columns: readonly string[], rows: number): string | null {
  if (columns.length === 0) return say('It is empty.');
  if (columns.length > MOST_COLUMNS) return say('It has more than {0} columns.', MOST_COLUMNS);
  if (rows > MOST_ROWS) return say('It has more than {0} rows. Combine rows first.', MOST_ROWS);
  const twice = columns.find((name, at) => columns.indexOf(name) < at);
  if (twice !== undefined) return say('Its first row has "{0}" twice. Give each column a name of its own.', twice);
  return null;
}

/** Fields and records of RFC 4180: in quotation marks, a field may hold separators, line breaks, and `""` for `"`. */
function readRecords(text: string, separator: ',' | '\t'): { records: string[][] } | { refused: string } {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const endOfField = separator === ',' ? /[,\r\n]/g : /[\t\r\n]/g;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end === -1) return { refused: say('A quotation mark in row {0} is never closed.', records.length + 1) };
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else field = '';
    endOfField.lastIndex = at;
    const end = endOfField.exec(text)?.index ?? text.length;
    field += text.slice(at, end);
    if (field.length > LONGEST)
      return { refused: say('A field in row {0} is longer than {1} characters.', records.length + 1, LONGEST) };
    record.push(field);
    if (record.length > MOST_COLUMNS) return { refused: say('It has more than {0} columns.', MOST_COLUMNS) };
    at = end + 1;
    if (text[end] === separator) {
      if (at === text.length) record.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at++;
    records.push(record);
    if (records.length > MOST_ROWS + 1)
      return { refused: say('It has more than {0} rows. Combine rows first.', MOST_ROWS) };
    record = [];
  }
  if (record.length > 0) records.push(record);
  return { records };
}

function readJson(text: string): Rows | { readonly refused: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return {
      refused:
        error instanceof Error
          ? say('It is not valid JSON ({0}).', error.message.slice(0, 120))
          : say('It is not valid JSON.'),
    };
  }
  if (!Array.isArray(parsed))
    return { refused: say('It must be a list of rows, such as [{"year": 2024, "share": 90}].') };
  const names = new Set<string>();
  const records: (readonly [string, unknown][])[] = [];
  for (const [at, item] of parsed.entries()) {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      return { refused: say('Row {0} is not a row such as {"year": 2024, "share": 90}.', at + 1) };
    const entries: [string, unknown][] = Object.entries(item);
    for (const [name] of entries) names.add(name);
    records.push(entries);
    if (names.size > MOST_COLUMNS) return { refused: say('It has more than {0} columns.', MOST_COLUMNS) };
  }
  if (parsed.length === 0) return { columns: [], rows: [] };
  const columns = [...names];
  const wrong = wrongColumns(columns, records.length);
  if (wrong) return { refused: wrong };
  const rows = records.map((entries) => rowOf(entries.map(([name, value]) => [name, plainCell(value)])));
  return { columns, rows };
}

function plainCell(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : null;
}

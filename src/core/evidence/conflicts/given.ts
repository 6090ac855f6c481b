/** Numbers that a brief gives itself, in tables, charts and key numbers, with the words that describe them. */
import { derive } from '../../base/derive';
import { once } from '../../base/once';
import { NONE } from '../../base/same';
import type { TextSpan } from '../../base/text';
import type { TableDraft } from '../../brief/blocks/drafts';
import type { DataFile, Figure } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { frameOf } from '../frames/frame';
import { readFramed } from '../frames/framedText';
import type { Frame } from '../frames/types';
import { lexiconOf } from '../frames/words';
import { readable, withoutNumbers } from '../lookup/readable';
import type { Statement } from '../lookup/statements';
import { rowsOf, tableOfFigure, type WrittenTable } from '../lookup/tableStatements';
import { type PassageNumbers, type Reading, readPassageNumbers } from '../matching';
import { type Amount, findNumbers, type Quantity } from '../numbers';
import { PlacedWords, wordsOf } from './placedWords';
import { emptyIn, numberKey, YEAR, yearKey } from './sentences';

/** A table of numbers, or a number alone. */
export interface GivenTable {
  readonly rows: readonly GivenRow[];
  /** Words of the text around the table; its rows needn't repeat them. */
  readonly around: ReadonlySet<string>;
  /** The only year that the text around the table names; null if it names none, or several. */
  readonly yearAround: string | null;
}

export interface GivenRow {
  /** Words, numbers and years of the row's head. */
  readonly words: readonly string[];
  /** Returns the cells that have exactly one number that is no date, ordinal or range. */
  readonly cells: () => readonly GivenCell[];
}

/** A number that a brief gives. */
export interface GivenCell {
  /** Heads of its row and its column, joined with a comma. */
  readonly head: string;
  /** Words, numbers and years of its column's head; empty if the table has one column besides its labels. */
  readonly words: readonly string[];
  /** Returns all words of the cell and its heads, units and words in brackets included: a claim may use them. */
  readonly mayBeSaid: () => readonly string[];
  readonly amount: Amount;
  /** Returns the values that its number may have, by the scale and the unit that its heads give. */
  readonly readings: () => readonly Reading[];
  /** Its place from the start of the table's block; of a figure, from the start of the document. */
  readonly span: TextSpan;
  readonly numbers: () => PassageNumbers;
  readonly frame: () => Frame | null;
}

/** @param textAround the text that leads into the table, its caption and its source line */
export const givenByTable = derive(
  ({ rows }: TableDraft, textAround: string, languageOfBrief: string): GivenTable =>
    givenBy({ ...NOTHING_AROUND, rows, textAround }, languageOfBrief),
);

/** Returns the rows of a figure, or its key number, as a table; null if it has neither. */
export const givenByFigure = derive(
  (figure: Figure, file: DataFile | undefined, languageOfBrief: string): GivenTable | null => {
    const table = tableOfFigure(figure, file) ?? keyNumberAsTable(figure);
    return table && givenBy(table, languageOfBrief);
  },
);

const NOTHING_AROUND = {
  ...{ labels: [0], citations: NONE, computedAt: NONE, cites: NONE },
  ...{ textAround: '', isInFile: false },
};

/** Makes a table of a key number. Its row has the title with the year, and the value. Null without a title or a value. */
function keyNumberAsTable({ content, title, asOf }: Figure): WrittenTable | null {
  if (content?.kind !== 'value' || !title) return null;
  const { value, unit } = content;
  const year = YEAR.exec(asOf?.value ?? '')?.[0];
  const named = { ...title, value: year ? `${title.value} (${year})` : title.value };
  const number = { ...value, value: unit ? `${value.value} ${unit.value}` : value.value };
  const empty = { value: '', span: value.span };
  return {
    ...NOTHING_AROUND,
    rows: [
      [empty, empty],
      [named, number],
    ],
    isInFile: true,
  };
}

function givenBy(written: WrittenTable, languageOfBrief: string): GivenTable {
  const { rows, labels, textAround } = written;
  const [heads = NONE, ...body] = rows;
  const headsOfRows = body.map((row) => labels.map((column) => row[column]?.value ?? '').join(' '));
  const language = languageOfPart([...heads.map(({ value }) => value), ...headsOfRows].join(' '), languageOfBrief);
  const isOnlyColumn = heads.length - labels.length === 1;
  const read = once(() => new Map(rowsOf(written).map((row) => [row.index, row])));
  const years = new Set(textAround.match(YEARS) ?? []);
  const rowsWithWords = headsOfRows.flatMap((label, index): GivenRow[] => {
    const words = wordsOfHead(label, language);
    if (words.length === 0) return [];
    const cells = once(() =>
      (read().get(index)?.statements(languageOfBrief, 0) ?? NONE).flatMap(
        (statement) => cellOf(statement, isOnlyColumn, textAround) ?? [],
      ),
    );
    return [{ words, cells }];
  });
  return {
    rows: rowsWithWords,
    around: new Set(wordsOf(textAround, language)),
    yearAround: years.size === 1 ? ([...years][0] ?? null) : null,
  };
}

const YEARS = new RegExp(YEAR, 'g');

/** Returns the words, numbers and years of the head of a row or column, without the unit of its numbers. */
function wordsOfHead(head: string, language: string): readonly string[] {
  const { text } = readable(head, []);
  const lexicon = lexiconOf(language);
  const bare = text.replace(UNITS, (all) => ' '.repeat(all.length));
  const quantities = findNumbers(bare, language);
  const words = new PlacedWords(withoutNumbers(bare, quantities), language).without(emptyIn(bare, language, lexicon));
  const numbers = quantities.flatMap((one) => (one.kind === 'date' ? [] : numberKey(one)));
  return [...new Set([...words.keys(), ...numbers, ...(text.match(YEARS) ?? []).map(yearKey)])];
}

const UNITS =
  /[(（[][^()（）[\]]*[)）\]]|(?<![\p{L}])(?:in )?(?:US\$|USD|EUR|GBP|CNY|RMB|JPY|(?:m|b|tr)illions?|thousands?|mn|bn|m|k|per ?cent)(?![\p{L}])/giu;

/** @returns null unless the cell has one amount, and its column is the only one or has words in its head */
function cellOf(statement: Statement, isOnlyColumn: boolean, textAround: string): GivenCell | null {
  const { text, language, cell, numbers } = statement;
  const [number, ...others] = numbers;
  if (!cell || !number || others.length > 0) return null;
  const amount = number.quantity;
  const words = isOnlyColumn ? NONE : wordsOfHead(cell.head, language);
  if (!isAmount(amount) || (!isOnlyColumn && words.length === 0)) return null;
  const all = once(() => readPassageNumbers(text, language, textAround));
  return {
    ...{ words, amount, span: number.span, numbers: all },
    head: [cell.label, isOnlyColumn ? '' : cell.head].flatMap((part) => part.trim() || []).join(', '),
    mayBeSaid: once(() => wordsOf(text, language)),
    readings: once(() => all().readings.filter((reading) => reading.amount.span.start === amount.span.start)),
    frame: once(() => {
      const read = readFramed(text, language, [...cell.numbers, amount], { isClaim: false, isForeign: false });
      return read && frameOf(read, amount);
    }),
  };
}

function isAmount(quantity: Quantity): quantity is Amount {
  return quantity.kind !== 'date' && quantity.kind !== 'ordinal' && quantity.low === quantity.high;
}

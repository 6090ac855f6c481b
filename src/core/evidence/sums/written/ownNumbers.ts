/** The numbers that a brief shows in its own figures and tables. */
import { derive, steady } from '../../../base/derive';
import type { Run } from '../../../base/runs';
import { NONE, sameList } from '../../../base/same';
import type { Field, Unplaced } from '../../../base/text';
import type { TableDraft } from '../../../brief/blocks/drafts';
import type { ResolvedBlock } from '../../../brief/blocks/parsedBlock';
import { fileOfFigure } from '../../../brief/figures/data';
import { modelOf } from '../../../brief/model';
import { declaredFiguresOf } from '../../../brief/queries/blocks';
import type { Brief, DataFile, Figure } from '../../../brief/types';
import { languageOfPart } from '../../../document/language';
import { readable } from '../../lookup/readable';
import { tableOfFigure } from '../../lookup/tableStatements';
import { matchNumber, type PassageNumbers, readPassageNumbers } from '../../matching';
import type { Amount } from '../../numbers';

/** The numbers of each table and figure, by the values that occur in it. */
export type OwnNumbers = ReadonlyMap<string, readonly PassageNumbers[]>;

export const NO_OWN_NUMBERS: OwnNumbers = new Map();

/** Returns the numbers in the figures and tables of a brief: the same object until one of them says something else. */
export function ownNumbersOf(brief: Brief): OwnNumbers {
  const { document, blocks } = modelOf(brief);
  const { language } = brief;
  const inTables = blocks.meanings.runs.flatMap((run) => numbersInRun(run, language));
  const inFigures = declaredFiguresOf(brief).flatMap((figure) =>
    numbersInFigure(figure, fileOfFigure(figure, brief), language),
  );
  return byValue(lastNumbers(document.lineage, [...inTables, ...inFigures]));
}

const lastNumbers = steady<readonly PassageNumbers[]>(sameList);

const byValue = derive((all: readonly PassageNumbers[]): OwnNumbers => {
  const found = new Map<string, PassageNumbers[]>();
  for (const numbers of all) {
    const years = numbers.quantities.flatMap(({ kind, value }) => (kind === 'date' ? [Number(value)] : []));
    for (const key of new Set([...numbers.readings.map(({ value }) => value), ...years].map(keyOf))) {
      const held = found.get(key);
      if (held) held.push(numbers);
      else found.set(key, [numbers]);
    }
  }
  return found;
});

const keyOf = (value: number) => Math.abs(value).toPrecision(12);

const numbersInRun = derive((run: Run<ResolvedBlock>, language: string): readonly PassageNumbers[] => {
  const found = run.flatMap(({ dependencies: { reading } }) =>
    reading.tables.flatMap((table) => numbersInTable(table, language)),
  );
  return found.length > 0 ? found : NONE;
});

const numbersInTable = derive(({ rows }: TableDraft, language: string) => numbersIn(rows, language));

const numbersInFigure = derive(
  (figure: Figure, file: DataFile | undefined, language: string): readonly PassageNumbers[] => {
    const { content } = figure;
    if (content?.kind === 'value') {
      const { value, unit } = content;
      return numbersOf(`${value.value} ${unit?.value ?? ''}`, language);
    }
    const table = tableOfFigure(figure, file);
    return table ? numbersIn(table.rows, language) : NONE;
  },
);

/** Most cells of a table that are read. The rest of a larger table is data. */
const MOST_CELLS = 2000;

function numbersIn(rows: readonly (readonly Unplaced<Field>[])[], language: string): readonly PassageNumbers[] {
  const most = Math.ceil(MOST_CELLS / Math.max(1, rows[0]?.length ?? 1));
  // A number in a comment of a cell is no number of the table.
  const lines = rows
    .slice(0, most)
    .map((row) => `| ${row.map(({ value }) => readable(value, NONE).text.replaceAll('|', '/')).join(' | ')} |`);
  return numbersOf(lines.join('\n'), language);
}

function numbersOf(text: string, language: string): readonly PassageNumbers[] {
  const numbers = readPassageNumbers(text, languageOfPart(text, language));
  return numbers.quantities.length > 0 ? [numbers] : NONE;
}

/**
 * Counts how often figures and tables have exactly this number, and tells whether one shows it as a percentage. The count may
 * stop at two.
 */
export function timesIn(own: OwnNumbers, amount: Amount): { times: number; isPercent: boolean } {
  let times = 0;
  let isPercent = false;
  for (const numbers of own.get(keyOf(amount.low)) ?? NONE) {
    if (times > 1) break;
    const place = matchNumber(amount, numbers);
    if (!place?.exact) continue;
    const found = numbers.quantities.find(({ span }) => span.start === place.start);
    isPercent ||= found?.unit === '%';
    times += numbers.quantities.filter(({ value }) => value === found?.value).length;
  }
  return { times, isPercent };
}

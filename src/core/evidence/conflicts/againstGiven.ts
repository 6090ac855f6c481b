/** Numbers of insights that a table, a chart or a key number of the brief contradicts. */
import { derive } from '../../base/derive';
import { once } from '../../base/once';
import { canonical, flat, type Run } from '../../base/runs';
import { NONE } from '../../base/same';
import { hashOf } from '../../base/text';
import { fileOfFigure } from '../../brief/figures/data';
import {
  declaredFiguresOf,
  insightAt,
  sectionOfBlock,
  startOfBlock,
  type TableInRun,
  tablesOfBody,
} from '../../brief/queries/blocks';
import type { Brief, Section } from '../../brief/types';
import { inside } from '../../document/moved';
import { evidenceByRun, type InsightEvidence } from '../brief';
import { matchNumber, type Reading } from '../matching';
import { inBaseUnit } from '../numbers';
import type { Conflict } from './conflict';
import { contradictsCell } from './contradicts';
import { type GivenCell, type GivenRow, type GivenTable, givenByFigure, givenByTable } from './given';
import { wordsOf } from './placedWords';
import { outlined, type Said, saidIn } from './said';

/** Yields the conflicts in the order of the insights. */
export function* againstGiven(brief: Brief): Iterable<Conflict> {
  const { language } = brief;
  const tables = sameTables(givenTables(brief));
  if (tables.length === 0) return;
  const places = once(() => placedGiven(brief));
  const rows = rowsByWord(tables);
  let first = 0;
  for (const run of evidenceByRun(brief)) {
    for (const { index, said, cells } of pendingIn(run, rows, language, brief.title?.value ?? '')) {
      const claim = insightAt(brief, first + index);
      if (!claim) continue;
      const meant = cells.filter(({ table }) => mayBeMeant(brief, claim.section, places().get(table)?.section, said));
      const [one] = meant;
      if (!one || meant.some(({ reading }) => reading.value !== one.reading.value)) continue;
      const { head, amount, span } = one.cell;
      const block = places().get(one.table)?.block;
      yield {
        span: inside(said.span, claim.span),
        amount: said.amount,
        other: {
          ...{
            head,
            surface: amount.surface,
            span: inside(span, { start: block === undefined ? 0 : startOfBlock(brief, block) }),
          },
          value: one.reading.value / inBaseUnit(said.amount.unit ?? '').factor,
        },
      };
    }
    first += run.length;
  }
}

/** The place of a table. */
interface Placed {
  /** The index of its block, from which its cells count; absent for a figure, whose cells count from the document. */
  readonly block?: number;
  /** The index of its section; null outside sections. */
  readonly section: number | null;
}

function givenTables(brief: Brief): readonly GivenTable[] {
  const { language } = brief;
  return [
    ...flat(tablesOfBody(brief).map(({ tables }) => givenInRun(tables, language))),
    ...declaredFiguresOf(brief).flatMap(
      (figure) => givenByFigure(figure, fileOfFigure(figure, brief), language) ?? NONE,
    ),
  ];
}

const givenInRun = derive((tables: readonly TableInRun[], language: string) =>
  tables.map(({ placed }) => givenByTable(placed.table, placed.textAround, language)),
);

function placedGiven(brief: Brief): ReadonlyMap<GivenTable, Placed> {
  const { language } = brief;
  const places = new Map<GivenTable, Placed>();
  for (const { tables, first } of tablesOfBody(brief))
    for (const { placed, index } of tables) {
      const block = first + index;
      places.set(givenByTable(placed.table, placed.textAround, language), {
        block,
        section: sectionOfBlock(brief, block),
      });
    }
  for (const figure of declaredFiguresOf(brief)) {
    const given = givenByFigure(figure, fileOfFigure(figure, brief), language);
    if (given) places.set(given, { section: figure.section });
  }
  return places;
}

const sameTables = canonical<GivenTable>();

interface RowOf {
  readonly table: GivenTable;
  readonly row: GivenRow;
}

interface RowsByWord {
  readonly rows: ReadonlyMap<string, readonly RowOf[]>;
  /** The words of the map, by {@link hashOf}. */
  readonly words: ReadonlySet<number>;
}

/** The rows of tables, each by its longest word. If many rows share it, a claim may mean any of them: they are left out. */
const rowsByWord = derive((tables: readonly GivenTable[]): RowsByWord => {
  const rows = new Map<string, RowOf[]>();
  for (const table of tables)
    for (const row of table.rows) {
      const longest = row.words.reduce((one, other) => (other.length > one.length ? other : one));
      const known = rows.get(longest);
      if (known) known.push({ table, row });
      else rows.set(longest, [{ table, row }]);
    }
  for (const [word, those] of rows) if (those.length > MOST_ALIKE) rows.delete(word);
  return { rows, words: new Set([...rows.keys()].map(hashOf)) };
});

const MOST_ALIKE = 12;

/** A number that cells of some tables may contradict. */
interface Pending {
  readonly said: Said;
  readonly cells: readonly CellOf[];
}

interface PendingInRun extends Pending {
  /** Index of its insight in the run. */
  readonly index: number;
}

interface CellOf {
  readonly table: GivenTable;
  readonly cell: GivenCell;
  readonly reading: Reading;
}

const pendingIn = derive(
  (run: Run<InsightEvidence>, rows: RowsByWord, language: string, title: string): readonly PendingInRun[] => {
    const found: PendingInRun[] = [];
    for (const [index, insight] of run.entries())
      if (insight.evidence.numbers.length > 0)
        for (const pending of pendingOf(insight, rows, language, title)) found.push({ ...pending, index });
    return found.length > 0 ? found : NONE;
  },
);

const pendingOf = derive(
  (insight: InsightEvidence, rows: RowsByWord, language: string, title: string): readonly Pending[] => {
    if (!outlined(insight).words.some((word) => rows.words.has(word))) return NONE;
    const pending: Pending[] = [];
    for (const said of saidIn(insight)) {
      const cells = cellsAgainst(said, rows, language, title);
      if (cells.length > 0) pending.push({ said, cells });
    }
    return pending.length > 0 ? pending : NONE;
  },
);

/** The cells that a number contradicts; empty if it agrees with a cell in a matching row. */
function cellsAgainst(said: Said, rows: RowsByWord, language: string, title: string): readonly CellOf[] {
  const known = wordsOfTitle(rows, title, language);
  const found: CellOf[] = [];
  for (const word of said.words) {
    for (const { table, row } of rows.rows.get(word) ?? NONE) {
      const isSaid = (one: string) => said.words.has(one) || table.around.has(one) || known.has(one);
      if (!row.words.every(isSaid)) continue;
      const cells = row.cells();
      if (cells.some(({ numbers }) => matchNumber(said.amount, numbers()) !== null)) return NONE;
      for (const cell of cells) {
        const { words } = cell;
        if (!words.every(isSaid) || (words.length > 0 && !words.some((one) => said.words.has(one)))) continue;
        const reading = contradictsCell(said, table, row, cell, known);
        if (reading) found.push({ table, cell, reading });
      }
    }
  }
  return found;
}

const wordsOfTitle = derive((_rows: RowsByWord, title: string, language: string) => new Set(wordsOf(title, language)));

/** True if a claim in one section may be about the things of a table in another section. */
function mayBeMeant(
  { sections }: Brief,
  ofClaim: number | null,
  ofTable: number | null = null,
  { words, language }: Said,
): boolean {
  if (ofClaim === null || ofTable === null) return true;
  const around = sectionsAround(sections, ofClaim);
  if (around.includes(ofTable) || sectionsAround(sections, ofTable).includes(ofClaim)) return true;
  if (around.some((index) => sections[index]?.kind === 'summary')) return true;
  return wordsOf(sections[ofTable]?.heading ?? '', language).every((word) => words.has(word));
}

/** The indexes of a section and of the sections that hold it. */
function sectionsAround(sections: readonly Section[], index: number): readonly number[] {
  const around: number[] = [];
  for (let at: number | null = index; at !== null; at = sections[at]?.parent ?? null) around.push(at);
  return around;
}

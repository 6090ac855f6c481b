/** The evidence of the tables of the body, by their rows. */

import { derive } from '../../base/derive';
import { recent } from '../../base/recent';
import type { InText, Span } from '../../base/text';
import type { TableOfBody } from '../../brief/figures/tableFigures';
import { startOfBlock, type TableInRun, tablesOfBody } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { movedSpan } from '../../document/moved';
import { lookUp } from '../lookup/lookUp';
import type { Statement } from '../lookup/statements';
import { rowsOf } from '../lookup/tableStatements';
import type { SourcesFacts } from '../lookup/types';
import { type OwnNumbers, ownNumbersOf } from '../sums/written/ownNumbers';
import type { ClaimEvidence } from '../verdicts';
import { isDoubted, verdictsIn } from './counts';
import { lacksOperand, sourcesFactsOf } from './insights';

/** The evidence of a table of the body. */
export interface TableEvidence {
  readonly span: Span;
  /** Offset of its block's start, from which the rows count. */
  readonly at: number;
  /** The rows with numbers. The list is the same in each version until the rows, or the words of their sources, change. */
  readonly rows: readonly RowEvidence[];
}

/** The evidence of a row of a table. */
export interface RowEvidence {
  /** Offset of its start in the block. */
  readonly start: number;
  readonly evidence: InText<ClaimEvidence>;
  /** Returns the statements that the evidence belongs to. */
  statements(): readonly Statement[];
}

/** The evidence of the tables of the body that cite something, in order. */
export const tableEvidence = derive((brief: Brief): readonly TableEvidence[] =>
  evidenceOfTables(brief).flatMap(({ tables, first }) => tables.map((table) => placedTable(brief, table, first))),
);

export interface TableOfRun {
  readonly table: TableInRun;
  readonly rows: readonly RowEvidence[];
}

function placedTable(brief: Brief, { table: { placed, index }, rows }: TableOfRun, first: number): TableEvidence {
  const at = startOfBlock(brief, first + index);
  return { span: movedSpan(placed.table.span, at), at, rows };
}

export const evidenceOfTables = derive((brief: Brief) => {
  const facts = sourcesFactsOf(brief);
  return tablesOfBody(brief).map(({ tables, first }) => {
    const inRun = evidenceInRun(tables, facts, brief.language);
    return { tables: rowsLackOperands(inRun) ? withOwnInRows(inRun, facts, ownNumbersOf(brief)) : inRun, first };
  });
});

const rowsLackOperands = derive((tables: readonly TableOfRun[]) =>
  tables.some(({ rows }) => rows.some(({ evidence }) => lacksOperand(evidence))),
);

const withOwnInRows = derive((tables: readonly TableOfRun[], facts: SourcesFacts, own: OwnNumbers) =>
  tables.map(
    ({ table, rows }): TableOfRun => ({
      table,
      rows: rows.map((row) => (lacksOperand(row.evidence) ? withOwnInRow(row, facts, own) : row)),
    }),
  ),
);

const withOwnInRow = derive(
  (row: RowEvidence, facts: SourcesFacts, own: OwnNumbers): RowEvidence => ({
    ...row,
    evidence: lookUp(row.statements(), facts, own),
  }),
);

const evidenceInRun = derive((tables: readonly TableInRun[], facts: SourcesFacts, language: string) =>
  tables.flatMap((table): TableOfRun[] => {
    const { citations, citedAround, isOwn, table: draft } = table.placed;
    const isClaim = !isOwn && [citations, citedAround, draft.computedAt].some((list) => list.length > 0);
    return isClaim ? [{ table, rows: evidenceOfTable(table.placed, facts, language) }] : [];
  }),
);

const evidenceOfTable = derive(
  ({ table, citations, citedAround, textAround }: TableOfBody, facts: SourcesFacts, language: string) => {
    const known = knownRows(facts, language);
    const rows = rowsOf({ ...table, labels: [0], citations, cites: citedAround, textAround, isInFile: false });
    known.rows.expect(
      rows.length,
      rows.reduce((sum, { key }) => sum + key.length, 0),
    );
    return rows.map(
      ({ start, key, common, statements }): RowEvidence => ({
        start,
        evidence: known.rows.take(
          `${known.numberOf(common)}\n${key}`,
          (last) => last ?? lookUp(statements(language, start), facts),
        ),
        statements: () => statements(language, start),
      }),
    );
  },
);

/** The evidence of rows. A number stands in their keys for what all rows of a table share, which may be long. */
const knownRows = derive((_facts: SourcesFacts, _language: string) => {
  const shared = recent<{ readonly number: number }>();
  let count = 0;
  return {
    rows: recent<InText<ClaimEvidence>>(),
    numberOf: (common: string) => shared.take(common, (kept) => kept ?? { number: count++ }).number,
  };
});

/** The tables with a number that their sources don't hold, or say otherwise, each with only such rows; in order. */
export const disputedTables = derive((brief: Brief): readonly TableEvidence[] =>
  evidenceOfTables(brief).flatMap(({ tables, first }) =>
    disputedOf(tables).map((table) => placedTable(brief, table, first)),
  ),
);

const disputedOf = derive((tables: readonly TableOfRun[]): readonly TableOfRun[] =>
  tables.flatMap(({ table, rows }) => {
    const disputed = rows.filter(({ evidence }) => isDoubted(verdictsIn(evidence)) || evidence.faults.length > 0);
    return disputed.length > 0 ? [{ table, rows: disputed }] : [];
  }),
);

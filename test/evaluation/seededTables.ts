/**
 * Adds up the tables of documents, with defects that are put into them: tables as they are, with a total row that is right, and
 * with one digit of such a total changed.
 */
import { checkBrief, parseBrief } from '../../src/core';
import { languageOfPart } from '../../src/core/document/language';
import { readGrid } from '../../src/core/evidence/sums/grid';
import type { Draw } from '../drawing';
import { withSlip } from './withSlip';

export interface TableScore {
  /** The tables that have a column of numbers. */
  readonly tables: number;
  /** Those that are reported as they stand in their document. */
  readonly reported: number;
  /** Those that are reported with a total that is right. */
  readonly reportedWithTotal: number;
  /** The totals of which a digit was changed, one at a time. */
  readonly defects: number;
  readonly found: number;
}

/** @param draw which digits are changed, and to what */
export function scoreTables(documents: readonly string[], draw: Draw): TableScore {
  const score = { tables: 0, reported: 0, reportedWithTotal: 0, defects: 0, found: 0 };
  for (const rows of documents.flatMap(tablesOf)) {
    const totals = totalsOf(rows);
    if (totals.every((total) => total === null)) continue;
    score.tables++;
    if (isReported(rows)) score.reported++;
    const shown = totals.map((total) => total ?? '');
    if (isReported([...rows, ['Total', ...shown]])) score.reportedWithTotal++;
    for (const [column, total] of totals.entries()) {
      if (total === null) continue;
      score.defects++;
      if (isReported([...rows, ['Total', ...shown.with(column, withSlip(total, draw))]])) score.found++;
    }
  }
  return score;
}

type Rows = readonly (readonly string[])[];

/** Those that have no total yet. */
function tablesOf(text: string): Rows[] {
  return parseBrief(text).figures.flatMap(({ content }) =>
    content?.kind === 'table' && !/total|sum|合计|总计/i.test(content.rows.flat().join(' ')) ? [content.rows] : [],
  );
}

/** For each column but the first the sum of its numbers, as it would be written; null where it has words, rates or shares. */
function totalsOf(rows: Rows): (string | null)[] {
  const fields = rows.map((row) => row.map((value) => ({ value, span: { start: 0, end: value.length } })));
  const grid = readGrid(fields, languageOfPart(rows.flat().join(' '), 'en'));
  const heads = rows[0]?.slice(1) ?? [];
  return heads.map((head, index) => {
    const cells = grid?.rows.flatMap((row) => row[index + 1]?.shown ?? []) ?? [];
    const isAdded = !/%|rate|price|year|rank|score|share|change|率|价|年|幅|\//i.test(head);
    if (!grid || !isAdded || cells.length < 2 || cells.length < grid.rows.length) return null;
    if (cells.some(({ unit, value }) => unit !== cells[0]?.unit || unit === '%' || value < 0)) return null;
    const digits = Math.max(...cells.map(({ written }) => /\.(\d+)/.exec(written)?.[1]?.length ?? 0));
    const written = cells[0]?.written ?? '';
    const sum = cells.reduce((all, cell) => all + Number(/[\d.,]+/.exec(cell.written)?.[0].replaceAll(',', '')), 0);
    return written.replace(/[\d.,]+/, sum.toFixed(digits));
  });
}

function isReported([head = [], ...rows]: Rows): boolean {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const text = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return checkBrief(parseBrief(`${text}\n`)).some(({ rule }) => rule === 'table/wrong-sum');
}

/**
 * Puts contradictions into documents: a sentence with a number said again with one digit changed, and a cell of a table said in
 * words with one digit changed. Each is tried with the right digits, too.
 */
import { checkBrief, parseBrief } from '../../src/core';
import { spanFrom } from '../../src/core/document/moved';
import { evidenceOf } from '../../src/core/evidence/brief';
import { findNumbers, type Quantity } from '../../src/core/evidence/numbers';
import type { Draw } from '../drawing';
import { withSlip } from './withSlip';

export interface ConflictScore {
  /** Those that were tried. */
  readonly tried: number;
  /** Those with a digit changed that are told. */
  readonly found: number;
  /** Those with the right digits that are told. */
  readonly falsely: number;
}

/** One place of a document where something is said again. */
interface Again {
  readonly document: string;
  /** Where the new text goes, in UTF-16 units. */
  readonly at: number;
  readonly written: string;
  readonly number: { readonly start: number; readonly end: number };
}

/** @param most so many are drawn from all documents */
export function scoreSentences(documents: readonly string[], draw: Draw, most: number): ConflictScore {
  return score(documents.flatMap(sentencesOf), draw, most);
}

/** @param most so many tables are drawn from all documents, with a cell of each */
export function scoreCells(documents: readonly string[], draw: Draw, most: number): ConflictScore {
  return score(
    documents.flatMap((document) => cellsOf(document, draw)),
    draw,
    most,
  );
}

function score(all: readonly Again[], draw: Draw, most: number): ConflictScore {
  const left = [...all];
  const drawn = Array.from({ length: Math.min(most, left.length) }, () => left.splice(draw(left.length), 1)).flat();
  const told = (again: Again, written: string) => {
    const { document, at } = again;
    return conflictsIn(`${document.slice(0, at)}\n\n${written}\n\n${document.slice(at)}`) > conflictsIn(document);
  };
  return {
    tried: drawn.length,
    falsely: drawn.filter((again) => told(again, again.written)).length,
    found: drawn.filter((again) => {
      const { written, number } = again;
      const slip = withSlip(written.slice(number.start, number.end), draw);
      return told(again, written.slice(0, number.start) + slip + written.slice(number.end));
    }).length,
  };
}

function conflictsIn(text: string): number {
  return checkBrief(parseBrief(text)).filter(({ rule }) => rule === 'number/conflict').length;
}

/** The sentences of paragraphs with a number that has a unit, or at least three digits, and that is said exactly; by that number. */
function sentencesOf(document: string): Again[] {
  const brief = parseBrief(document);
  const { insights } = evidenceOf(brief);
  return brief.insights.flatMap(({ kind, sentences, span: { end } }, index) =>
    kind !== 'paragraph'
      ? []
      : sentences.flatMap(({ text, span }, i): Again[] => {
          const number = insights[index]?.numbers.find((one) => one.sentence === i && isExact(one.quantity));
          return number ? [{ document, at: end, written: text, number: spanFrom(number.span, span) }] : [];
        }),
  );
}

function isExact(quantity: Quantity): boolean {
  if (quantity.kind === 'date' || quantity.kind === 'ordinal') return false;
  const { low, high, unit, approximate, bound, surface } = quantity;
  return (unit !== null || low >= 100) && low === high && !approximate && bound === null && /\d[\d.,]*\d/.test(surface);
}

/** One cell of each table with a number that has two digits at least, said as a sentence behind the table. */
function cellsOf(document: string, draw: Draw): Again[] {
  return parseBrief(document).figures.flatMap(({ content, declaredIn, span }): Again[] => {
    if (declaredIn !== 'table' || content?.kind !== 'table') return [];
    const [heads = [], ...rows] = content.rows;
    const cells = rows.flatMap((row) =>
      row.flatMap((cell, column) => {
        const [label = '', head = ''] = [row[0], heads[column]];
        const isNumber = column > 0 && /^[$€£¥]?\d[\d.,]*\d ?(?:%|[a-zA-Z]{1,8}|[万亿元]{1,3})?$/.test(cell.trim());
        const isDate = findNumbers(cell, 'en').some(({ kind }) => kind === 'date');
        return isNumber && !isDate && label !== '' && head !== '' ? [{ label, head, cell: cell.trim() }] : [];
      }),
    );
    const drawn = cells[draw(cells.length)];
    if (!drawn) return [];
    const { label, head, cell } = drawn;
    const before = /\p{Script=Han}/u.test(label + head) ? `${label}的${head}为` : `${head} of ${label} was `;
    const number = { start: before.length, end: before.length + cell.length };
    return [{ document, at: span.end, written: `${before}${cell}.`, number }];
  });
}

/** Rows of tables of sources that have no numbers. */

import type { Span, TextEdit } from '../../base/text';
import { type LayoutBlock, layoutOf } from '../../brief/blocks/layout';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { sectionEntries } from '../../rules/fixes/declareSource';

/** A row that names a source, and its table. */
export interface SourceRow {
  readonly work: SourceDeclaration;
  /** The offset of its line. */
  readonly at: number;
  readonly table: Span;
}

/** The rows of tables in sources sections that name works, where no row of the table has a number. */
export function sourceRows(brief: Brief): SourceRow[] {
  const tables = tablesIn(layoutOf(brief));
  const entries = sectionEntries(brief);
  return brief.works.flatMap((work): SourceRow[] => {
    const table = tables.find(({ start, end }) => start <= work.span.start && work.span.end <= end);
    if (!table || !work.url || entries.some(({ span }) => table.start <= span.start && span.start < table.end))
      return [];
    const at = brief.lines.startOf(brief.lines.lineAt(work.span.start));
    return [{ work, at, table }];
  });
}

function tablesIn(blocks: readonly LayoutBlock[]): Span[] {
  return blocks.flatMap(({ kind, span, children }) => (kind === 'table' ? [span] : tablesIn(children)));
}

/** A column of numbers for a table: `numbers` by the offsets of its lines. */
export function numberColumn({ text, lines }: Brief, table: Span, numbers: ReadonlyMap<number, number>): TextEdit[] {
  const edits: TextEdit[] = [];
  const first = lines.lineAt(table.start);
  for (let line = first; line < lines.count && lines.startOf(line) < table.end; line++) {
    const start = lines.startOf(line);
    const margin = /^[ \t>]*/.exec(text.slice(start, lines.endOf(line)))?.[0].length ?? 0;
    const number = numbers.get(start);
    const cell = line === first ? '#' : line === first + 1 ? '---' : number === undefined ? ' ' : `[${number}]`;
    const isOpen = text[start + margin] === '|';
    edits.push({
      span: { start: start + margin, end: start + margin },
      newText: isOpen ? `| ${cell} ` : `| ${cell} | `,
    });
  }
  return edits;
}

/** The tables of local copies, whose rows are passages of their own. */
import type { Unplaced } from '../../base/text';
import type { Passage } from '../../brief/types';

/** A table of a local copy as one text, written as in Markdown. */
export interface CopiedTable {
  readonly text: string;
  /** The passages of its head and its rows, in order, with the offset where the text of each starts. */
  readonly rows: readonly CopiedRow[];
}

export interface CopiedRow {
  /** Index of the row among the passages of the source. */
  readonly passage: number;
  readonly start: number;
}

/** An empty first cell of the head in the context of a row. The head's own passage has only the other cells. */
const EMPTY_CELL = ' | ';

/**
 * Returns the tables in the passages of a local copy. A row belongs to the nearest head before it if it's read with that head
 * and has as many cells. Long tables are split.
 *
 * @param longest limit for the text of a table, in UTF-16 units
 */
export function copiedTablesIn(passages: readonly Unplaced<Passage>[], longest: number): readonly CopiedTable[] {
  const tables: CopiedTable[] = [];
  let head: Head | null = null;
  let table: { text: string; rows: CopiedRow[] } | null = null;
  for (const [passage, { text, context }] of passages.entries()) {
    const line = rowLine(text);
    const itsHead: Head | null = head && headOf(context ?? '', head);
    // Rows below a label have the same head, but describe something else.
    if (line === null) table = null;
    else if (!itsHead) {
      head = { passage, text, start: 1, line };
      table = null;
    } else if (barsIn(line) === barsIn(itsHead.line)) {
      if (!table || table.text.length + line.length >= longest) {
        table = { text: itsHead.line, rows: [itsHead] };
        tables.push(table);
      }
      table.rows.push({ passage, start: table.text.length + 2 });
      table.text += `\n${line}`;
    }
  }
  return tables;
}

interface Head extends CopiedRow {
  readonly text: string;
  /** The head as a Markdown row. */
  readonly line: string;
}

/** Returns the head of a row with its start in the row's context; null if the row has another head. */
function headOf(context: string, { passage, text }: Head): Head | null {
  const said = context.split('\n').findLast((line) => BARS_OR_TABS.test(line));
  const line = said === undefined ? null : rowLine(said);
  if (line === null || (said !== text && said !== EMPTY_CELL + text)) return null;
  return { passage, text, line, start: 1 + said.length - text.length };
}

/** Returns a text as a Markdown row, with each character one place later, behind the first bar; null if it's no row. */
function rowLine(text: string): string | null {
  if (!BARS_OR_TABS.test(text)) return null;
  const inLine = text.replaceAll('\n', ' ');
  return `|${inLine.includes('|') ? inLine : inLine.replaceAll('\t', '|')}|`;
}

const BARS_OR_TABS = /[|\t]/;

function barsIn(line: string): number {
  return line.split('|').length;
}

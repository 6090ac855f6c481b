/** The tables of local copies, whose rows are passages of their own. */
import type { Passage } from '../../brief/types';

/** A table of a local copy as one text, written as in Markdown. */
export interface CopiedTable {
  readonly text: string;
  /** The passages of its head and its rows, in order, and where the text of each starts. */
  readonly rows: readonly CopiedRow[];
}

export interface CopiedRow {
  /** Its index among the passages of the source. */
  readonly passage: number;
  readonly start: number;
}

/** What the context of a row has for an empty first cell of its head, whose passage has only the others. */
const EMPTY_CELL = ' | ';

/**
 * The tables in the passages of a local copy. A row belongs to the nearest head before it if it is read with it and has as many
 * cells. Long tables are parted.
 *
 * @param longest how long the text of a table may be, in UTF-16 units
 */
export function copiedTablesIn(passages: readonly Passage[], longest: number): readonly CopiedTable[] {
  const tables: CopiedTable[] = [];
  let head: Head | null = null;
  let table: { text: string; rows: CopiedRow[] } | null = null;
  for (const [passage, { text, context }] of passages.entries()) {
    const line = rowLine(text);
    const itsHead: Head | null = head && headOf(context ?? '', head);
    // The rows below a label have their head, but say something else.
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
  /** As Markdown writes it. */
  readonly line: string;
}

/** The head of a row, as the row is read with it; null where that is another one. */
function headOf(context: string, { passage, text }: Head): Head | null {
  const said = context.split('\n').findLast((line) => BARS_OR_TABS.test(line));
  const line = said === undefined ? null : rowLine(said);
  if (line === null || (said !== text && said !== EMPTY_CELL + text)) return null;
  return { passage, text, line, start: 1 + said.length - text.length };
}

/** A row as Markdown writes it, each character in its place behind the first bar; null for a text that is no row. */
function rowLine(text: string): string | null {
  if (!BARS_OR_TABS.test(text)) return null;
  const inLine = text.replaceAll('\n', ' ');
  return `|${inLine.includes('|') ? inLine : inLine.replaceAll('\t', '|')}|`;
}

const BARS_OR_TABS = /[|\t]/;

function barsIn(line: string): number {
  return line.split('|').length;
}

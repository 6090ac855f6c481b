/** Tables as GFM has them, and where one ends a paragraph. */
import { type BlockParser, type MarkdownConfig, Table } from '@lezer/markdown';

/** Without white space at its start, in front of which Lezer's own pattern would look for quotation marks from each space. */
const DELIMITERS = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

export const tables: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map(
    (table): BlockParser => ({
      ...table,
      endLeaf: (cx, line, leaf) =>
        DELIMITERS.test(cx.peekLine().replace(/^[>\s]+/, '')) && (table.endLeaf?.(cx, line, leaf) ?? false),
    }),
  ),
};

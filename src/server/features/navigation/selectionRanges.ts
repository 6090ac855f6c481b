import type { SelectionRange } from 'vscode-languageserver';
import type { Span } from '../../../core';
import type { OpenDocument } from '../../documents/document';
import type { Feature } from '../feature';

/** Gives the ranges that a growing selection covers. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: ({ connection, about }) => {
    connection.onSelectionRanges(
      about('textDocument/selectionRange', async (document, { positions }) => {
        const { selectionRanges: rangesAt } = await import('../../../core/editor');
        return positions.map((position) =>
          toSelectionRange(document, rangesAt(document.brief(), document.positions.offsetAt(position))),
        );
      }),
    );
  },
};

function toSelectionRange({ positions }: OpenDocument, spans: readonly Span[]): SelectionRange {
  let range: SelectionRange | undefined;
  for (const span of spans.toReversed())
    range = { range: positions.rangeOf(span), ...(range ? { parent: range } : {}) };
  return range ?? { range: positions.rangeOf({ start: 0, end: 0 }) };
}

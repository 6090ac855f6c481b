import type { FoldingRange } from '../../../core/editor';
import type { OpenDocument } from '../../documents/document';
import { FoldingRangeKind, type FoldingRange as LspFoldingRange } from '../../lsp';
import type { Feature } from '../feature';

/** Gives the ranges that can be folded: if the client takes fewer, the largest. */
export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: ({ connection, about, agreement }) => {
    connection.onFoldingRanges(
      about('textDocument/foldingRange', async (document) => {
        const { foldingRanges } = await import('../../../core/editor');
        const { lineFoldingOnly = false, rangeLimit } = agreement().client.textDocument?.foldingRange ?? {};
        return largest(foldingRanges(document.brief()), rangeLimit).map((range) =>
          toFoldingRange(document, range, lineFoldingOnly),
        );
      }),
    );
  },
};

function largest(ranges: readonly FoldingRange[], limit = ranges.length): readonly FoldingRange[] {
  if (ranges.length <= limit) return ranges;
  const size = ({ span }: FoldingRange) => span.end - span.start;
  const kept = new Set([...ranges].sort((a, b) => size(b) - size(a)).slice(0, Math.max(0, limit)));
  return ranges.filter((range) => kept.has(range));
}

function toFoldingRange(
  { positions, lines }: OpenDocument,
  { span, kind }: FoldingRange,
  lineFoldingOnly: boolean,
): LspFoldingRange {
  // The first line stays in view to its end.
  const start = lines.endOf(lines.lineAt(span.start));
  const range = positions.rangeOf({ start, end: span.end });
  return {
    startLine: range.start.line,
    endLine: range.end.line,
    ...(lineFoldingOnly ? {} : { startCharacter: range.start.character, endCharacter: range.end.character }),
    ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
  };
}

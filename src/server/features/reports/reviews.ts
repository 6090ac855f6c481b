import { today } from '../../../core/base/dates';
import { toTextEdits } from '../../diagnostics/toLsp';
import { ErrorCodes, ResponseError } from '../../lsp';
import { isRange, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import { isReviewer, MARK_VERIFIED_REQUEST, type MarkVerifiedParams, type MarkVerifiedResult } from '../../protocol';
import type { Feature } from '../feature';

/** Marks insights as verified by the person at the client. */
export const reviews: Feature = {
  register: ({ connection, documentOf, answer, session }) => {
    connection.onRequest<MarkVerifiedResult | null, void>(
      MARK_VERIFIED_REQUEST,
      answer(MARK_VERIFIED_REQUEST, async (params: unknown) => {
        const { textDocument, ranges, reviewer } = readParams(params);
        await documentOf(textDocument.uri);
        // A mark speaks of what its sources say, so that these have to be there.
        await session().whole(textDocument.uri);
        const document = session().document(textDocument.uri);
        if (!document) return null;
        const { markVerified } = await import('../../../core/editor');
        const { positions, version } = document;
        const spans = ranges.map((range) => positions.spanOf(range));
        const { edits, marked, refused } = markVerified(document.brief(), spans, { date: today(), reviewer });
        return { version, edits: toTextEdits(positions, edits), marked, refused };
      }),
    );
  },
};

function readParams(params: unknown): MarkVerifiedParams {
  const textDocument = readTextDocument(MARK_VERIFIED_REQUEST, params);
  const ranges = part(params, 'ranges');
  const reviewer = part(params, 'reviewer');
  if (!Array.isArray(ranges) || !ranges.every(isRange))
    throw new ResponseError(ErrorCodes.InvalidParams, `${MARK_VERIFIED_REQUEST}: ranges must be a list of ranges.`);
  if (typeof reviewer !== 'string' || !isReviewer(reviewer))
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      `${MARK_VERIFIED_REQUEST}: reviewer must be initials such as AZ.`,
    );
  return { textDocument, ranges, reviewer };
}

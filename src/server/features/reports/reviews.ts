import { today } from '../../../core/base/dates';
import { toTextEdits } from '../../diagnostics/toLsp';
import { invalid, isRange, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import { isReviewer, type Params } from '../../protocol';
import type { Feature } from '../feature';

/** Marks insights as verified by the person at the client. */
export const reviews: Feature = {
  register: ({ onWholeDocument }) => {
    // A mark speaks of what its sources say, so that these have to be there.
    onWholeDocument('brief/markVerified', readParams, async (document, { ranges, reviewer }) => {
      const { markVerified } = await import('../../../core/editor');
      const { positions, version } = document;
      const spans = ranges.map((range) => positions.spanOf(range));
      const { edits, marked, refused } = markVerified(document.brief(), spans, { date: today(), reviewer });
      return { version, edits: toTextEdits(positions, edits), marked, refused };
    });
  },
};

function readParams(method: string, params: unknown): Params<'brief/markVerified'> {
  const textDocument = readTextDocument(method, params);
  const ranges = part(params, 'ranges');
  const reviewer = part(params, 'reviewer');
  if (!Array.isArray(ranges) || !ranges.every(isRange)) throw invalid(method, 'ranges must be a list of ranges');
  if (typeof reviewer !== 'string' || !isReviewer(reviewer))
    throw invalid(method, 'reviewer must be initials such as AZ');
  return { textDocument, ranges, reviewer };
}

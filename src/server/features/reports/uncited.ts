import { invalid, isPosition, readTextDocument } from '../../messages/readParams';
import { part } from '../../part';
import type { UncitedParams } from '../../protocol';
import type { Feature } from '../feature';

/** Finds the next claim that the status bar counts as not cited. */
export const uncited: Feature = {
  register: ({ onDocument }) => {
    onDocument('brief/uncited', readParams, async (document, { position, direction }) => {
      const { uncitedOf } = await import('../../../core/checking');
      const { positions, version } = document;
      const cursor = positions.offsetAt(position);
      const claims = uncitedOf(document.brief());
      const found =
        direction === 'next'
          ? claims.findIndex(({ start }) => start > cursor)
          : claims.findLastIndex(({ start }) => start < cursor);
      const index = found >= 0 || direction === 'next' ? Math.max(0, found) : claims.length - 1;
      const claim = claims[index];
      return {
        version,
        claim: claim ? { range: positions.rangeOf(claim), number: index + 1, of: claims.length } : null,
      };
    });
  },
};

/** @throws ResponseError where they are others */
function readParams(method: string, params: unknown): UncitedParams {
  const textDocument = readTextDocument(method, params);
  const position = part(params, 'position');
  const direction = part(params, 'direction');
  if (!isPosition(position)) throw invalid(method, 'position must be a position');
  if (direction !== 'next' && direction !== 'previous') throw invalid(method, 'direction must be next or previous');
  return { textDocument, position, direction };
}

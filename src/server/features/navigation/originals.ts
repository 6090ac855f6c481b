import type { Range } from '../../../core';
import type { OpenDocument } from '../../documents/document';
import { invalid, isPosition, readLocated } from '../../messages/readParams';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import { part } from '../../part';
import type { OriginalParams } from '../../protocol';
import type { Feature } from '../feature';

/** Finds the original of a citation or passage outside the brief. */
export const originals: Feature = {
  register: ({ onDocument, agreement }) => {
    onDocument('brief/original', readParams, async (document, { of }) => {
      const original = await originalOf(document, of);
      if (!original) return null;
      const { copy } = original;
      const rangeOf = (range: Range) => rangeElsewhere(range, agreement());
      return { ...original, copy: copy && { ...copy, range: rangeOf(copy.range), words: rangeOf(copy.words) } };
    });
  },
};

async function originalOf({ brief, positions }: OpenDocument, of: OriginalParams['of']) {
  const { originalAt, originalOfPlace, originalOfSource } = await import('../../../core/editor');
  if ('position' in of) return originalAt(brief(), positions.offsetAt(of.position));
  return 'passage' in of ? originalOfPlace(brief(), of) : originalOfSource(brief(), of.source);
}

function readParams(method: string, params: unknown) {
  return { ...readLocated(method, params), of: readOf(part(params, 'of')) };
}

function readOf(of: unknown): OriginalParams['of'] {
  const position = part(of, 'position');
  if (isPosition(position)) return { position };
  const [source, passage, start, end] = ['source', 'passage', 'start', 'end'].map((key) => part(of, key));
  if (typeof source !== 'string') throw invalid('brief/original', 'of must name a position or a source');
  if (passage === undefined) return { source };
  if (typeof passage !== 'number' || typeof start !== 'number' || typeof end !== 'number')
    throw invalid('brief/original', 'passage, start and end must be numbers');
  return { source, passage, start, end };
}

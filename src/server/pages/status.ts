import { lengthOf, sourceTexts, statsOf, uncitedOf } from '../../core/checking';
import type { OpenDocument } from '../documents/document';
import type { StatusParams } from '../protocol';
import type { Settings } from '../settings';

/** The number of uncited insights that are listed. Nobody goes through more of them one by one. */
const MOST_UNCITED = 100;

/** Counts the cited insights of a document and the verdicts on its facts, for the status bar. */
export function statusOf(
  { uri, positions, brief }: OpenDocument,
  { showHints }: Pick<Settings, 'showHints'>,
): Omit<StatusParams, 'version'> {
  const { insights: count, cited, own, evidence, verified, stale } = statsOf(brief());
  return {
    uri,
    insights: count,
    cited,
    own,
    evidence,
    ...sourceTexts(brief()),
    length: lengthOf(brief()),
    verified,
    stale,
    showsHints: showHints,
    uncited: uncitedOf(brief(), MOST_UNCITED).map(positions.rangeOf),
  };
}

import { sourceTexts, statsOf, uncitedOf } from '../../core/checking';
import type { OpenDocument } from '../documents/document';
import type { StatusParams } from '../protocol';
import type { Settings } from '../settings';

/** More places than this nobody goes through one by one. */
const MOST_UNCITED = 100;

/** How much of a document is cited and found, for the status bar. */
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
    verified,
    stale,
    showsHints: showHints,
    uncited: uncitedOf(brief(), MOST_UNCITED).map(positions.rangeOf),
  };
}

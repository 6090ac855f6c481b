import { statsOf } from '../core';
import type { OpenDocument } from './document';
import type { StatusParams } from './protocol';

/** More places than this nobody goes through one by one. */
const MOST_UNCITED = 100;

/** How much of a document is cited and found, for the status bar. */
export function statusOf({ uri, version, positions, brief }: OpenDocument): StatusParams {
  const { insights } = brief();
  const { insights: count, cited, own, evidence } = statsOf(brief());
  const uncited = insights.filter(
    (insight) => insight.mustCite === 'warning' && insight.citedVia === null && !insight.excused,
  );
  return {
    uri,
    version,
    insights: count,
    cited,
    own,
    evidence,
    uncited: uncited.slice(0, MOST_UNCITED).map((insight) => positions.rangeOf(insight.span)),
  };
}

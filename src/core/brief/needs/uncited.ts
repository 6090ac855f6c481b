/** Which insights count as uncited: in problems, the status bar, the outline, on pages and in filters. */

import { derive } from '../../base/derive';
import { becauseOf, isExcused } from '../queries/blocks';
import { insightsWith } from '../queries/finders';
import type { Brief, Insight, Origin } from '../types';
import { levelOf } from './because';

/** Whether an insight must be cited, rests on nothing, and that is not meant. */
export function isUncited(insight: Insight): boolean {
  return restsOnNothing(insight) && counts(insight.because);
}

/** Whether an insight has no source and is not its author's own, where that is not meant. */
export function restsOnNothing({ citedVia, own, excused }: Insight): boolean {
  return citedVia === null && !own && !excused;
}

/** What is said once of a whole document counts for each of its statements. */
function counts(because: Origin['because']): boolean {
  return levelOf(because) === 'warning' || because === 'practice';
}

/** The indexes of those of a brief, in document order. */
export const uncitedIn = derive((brief: Brief): readonly number[] =>
  perhapsUncited(brief).filter((index) => {
    const because = becauseOf(brief, index);
    return because !== undefined && counts(because) && !isExcused(brief, index);
  }),
);

const perhapsUncited = insightsWith(
  ({ because, citedVia, own }) => citedVia === null && !own && levelOf(because) === 'warning',
);

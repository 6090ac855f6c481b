/** Decides which insights count as uncited: in problems, the status bar, the outline, on pages and in filters. */

import { derive } from '../../base/derive';
import { becauseOf, isExcused } from '../queries/blocks';
import { insightsWith } from '../queries/finders';
import type { Brief, Insight, Origin } from '../types';
import { isOpen, levelOf } from './because';

/** True if an insight must be cited, rests on nothing, and isn't excused. */
export function isUncited(insight: Insight): boolean {
  return restsOnNothing(insight) && counts(insight.because);
}

/** True if an insight has no source, isn't its author's own judgement, and isn't excused. */
export function restsOnNothing({ citedVia, own, excused }: Insight): boolean {
  return citedVia === null && !own && !excused;
}

/** True for reasons that count: those with a warning, and `practice`, which is reported once for a whole document. */
function counts(because: Origin['because']): boolean {
  return levelOf(because) === 'warning' || because === 'practice';
}

/** The indexes of a brief's uncited insights, in document order. */
export const uncitedIn = derive((brief: Brief): readonly number[] =>
  perhapsUncited(brief).filter((index) => {
    const because = becauseOf(brief, index);
    return because !== undefined && counts(because) && !isExcused(brief, index);
  }),
);

/** Finds the insights that rest on nothing, if nothing in their words says that they need no source. */
export const perhapsUncited = insightsWith(({ because, citedVia }) => citedVia === null && isOpen(because));

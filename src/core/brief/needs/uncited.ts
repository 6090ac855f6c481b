/** Tells which insights are uncited: in the status bar, the outline, on pages and in filters. What is warned of is another matter. */

import { derive } from '../../base/derive';
import { decisionOn, isExcused } from '../queries/blocks';
import { gapsOf, insightsWith } from '../queries/finders';
import type { Brief, Insight } from '../types';
import { isOpen } from './because';

/** True if an insight states something to be cited, rests on nothing, and isn't excused. */
export function isUncited(insight: Insight): boolean {
  return insight.isUncited && restsOnNothing(insight) && insight.because !== 'broken';
}

/** True if an insight has no source, isn't its author's own judgement, and isn't excused. */
export function restsOnNothing({ citedVia, own, excused }: Insight): boolean {
  return citedVia === null && !own && !excused;
}

/** The indexes of a brief's uncited insights, in document order. Broken citations are mended where they are reported. */
export const uncitedIn = derive((brief: Brief): readonly number[] =>
  withoutSource(brief).filter((index) => decisionOn(brief, index)?.because !== 'broken'),
);

/** The indexes of all insights that state something to be cited and cite nothing, also those with a broken citation. */
export const withoutSource = derive((brief: Brief): readonly number[] =>
  perhapsUncited(brief).filter((index) => decisionOn(brief, index)?.isUncited === true && !isExcused(brief, index)),
);

/** Finds the insights that rest on nothing, if nothing in their words says that they need no source. */
const perhapsUncited = insightsWith(({ because, citedVia }) => citedVia === null && isOpen(because));

/** The indexes of these, without the insights in which their author has marked a missing citation. */
export function withoutGap(brief: Brief): readonly number[] {
  const gaps = gapsOf(brief);
  return gaps.size === 0 ? perhapsUncited(brief) : perhapsUncited(brief).filter((index) => !gaps.has(index));
}

/** Decides which insights count as uncited: in problems, the status bar, the outline, on pages and in filters. */

import { derive } from '../../base/derive';
import { NONE } from '../../base/same';
import { becauseOf, isExcused } from '../queries/blocks';
import { insightsWith } from '../queries/finders';
import type { Brief, Insight, Origin } from '../types';
import { levelOf } from './because';

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

const perhapsUncited = insightsWith(
  ({ because, citedVia, own }) => citedVia === null && !own && levelOf(because) === 'warning',
);

/**
 * Returns the indexes of the bullets without a full stop that cite nothing and state something, in document order. They count
 * only if the front matter has `sources`: in other documents, such a bullet may well be a mere phrase.
 */
export const phrasesOfBrief = derive((brief: Brief): readonly number[] => {
  const { frontMatter } = brief;
  if (!frontMatter || (frontMatter.sources.length === 0 && !frontMatter.sourcesList)) return NONE;
  return perhapsPhrases(brief).filter(
    (index) => becauseOf(brief, index) === 'perhaps-phrase' && !isExcused(brief, index),
  );
});

const perhapsPhrases = insightsWith(
  ({ kind, because, citedVia, own, sentences }) =>
    kind === 'item' &&
    because === 'perhaps-phrase' &&
    citedVia === null &&
    !own &&
    sentences.some(({ needsCitation }) => needsCitation),
);

import { passagesAmong, placeInSource, wholeOf, wholesOf } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import { rankerOf } from '../../evidence/candidates';

/** So many that a reader still looks at them. */
const MOST = 10;
/** A long local copy must not hide all other sources, and one source may say it best in its second passage. */
const MOST_OF_SOURCE = 3;

/**
 * For each insight the passages that it may rest on, best first, whether or not it is cited already: at most ten, and
 * at most three of one source. The shape is public (docs/command-line.md): it changes only by adding. Scores are to be
 * compared within one insight only.
 */
export function suggestSources(brief: Brief) {
  const ranker = rankerOf(brief);
  return brief.insights.map(({ text, span, cites }) => ({
    text,
    range: brief.lines.rangeOf(span),
    cites: wholesOf(brief, cites),
    ...passagesAmong(brief, cites),
    candidates: ranker
      .candidates(text, { most: MOST, mostOfSource: MOST_OF_SOURCE })
      .map(({ source, passage, score, why }) => ({
        ...placeInSource(brief, { source, passage }),
        ...(wholeOf(brief, source) === source ? {} : { number: source }),
        score: rounded(score),
        why: why(),
      })),
  }));
}

function rounded(score: number): number {
  return Number(score.toPrecision(4));
}

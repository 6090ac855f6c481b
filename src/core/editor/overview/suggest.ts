import { originsOf } from '../../brief/queries/blocks';
import { passagesAmong, placeInSource, wholeOf, wholesOf } from '../../brief/queries/sources';
import type { Brief, Origin } from '../../brief/types';
import { suggestionsFor } from '../editing/suggestions';

/** So many that a reader still looks at them. */
const MOST = 10;
/** A long local copy must not hide all other sources, and one source may say it best in its second passage. */
const MOST_OF_SOURCE = 3;

/**
 * For each insight the passages that it may rest on, best first, whether or not it is cited already: at most ten, and
 * at most three of one source. The shape is public (docs/command-line.md): it changes only by adding.
 *
 * @param least the score that a candidate must have, from 0 to 1
 */
export function suggestSources(brief: Brief, least = 0) {
  const origins = originsOf(brief);
  const suggested = (origin: Origin | undefined) =>
    origin ? suggestionsFor(brief, origin, { most: MOST, mostOfSource: MOST_OF_SOURCE }) : [];
  return brief.insights.map(({ text, span, cites }, index) => ({
    text,
    range: brief.lines.rangeOf(span),
    cites: wholesOf(brief, cites),
    ...passagesAmong(brief, cites),
    candidates: suggested(origins[index])
      .filter(({ score }) => score >= least)
      .map(({ candidate: { source, passage, why }, score }) => ({
        ...placeInSource(brief, { source, passage }),
        ...(wholeOf(brief, source) === source ? {} : { number: source }),
        score: rounded(score),
        why: why(),
      })),
  }));
}

function rounded(score: number): number {
  return Number(score.toPrecision(3));
}

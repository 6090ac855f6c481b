import { originsOf } from '../../brief/queries/blocks';
import { passagesAmong, placeInSource, wholeOf, wholesOf } from '../../brief/queries/sources';
import type { Brief, Origin } from '../../brief/types';
import { suggestionsFor } from '../editing/suggestions';

/** Maximum number of passages for an insight, few enough for a reader. */
const MOST = 10;
/** Maximum number of passages of one source. A long local copy must not hide all others, but its second passage may be best. */
const MOST_OF_SOURCE = 3;

/**
 * Lists for each insight, cited or not, the passages that it may rest on, best first: at most ten, and at most three of one
 * source. The shape is public (docs/command-line.md): it changes only by adding.
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

import type { Brief } from '../brief';
import { sourcesFactsOf } from './briefEvidence';
import { numbersAhead } from './lookup/lookUpNumbers';
import { cardsAhead } from './sourceIndexes';

/**
 * Indexes what a checked brief has from bibliographies ahead of the first who asks for a source like a text, or for a number
 * in all sources: a slice, of some milliseconds, each time it is asked to go on. What is indexed already is passed over.
 */
export function* indexAhead(brief: Brief): Generator<void> {
  yield* cardsAhead(brief);
  yield* numbersAhead(sourcesFactsOf(brief));
}

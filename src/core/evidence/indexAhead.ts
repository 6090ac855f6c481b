import { derive } from '../base/derive';
import { sourceOrigins } from '../brief/queries/sources';
import { searchTextOf } from '../brief/searchText';
import type { Brief, Source } from '../brief/types';
import { sourcesFactsOf } from './briefEvidence';
import { numbersAhead } from './lookup/lookUpNumbers';
import { cardsAhead } from './sourceIndexes';

/**
 * Indexes what a checked brief has from bibliographies ahead of the first who asks for a source like a text, by a word, or
 * for a number in all sources: a slice, of some milliseconds, each time it is asked to go on. What is indexed already is passed over.
 */
export function* indexAhead(brief: Brief): Generator<void> {
  yield* cardsAhead(brief);
  yield* numbersAhead(sourcesFactsOf(brief));
  yield* searchTextsAhead(sourceOrigins(brief));
}

/** How far the search texts of a list of sources are made. */
const madeOf = derive((_sources: readonly Source[]) => ({ isWhole: false }));

function* searchTextsAhead(sources: readonly Source[]): Generator<void> {
  const made = madeOf(sources);
  if (made.isWhole) return;
  for (const [i, source] of sources.entries()) {
    searchTextOf(source);
    if (i % SLICE === SLICE - 1) yield;
  }
  made.isWhole = true;
}

const SLICE = 2000;

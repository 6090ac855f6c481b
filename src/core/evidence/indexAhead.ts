import type { Brief, Source } from '../brief';
import { searchTextOf } from '../model/searchText';
import { sourceOrigins } from '../model/sources/meantSources';
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

/** Lists of sources whose search texts are made. */
const searchable = new WeakSet<readonly Source[]>();

function* searchTextsAhead(sources: readonly Source[]): Generator<void> {
  if (searchable.has(sources)) return;
  for (const [i, source] of sources.entries()) {
    searchTextOf(source);
    if (i % SLICE === SLICE - 1) yield;
  }
  searchable.add(sources);
}

const SLICE = 2000;

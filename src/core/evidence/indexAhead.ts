import { derive } from '../base/derive';
import type { Local } from '../base/text';
import { sourceOrigins } from '../brief/queries/sources';
import { searchTextOf } from '../brief/searchText';
import type { Brief, Source } from '../brief/types';
import { sourcesFactsOf } from './brief';
import { numbersAhead } from './lookup/lookUpNumbers';
import { cardsAhead } from './sourceIndexes';

/**
 * Indexes the bibliographies of a checked brief before they're first searched: for sources like a text, for a word, or for a
 * number in all sources. Each step is a slice of some milliseconds. What is indexed already is skipped.
 */
export function* indexAhead(brief: Brief): Generator<void> {
  yield* cardsAhead(brief);
  yield* numbersAhead(sourcesFactsOf(brief));
  yield* searchTextsAhead(sourceOrigins(brief));
}

/** Progress of the search texts of a list of sources. */
const madeOf = derive((_sources: readonly Local<Source>[]) => ({ isWhole: false }));

function* searchTextsAhead(sources: readonly Local<Source>[]): Generator<void> {
  const made = madeOf(sources);
  if (made.isWhole) return;
  for (const [i, source] of sources.entries()) {
    searchTextOf(source);
    if (i % SLICE === SLICE - 1) yield;
  }
  made.isWhole = true;
}

const SLICE = 2000;

/**
 * What the sources of a brief say. Sources stay the same objects from version to version as long as they say the same, and
 * are put where they stand only when somebody asks. Who looks for some of them asks by a test of what a source says by
 * itself: a run of sources that an edit left alone is not looked through again.
 */

import { indexesIn, indexesWhere, type Run } from '../../base/runs';
import { modelOf } from '../model';
import type { Brief, Source } from '../types';
import { runsOfSources } from './linkedSources';

/** Finds the sources of a run, by their indexes in it, of which something is true. */
export type SourceTest = (run: Run<Source>) => readonly number[];

/** @param isFound may depend on nothing but what the source says, of which spans are no part */
export function sourceTest(isFound: (origin: Source) => boolean): SourceTest {
  return indexesWhere(isFound);
}

/** The sources of a brief by their ids. */
export type SourcesById = Pick<ReadonlyMap<string, Source>, 'get' | 'has' | 'keys'>;

/**
 * For each source of a brief an object that stays the same from version to version, as long as the source says the same.
 * Its spans mean nothing.
 */
export function sourceOrigins(brief: Brief): readonly Source[] {
  return modelOf(brief).sources.origins;
}

/**
 * The sources that a test finds, in order.
 *
 * @param isWanted tells which of them are wanted; it may depend on all of the brief. Only those are put where they stand.
 */
export function* sourcesWhere(
  brief: Brief,
  test: SourceTest,
  isWanted: (origin: Source) => boolean = () => true,
): Iterable<Source> {
  const { origins, placedAt } = modelOf(brief).sources;
  for (const index of indexesIn(runsOfSources(origins), test)) {
    const origin = origins[index];
    const source = origin && isWanted(origin) ? placedAt(index) : undefined;
    if (source) yield source;
  }
}

/** The sources of a brief by their ids. Only one that is asked for is put where it stands. */
export function sourcesById(brief: Brief): SourcesById {
  const { indexes, placedAt } = modelOf(brief).sources;
  return {
    get: (id) => placedAt(indexes().get(id) ?? -1),
    has: (id) => indexes().has(id),
    keys: () => indexes().keys(),
  };
}

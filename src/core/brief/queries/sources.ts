/**
 * What the sources of a brief say. Sources stay the same objects from version to version as long as they say the same, and
 * are put where they stand only when somebody asks. `finders.ts` looks for some of them.
 */

import { modelOf } from '../model';
import type { Brief, Source } from '../types';

/** The sources of a brief by their ids. */
export type SourcesById = Pick<ReadonlyMap<string, Source>, 'get' | 'has' | 'keys'>;

/**
 * For each source of a brief an object that stays the same from version to version, as long as the source says the same.
 * Its spans mean nothing.
 */
export function sourceOrigins(brief: Brief): readonly Source[] {
  return modelOf(brief).sources.origins;
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

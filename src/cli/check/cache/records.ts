/**
 * Records of the files and facts that a check reads beside the text of its brief, to find out later whether they have changed.
 */
import type { NumberFact, NumbersElsewhere } from '../../../core';
import type { Confinement } from '../../../files/confined/confinement';
import type { FileSystem } from '../../../files/confined/fileSystem';
import { shownPath } from '../../io/shownPath';
import type { BaselineUse } from '../baseline/baselineUse';
import { isClaim } from '../figures';
import { digestOf, digestOfRead } from './digest';

/** One reading of a file that a brief names, and a digest of the result. */
export interface NamedRead extends Required<Omit<Confinement, 'known'>> {
  /** Path as the brief names it, or the library. */
  readonly path: string;
  readonly digest: string;
}

/** A file system for one brief, and the list of what was read through it. */
export interface RecordedReads {
  readonly system: FileSystem;
  readonly reads: NamedRead[];
}

/**
 * Makes file systems that record what is read through them, one for each brief. The digest of an unchanged file is known from
 * its first reading.
 */
export function createRecorder(system: FileSystem): () => RecordedReads {
  const digests = new Map<string, string>();
  return () => {
    const reads: NamedRead[] = [];
    return {
      reads,
      system: {
        ...system,
        read: async (path, confinement) => {
          const { extensions, maxBytes, folder, root, looks = false } = confinement;
          const key = JSON.stringify([path, folder, root, extensions, maxBytes, looks]);
          const read = await system.read(path, confinement);
          const digest = ('unchanged' in read && digests.get(key)) || digestOfRead(read);
          digests.set(key, digest);
          reads.push({ path, folder, root, extensions, maxBytes, looks, digest });
          return read;
        },
      },
    };
  };
}

/**
 * Makes a function that reads a file again as it was read for a brief, and returns a digest of the result. A file that several
 * briefs name is read once.
 */
export function createReadAgain(system: FileSystem): (read: NamedRead) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return ({ path, digest: _, ...confinement }) => {
    const key = JSON.stringify([path, confinement]);
    const before = known.get(key);
    if (before) return before;
    const reading = system.read(path, confinement).then(digestOfRead);
    known.set(key, reading);
    return reading;
  };
}

/**
 * Returns the ids of facts that other briefs have, too, each with a digest of the facts there. A claim counts only if another
 * brief writes its number differently.
 */
export function digestsElsewhere(
  facts: readonly NumberFact[],
  elsewhere: NumbersElsewhere,
): readonly (readonly [id: string, facts: string])[] {
  const digests = new Map<string, string>();
  for (const fact of facts) {
    const others = digests.has(fact.id) ? [] : elsewhere(fact.id);
    if (others.some((other) => !isClaim(fact) || other.value !== fact.value))
      digests.set(fact.id, digestOfFacts(others));
  }
  return [...digests];
}

/** Returns a digest of the known problems of a file in a baseline; empty without any. */
export function digestOfKnown(baseline: BaselineUse | null, path: string): string {
  const known = baseline?.files.get(path);
  return known ? digestOf(JSON.stringify([...known])) : '';
}

function digestOfFacts(facts: readonly NumberFact[]): string {
  return digestOf(
    JSON.stringify(
      facts.map(({ uri, id, range: { start, end }, value, asOf, language, works, sentence, names }) => [
        [shownPath(uri), id, value, asOf, language, sentence, names],
        [start.line, start.character, end.line, end.character],
        works,
      ]),
    ),
  );
}

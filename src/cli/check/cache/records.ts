/** What is noted of all that a check asks for beside the text of its brief, so that it can be asked for again. */
import { resolve } from 'node:path';
import type { NumberFact, NumbersElsewhere } from '../../../core';
import type { Confinement } from '../../../files/confined/confinement';
import type { FileSystem } from '../../../files/confined/fileSystem';
import { confinedTo } from '../../../files/confined/localFiles';
import type { BaselineUse } from '../baseline/baselineUse';
import { isClaim } from '../figures';
import { digestOf, digestOfRead } from './digest';

/** How a file was read that a brief names, and what came of it. */
export interface NamedRead {
  /** As the brief names it. */
  readonly path: string;
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  readonly digest: string;
  /** It was only looked at. */
  readonly looks?: boolean;
  /** Where it was read, if not beside the brief: a local copy of a source of the library. */
  readonly place?: Pick<Confinement, 'folder' | 'root'>;
}

/** What notes the files that are read for a brief. */
export interface RecordedReads {
  readonly system: FileSystem;
  readonly reads: NamedRead[];
}

/** Makes file systems that note what is read through them, one for each brief. They tell an unchanged file by its first reading. */
export function createRecorder(system: FileSystem): (brief: string) => RecordedReads {
  const digests = new Map<string, string>();
  return (brief) => {
    const reads: NamedRead[] = [];
    const own = confinedTo(resolve(brief), process.cwd());
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
          const isBeside = folder === own.folder && root === own.root;
          const place = isBeside ? {} : { place: { folder, root } };
          reads.push({ path, extensions, maxBytes, digest, ...(looks ? { looks } : {}), ...place });
          return read;
        },
      },
    };
  };
}

/** What is there now where files were read for a brief. What several briefs name is read once. */
export function createReadAgain(system: FileSystem): (brief: string, read: NamedRead) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (brief, { path, extensions, maxBytes, place, looks = false }) => {
    const within = place ?? confinedTo(resolve(brief), process.cwd());
    const confinement: Confinement = { ...within, extensions, maxBytes, looks };
    const key = JSON.stringify([path, confinement]);
    const before = known.get(key);
    if (before) return before;
    const reading = system.read(path, confinement).then(digestOfRead);
    known.set(key, reading);
    return reading;
  };
}

/** What there is elsewhere of the ids of some facts, where it may be said of them: the number of a claim, written alike, says nothing. */
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

/** What a baseline has of a file. Empty for nothing. */
export function digestOfKnown(baseline: BaselineUse | null, path: string): string {
  const known = baseline?.files.get(path);
  return known ? digestOf(JSON.stringify([...known])) : '';
}

function digestOfFacts(facts: readonly NumberFact[]): string {
  return digestOf(
    JSON.stringify(
      facts.map(({ uri, id, range: { start, end }, value, asOf, language, works, sentence, names }) => [
        [uri, id, value, asOf, language, sentence, names],
        [start.line, start.character, end.line, end.character],
        works,
      ]),
    ),
  );
}

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { spoken } from '../../../core/base/say';
import { LOCAL_FILES } from '../../../files/confined/localFiles';
import { cacheFileName, pruneCache, readCacheFile, writeCacheFile } from '../../../files/kept/cacheFolder';
import { checksums } from '../../../load';
import { readRegularFile } from '../../io/readText';
import { shownPath } from '../../io/shownPath';
import type { BaselineUse } from '../baseline/baselineUse';
import type { CheckRequest } from '../checkTarget';
import type { Configs } from '../configs';
import { type Figures, figuresBeside, uriOf } from '../figures';
import type { Target } from '../targets';
import { decodeEntries, type Entry, encodeEntries } from './cacheFile';
import { digestOf } from './digest';
import { createReadAgain, digestOfKnown, digestsElsewhere, type NamedRead } from './records';

/** Results of earlier checks. */
export interface CheckCache {
  /**
   * Finds the earlier result of each target, in their order. It is null unless the text, the configuration, the known problems
   * of the baseline and all files that the brief names are unchanged. Key numbers of other briefs are not compared yet: see
   * `figuresHold`.
   */
  find(targets: readonly Target[]): Promise<(Entry | null)[]>;
  /** Keeps the result of a target that `find` was called with. */
  keep(entry: Entry): void;
  /** Returns the absolute paths of the files that the briefs name which were found or kept, readable or not. */
  named(): readonly string[];
  /** Writes what was kept. */
  save(): void;
}

interface EntriesOfFolder {
  readonly key: string;
  /** Digest of the configuration that holds in the folder. */
  readonly config: string;
  readonly entries: Map<string, Entry>;
  changed: boolean;
}

/** Parts of our programs that have no influence on what a check finds. */
const OTHER_PARTS = [
  ...['charts.js', 'cmaps', 'extension.js', 'math.js', 'mcp.js', 'network.js', 'pdf.js', 'server.js', 'word.js'],
  'worker.js',
];

/** @param folder of the cache */
export function openCache(folder: string, request: CheckRequest, configs: Configs): CheckCache {
  const common = commonKey(request);
  const files = new Map<string, EntriesOfFolder>();
  let seen: readonly Target[] = [];
  const readAgain = createReadAgain(LOCAL_FILES);

  /**
   * Reads the entries of a folder. Its briefs share one file, which is read and written at once, and is small where few of them
   * are checked.
   */
  const entriesIn = async (place: string): Promise<EntriesOfFolder> => {
    const known = files.get(place);
    if (known) return known;
    const config = configs.digestOf(await configs.in(place));
    const key = JSON.stringify([common, shownPath(place)]);
    const own = entriesOf(ownName(key), key);
    const entries = own ?? entriesOf(cacheFileName(key), key) ?? new Map<string, Entry>();
    const file = { key, config, entries, changed: own === null && entries.size > 0 };
    files.set(place, file);
    return file;
  };

  const entriesOf = (name: string, key: string) => {
    const bytes = readCacheFile(folder, name);
    return bytes && decodeEntries(key, bytes);
  };

  return {
    find: async (targets) => {
      seen = targets;
      const found: (Entry | null)[] = [];
      for (const { path, from, error } of targets) {
        found.push(null);
        if (from !== 'file' || error !== undefined) continue;
        const place = dirname(path);
        const entry = withSameText(path, files.get(place) ?? (await entriesIn(place)), request.baseline);
        if (!entry) continue;
        const { files: named } = entry.dependencies;
        if (named.length === 0 || (await areSame(named, readAgain))) found[found.length - 1] = entry;
      }
      return found;
    },
    keep: (entry) => {
      const { path } = entry.outcome;
      const file = files.get(dirname(path));
      file?.entries.set(path, entry);
      if (file) file.changed = true;
    },
    named: () => {
      const paths = new Set(seen.map(({ path }) => path));
      const entries = [...files.values()].flatMap((file) => [...file.entries.values()]);
      return entries.flatMap(({ outcome, dependencies }) =>
        paths.has(outcome.path) ? dependencies.files.map(({ folder, path }) => resolve(folder, path)) : [],
      );
    },
    save: () => {
      const changed = [...files.values()].filter((file) => file.changed);
      if (changed.length === 0) return;
      const paths = new Set(seen.map(({ path }) => path));
      for (const { key, entries } of changed) {
        for (const path of entries.keys()) if (!paths.has(path) && !existsSync(path)) entries.delete(path);
        const bytes = encodeEntries(key, entries.values());
        for (const name of [ownName(key), cacheFileName(key)]) writeCacheFile(folder, name, bytes);
      }
      pruneCache(folder);
    },
  };
}

/** Returns the entry of a file; null if its text, configuration or known problems have changed. */
function withSameText(path: string, { entries, config }: EntriesOfFolder, baseline: BaselineUse | null): Entry | null {
  const entry = entries.get(path);
  if (!entry || entry.dependencies.config !== config || entry.dependencies.baseline !== digestOfKnown(baseline, path))
    return null;
  const bytes = readRegularFile(path);
  return bytes !== null && digestOf(bytes) === entry.dependencies.text ? entry : null;
}

async function areSame(named: readonly NamedRead[], readAgain: ReturnType<typeof createReadAgain>): Promise<boolean> {
  for (const read of named) if ((await readAgain(read)) !== read.digest) return false;
  return true;
}

/** True if other briefs have the same facts for the key numbers and claims of a file as before. */
export function figuresHold({ dependencies, outcome }: Entry, figures: Figures): boolean {
  const { facts, figures: known } = dependencies;
  if (facts.length === 0) return true;
  const now = digestsElsewhere(facts, figuresBeside(uriOf(outcome.path), figures));
  return now.length === known.length && now.every(([id, digest], i) => id === known[i]?.[0] && digest === known[i][1]);
}

/**
 * Returns the name of the file for a key in this working folder alone. The file for the key itself is that of the last
 * folder that wrote one: what is known there is known in a copy of that folder.
 */
function ownName(key: string): string {
  return cacheFileName(JSON.stringify([key, process.cwd()]));
}

/** Returns everything that results depend on and that is the same for all files of a check. */
function commonKey({ rules, config, printing }: CheckRequest): readonly unknown[] {
  const { node, icu, unicode } = process.versions;
  return [
    digestOfProgram(),
    [node, icu, unicode],
    config === undefined ? null : shownPath(config),
    [...rules].sort(),
    printing,
    digestOfWords(),
  ];
}

/** Returns a digest of the current translations, as printed texts depend on them. Empty for English. */
function digestOfWords(): string {
  const words = spoken();
  return words ? digestOf(JSON.stringify(words)) : '';
}

/** Returns a digest of the program: another version may find something else. */
function digestOfProgram(): string {
  const parts = checksums().filter(([name]) => !OTHER_PARTS.includes(name));
  return digestOf(JSON.stringify(parts));
}

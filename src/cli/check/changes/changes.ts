import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAME, type ConfigFile, PROJECT_NAMES } from '../../../core/brief/config/config';
import { isInside, LOCAL_FILES, pathOf } from '../../../files/confined/localFiles';
import { statOf } from '../../io/writeFile';
import type { NamedRead } from '../cache/records';
import { type Configs, configOf } from '../configs';
import type { Target } from '../targets';
import { type Revision, revisionOf } from './git';
import { createNamedFiles } from './namedFiles';

/** Changes since a revision. */
export interface Changes {
  /**
   * Tells for each target whether it is to be checked. It is if the target, its configuration or a file that one of both names
   * has changed since the revision. A file that git doesn't know counts as changed.
   *
   * @param known the files that the target at an index names; null where they are not known
   */
  among(targets: readonly Target[], known: (index: number) => readonly NamedRead[] | null): Promise<readonly boolean[]>;
  /** Number of targets found unchanged so far. */
  readonly unchanged: number;
}

/** A revision to compare files with, and the results so far. */
interface Comparison {
  readonly digests: Revision['digests'];
  /** The top of the repository, without links on the way. */
  readonly top: string;
  /** The file that `--config` names. */
  readonly named: string | undefined;
  readonly configs: Configs;
  /** True for a changed file, by its path. */
  readonly compared: Map<string, boolean>;
  /** True for a folder where the configuration, or a file that it names, has changed. */
  readonly folders: Map<string, Promise<boolean>>;
}

/**
 * @param named the file that `--config` names
 * @throws CommandError without git, a repository, or such a revision
 */
export function openChanges(revision: string, named: string | undefined, configs: Configs): Changes {
  const { digests, top } = revisionOf(revision, process.cwd(), `--changed-since ${revision}`);
  const comparison = { digests, top: realOf(top), named, configs, compared: new Map(), folders: new Map() };
  let unchanged = 0;
  return {
    get unchanged() {
      return unchanged;
    },
    among: async (targets, known) => {
      const namedFilesOf = createNamedFiles();
      const chosen: boolean[] = [];
      for (const [i, target] of targets.entries()) {
        const { path } = target;
        const filesOf = async () => known(i) ?? (await namedFilesOf(path, await configOf(configs, path)));
        const isChosen = await isTargetChanged(comparison, target, filesOf);
        chosen.push(isChosen);
        if (!isChosen) unchanged++;
      }
      return chosen;
    },
  };
}

/** @param filesOf returns the files that the target names */
async function isTargetChanged(
  comparison: Comparison,
  { path, from, error }: Target,
  filesOf: () => Promise<readonly NamedRead[]>,
): Promise<boolean> {
  if (from !== 'file' || error !== undefined || isChanged(comparison, resolve(path))) return true;
  const { folders } = comparison;
  const folder = dirname(path);
  const ofFolder = folders.get(folder) ?? isConfigChanged(comparison, folder);
  folders.set(folder, ofFolder);
  if (await ofFolder) return true;
  for (const file of await filesOf()) if (await isReadChanged(comparison, file)) return true;
  return false;
}

function isChanged({ compared, top, digests }: Comparison, path: string): boolean {
  const known = compared.get(path) ?? isOther(join(realOf(dirname(path)), basename(path)), top, digests);
  compared.set(path, known);
  return known;
}

/** True if the revision has a file at this path. Used for files that can't be read: the disk is not looked at. */
function wasThere({ top, digests }: Comparison, path: string): boolean {
  return isInside(path, top) && digests.has(withSlashes(relative(top, path)));
}

async function isReadChanged(comparison: Comparison, read: NamedRead): Promise<boolean> {
  const { path, folder, root, extensions, maxBytes } = read;
  const now = await LOCAL_FILES.read(path, { folder, root, extensions, maxBytes });
  const found = 'state' in now ? pathOf(now.state.uri) : null;
  return found === null ? wasThere(comparison, resolve(folder, path)) : isChanged(comparison, found);
}

async function isConfigChanged(comparison: Comparison, folder: string): Promise<boolean> {
  const { named, configs } = comparison;
  const isNearest = (at: string) => statOf(join(at, CONFIG_NAME)) !== null;
  const isOtherConfig =
    named === undefined
      ? isNamedChanged(comparison, folder, [CONFIG_NAME], isNearest)
      : isChanged(comparison, resolve(named));
  if (isOtherConfig) return true;
  const config = await configs.in(folder);
  const project = projectOf(config);
  if (isNamedChanged(comparison, folder, PROJECT_NAMES, (at) => at === project)) return true;
  if (config === null) return false;
  return (
    filesOf(config).some((path) => isChanged(comparison, path)) ||
    isProjectGone(comparison, config) ||
    isLibraryChanged(comparison, config)
  );
}

/**
 * True if a file with one of the names has changed, is new or is gone. Looks in a folder and those above it, up to the first
 * for which `isLast` is true.
 */
function isNamedChanged(
  comparison: Comparison,
  folder: string,
  names: readonly string[],
  isLast: (at: string) => boolean,
): boolean {
  for (let at = realOf(resolve(folder)); isInside(at, comparison.top); at = dirname(at)) {
    const paths = names.map((name) => join(at, name));
    const isThere = (path: string) => statOf(path) !== null || wasThere(comparison, path);
    if (paths.some((path) => isThere(path) && isChanged(comparison, path))) return true;
    if (isLast(at) || dirname(at) === at) return false;
  }
  return false;
}

/** True if the revision had a bibliography of the project that can't be read now. */
function isProjectGone(comparison: Comparison, config: ConfigFile): boolean {
  const folder = projectOf(config);
  const unread = config.project?.bibliography.filter(({ uri }) => uri === undefined) ?? [];
  return folder !== null && unread.some(({ path }) => wasThere(comparison, resolve(folder, path)));
}

/** True if a file of the library folder has changed, is new or is gone. */
async function isLibraryChanged(comparison: Comparison, { folder }: ConfigFile): Promise<boolean> {
  const place = pathOf(folder?.uri ?? '');
  if (!folder || place === null) return false;
  if ([...folder.names].some((name) => isChanged(comparison, join(place, name)))) return true;
  const { mayBeSourceFile } = await import('../../../core/checking');
  const start = `${withSlashes(relative(comparison.top, place))}/`;
  for (const path of comparison.digests.keys()) {
    const name = path.startsWith(start) ? path.slice(start.length) : '/';
    if (!name.includes('/') && mayBeSourceFile(name) && !folder.names.has(name)) return true;
  }
  return false;
}

/** Returns the real folder of the project of a configuration; null if it has none. */
function projectOf(config: ConfigFile | null): string | null {
  const folder = pathOf(config?.project?.folder ?? '');
  return folder === null ? null : realOf(folder);
}

/**
 * Returns the files that a configuration or its project names. An unreadable file of the configuration has ended the check
 * before.
 */
function filesOf({ bibliography, library, texts, style, project }: ConfigFile): readonly string[] {
  const single = [library, style].filter((file) => file !== null && file !== undefined);
  return [...bibliography, ...(project?.bibliography ?? []), ...texts, ...single].flatMap(
    ({ uri }) => pathOf(uri ?? '') ?? [],
  );
}

/** Largest file that is compared, in bytes. A larger one counts as changed; the check then reports that it is too large. */
const MOST_BYTES = 32 * 1024 * 1024;

/** True if a file differs from the revision in content or existence. Line ends don't count, as git may change them. */
export function isOther(path: string, top: string, digests: Revision['digests']): boolean {
  if (!isInside(path, top)) return true;
  const before = digests.get(withSlashes(relative(top, path)));
  const stat = statOf(path);
  if (!stat) return before !== undefined;
  if (before === undefined || !stat.isFile() || stat.size > MOST_BYTES) return true;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return true;
  }
  if (gitDigestOf(bytes, before.length) === before) return false;
  if (!bytes.includes('\r\n')) return true;
  const lines = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return gitDigestOf(lines, before.length) !== before;
}

/** Computes the digest by which git names a content: SHA-1, or SHA-256 where the revision's digests are longer. */
function gitDigestOf(bytes: Uint8Array, length: number): string {
  return createHash(length > 40 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/** Resolves the links in the path of a folder; returns it unchanged if it doesn't exist. */
export function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

export function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

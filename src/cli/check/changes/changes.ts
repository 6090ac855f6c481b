import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_NAME, type ConfigFile, PROJECT_NAMES } from '../../../core/brief/config/config';
import { confinedTo, isInside, LOCAL_FILES, pathOf } from '../../../files/confined/localFiles';
import type { NamedRead } from '../cache/records';
import { type Configs, configOf } from '../configs';
import type { Target } from '../targets';
import { type Revision, revisionOf } from './git';
import { createNamedFiles } from './namedFiles';

/** What has changed since a revision. */
export interface Changes {
  /**
   * For each target whether it is to be checked: it, its configuration or a file that one of both names is another one than
   * in the revision. What git does not know of counts as changed.
   *
   * @param known the files that the target at an index names; null where they are not known
   */
  among(targets: readonly Target[], known: (index: number) => readonly NamedRead[] | null): Promise<readonly boolean[]>;
  /** How many targets were found not to have changed. */
  readonly unchanged: number;
}

/** What files are compared with, and what that has shown so far. */
interface Comparison {
  readonly digests: Revision['digests'];
  /** The top of the repository, without links on the way. */
  readonly top: string;
  /** The file that `--config` names. */
  readonly named: string | undefined;
  readonly configs: Configs;
  /** Whether a file is another one, by its path. */
  readonly compared: Map<string, boolean>;
  /** Whether the configuration that holds in a folder is another one, or a file that it names. */
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

/** @param filesOf gives the files that it names */
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
  for (const file of await filesOf()) if (await isReadChanged(comparison, path, file)) return true;
  return false;
}

function isChanged({ compared, top, digests }: Comparison, path: string): boolean {
  const known = compared.get(path) ?? isOther(join(realOf(dirname(path)), basename(path)), top, digests);
  compared.set(path, known);
  return known;
}

/** Of a file that could not be read: whether there was one. It is not looked at. */
function wasThere({ top, digests }: Comparison, path: string): boolean {
  return isInside(path, top) && digests.has(withSlashes(relative(top, path)));
}

async function isReadChanged(comparison: Comparison, brief: string, read: NamedRead): Promise<boolean> {
  const { path, extensions, maxBytes, place = confinedTo(resolve(brief), process.cwd()) } = read;
  const now = await LOCAL_FILES.read(path, { ...place, extensions, maxBytes });
  const found = 'state' in now ? pathOf(now.state.uri) : null;
  return found === null ? wasThere(comparison, resolve(place.folder, path)) : isChanged(comparison, found);
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

/** Whether a file of some names, in a folder or above it up to the last one, is another one, new or gone. */
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

/** Whether a bibliography of its project that cannot be read was there. */
function isProjectGone(comparison: Comparison, config: ConfigFile): boolean {
  const folder = projectOf(config);
  const unread = config.project?.bibliography.filter(({ uri }) => uri === undefined) ?? [];
  return folder !== null && unread.some(({ path }) => wasThere(comparison, resolve(folder, path)));
}

/** Whether a file of its library folder is another one, or is gone. */
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

/** The folder of the project of a configuration; null where there is none. */
function projectOf(config: ConfigFile | null): string | null {
  const folder = pathOf(config?.project?.folder ?? '');
  return folder === null ? null : realOf(folder);
}

/** The files that a configuration or its project names. An unreadable file of the configuration has ended the check before. */
function filesOf({ bibliography, library, texts, style, project }: ConfigFile): readonly string[] {
  const single = [library, style].filter((file) => file !== null && file !== undefined);
  return [...bibliography, ...(project?.bibliography ?? []), ...texts, ...single].flatMap(
    ({ uri }) => pathOf(uri ?? '') ?? [],
  );
}

/** No file that is checked, or that a brief names, may be larger: whoever reads it says so. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Whether a file differs from that of the revision, in content or existence. Line ends don't count, as git may change them. */
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

/** What git calls a content: SHA-1, or SHA-256 where its names are longer. */
function gitDigestOf(bytes: Uint8Array, length: number): string {
  return createHash(length > 40 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

function statOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** A folder without links on the way; as it is where it is not there. */
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

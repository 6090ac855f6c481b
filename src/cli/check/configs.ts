import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../../core/base/say';
import { CONFIG_NAME, type ConfigFile, PROJECT_NAMES } from '../../core/brief/config/config';
import { isInside, LOCAL_FILES } from '../../files/confined/localFiles';
import type { ConfigReader } from '../../files/finding/configFiles';
import { repositoryOf } from '../../files/finding/gitIgnore';
import { CommandError } from '../commandError';
import { notingInputs } from '../io/inputs';
import { shownPath } from '../io/shownPath';
import { digestOf, digestOfRead } from './cache/digest';

/** The configurations of the briefs that a command works on. */
export interface Configs {
  /**
   * Returns the configuration of a folder: the file of `--config`, else the nearest in it or above it. Looks up to the top of
   * its git repository; outside a repository, up to the working folder. It includes the bibliographies of the project there.
   *
   * @throws CommandError if it has an error: a check under half a configuration would pass for the wrong reasons
   */
  in(folder: string): Promise<ConfigFile | null>;
  /** Returns all configurations found so far. */
  found(): readonly ConfigFile[];
  /** Returns the absolute paths of all configurations found so far, and of the files that these name. */
  files(): readonly string[];
  /** Returns a digest of a configuration and the files that it names; empty for null. */
  digestOf(file: ConfigFile | null): string;
}

/**
 * @param named the file that `--config` names
 * @param topFor returns the last folder to look in for the configuration of a folder
 */
export function createConfigs(named?: string, topFor = topOf): Configs {
  const texts = new Map<string, string>();
  const files = notingInputs(LOCAL_FILES);
  let reader: Promise<ConfigReader> | null = null;
  /** Loads the code that reads configurations. Called only where there may be one. */
  const loadReader = (): Promise<ConfigReader> => {
    reader ??= import('../../files/finding/configFiles').then(({ createConfigReader }) =>
      createConfigReader({
        ...files,
        read: async (path, confinement) => {
          const read = await files.read(path, confinement);
          if ('text' in read) texts.set(read.state.uri, digestOfRead(read));
          return read;
        },
      }),
    );
    return reader;
  };
  const checked = new Set<ConfigFile>();
  const digests = new Map<ConfigFile, string>();
  const byFolder = new Map<string, Promise<ConfigFile | null>>();
  const holding = new Map<string, boolean>();
  /** True if a configuration or a project may hold in a folder. */
  const mayHaveConfig = (folder: string, top: string): boolean => {
    for (let at = folder; ; at = dirname(at)) {
      const holds = holding.get(at) ?? mayHoldConfig(at);
      holding.set(at, holds);
      if (holds) return true;
      if (at === top || dirname(at) === at) return false;
    }
  };
  const find = async (folder: string): Promise<ConfigFile | null> => {
    const top = topFor(folder);
    if (named === undefined && !mayHaveConfig(folder, top)) return null;
    const file = await (await loadReader()).find(folder, top, named === undefined ? undefined : resolve(named));
    if (file && !checked.has(file)) await refuseErrors(file);
    if (file) checked.add(file);
    return file;
  };
  return {
    in: (folder) => {
      const known = byFolder.get(folder) ?? find(resolve(folder));
      byFolder.set(folder, known);
      return known;
    },
    found: () => [...checked],
    files: () =>
      [...checked].flatMap((file) =>
        [file.uri, ...namedBy(file).flatMap(({ uri }) => uri ?? [])].map((uri) => fileURLToPath(uri)),
      ),
    digestOf: (file) => {
      if (!file) return '';
      const known = digests.get(file) ?? digestOfConfig(file, texts);
      digests.set(file, known);
      return known;
    },
  };
}

/** Returns the files that a configuration names, with those of its libraries and its project. */
function namedBy({ bibliography, library, folder, texts, style, project }: ConfigFile) {
  const libraries = [...(library ? [library] : []), ...(folder?.files ?? [])];
  return [...bibliography, ...libraries, ...(project?.bibliography ?? []), ...texts, ...(style ? [style] : [])];
}

/** @param texts digests of what was read, by URI */
function digestOfConfig(file: ConfigFile, texts: ReadonlyMap<string, string>): string {
  const { uri, text, unreadable = null, bibliography, library, folder, project } = file;
  const named = namedBy(file).map((each) => [
    each.path,
    each.uri === undefined ? null : shownPath(each.uri),
    each.unreadable ?? null,
    texts.get(each.uri ?? '') ?? null,
  ]);
  const ofLibraries = (library ? 1 : 0) + (folder?.files.length ?? 0);
  const counts = [bibliography.length, ofLibraries, project?.bibliography.length ?? 0];
  return digestOf(JSON.stringify([shownPath(uri), text, unreadable, ...counts, named]));
}

function topOf(folder: string): string {
  const repository = repositoryOf(folder);
  if (repository !== null) return repository;
  const working = process.cwd();
  return isInside(folder, working) ? working : folder;
}

/** True if something in a folder has the name of a configuration or of a file of a project. It may be something else. */
function mayHoldConfig(folder: string): boolean {
  try {
    return [CONFIG_NAME, ...PROJECT_NAMES].some((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }));
  } catch {
    return true;
  }
}

async function refuseErrors(file: ConfigFile): Promise<void> {
  const { checkConfig } = await import('../../core/checking');
  const error = checkConfig(file).find(({ severity }) => severity === 'error');
  if (!error) return;
  const { line, character } = file.lines.positionAt(error.span.start);
  const place = `${shownPath(file.uri)}:${line + 1}:${character + 1}`;
  throw new CommandError(say('bad configuration: {0}: {1}', place, error.message));
}

/** Returns the configuration that holds for a file. */
export function configOf(configs: Configs, file: string): Promise<ConfigFile | null> {
  return configs.in(dirname(file));
}

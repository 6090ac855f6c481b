import { dirname, resolve } from 'node:path';
import { type ConfigFile, checkConfig } from '../core';
import { createConfigReader } from '../files/configFiles';
import { repositoryOf } from '../files/gitIgnore';
import { isInside, LOCAL_FILES } from '../files/localFiles';
import { CommandError } from './commandError';
import { shownPath } from './targets';

/** The configurations of the briefs that a command works on. */
export interface Configs {
  /**
   * The one that holds in a folder: that of `--config`, else the nearest in it or above it, up to the top of its git
   * repository; outside of one, up to the working folder.
   *
   * @throws CommandError if it has an error: a check under half a configuration would pass for the wrong reasons
   */
  in(folder: string): Promise<ConfigFile | null>;
}

/** @param named the file that `--config` names */
export function createConfigs(named?: string): Configs {
  const reader = createConfigReader(LOCAL_FILES);
  const checked = new Set<ConfigFile>();
  const byFolder = new Map<string, Promise<ConfigFile | null>>();
  const find = async (folder: string): Promise<ConfigFile | null> => {
    const file = await (named === undefined ? reader.find(folder, topOf(folder)) : reader.read(resolve(named)));
    if (file && !checked.has(file)) refuseErrors(file);
    if (file) checked.add(file);
    return file;
  };
  return {
    in: (folder) => {
      const key = named === undefined ? resolve(folder) : '';
      const known = byFolder.get(key) ?? find(key);
      byFolder.set(key, known);
      return known;
    },
  };
}

function topOf(folder: string): string {
  const repository = repositoryOf(folder);
  if (repository !== null) return repository;
  const working = process.cwd();
  return isInside(folder, working) ? working : folder;
}

function refuseErrors(file: ConfigFile): void {
  const error = checkConfig(file).find(({ severity }) => severity === 'error');
  if (!error) return;
  const { line, character } = file.lines.positionAt(error.span.start);
  throw new CommandError(`bad configuration: ${shownPath(file.uri)}:${line + 1}:${character + 1}: ${error.message}`);
}

/** The configuration that holds for a file. */
export function configOf(configs: Configs, file: string): Promise<ConfigFile | null> {
  return configs.in(dirname(resolve(file)));
}

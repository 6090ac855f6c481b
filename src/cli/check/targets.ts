import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { say } from '../../core/base/say';
import { removeLeft } from '../../files/confined/temporary';
import { findBriefs, includesOf } from '../../files/finding/findBriefs';
import { CommandError, reasonOf } from '../commandError';
import { shownPath } from '../io/shownPath';
import type { Configs } from './configs';

/** Something to check: a file, standard input, or a place that could not be looked into. */
export interface Target {
  /** Path as it is shown: relative to the working folder, with `/`; `-` for standard input without a name. */
  readonly path: string;
  /** Kind of input. A pipe or a device can be read only once. */
  readonly from: 'file' | 'pipe' | 'stdin';
  /** Reason why a folder could not be read; there is then nothing to check. */
  readonly error?: string;
  /** Number of its problems that were fixed already, if it is checked again. */
  readonly fixed?: number;
}

/**
 * Finds the files that PATH arguments stand for, each once, in the order of their paths. Removes what killed writes have left
 * in the folders that are searched.
 *
 * @param stdinName the name of `-`
 * @param looked called with the absolute path of each folder that is searched, and of the folder of each file that is named
 * @throws CommandError if a path does not exist, or a configuration has an error.
 */
export async function findTargets(
  paths: readonly string[],
  stdinName: string | undefined,
  configs: Configs,
  looked: (folder: string) => void = () => undefined,
): Promise<Target[]> {
  const found = new Map<string, Target>();
  const beside = new Set<string>();
  const add = (target: Target) => {
    if (!found.has(target.path)) found.set(target.path, target);
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    if (path === '-') {
      add({ path: stdinName === undefined ? '-' : shownPath(stdinName), from: 'stdin' });
      continue;
    }
    const stat = statOf(path);
    if (stat.isDirectory()) await addFolder(resolve(path), configs, add, looked);
    else {
      add({ path: shownPath(path), from: stat.isFile() ? 'file' : 'pipe' });
      beside.add(dirname(path));
      looked(resolve(dirname(path)));
    }
  }
  for (const folder of beside) removeLeft(folder);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw new CommandError(say('cannot check "{0}": {1}.', path, reasonOf(error)));
  }
}

/** Adds the briefs below a folder, with those that its configurations include. */
async function addFolder(
  folder: string,
  configs: Configs,
  add: (target: Target) => void,
  looked: (folder: string) => void,
): Promise<void> {
  const includesIn = async (inner: string) => includesOf(await configs.in(inner));
  const look: typeof lookInto = (inner, options) => {
    looked(inner);
    return lookInto(inner, options);
  };
  for await (const found of findBriefs(folder, includesIn, undefined, look)) {
    const shown = shownPath(found.folder);
    if ('error' in found) {
      add({ path: shown, from: 'file', error: say('the folder cannot be read: {0}', reasonOf(found.error)) });
      continue;
    }
    const before = shown === '.' ? '' : shown.endsWith('/') ? shown : `${shown}/`;
    addNames(before, found.names, add);
  }
}

function lookInto(folder: string, options: { withFileTypes: true }): Dirent[] {
  const entries = readdirSync(folder, options);
  removeLeft(
    folder,
    entries.map(({ name }) => name),
  );
  return entries;
}

function addNames(before: string, names: readonly string[], add: (target: Target) => void): void {
  for (const name of names) add({ path: before + name, from: 'file' });
}

import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, reasonOf } from './commandError';
import { type IgnoreRules, isIgnored, rulesAbove, withRulesOf } from './gitIgnore';

/** Something to check: a file, standard input, or a place that could not be looked into. */
export interface Target {
  /** As it is shown: relative to the working folder, with `/`; `-` for standard input without a name. */
  readonly path: string;
  readonly from: 'file' | 'stdin';
  /** Why a folder could not be read; there is then nothing to check. */
  readonly error?: string;
}

/**
 * The files that PATH arguments stand for, each once, in the order of their paths.
 *
 * @param stdinName what `-` is called.
 * @throws CommandError if a path does not exist.
 */
export function findTargets(paths: readonly string[], stdinName: string | undefined): Target[] {
  const found = new Map<string, Target>();
  const add = (target: Target) => {
    if (!found.has(target.path)) found.set(target.path, target);
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    if (path === '-') {
      add({ path: stdinName === undefined ? '-' : shownPath(stdinName), from: 'stdin' });
    } else if (statOf(path).isDirectory()) {
      const folder = resolve(path);
      walk(folder, rulesAbove(folder), add);
    } else {
      add({ path: shownPath(path), from: 'file' });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** A path, or the URI of a file, as output shows it. */
export function shownPath(place: string): string {
  const path = place.startsWith('file:') ? fileURLToPath(place) : place;
  return relative(process.cwd(), resolve(path)).split(sep).join('/') || '.';
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw new CommandError(`cannot check "${path}": ${reasonOf(error)}.`);
  }
}

/** Finds the briefs below a folder. Symbolic links are not followed, so a walk ends and stays where it began. */
function walk(folder: string, outer: IgnoreRules, add: (target: Target) => void): void {
  const folders: { readonly path: string; readonly outer: IgnoreRules }[] = [{ path: folder, outer }];
  for (let next = folders.pop(); next; next = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(next.path, { withFileTypes: true });
    } catch (error) {
      add({ path: shownPath(next.path), from: 'file', error: `the folder cannot be read: ${reasonOf(error)}` });
      continue;
    }
    const rules = withRulesOf(next.path, next.outer);
    for (const entry of entries) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && !isIgnored(`${path}${sep}`, rules)) folders.push({ path, outer: rules });
      } else if (entry.isFile() && /\.brief(?:\.md)?$/.test(entry.name) && !isIgnored(path, rules)) {
        add({ path: shownPath(path), from: 'file' });
      }
    }
  }
}

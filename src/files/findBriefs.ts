import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_NAME, type ConfigFile, globMatcher } from '../core/checking';
import { type IgnoreRules, isIgnored, rulesAbove, withRulesOf } from './gitIgnore';

/** A brief, or a folder that could not be looked into. */
export type Found = { readonly path: string } | { readonly path: string; readonly error: unknown };

/** The extensions of what is a brief by its name. */
export const BRIEF_NAME = /\.brief(?:\.md)?$/;

/** Whether a file is a brief because some globs say so. Its path is absolute. */
export type Includes = (path: string) => boolean;

/** What the `include` of a configuration says; its globs are relative to its folder. */
export function includesOf(file: ConfigFile | null): Includes {
  if (!file || file.config.include.length === 0) return () => false;
  return matcherIn(
    dirname(fileURLToPath(file.uri)),
    file.config.include.map(({ value }) => value),
  );
}

/** A matcher of globs that are relative to a folder. */
export function matcherIn(folder: string, globs: readonly string[]): Includes {
  const matches = globMatcher(globs);
  return (path) => matches(relative(folder, path).split(sep).join('/'));
}

/**
 * Finds the briefs below a folder, folder by folder: those that are some by their name, and those that `include`s say.
 * What git ignores is left out. Symbolic links are not followed, so a walk ends and stays where it began.
 *
 * @param includesIn what is included in a folder; asked for the first folder, and for those with a configuration
 * @param mostFolders no more folders than these are looked into, those that are less deep first
 */
export async function* findBriefs(
  folder: string,
  includesIn: (folder: string) => Promise<Includes>,
  mostFolders = Number.POSITIVE_INFINITY,
): AsyncGenerator<Found> {
  interface Folder {
    readonly path: string;
    readonly outer: IgnoreRules;
    readonly includes: Includes;
  }
  const folders: Folder[] = [{ path: folder, outer: rulesAbove(folder), includes: await includesIn(folder) }];
  let seen = 0;
  // What is found on the way is put behind.
  for (const next of folders) {
    if (++seen > mostFolders) return;
    let entries: Dirent[];
    try {
      entries = await readdir(next.path, { withFileTypes: true });
    } catch (error) {
      yield { path: next.path, error };
      continue;
    }
    const rules = withRulesOf(next.path, next.outer);
    const hasConfig = next.path !== folder && entries.some(({ name }) => name === CONFIG_NAME);
    const includes = hasConfig ? await includesIn(next.path) : next.includes;
    for (const entry of entries) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && !isIgnored(`${path}${sep}`, rules)) folders.push({ path, outer: rules, includes });
      } else if (entry.isFile() && (BRIEF_NAME.test(entry.name) || includes(path)) && !isIgnored(path, rules))
        yield { path };
    }
  }
}

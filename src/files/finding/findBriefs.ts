import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_NAME, type ConfigFile } from '../../core/brief/config/config';
import { globMatcher } from '../../core/brief/config/glob';
import { type IgnoreRules, isIgnored, rulesAbove, withRulesOf } from './gitIgnore';

/** The names of the briefs in a folder, or why it could not be looked into. */
export type Found =
  | { readonly folder: string; readonly names: readonly string[] }
  | { readonly folder: string; readonly error: unknown };

/** The extensions of what is a brief by its name. */
export const BRIEF_NAME = /\.brief(?:\.md)?$/;

/** Whether a file is a brief because some globs say so. Its path is absolute. */
export type Includes = (path: string) => boolean;

/** What the `include` of a configuration says; its globs are relative to its folder. */
export function includesOf(file: ConfigFile | null): Includes {
  if (!file || file.config.include.length === 0) return () => false;
  const matches = matcherIn(
    dirname(fileURLToPath(file.uri)),
    file.config.include.map(({ value }) => value),
  );
  // A file of a library is a source, whatever a glob says.
  const sources = new Set(file.folder?.files.map(({ uri }) => fileURLToPath(uri)));
  return sources.size === 0 ? matches : (path) => matches(path) && !sources.has(path);
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
 * @param look reads what is in a folder; `readdirSync` is faster, for who has nothing else to do meanwhile
 */
export async function* findBriefs(
  folder: string,
  includesIn: (folder: string) => Promise<Includes>,
  mostFolders = Number.POSITIVE_INFINITY,
  look: (folder: string, options: { withFileTypes: true }) => Dirent[] | Promise<Dirent[]> = readdir,
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
      entries = await look(next.path, { withFileTypes: true });
    } catch (error) {
      yield { folder: next.path, error };
      continue;
    }
    const rules = withRulesOf(next.path, next.outer);
    const hasConfig = next.path !== folder && entries.some(({ name }) => name === CONFIG_NAME);
    const includes = hasConfig ? await includesIn(next.path) : next.includes;
    for (const name of namesOf(entries, (entry) => entry.isDirectory() && entry.name !== '.git')) {
      const path = join(next.path, name);
      if (!isIgnored(`${path}${sep}`, rules)) folders.push({ path, outer: rules, includes });
    }
    const isBrief = ({ name }: Dirent) => BRIEF_NAME.test(name) || includes(join(next.path, name));
    const names = namesOf(entries, (entry) => entry.isFile() && isBrief(entry));
    const kept = rules.length === 0 ? names : names.filter((name) => !isIgnored(join(next.path, name), rules));
    if (kept.length > 0) yield { folder: next.path, names: kept };
  }
}

function namesOf(entries: readonly Dirent[], isMeant: (entry: Dirent) => boolean): string[] {
  return entries.filter(isMeant).map(({ name }) => name);
}

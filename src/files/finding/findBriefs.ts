import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_NAME, type ConfigFile } from '../../core/brief/config/config';
import { globMatcher } from '../../core/brief/config/glob';
import { type IgnoreRules, isIgnored, rulesAbove, withRulesOf } from './gitIgnore';

/** The names of the briefs in a folder, or the error if the folder could not be read. */
export type Found =
  | { readonly folder: string; readonly names: readonly string[] }
  | { readonly folder: string; readonly error: unknown };

/** The extensions of files that are briefs by their name. */
export const BRIEF_NAME = /\.brief(?:\.md)?$/;

/** A test that is true if globs make a file a brief. The file's path is absolute. */
export type Includes = (path: string) => boolean;

/** Returns the test for the `include` of a configuration. Its globs are relative to its folder. */
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

/** Returns the test for globs that are relative to a folder. */
export function matcherIn(folder: string, globs: readonly string[]): Includes {
  const matches = globMatcher(globs);
  return (path) => matches(relative(folder, path).split(sep).join('/'));
}

/**
 * Finds the briefs below a folder, folder by folder: files with a brief's extension, and files that an `include` matches. Files
 * that git ignores are left out. Symbolic links aren't followed, so a walk ends and stays where it began.
 *
 * @param includesIn gives the test for a folder; called for the first folder, and for folders with a configuration
 * @param mostFolders most folders to look into; less deep ones come first
 * @param look lists a folder; `readdirSync` is faster, for callers that have nothing else to do meanwhile
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
  // Folders that are found on the way are added at the end.
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

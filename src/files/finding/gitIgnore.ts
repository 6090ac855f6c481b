import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` files for a folder, from the outermost to its own. */
export type IgnoreRules = readonly { readonly folder: string; readonly rules: Ignore }[];

/** Most wildcards in a pattern. One with more may take for ever to match, and no honest one has so many. */
const MAX_WILDCARDS = 8;
const MAX_BYTES = 1024 * 1024;

/**
 * True if git would leave a path out. The innermost `.gitignore` with a pattern for it decides.
 *
 * @param path absolute; folders end with a separator.
 */
export function isIgnored(path: string, rules: IgnoreRules): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const level = rules[i];
    if (!level) continue;
    const { ignored, unignored } = level.rules.test(relativePath(level.folder, path));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Returns the rules for the content of `folder`, given the rules for the content of its parent. */
export function withRulesOf(folder: string, outer: IgnoreRules): IgnoreRules {
  const own = readRules(folder);
  return own ? [...outer, { folder, rules: own }] : outer;
}

/**
 * Returns the rules from above a folder, from the top of its git repository down. If they leave out the folder itself, it was
 * named on purpose, so they don't count.
 */
export function rulesAbove(folder: string): IgnoreRules {
  const top = repositoryOf(folder);
  if (top === null) return [];
  const parents: string[] = [];
  for (let at = folder; at !== top; at = dirname(at)) parents.unshift(dirname(at));
  const rules = parents.reduce<IgnoreRules>((outer, parent) => withRulesOf(parent, outer), []);
  return parents.length > 0 && isIgnored(`${folder}${sep}`, rules) ? [] : rules;
}

/** Returns the top folder of the git repository that a folder is in; null if there is none. */
export function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

function readRules(folder: string): Ignore | null {
  const path = join(folder, '.gitignore');
  let text: string;
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
    // If another file took its place meanwhile, that is neither followed nor waited for.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(file);
      if (!stat.isFile() || stat.size > MAX_BYTES) return null;
      text = readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  const lines = text.split(/\r?\n/).filter((line) => (line.match(/[*?[]+/g)?.length ?? 0) <= MAX_WILDCARDS);
  return ignore({ ignorecase: false }).add(lines);
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Returns a path relative to a folder as git writes it: with `/`, and with a `/` at the end of a folder. */
function relativePath(folder: string, path: string): string {
  const inner = relative(folder, path).split(sep).join('/');
  return path.endsWith(sep) ? `${inner}/` : inner;
}

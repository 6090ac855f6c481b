import { say } from '../../base/say';

/**
 * Globs of Markdown files, as in `.gitignore` and the settings of editors: `*` and `?` within a folder, `**` for any
 * folders, `{a,b}` for either. They come with files of strangers, so no regular expression is made of them: matching
 * takes at most (length of the glob) × (length of the path) steps.
 */

/** The longest glob, in UTF-16 units, and the most alternatives. Nobody needs more. */
const LONGEST = 200;
const MOST_ALTERNATIVES = 64;

/** Extensions of the files that a glob can make a brief of. Those that end in `.brief` and `.brief.md` are briefs anyway. */
export const MARKDOWN_EXTENSIONS = ['.md', '.markdown', '.qmd', '.rmd'] as const;

/** True for a path or URI with one of these extensions. */
export function isMarkdown(path: string): boolean {
  const lower = path.toLowerCase();
  return MARKDOWN_EXTENSIONS.some((extension) => lower.endsWith(extension));
}

/**
 * Returns the reason why a glob can't be used, as a sentence; null if it can.
 */
export function globError(glob: string): string | null {
  const bare = glob.replace(/^!/, '');
  if (bare.trim() === '') return say('Write a glob of Markdown files, such as reports/**/*.md.');
  if (bare.length > LONGEST) return say('A glob has at most {0} characters.', LONGEST);
  if (bare.includes('\\')) return say('Write folders with "/".');
  if (/^(?:[/~]|[a-z]:)/i.test(bare) || bare.split('/').includes('..'))
    return say("A glob is relative to this file's folder. It cannot point outside it.");
  return alternativesOf(bare) === null
    ? say('A glob has at most {0} alternatives in braces.', MOST_ALTERNATIVES)
    : null;
}

/**
 * Makes a matcher from a list of globs. A glob without `/` matches a name in any folder. The last matching glob decides; a glob
 * that starts with `!` leaves files out.
 *
 * @returns a test of the path of a Markdown file, relative to the folder of the globs, with `/`
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs
    .filter((glob) => globError(glob) === null)
    .map((glob) => {
      const bare = glob.replace(/^!/, '').replace(/^\.\//, '');
      const whole = bare.includes('/') ? bare : `**/${bare}`;
      const alternatives = (alternativesOf(whole) ?? []).map((each) => each.split('/'));
      return { leavesOut: glob.startsWith('!'), alternatives };
    })
    .reverse();
  if (patterns.length === 0) return () => false;
  return (path) => {
    if (!isMarkdown(path)) return false;
    const parts = path.split('/');
    const decisive = patterns.find(({ alternatives }) => alternatives.some((each) => matchesParts(each, parts)));
    return decisive !== undefined && !decisive.leavesOut;
  };
}

/** Returns the globs without braces that a glob with braces stands for; null if there are too many. */
function alternativesOf(glob: string): string[] | null {
  const open = glob.indexOf('{');
  const close = glob.indexOf('}', open);
  if (open < 0 || close < 0) return [glob];
  const head = glob.slice(0, open);
  const tails = alternativesOf(glob.slice(close + 1));
  const middles = glob.slice(open + 1, close).split(',');
  if (tails === null || tails.length * middles.length > MOST_ALTERNATIVES) return null;
  return middles.flatMap((middle) => tails.map((tail) => head + middle + tail));
}

/** Compares a glob with a path, folder by folder. A `**` takes any number of folders. */
function matchesParts(glob: readonly string[], path: readonly string[]): boolean {
  return matches(glob.length, path.length, {
    isAny: (i) => glob[i] === '**',
    fits: (i, j) => matchesName(glob[i] ?? '', path[j] ?? ''),
  });
}

/** Compares a glob with a name, character by character. A `*` takes any number of characters. */
function matchesName(glob: string, name: string): boolean {
  return matches(glob.length, name.length, {
    isAny: (i) => glob[i] === '*',
    fits: (i, j) => glob[i] === '?' || glob[i] === name[j],
  });
}

/**
 * True if a pattern with wildcards matches a whole sequence. Only the last wildcard is ever tried again: it can match
 * whatever an earlier one could.
 */
function matches(
  patternLength: number,
  length: number,
  { isAny, fits }: { isAny: (i: number) => boolean; fits: (i: number, j: number) => boolean },
): boolean {
  let i = 0;
  let j = 0;
  let afterAny = -1;
  let taken = 0;
  while (j < length) {
    if (i < patternLength && isAny(i)) {
      afterAny = ++i;
      taken = j;
    } else if (i < patternLength && fits(i, j)) {
      i++;
      j++;
    } else if (afterAny >= 0) {
      i = afterAny;
      j = ++taken;
    } else return false;
  }
  while (i < patternLength && isAny(i)) i++;
  return i === patternLength;
}

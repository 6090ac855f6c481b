/**
 * The text of a baseline: a file with the known problems of briefs, which aren't reported again.
 *
 *     { "version": 1, "files": { "notes/a.brief": { "citation/missing": { "fingerprint": 1 } } } }
 *
 * Paths are relative to its own folder. It has no line numbers and no messages, so it stays the same while texts are edited.
 */
import { say } from '../../base/say';
import type { KnownByPath, KnownProblems } from '../../brief/config/config';

const VERSION = 1;
/** The start of a digest, in letters that need no escape. */
const FINGERPRINT = /^[\w-]{1,64}$/;
const RULE = /^[a-z-]+\/[a-z0-9-]+$/;
/** A file on a network share, which is never touched, not even to know whether it is there. */
const ON_A_SHARE = /^[\\/]{2}/;
/** Characters that could change how an editor shows the file. Line feeds are our own. */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** @returns the known problems of each file; or an error, as a clause without a full stop */
export function readBaseline(text: string): { readonly files: KnownByPath } | { readonly error: string } {
  try {
    return { files: filesOf(text) };
  } catch (error) {
    if (error instanceof Broken) return { error: error.message };
    throw error;
  }
}

/**
 * Returns the text of a baseline: sorted, with a line for each fingerprint, so that two versions differ only in what
 * changed.
 */
export function writeBaseline(known: KnownByPath): string {
  const byPath = [...known]
    .filter(([, problems]) => problems.size > 0)
    .map(([path, of]) => [path, byRule(of)] as const);
  const files = Object.fromEntries(byPath.sort(byName));
  return `${JSON.stringify({ version: VERSION, files }, null, 2).replace(UNSAFE, escaped)}\n`;
}

function escaped(char: string): string {
  return Array.from(
    { length: char.length },
    (_, i) => `\\u${char.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('');
}

function byRule(problems: KnownProblems): object {
  const rules = new Map<string, [string, number][]>();
  for (const [key, count] of problems) {
    const [rule = '', fingerprint = ''] = key.split(' ');
    const ofRule = rules.get(rule);
    if (ofRule) ofRule.push([fingerprint, count]);
    else rules.set(rule, [[fingerprint, count]]);
  }
  const sorted = [...rules].map(([rule, counts]) => [rule, Object.fromEntries(counts.sort(byName))] as const);
  return Object.fromEntries(sorted.sort(byName));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Error in a baseline that {@link writeBaseline} wouldn't write. Its message has no full stop. */
class Broken extends Error {}

function filesOf(text: string): KnownByPath {
  const { version, files } = recordIn(parse(text), say('it'));
  if (version !== VERSION) throw new Broken(say('"version" must be {0}', VERSION));
  const byPath = new Map<string, Map<string, number>>();
  for (const [path, rules] of Object.entries(recordIn(files, say('"{0}"', 'files')))) {
    if (ON_A_SHARE.test(path)) throw new Broken(say('"{0}" is on a network share', path));
    const plain = plainPath(path);
    const known = byPath.get(plain) ?? new Map<string, number>();
    byPath.set(plain, known);
    for (const [rule, counts] of Object.entries(recordIn(rules, say('its entry for "{0}"', path))))
      for (const [fingerprint, count] of Object.entries(
        recordIn(counts, say('its entry for {0} in "{1}"', rule, path)),
      )) {
        const isWritten = typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
        if (!isWritten || !RULE.test(rule) || !FINGERPRINT.test(fingerprint))
          throw new Broken(say('"{0}" of {1} in "{2}" is not a fingerprint with a count', fingerprint, rule, path));
        known.set(`${rule} ${fingerprint}`, count);
      }
  }
  return byPath;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken(/^(?:<{7}|>{7}) /m.test(text) ? say('a merge has left its marks in it') : say('it is not JSON'));
  }
}

function recordIn(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Broken(say('{0} is not an object', what));
}

/** Normalises a path: without `.`, and without `..` after a named folder. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

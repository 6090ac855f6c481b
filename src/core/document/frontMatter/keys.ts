import { distance } from 'fastest-levenshtein';
import type { UnknownKey } from '../../base/problem';
import { configSchema } from './configSchema';
import { figureSchema, frontMatterSchema, quoteSchema, sourceSchema } from './schemas';

/** The kind of map that a key belongs to. */
export type Owner = UnknownKey['owner'];

/** For each owner, every name that a key may be written with, and the name that we know it by. */
const NAMES: Readonly<Record<Owner, ReadonlyMap<string, string>>> = {
  'front matter': withAliases(Object.keys(frontMatterSchema.shape), {
    author: 'authors',
    date: 'published',
    lang: 'language',
    references: 'sources',
  }),
  source: withAliases(Object.keys(sourceSchema.shape), { author: 'authors', date: 'published', lang: 'language' }),
  figure: withAliases(Object.keys(figureSchema.shape), {}),
  quote: withAliases(Object.keys(quoteSchema.shape), {}),
  configuration: withAliases(Object.keys(configSchema.shape), {}),
};

/** The names, aliases included, that the keys of `owner` may be written with. */
export function namesOf(owner: Owner): ReadonlySet<string> {
  return new Set(NAMES[owner].keys());
}

/** The name that we know a key by (`authors` for `author`), or null for an unknown one. */
export function knownKey(owner: Owner, name: string): string | null {
  return NAMES[owner].get(name) ?? null;
}

/**
 * Finds the known key that the author of an unknown one probably intended: the same in kebab-case (`asOf`, `as_of`, `Title`),
 * two letters swapped (`titel`), one letter off (of at least three), or two off where both have six or more. Much of what
 * stands in front matter belongs to other programs (`site`, `draft`), so only close names count. Null if no name is close.
 */
export function nearestKey(owner: Owner, name: string): string | null {
  if (name.length > 40) return null;
  const written = kebabCase(name);
  // `date` is one letter from `data`, and means something else.
  if (owner === 'figure' && written === 'date') return 'as-of';
  let nearest: string | null = null;
  let least = 3;
  for (const known of NAMES[owner].keys()) {
    const steps = stepsBetween(written, known);
    if (steps >= least) continue;
    least = steps;
    nearest = known;
  }
  return nearest;
}

function withAliases(names: readonly string[], aliases: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...names.map((name): [string, string] => [name, name]), ...Object.entries(aliases)]);
}

function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[_\s]+/g, '-')
    .toLowerCase();
}

/** Returns the number of letters in which two names differ: 0, 1 or 2 if they are close, else 3. A swap counts as one. */
function stepsBetween(written: string, known: string): number {
  if (Math.abs(written.length - known.length) > 2) return 3;
  const steps = distance(written, known);
  const shorter = Math.min(written.length, known.length);
  if (steps === 0 || (steps === 1 && shorter >= 3)) return steps;
  if (steps === 2 && (isSwap(written, known) || shorter >= 6)) return isSwap(written, known) ? 1 : 2;
  return 3;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

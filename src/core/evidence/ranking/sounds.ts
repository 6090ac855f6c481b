/**
 * The sound of a name, as far as it survives from Latin letters to the characters with which Chinese writes foreign names:
 * `Clinton` and `克林顿` are both `KLNTN`. Vowels are left out. So are the differences of b and p, d and t, g and k, l and r, and
 * of f, v and w: Chinese often doesn't keep them.
 */
import type { TextSpan } from '../../base/text';
import { NAME_SOUNDS } from '../../languages/han';

/** Least length of a sound; shorter ones fit too many names. */
const LEAST = 3;
/** Largest number of characters in a name in Chinese. */
const LONGEST = 6;

/** Returns the sounds of a word in Latin letters, without marks: with and without an `r` that is silent in English. */
export function soundsOfLatin(word: string): string[] {
  const lower = word.toLowerCase();
  const mute = lower.replace(/r(?![aeiouyr])/g, '');
  const spoken = mute === lower ? [lower] : [lower, mute];
  return [...new Set(spoken.map(skeletonOf))].filter((sound) => sound.length >= LEAST);
}

function skeletonOf(word: string): string {
  let rest = word;
  for (const [pattern, replacement] of LATIN) rest = rest.replace(pattern, replacement);
  return rest.replace(/[^A-Z]/g, '');
}

/** Replacements in order; finished sounds are in upper case. A vowel between two equal sounds keeps them apart. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/^(?:wr|rh)/, 'L'],
  [/^(?:kn|gn|pn)/, 'N'],
  [/^ps/, 'S'],
  [/gh(?![aeiouy])/g, ''],
  [/ng(?![aeiouy])/g, 'n'],
  [/ph/g, 'F'],
  [/th/g, 'T'],
  [/tsch|sch|tch|sh|ch|tz|ts|cz|zh|dg|dj/g, 'S'],
  [/c(?=[eiy])|g(?=[eiy])|[szj]+/g, 'S'],
  [/ck|qu|[ckgq]+/g, 'K'],
  [/x/g, 'KS'],
  [/[bp]+/g, 'P'],
  [/[dt]+/g, 'T'],
  [/[fvw]+(?=[aeiouylr])|[fv]+/g, 'F'],
  [/[lr]+/g, 'L'],
  [/n+/g, 'N'],
  [/m+(?=P)/g, 'N'],
  [/m+/g, 'M'],
  [/(?<![A-Zh])h(?=[aeiouy])/g, 'H'],
];

/** Yields the sounds of all stretches of a run of CJK characters that could be a foreign name. */
export function* soundsOfHan(run: string): Iterable<TextSpan & { readonly sound: string }> {
  for (let start = 0; start < run.length; start++) {
    let sound = '';
    for (let end = start; end < run.length && end < start + LONGEST; end++) {
      const next = HAN.get(run.charAt(end));
      if (next === undefined) break;
      sound += next;
      if (end > start && sound.length >= LEAST) yield { sound, start, end: end + 1 };
    }
  }
}

/** Sounds of the characters that write foreign names. */
const HAN: ReadonlyMap<string, string> = new Map(
  Object.entries(NAME_SOUNDS).flatMap(([sound, characters]) =>
    [...characters].map((character) => [character, sound] as const),
  ),
);

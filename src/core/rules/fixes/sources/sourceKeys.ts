/** Keys for sources that have numbers: `usgs-2024`, `郭2025`. */

import { siteOf } from '../../../base/urls';
import { partsOfName } from '../../../brief/sources/names';
import type { Source } from '../../../brief/types';

const MOST_WORDS = 3;
const LONGEST = 40;

/**
 * Makes a key for each source: the family name of its first author, else its publisher, its site or the start of its title,
 * and its year. Latin letters lose their accents, other scripts stay as they are.
 *
 * @param taken ids that have another meaning already
 * @returns the keys by the ids of the sources, all different
 */
export function keysFor(sources: readonly Source[], taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set(taken);
  const keys = new Map<string, string>();
  for (const source of sources) {
    const key = keyFor(namedBy(source), used);
    used.add(key);
    keys.set(source.id, key);
  }
  return keys;
}

/** The parts of a source that its key is made of. */
export interface Named {
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly url: string;
  readonly title: string;
  /** Empty if not known. */
  readonly year: string;
}

/** Returns a key for a source that is new to a brief. */
export function keyFor(source: Named, taken: ReadonlySet<string>): string {
  return unusedKey(keyOf(source), taken);
}

function namedBy(source: Source): Named {
  const { authors, publisher, url, title } = source;
  return {
    authors: authors.map(({ value }) => value),
    publisher: publisher?.value ?? '',
    url: url?.value ?? '',
    title: title?.value ?? '',
    year: yearOf(source),
  };
}

function keyOf(source: Named): string {
  const name = nameOf(source) || 'source';
  const { year } = source;
  // `郭2025`, but `usgs-2024`.
  const joint = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u.test(name) ? '' : '-';
  if (year) return `${name}${joint}${year}`;
  return /\p{L}/u.test(name) ? name : `source-${name}`;
}

function nameOf({ authors, publisher, url, title }: Named): string {
  const { family, literal } = partsOfName(authors[0] ?? '');
  return slug(family ?? literal ?? '') || slug(publisher) || slug(siteName(url)) || slug(title);
}

/** Returns the name of a site: `usgs` for pubs.usgs.gov, `bbc` for www.bbc.co.uk. */
export function siteName(url: string): string {
  const parts = (siteOf(url) ?? '').split('.');
  const suffix = parts.length > 2 && /^(?:co|com|ac|gov|org|edu|net)$/.test(parts.at(-2) ?? '') ? 2 : 1;
  return parts.at(-1 - suffix) ?? '';
}

/** Returns the year of the source's date, else one in the text of its entry. */
function yearOf({ published, title, declarations }: Source): string {
  const dated = /^\d{4}/.exec(published?.value ?? '')?.[0];
  if (dated) return dated;
  const isReference = declarations.some(({ declaredIn }) => declaredIn === 'section' || declaredIn === 'definition');
  return (isReference && [...(title?.value ?? '').matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].at(-1)?.[0]) || '';
}

function slug(text: string): string {
  const words = text
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return (words ?? [])
    .slice(0, MOST_WORDS)
    .join('-')
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '')
    .replace(/^\p{M}+|-$/gu, '');
}

/** Returns a key that isn't used yet. The second of two equal keys gets a letter, as in bibliographies: `usgs-2024b`. */
function unusedKey(key: string, used: ReadonlySet<string>): string {
  if (!used.has(key)) return key;
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') if (!used.has(`${key}${letter}`)) return `${key}${letter}`;
  let count = 27;
  while (used.has(`${key}-${count}`)) count++;
  return `${key}-${count}`;
}

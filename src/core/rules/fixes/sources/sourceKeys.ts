/** Keys for sources that have numbers: `usgs-2024`, `郭2025`. */

import { siteOf } from '../../../base/urls';
import { partsOfName } from '../../../brief/sources/names';
import type { Source } from '../../../brief/types';

const MOST_WORDS = 3;
const LONGEST = 40;

/**
 * A key for each of some sources: the family name of its first author, else its publisher, its site or the start of its
 * title, and its year. Latin letters lose their accents, other scripts stay as they are.
 *
 * @param taken ids that mean something else already
 * @returns the keys by the ids of the sources, each of them once
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

/** The part of a source that its key is made of. */
export interface Named {
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly url: string;
  readonly title: string;
  /** Empty where it is not known. */
  readonly year: string;
}

/** A key for a source that is new to a brief. */
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

/** `usgs` of pubs.usgs.gov, `bbc` of www.bbc.co.uk. */
export function siteName(url: string): string {
  const parts = (siteOf(url) ?? '').split('.');
  const suffix = parts.length > 2 && /^(?:co|com|ac|gov|org|edu|net)$/.test(parts.at(-2) ?? '') ? 2 : 1;
  return parts.at(-1 - suffix) ?? '';
}

/** Its date's year, else one that stands in the text of its entry. */
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

/** Of two alike, the second gets a letter, as bibliographies do: `usgs-2024b`. */
function unusedKey(key: string, used: ReadonlySet<string>): string {
  if (!used.has(key)) return key;
  for (const letter of 'bcdefghijklmnopqrstuvwxyz') if (!used.has(`${key}${letter}`)) return `${key}${letter}`;
  let count = 27;
  while (used.has(`${key}-${count}`)) count++;
  return `${key}-${count}`;
}

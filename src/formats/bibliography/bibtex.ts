/** Reads sources from BibTeX and BibLaTeX. */

import { say } from '../../core/base/say';
import { eachSourceText, SOURCE_FIELDS } from '../../core/base/sourceFields';
import type { Field, SourceDeclaration } from '../../core/brief/types';
import type { Steps } from '../steps';
import { dayOfEdtf, extendedName } from './biblatex';
import { type BibtexEntry, entrySteps } from './bibtexEntries';
import { type Bibliography, named } from './declarations';
import { createTexReader, type TexReader } from './tex';

/** Fields that a part of a book or a journal takes from the whole that it names. */
const INHERITED =
  'publisher institution organization school journal journaltitle date year month editor language'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Reads BibTeX and BibLaTeX; TeX in values becomes plain text. */
export function* bibtexSteps(text: string): Steps<Bibliography> {
  const { entries, errors } = yield* entrySteps(text);
  const byKey = new Map(entries.toReversed().map((entry) => [entry.key.toLowerCase(), entry]));
  const tex = createTexReader();
  const declarations: SourceDeclaration[] = [];
  for (const entry of entries) {
    declarations.push(declarationOf(withInherited(entry, byKey), tex));
    yield;
  }
  const [first] = tex.left();
  if (first !== undefined) {
    const start = Math.max(0, text.indexOf(first));
    const value = say('This is over the limit for TeX, so it is shown as written.');
    errors.push({ value, span: { start, end: Math.min(text.length, start + first.length) } });
  }
  return { declarations, errors };
}

function declarationOf({ type, key, keySpan, span, fields }: BibtexEntry, tex: TexReader): SourceDeclaration {
  const field = (names: readonly string[], read: (value: string) => string = tex.read): Field | undefined => {
    const written = names.map((name) => fields.get(name)).find((found) => found !== undefined && found !== '');
    const value = written === undefined ? '' : read(written);
    return value === '' ? undefined : { value, span };
  };
  const people = fields.get('author') || fields.get('editor');
  const dateIn = (value: string) => dayOfEdtf(tex.read(value));
  const year = field(['date', 'year'], dateIn);
  const month = monthOf(field(['month'])?.value);
  const dated = year && /^\d{4}$/.test(year.value) && month !== null;
  return {
    id: key,
    idSpan: keySpan,
    span,
    declaredIn: 'bibliography',
    authors: people === undefined ? [] : namesOf(people, tex).map((value) => ({ value, span })),
    quotes: [],
    ...eachSourceText((name) => field(SOURCE_FIELDS[name].bibtex ?? [])),
    ...named('published', dated ? { ...year, value: `${year.value}-${month}` } : year),
    ...named('accessed', field(['urldate'], dateIn)),
    ...named('url', field(['url'], asWritten)),
    ...named('doi', field(['doi'], asWritten)),
    ...named('type', { value: type, span }),
  };
}

/**
 * Returns an entry with the fields that it lacks, taken from the entry that its `crossref` names, and from what that names.
 *
 * @param hops how many may follow each other
 */
export function withInherited(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>, hops = 4): BibtexEntry {
  const named = byKey.get(entry.fields.get('crossref')?.toLowerCase() ?? '');
  if (!named || hops === 0) return entry;
  const whole = withInherited(named, byKey, hops - 1);
  const inherited = INHERITED.flatMap((name) => pairOf(name, whole.fields.get(name)));
  const title = pairOf('booktitle', named.fields.get('booktitle') ?? named.fields.get('title'));
  return { ...entry, fields: new Map([...inherited, ...title, ...entry.fields]) };
}

function pairOf(name: string, value: string | undefined): (readonly [string, string])[] {
  return value === undefined ? [] : [[name, value]];
}

/** Reads an address. The only TeX in it escapes its signs. */
export function asWritten(value: string): string {
  return value
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/^\{([^{}]*)\}$/, '$1')
    .trim();
}

/** Returns 01 to 12 for a number or an English name of a month; null for anything else. */
export function monthOf(month: string | undefined): string | null {
  const number = Number(month) || MONTHS.findIndex((name) => name.startsWith((month ?? '-').toLowerCase())) + 1;
  return Number.isInteger(number) && number >= 1 && number <= 12 ? String(number).padStart(2, '0') : null;
}

/** Returns the names in `Doe, Jane and {The Bureau} and others` as one says them. */
function namesOf(people: string, tex: TexReader): string[] {
  return partsOf(people.replace(/\s+/g, ' '), ' and ').flatMap((person) => {
    if (person.trim().toLowerCase() === 'others') return [];
    const parts = partsOf(person, ',').map((part) => part.trim());
    const extended = extendedName(parts);
    if (extended) {
      const { given, prefix, family, suffix } = extended;
      return [tex.read([given, prefix, family, suffix].filter((part) => part !== '').join(' '))];
    }
    const [last = '', second = '', first] = parts;
    const spoken = parts.length === 1 ? last : first === undefined ? `${second} ${last}` : `${first} ${last} ${second}`;
    const name = tex.read(spoken);
    return name === '' ? [] : [name];
  });
}

/** Cuts a text at a separator outside of braces, in letters of any case. */
export function partsOf(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 0 && text.slice(at, at + separator.length).toLowerCase() === separator) {
      parts.push(text.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}

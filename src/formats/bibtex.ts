import { parse } from '@retorquere/bibtex-parser';
import type { Field, SourceDeclaration } from '../core/brief';
import type { Span } from '../core/text';
import type { Bibliography } from './bibliography';

/** `@article{key,` */
const START = /@[A-Za-z]+\s*[{(]\s*([^\s,{}()"=]+)\s*,/g;

/** Reads BibTeX and BibLaTeX; TeX in values becomes plain text. */
export function readBibtex(text: string): Bibliography {
  const places = placesOf(text);
  const { entries, errors } = parse(text, { sentenceCase: false, verbatimFields: ['url', 'doi', 'file'] });
  const declarations = entries.flatMap((entry): SourceDeclaration[] => {
    const place = places.get(entry.key)?.shift();
    if (!place) return [];
    const values = new Map(Object.entries(entry.fields));
    const field = (...names: readonly string[]): Field | undefined => {
      const value = names.map((name) => values.get(name)).find((found) => typeof found === 'string' && found !== '');
      return typeof value === 'string' ? { value: plain(value), span: place.span } : undefined;
    };
    const people = values.get('author') ?? values.get('editor');
    const authors = Array.isArray(people) ? people.map(nameOf).filter((name) => name !== '') : [];
    const year = field('date', 'year');
    const month = field('month')?.value ?? '';
    const dated = year && /^\d{4}$/.test(year.value) && /^\d{1,2}$/.test(month);
    const published = dated ? { ...year, value: `${year.value}-${month.padStart(2, '0')}` } : year;
    return [
      {
        id: entry.key,
        ...place,
        declaredIn: 'bibliography',
        authors: authors.map((value) => ({ value, span: place.span })),
        quotes: [],
        ...named('title', field('title')),
        ...named(
          'publisher',
          field('publisher', 'institution', 'organization', 'school', 'journal', 'journaltitle', 'booktitle'),
        ),
        ...named('published', published),
        ...named('accessed', field('urldate')),
        ...named('url', field('url')),
        ...named('doi', field('doi')),
        ...named('type', { value: entry.type, span: place.span }),
        ...named('language', field('langid', 'language')),
      },
    ];
  });
  return {
    declarations,
    errors: errors.map(({ error, input }) => ({ value: messageOf(error), span: placeOf(text, input ?? '') })),
  };
}

/** An object with one key, or none: absent fields stay absent. */
export function named<K extends string>(key: K, field: Field | undefined): Partial<Record<K, Field>> {
  const holder: Partial<Record<K, Field>> = {};
  if (field) holder[key] = field;
  return holder;
}

/** Where entries stand, by key; a key may stand twice. */
function placesOf(text: string): Map<string, { idSpan: Span; span: Span }[]> {
  const starts = [...text.matchAll(START)];
  const places = new Map<string, { idSpan: Span; span: Span }[]>();
  starts.forEach((match, i) => {
    const key = match[1] ?? '';
    const idStart = match.index + match[0].indexOf(key, match[0].search(/[{(]/));
    const end = text.slice(match.index, starts[i + 1]?.index ?? text.length).trimEnd().length + match.index;
    const place = { idSpan: { start: idStart, end: idStart + key.length }, span: { start: match.index, end } };
    const same = places.get(key);
    if (same) same.push(place);
    else places.set(key, [place]);
  });
  return places;
}

function nameOf(person: unknown): string {
  if (typeof person === 'string') return plain(person);
  if (typeof person !== 'object' || person === null) return '';
  const parts = new Map(Object.entries(person));
  const written = ['firstName', 'prefix', 'lastName', 'suffix', 'name'].map((name) => parts.get(name));
  return plain(written.filter((part) => typeof part === 'string').join(' '));
}

/** The parser marks up what TeX typesets; a title here is plain text. */
function plain(value: string): string {
  return value
    .replace(/<\/?[a-z][^<>]{0,40}>/gi, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

function messageOf(error: string): string {
  return `${error.split(' at line ')[0]?.replace(/\s+/g, ' ').slice(0, 120) ?? error}.`;
}

function placeOf(text: string, input: string): Span {
  const start = Math.max(0, text.indexOf(input));
  const firstLine = input.split('\n', 1)[0]?.length ?? 0;
  return { start, end: Math.min(text.length, start + Math.max(1, firstLine)) };
}

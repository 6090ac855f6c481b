/** Turns the answers of the services into the fields of a source. */
import { isoDate, plainWords, readAtomEntry, readBibliography } from '../formats';
import type { FoundSource } from './contract';

/** Types of a work that is part of another: a journal, a book, proceedings. The larger work is given as its publisher. */
const PARTS: ReadonlySet<string> = new Set(
  'article-journal article-magazine article-newspaper chapter paper-conference entry-encyclopedia entry-dictionary review'.split(
    ' ',
  ),
);
const MOST_AUTHORS = 100;

/**
 * Reads one item of CSL-JSON, as DOI agencies and PubMed answer.
 *
 * @returns null where it is no item, or has no title
 */
export async function readCslItem(json: string): Promise<FoundSource | null> {
  const item = thingIn(json);
  if (!item) return null;
  // Agencies give no id, and some give lists where CSL has one text.
  const one = Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, isTexts(value) ? (value[0] ?? '') : value]),
  );
  const text = jsonOf([{ ...one, id: 'found' }]);
  const [read] = text === null ? [] : (await readBibliography(text, 'found.json')).declarations;
  if (!read?.title) return null;
  const container = textOf(one, 'container-title');
  const type = read.type?.value === 'journal-article' ? 'article-journal' : read.type?.value;
  return clean({
    title: read.title.value,
    authors: read.authors.map(({ value }) => value),
    publisher: (type !== undefined && PARTS.has(type) && container) || read.publisher?.value,
    published: read.published?.value,
    doi: read.doi?.value,
    type,
    language: read.language?.value,
  });
}

/** Reads a feed of arXiv with one entry; null if arXiv doesn't know the id. */
export function readArxiv(xml: string, id: string): FoundSource | null {
  const texts = readAtomEntry(xml)?.texts;
  const first = (name: string) => texts?.get(name)?.[0];
  // For an id that it doesn't know, arXiv answers with an entry called "Error".
  if (!texts || first('title') === undefined || first('title') === 'Error') return null;
  const version = Number(/v(\d+)$/.exec(id)?.[1] ?? '1');
  return clean({
    title: first('title'),
    authors: texts.get('name'),
    publisher: 'arXiv',
    published: first(version > 1 ? 'updated' : 'published'),
    url: `https://arxiv.org/abs/${id}`,
    type: 'article',
  });
}

/** Reads the answer of Open Library for an ISBN; null if it has no book or no title. */
export function readOpenLibrary(json: string, isbn: string): FoundSource | null {
  const book = thing(own(thingIn(json), `ISBN:${isbn}`));
  const title = textOf(book, 'title');
  if (!book || title === undefined) return null;
  const subtitle = textOf(book, 'subtitle');
  return clean({
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    authors: namesIn(own(book, 'authors')),
    publisher: namesIn(own(book, 'publishers'))[0],
    published: textOf(book, 'publish_date'),
    url: `https://openlibrary.org/isbn/${isbn}`,
    type: 'book',
  });
}

type Fields = { readonly [Key in keyof FoundSource]: FoundSource[Key] | undefined };

/** Cleans the fields: each text on one line without marks, dates in ISO 8601, and nothing that is empty. */
export function clean({ authors = [], published, language, ...texts }: Fields): FoundSource {
  const words = Object.entries(texts).map(([key, value]) => [key, plainWords(value ?? '')] as const);
  const names = [...new Set(authors.map(plainWords))].filter((name) => name !== '').slice(0, MOST_AUTHORS);
  const date = isoDate(published ?? '');
  return {
    ...Object.fromEntries(words.filter(([, value]) => value !== '')),
    ...(names.length === 0 ? {} : { authors: names }),
    ...(date === undefined ? {} : { published: date }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? { language } : {}),
  };
}

type Thing = Readonly<Record<string, unknown>>;

function thing(value: unknown): Thing | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null && !Array.isArray(one) ? { ...one } : null;
}

function thingIn(json: string): Thing | null {
  try {
    return thing(JSON.parse(json));
  } catch {
    return null;
  }
}

/** Writes a value as JSON; null if it is nested too deep. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

function own(from: Thing | null, key: string): unknown {
  return from !== null && Object.hasOwn(from, key) ? from[key] : undefined;
}

function textOf(from: Thing | null, key: string): string | undefined {
  const value = own(from, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function namesIn(people: unknown): string[] {
  return (Array.isArray(people) ? people : []).flatMap((person) => textOf(thing(person), 'name') ?? []);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
}

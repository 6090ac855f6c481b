/**
 * The entries of `sources` as they were read, for the next version of a brief: one whose text an edit left alone is not
 * read again.
 */
import type { Field, FrontMatter, FrontMatterError, SourceDeclaration, UnknownKey } from '../../brief';
import type { Span } from '../../text';
import type { Piece } from './pieces';
import { SOURCE_TEXTS } from './sources';

/** What an entry declares, and what is wrong with it. Spans are offsets of the document. */
export interface ReadEntry {
  readonly source: SourceDeclaration | null;
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
}

/** An entry, and where it stood. */
export interface KeptEntry {
  /** A copy: nothing in it keeps a version of the document. */
  readonly text: string;
  readonly start: number;
  /** Of the list. */
  readonly indent: number;
  readonly read: ReadEntry;
}

/** The entries of each list, in order; null for one that is to be read again. */
export type KeptLists = readonly (readonly (KeptEntry | null)[])[];

const kept = new WeakMap<FrontMatter, KeptLists>();

export function keepEntries(frontMatter: FrontMatter, lists: KeptLists): void {
  kept.set(frontMatter, lists);
}

export function keptEntriesOf(frontMatter: FrontMatter | null | undefined): KeptLists {
  return (frontMatter && kept.get(frontMatter)) ?? [];
}

/**
 * What is known of an entry, where it stands now. It is looked for at the same place in the list, from its start or from
 * its end.
 *
 * @param before the list in an earlier version
 * @param index of the entry
 * @param count how many entries the list has now
 */
export function keptEntry(
  text: string,
  { start, end }: Piece,
  indent: number,
  before: KeptLists[number],
  index: number,
  count: number,
): KeptEntry | null {
  for (const known of [before[index], before[before.length - count + index]]) {
    if (!known || known.indent !== indent || known.text.length !== end - start) continue;
    if (!text.startsWith(known.text, start)) continue;
    return known.start === start ? known : { ...known, start, read: movedRead(known.read, start - known.start) };
  }
  return null;
}

function movedRead({ source, errors, unknownKeys }: ReadEntry, by: number): ReadEntry {
  return {
    source: source && movedSource(source, by),
    errors: errors.map((error) => {
      const { quote } = error;
      return { ...movedPart(error, by), ...(quote ? { quote: movedPart(quote, by) } : {}) };
    }),
    unknownKeys: unknownKeys.map((key) => movedPart(key, by)),
  };
}

function movedSource(source: SourceDeclaration, by: number): SourceDeclaration {
  const fields: Partial<Record<(typeof SOURCE_TEXTS)[number] | 'textPath', Field>> = {};
  for (const key of SOURCE_TEXTS) {
    const field = source[key];
    if (field) fields[key] = movedPart(field, by);
  }
  if (source.textPath) fields.textPath = movedPart(source.textPath, by);
  return {
    ...source,
    ...fields,
    idSpan: movedSpan(source.idSpan, by),
    span: movedSpan(source.span, by),
    authors: source.authors.map((author) => movedPart(author, by)),
    quotes: source.quotes.map((quote) => (quote.span ? { ...quote, span: movedSpan(quote.span, by) } : quote)),
  };
}

function movedPart<T extends { readonly span: Span }>(part: T, by: number): T {
  return { ...part, span: movedSpan(part.span, by) };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

import type { Brief } from '../../brief';
import { citationOf } from '../../checks/fixes/cite';
import { type NewSource, newSourceId } from '../../checks/fixes/declareSource';
import { addressesOf, withoutTracking } from '../../checks/urls';
import { parseChanged } from '../../model/parseBrief';
import { applyEdits, type Span, type TextEdit } from '../../text';
import { declareWhole } from './declareWhole';
import { keyFor, siteName } from './sourceKeys';

/** What adding a source comes to. */
export type AddedSource =
  | {
      readonly kind: 'added';
      readonly citation: string;
      readonly edits: readonly TextEdit[];
      /** The text after these edits. */
      readonly text: string;
      /** The place of its title in that text. */
      readonly title: Span;
    }
  /** The address is that of a source which is declared in this brief. */
  | { readonly kind: 'known'; readonly citation: string; readonly span: Span }
  /** The brief has no place where an entry would be read as one. */
  | { readonly kind: 'no place' };

/** What is known of a source that has no id yet. */
export type KnownFields = Omit<NewSource, 'id'>;

/**
 * Declares a source where this brief keeps its sources, with the next id that is free: a number, or a key made from its
 * author or site. Nothing is fetched.
 *
 * @param written what a person knows of it: an address, a DOI or a title
 * @param fields what is known of it besides. Where these have a title, an address or a DOI, they stand for all that was written
 */
export function addSource(brief: Brief, written: string, fields: KnownFields = {}): AddedSource {
  const cleaned = cleanFields(fields);
  const says = cleaned.title !== undefined || cleaned.url !== undefined || cleaned.doi !== undefined;
  const known = says ? cleaned : { ...cleaned, ...readWritten(written) };
  const before = sourceAt(brief, known);
  if (before) return before;
  const source: NewSource = { ...known, id: newSourceId(brief, keyOf(known)), title: known.title ?? TITLE };
  const edits = declareWhole(brief, source);
  if (!edits) return { kind: 'no place' };
  const text = applyEdits(brief.text, edits);
  return { kind: 'added', citation: citationOf(source.id), edits, text, title: titleIn(brief, source, edits, text) };
}

const TITLE = 'Title of the source';

/** Each text on one line, without control characters and halves of characters; what is empty is left out. */
export function cleanFields({ authors = [], ...texts }: KnownFields): KnownFields {
  const cleaned = Object.entries(texts).map(([key, value]) => [key, cleanText(value)] as const);
  const names = authors.map(cleanText).filter((name) => name !== '');
  return {
    ...Object.fromEntries(cleaned.filter(([, value]) => value !== '')),
    ...(names.length === 0 ? {} : { authors: names }),
  };
}

function cleanText(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();
}

/** A key of its author and year where these are known, else of its site. */
export function keyOf({ authors = [], publisher = '', published = '', url = '', title = '' }: KnownFields) {
  if (authors.length === 0 && publisher === '' && published === '') return siteName(url) || 'source';
  const year = /^\d{4}/.exec(published)?.[0] ?? '';
  return (taken: ReadonlySet<string>) => keyFor({ authors, publisher, url, title, year }, taken);
}

/** The words that are its title after the edits, to be selected. */
function titleIn(brief: Brief, { id, title = '' }: NewSource, edits: readonly TextEdit[], text: string): Span {
  let growth = 0;
  let place: Span | null = null;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const index = newText.indexOf(title);
    const start = span.start + growth + index;
    if (index >= 0) place = { start, end: start + title.length };
    growth += newText.length - (span.end - span.start);
  }
  if (place) return place;
  const added = parseChanged(brief, text).sources.find((source) => source.id === id);
  return added?.title?.span ?? added?.declarations[0]?.idSpan ?? { start: 0, end: 0 };
}

/** `10.3133/mcs2024` and `doi:10.3133/mcs2024` are addresses, too. */
function readWritten(written: string): { readonly url?: string; readonly title?: string } {
  const line = cleanText(written);
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(line)?.[1];
  if (doi) return { url: `https://doi.org/${doi}` };
  if (/^https?:\/\/\S+$/i.test(line)) return { url: withoutTracking(line) };
  if (/^www\.\S+$/i.test(line)) return { url: withoutTracking(`https://${line}`) };
  return line === '' ? {} : { title: line };
}

/** The source of this brief that has the address or the DOI already. */
function sourceAt(brief: Brief, fields: KnownFields): AddedSource | undefined {
  const wanted = addressesOf(fields);
  if (wanted.length === 0) return undefined;
  for (const { id, declarations } of brief.sources) {
    const same = declarations.find(({ uri, url, doi }) => {
      if (uri !== undefined) return false;
      const addresses = addressesOf({ ...(url ? { url: url.value } : {}), ...(doi ? { doi: doi.value } : {}) });
      return addresses.some((address) => wanted.includes(address));
    });
    if (same) return { kind: 'known', citation: citationOf(id), span: same.idSpan };
  }
  return undefined;
}

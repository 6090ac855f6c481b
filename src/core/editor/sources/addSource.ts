import type { NewSourceFile } from '../../base/problem';
import { applyEdits, type Span, type TextEdit } from '../../base/text';
import { addressesOf, hasAddress, withoutTracking } from '../../base/urls';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief } from '../../brief/types';
import { citationOf } from '../../rules/fixes/cite';
import { type NewSource, newSourceId } from '../../rules/fixes/declareSource';
import { type MadeSource, newSourceFile } from '../../rules/fixes/sources/sourceInLibrary';
import { keyFor, siteName } from '../../rules/fixes/sources/sourceKeys';
import { TITLE_OF_SOURCE } from '../../rules/placeholders';
import { emptyBracketAt } from '../completion';
import { citeAt } from '../editing/citationPlace';
import { declareWhole } from './declareWhole';

/** The result of adding a source. */
export type AddedSource =
  | {
      readonly kind: 'added';
      readonly citation: string;
      readonly edits: readonly TextEdit[];
      /** The text after these edits. */
      readonly text: string;
      /** What to select in `text`: the place behind its citation at the cursor, else its title, for its author to write. */
      readonly title: Span;
      /** The file to create for it in the library; the edits then cite the source. */
      readonly file?: NewSourceFile;
    }
  /**
   * A source with this address exists in this brief, or in its library or a bibliography. In the latter two, the span is in the
   * file with the URI.
   */
  | {
      readonly kind: 'known';
      readonly citation: string;
      readonly span: Span;
      readonly uri?: string;
      /** The edit that cites it in the empty bracket around the cursor; null if there is no such bracket. */
      readonly cite: TextEdit | null;
    }
  /** The brief has no place where an entry would be read as one. */
  | { readonly kind: 'no place' };

type KnownSource = Extract<AddedSource, { readonly kind: 'known' }>;

/** The known fields of a source that has no id yet. */
export type KnownFields = Omit<NewSource, 'id'>;

/** The place where a source is added. */
export interface AddingPlace {
  /** The cursor. The source is cited in an empty bracket there; a source of the library, in any insight. */
  readonly selection?: Span;
  /** The path of its local copy relative to the library; null if it's elsewhere. */
  readonly copyInLibrary?: string | null;
}

/**
 * Declares a source where this brief keeps its sources, with the next id that is free: a number, or a key made from its
 * author or site. If there is a library, the source gets a file of its own there. Nothing is fetched.
 *
 * @param written what a person knows of it: an address, a DOI or a title
 * @param fields more known fields; if a title, an address or a DOI is among them, `written` is ignored
 */
export function addSource(
  brief: Brief,
  written: string,
  fields: KnownFields = {},
  place: AddingPlace = {},
): AddedSource {
  const cleaned = cleanFields(fields);
  const says = cleaned.title !== undefined || cleaned.url !== undefined || cleaned.doi !== undefined;
  const known = says ? cleaned : { ...cleaned, ...readWritten(written) };
  const { selection, copyInLibrary = null } = place;
  const bracket = selection ? emptyBracketAt(brief, selection.end) : null;
  const citing = (citation: string): TextEdit | null => bracket && { span: bracket, newText: citation };
  const before = sourceAt(brief, known);
  if (before) return { ...before, cite: citing(before.citation) };
  const made = newSourceFile(brief, known, TITLE_OF_SOURCE, copyInLibrary);
  if (made) return addToLibrary(brief, made, selection, citing(citationOf(made.id)));
  const source: NewSource = { ...known, id: newSourceId(brief, keyOf(known)), title: known.title ?? TITLE_OF_SOURCE };
  const declaration = declareWhole(brief, source);
  if (!declaration) return { kind: 'no place' };
  const citation = citationOf(source.id);
  const cite = citing(citation);
  const edits = cite ? [...declaration, cite] : declaration;
  const text = applyEdits(brief.text, edits);
  const title = cite && known.title !== undefined ? behind(cite, edits) : titleIn(brief, source, edits, text);
  return { kind: 'added', citation, edits, text, title };
}

/** The place behind an edit's new text, in the text after all edits. */
function behind(edit: TextEdit, edits: readonly TextEdit[]): Span {
  const before = edits.filter(({ span }) => span.end <= edit.span.start && span !== edit.span);
  const growth = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const at = edit.span.start + growth + edit.newText.length;
  return { start: at, end: at };
}

/** Adds a source in a file of its own. The brief gets its citation, if an insight can have one there. */
function addToLibrary(
  brief: Brief,
  { id, file }: MadeSource,
  selection: Span | undefined,
  inBracket: TextEdit | null,
): AddedSource {
  const citation = citationOf(id);
  const cite = inBracket ?? (selection ? citeAt(brief, selection)?.(id) : null);
  const edits = cite ? [cite] : [];
  const text = applyEdits(brief.text, edits);
  const at = selection?.end ?? 0;
  const title = cite ? behind(cite, edits) : { start: at, end: at };
  return { kind: 'added', citation, edits, text, title, file };
}

/** Cleans each text like `cleanText`, and leaves out empty ones. */
export function cleanFields({ authors = [], ...texts }: KnownFields): KnownFields {
  const cleaned = Object.entries(texts).map(([key, value]) => [key, cleanText(value)] as const);
  const names = authors.map(cleanText).filter((name) => name !== '');
  return {
    ...Object.fromEntries(cleaned.filter(([, value]) => value !== '')),
    ...(names.length === 0 ? {} : { authors: names }),
  };
}

/** Puts a text on one line, without control characters, characters that reorder text, and halves of characters. */
export function cleanText(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ')
    .replace(/[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
}

/** Makes a key of the author and year, or of the site if no author, publisher or date is known. */
export function keyOf({ authors = [], publisher = '', published = '', url = '', title = '' }: KnownFields) {
  if (authors.length === 0 && publisher === '' && published === '') return siteName(url) || 'source';
  const year = /^\d{4}/.exec(published)?.[0] ?? '';
  return (taken: ReadonlySet<string>) => keyFor({ authors, publisher, url, title, year }, taken);
}

/** The span of the source's title after the edits, to be selected. */
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

/** Reads an address or a title. `10.3133/mcs2024` and `doi:10.3133/mcs2024` are addresses, too. */
function readWritten(written: string): { readonly url?: string; readonly title?: string } {
  const line = cleanText(written);
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(line)?.[1];
  if (doi) return { url: `https://doi.org/${doi}` };
  if (/^https?:\/\/\S+$/i.test(line)) return { url: withoutTracking(line) };
  if (/^www\.\S+$/i.test(line)) return { url: withoutTracking(`https://${line}`) };
  return line === '' ? {} : { title: line };
}

/** The source of this brief, or of a file that it takes sources from, that has the address or the DOI already. */
function sourceAt(brief: Brief, fields: KnownFields): Omit<KnownSource, 'cite'> | undefined {
  const wanted = addressesOf(fields);
  if (wanted.length === 0) return undefined;
  for (const { id, declarations } of brief.sources) {
    const same = declarations.find((one) => hasAddress(one, wanted));
    if (same)
      return {
        kind: 'known',
        citation: citationOf(id),
        span: same.idSpan,
        ...(same.uri === undefined ? {} : { uri: same.uri }),
      };
  }
  return undefined;
}

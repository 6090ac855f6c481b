import type { Brief } from '../../brief';
import { citationOf } from '../../checks/fixes/cite';
import { declareSource, type NewSource, newSourceId } from '../../checks/fixes/declareSource';
import { comparableUrl, withoutTracking } from '../../checks/urls';
import { parseChanged } from '../../model/parseBrief';
import { applyEdits, type Span, type TextEdit } from '../../text';
import { siteName } from './sourceKeys';

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

/**
 * Declares a source where this brief keeps its sources, with the next id that is free: a number, or a key made from its
 * site. Nothing is fetched.
 *
 * @param written what a person knows of it: an address, a DOI or a title
 */
export function addSource(brief: Brief, written: string): AddedSource {
  const { url, title } = readWritten(written);
  const known = url === undefined ? undefined : sourceAt(brief, url);
  if (known) return known;
  const source: NewSource = {
    id: newSourceId(brief, (url && siteName(url)) || 'source'),
    title: title ?? TITLE,
    ...(url === undefined ? {} : { url }),
  };
  const edit = declareSource(brief, source);
  if (!edit) return { kind: 'no place' };
  const text = applyEdits(brief.text, [edit]);
  const added = parseChanged(brief, text).sources.find(({ id }) => id === source.id);
  const start = edit.newText.indexOf(source.title ?? '');
  const own = { start: edit.span.start + start, end: edit.span.start + start + (source.title ?? '').length };
  const place = start >= 0 ? own : (added?.title?.span ?? own);
  return { kind: 'added', citation: citationOf(source.id), edits: [edit], text, title: place };
}

const TITLE = 'Title of the source';

/** `10.3133/mcs2024` and `doi:10.3133/mcs2024` are addresses, too. */
function readWritten(written: string): { readonly url?: string; readonly title?: string } {
  const line = written.replace(/\s+/g, ' ').trim();
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(line)?.[1];
  if (doi) return { url: `https://doi.org/${doi}` };
  if (/^https?:\/\/\S+$/i.test(line)) return { url: withoutTracking(line) };
  if (/^www\.\S+$/i.test(line)) return { url: withoutTracking(`https://${line}`) };
  return line === '' ? {} : { title: line };
}

function sourceAt(brief: Brief, url: string): AddedSource | undefined {
  const wanted = comparableUrl(url);
  for (const { id, declarations } of brief.sources) {
    const same = declarations.find(
      (one) => one.uri === undefined && one.url && comparableUrl(one.url.value) === wanted,
    );
    if (same) return { kind: 'known', citation: citationOf(id), span: same.idSpan };
  }
  return undefined;
}

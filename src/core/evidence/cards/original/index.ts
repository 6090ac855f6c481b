/** Finds the place of a passage outside the brief: on the web, and in Zotero. */

import { doiUrl, safeUrl } from '../../../base/safeUrl';
import { firstFrom, type Span, type TextSpan } from '../../../base/text';
import { isZoteroLink, zoteroLink } from '../../../base/zotero';
import { sourceOf } from '../../../brief/queries/citedSources';
import { copyFinder } from '../../../brief/sources/localCopies';
import type { Brief, Passage, Source } from '../../../brief/types';
import { pagesOf } from '../../lookup/statements';
import type { PassagePlace } from '../../verdicts';
import { directiveOfQuote, textDirective } from './textFragment';

/** The web address of a source, else the address of its DOI; null if it has neither, or the gate for addresses refuses them. */
export function webAddress({ url, doi }: Pick<Source, 'url' | 'doi'>): string | null {
  return webOf(url?.value) ?? (doi ? doiUrl(doi.value) : null);
}

function webOf(written: string | undefined): string | null {
  const url = written === undefined ? null : safeUrl(written);
  return url !== null && /^https?:/i.test(url) ? url : null;
}

/** The web address of a source; for a PDF, at the page that the citation at a place names. */
export function addressCited(brief: Brief, source: Source, place: Span | null): string | null {
  const address = webAddress(source);
  return address && place ? atPage(address, pageCited(brief, source.id, place)) : address;
}

function pageCited({ citations }: Brief, id: string, place: Span): string | undefined {
  const citation = citations[firstFrom(citations, place.start + 1) - 1];
  const [page] = citation && citation.span.end >= place.end ? (pagesOf([citation]).get(id) ?? []) : [];
  return page;
}

/**
 * The address that leads to a stretch of a passage: to the words of a web page, to the page of a PDF.
 *
 * @returns null if an address would only lead to the whole source
 */
export function addressOfPlace(brief: Brief, { source: id, passage: index, start, end }: PassagePlace): string | null {
  const source = sourceOf(brief, id);
  const passage = source?.passages[index];
  if (!source || !passage || passage.from === 'title') return null;
  const own = webOf(passage.url);
  const address = own ?? webAddress(source);
  if (address === null) return null;
  if (isPdf(address)) return atPage(address, passage.page) === address ? own : atPage(address, passage.page);
  const directive =
    passage.from === 'quote' ? directiveOfQuote(passage.text) : directiveInCopy(brief, source, passage, { start, end });
  return directive === null || address.includes(':~:')
    ? own
    : `${address}${address.includes('#') ? '' : '#'}:~:${directive}`;
}

function directiveInCopy(
  { texts }: Brief,
  { declarations }: Source,
  passage: Passage,
  stretch: TextSpan,
): string | null {
  const copy = copyFinder(texts)(declarations)?.passages ?? [];
  const index = copy.indexOf(passage);
  return index < 0 ? null : textDirective(copy, index, stretch);
}

function isPdf(address: string): boolean {
  return /^https?:\/\/[^?#]+\.pdf(?:[?#]|$)|^https?:\/\/(?:www\.)?arxiv\.org\/pdf\//i.test(address);
}

/** Adds the page to the address of a PDF. By RFC 8118, `#page=12` is its twelfth page. */
function atPage(address: string, page: string | undefined): string {
  if (page === undefined || !/^[1-9]\d{0,4}$/.test(page) || !isPdf(address) || address.includes('#')) return address;
  return `${address}#page=${page}`;
}

/** The address that opens Zotero at a passage, or at its source; null if unknown. */
export function zoteroOfPlace(brief: Brief, { source: id, passage: index }: PassagePlace): string | null {
  const source = sourceOf(brief, id);
  const passage = source?.passages[index];
  if (passage?.url !== undefined && isZoteroLink(passage.url)) return passage.url;
  return source?.zotero ? zoteroLink(source.zotero.value, passage?.page) : null;
}

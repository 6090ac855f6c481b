/** Tells whether a block is a list of sources, whatever stands over it. */
import type { Local } from '../../base/text';
import { hasAddress } from '../../document/blocks/plainHeadings';
import type { BlockReading } from '../blocks/drafts';
import type { SourceDeclaration } from '../types';

/** Links with their addresses, bare addresses, numbers of entries. */
const MARKS = /!?\[(?:[^[\]\\]|\\.){0,300}\]\([^\s()]{0,2000}\)|<?(?:https?:\/\/|www\.)\S+|\\?\[\d{1,3}\\?\]/gi;
/** The year of a printed reference, before a number that stands behind the entry: `(2020). [3]`, `(o.J.). [3]` */
const PUBLISHED = /\((?:(?:19|20)\d\d[a-z]?|o\.\s?J\.|n\.\s?d\.)\)\.?\s*\[\d{1,3}\][\d\s,;[\]]{0,40}\.?\s*$/i;
/** Most words beside an address that a title, a publisher and a date take. */
const MOST_WORDS = 30;

/** True if a block may name works only: it has an address, or a year at its end. Doesn't read it as a list of sources. */
export function mayNameWorks(text: string): boolean {
  return hasAddress(text) || PUBLISHED.test(text);
}

/** The share of entries that may be odd, such as a headline in place of a title. One odd entry costs itself. */
const MOST_ODD = 0.2;

/**
 * True if a block that was read as a list of sources names works only. They cover at least 80 % of its text. At least four
 * of five have an address, a DOI or a year at its end, and beside that no more words than a title takes. An entry without words, as one
 * that is begun, counts neither way.
 */
export function namesWorksOnly(text: string, { entries, works }: BlockReading): boolean {
  // The number of an entry may stand behind its words.
  const isBegun = ({ idSpan, span }: Local<SourceDeclaration>) =>
    !WORDS.test(text.slice(span.start, idSpan.start) + text.slice(idSpan.end, span.end));
  const found = [...entries, ...works].filter((one) => !isBegun(one));
  if (found.length === 0 || !mayNameWorks(text)) return false;
  const covered = found.reduce((sum, { span }) => sum + (span.end - span.start), 0);
  if (covered < text.trim().length * 0.8) return false;
  const odd = found.filter((work) => !isReference(text, work)).length;
  return odd <= found.length * MOST_ODD;
}

const WORDS = /[\p{L}\p{N}]/u;

function isReference(text: string, { span, url, doi }: Local<SourceDeclaration>): boolean {
  const written = text.slice(span.start, span.end);
  const rest = written.replace(MARKS, ' ');
  const words = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return (
    (url !== undefined || doi !== undefined || PUBLISHED.test(written)) &&
    words <= MOST_WORDS &&
    !/[\p{L}%)\s][.。!?！？]\s+\p{Lu}[^.]*\p{L}[.。]\s*$/u.test(rest)
  );
}

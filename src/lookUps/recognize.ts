import { safeUrl } from '../core/base/safeUrl';
import type { Subject } from './contract';

/** Longest text, in UTF-16 units, that can be a name. */
const LONGEST = 2000;

/**
 * Finds the name in a text that can be looked up: a DOI, an id of arXiv, an ISBN, an id of PubMed, bare, with its prefix or as
 * the address of its page; or any other web page. No request is made.
 *
 * @returns null for anything else: a title, or an ISBN whose check digit is wrong
 */
export function recognize(written: string): Subject | null {
  const text = written
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim();
  if (text === '' || text.length > LONGEST) return null;
  return doi(text) ?? pubmed(text) ?? arxiv(text) ?? isbn(text) ?? page(text);
}

/** https://www.doi.org/doi-handbook/: a prefix, a slash, and any signs. Punctuation that ends a sentence is left out. */
function doi(text: string): Subject | null {
  const bare = /^(?:doi:\s*)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i.exec(text)?.[1];
  const linked =
    /^(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/(10\.\d{4,9}(?:\.\d+)*(?:\/|%2F)[^\s?#]+)(?:[?#]\S*)?$/i.exec(
      text,
    )?.[1];
  const id = bare ?? (linked === undefined ? undefined : decoded(linked));
  return id === undefined || /[\p{Cc}\s]/u.test(id) ? null : { kind: 'doi', id: id.replace(/[.,;]+$/, '') };
}

/** https://info.arxiv.org/help/arxiv_identifier.html: `2401.12345v2`, and up to March 2007 `math.GT/0309136`. */
const ARXIV =
  /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3})(v[1-9]\d?)?$/i;

function arxiv(text: string): Subject | null {
  const linked =
    /^(?:https?:\/\/)?(?:(?:www|export)\.)?arxiv\.org\/(?:abs|pdf|html|format)\/([^?#\s]+?)(?:\.pdf)?\/?(?:[?#]\S*)?$/i.exec(
      text,
    )?.[1];
  const [, id, version = ''] = ARXIV.exec(linked ?? text.replace(/^arxiv:\s*/i, '')) ?? [];
  return id === undefined ? null : { kind: 'arxiv', id: `${id}${version.toLowerCase()}` };
}

function isbn(text: string): Subject | null {
  const linked = /^https?:\/\/(?:www\.)?openlibrary\.org\/isbn\/([\dXx-]+)\/?$/i.exec(text)?.[1];
  const [, written] = /^(?:(?:urn:)?ISBN(?:-1[03])?:?\s*)?([\d][\d\s–-]{8,20}[\dX])$/i.exec(linked ?? text) ?? [];
  const digits = written?.replace(/[\s–-]/g, '').toUpperCase() ?? '';
  if (digits.length === 13) return isIsbn13(digits) ? { kind: 'isbn', id: digits } : null;
  if (!/^\d{9}[\dX]$/.test(digits) || !isIsbn10(digits)) return null;
  const start = `978${digits.slice(0, 9)}`;
  return { kind: 'isbn', id: `${start}${checkDigit13(start)}` };
}

/** True for a valid ISBN-13 (ISO 2108): digits count 1 and 3 in turn, and their sum ends in 0. */
function isIsbn13(digits: string): boolean {
  return /^97[89]\d{10}$/.test(digits) && checkDigit13(digits.slice(0, 12)) === digits.at(-1);
}

function checkDigit13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** True for a valid ISBN-10 (ISO 2108 before 2007): digits count 10 down to 1, X is 10, and 11 divides their sum. */
function isIsbn10(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - i), 0);
  return sum % 11 === 0;
}

function pubmed(text: string): Subject | null {
  const id =
    /^PMID:?\s*([1-9]\d{0,8})$/i.exec(text)?.[1] ??
    /^(?:https?:\/\/)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/([1-9]\d{0,8})\/?(?:[?#]\S*)?$/i.exec(
      text,
    )?.[1];
  return id === undefined ? null : { kind: 'pubmed', id };
}

function page(text: string): Subject | null {
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  const url = safeUrl(text);
  return url === null || !URL.canParse(url) ? null : { kind: 'page', id: url };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

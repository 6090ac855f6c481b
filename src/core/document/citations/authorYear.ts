/**
 * Citations by author and year, as the author–date styles have them (Chicago Manual of Style 18, 13.102 ff.; APA 7, 8.11):
 * `(Schulz 2009, p. 33; Meyer & Roth, 2011a)`, `Parker et al. (2016)`, `（王明，2020）`. Each is a citation only where the
 * brief has one work of that author and year.
 */
import { once } from '../../base/once';
import type { CitationSyntax, ItemSyntax } from './types';

const YEAR = String.raw`(?:1[6-9]|20)\d\d`;
const DATE = String.raw`(${YEAR})([a-z]?)(?:[./-]\d{1,2}(?:[./-]\d{1,2})?)?(?!\d)`;
const LATIN_NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.&-]*)(?: (?:(?:van|von|der|den|de|del|della|di|da|du|le|la|of|for|the) ){0,3}[\p{Lu}\d][\p{L}\p{M}\p{N}'’.&-]*){0,6}`;
const NAME = String.raw`(${LATIN_NAME}|[\p{Script=Han}·]{2,20})(?:(?:,? (?:and|und|et|y|e|&) (?:others|al\.|${LATIN_NAME}))|(?:, ${LATIN_NAME})*,? et al\.?| u\.\s?a\.|等)?`;
const LOCATOR = String.raw`(?:\s?[,:，：] ?((?:(?:pp?|S|s|Kap|ch|Abb|fig)\.? ?)?[\divxlc][\d–—\-ivxlc,. ]{0,20}f{0,2}\.?))?`;
const LEAD = String.raw`(?:(?:see|cf\.|e\.g\.,?|vgl\.|siehe|voir|参见|见) )?(?:(?:also|auch|aussi) )?`;
/** Made at first use, as it takes milliseconds to compile: it names large classes many times. */
const entry = once(() => new RegExp(String.raw`\s*${LEAD}${NAME}(?:,|，)? ?${DATE}${LOCATOR}\s*(?:[;；]|$)`, 'uy'));
const HAS_YEAR = new RegExp(YEAR);
const NARRATIVE = new RegExp(`^[(（]${DATE}${LOCATOR}[)）]`, 'u');
/** Made at first use, like `entry`. */
const nameBefore = once(() => new RegExp(String.raw`(?<![\p{L}\p{N}'’-])${NAME}['’]?s? ?$`, 'u'));
/** The most characters that are read of a text in parentheses, and of the names before a year. */
const LONGEST = 300;
const LONGEST_NAMES = 80;

/** The name under which the work of an author and year is looked up: `schulz 2009`, `schulz 2009a`. */
export function nameOfWork(author: string, year: string): string {
  return `${author.normalize('NFKC').toLowerCase().replace(/[.’']/g, '').trim()} ${year}`;
}

/** Reads what starts with a parenthesis; its items have names of works, as `nameOfWork` gives them. */
export function readAuthorYear(
  text: string,
  at: number,
): Extract<CitationSyntax, { readonly kind: 'citation' }> | null {
  const close = closingParenthesis(text, at);
  if (close < 0) return null;
  const items = readNarrative(text, at) ?? readEntries(text, at + 1, close);
  if (items.length === 0) return null;
  return { kind: 'citation', form: 'author-year', span: { start: at, end: close + 1 }, items, ifDeclared: true };
}

function readEntries(text: string, start: number, end: number): readonly ItemSyntax[] {
  const inside = unwrapped(text.slice(start, end));
  if (!HAS_YEAR.test(inside)) return [];
  const pattern = entry();
  const items: ItemSyntax[] = [];
  for (let from = 0; from < inside.length; from = pattern.lastIndex) {
    pattern.lastIndex = from;
    const match = pattern.exec(inside);
    if (!match?.[1] || !match[2]) return [];
    const at = start + match.index + match[0].indexOf(match[1]);
    const yearEnd = start + match.index + match[0].indexOf(match[2], at - start - match.index + match[1].length);
    const span = { start: at, end: yearEnd + match[2].length + (match[3] ?? '').length };
    items.push(itemOf(match[1], `${match[2]}${match[3] ?? ''}`, span, match[4]));
  }
  return items;
}

/** `(2016)` behind a name. */
function readNarrative(text: string, at: number): readonly ItemSyntax[] | null {
  const match = NARRATIVE.exec(unwrapped(text.slice(at, at + 60)));
  const name = match && nameBefore().exec(unwrapped(text.slice(Math.max(0, at - LONGEST_NAMES), at)));
  if (!match?.[1] || !name?.[1]) return null;
  const year = `${match[1]}${match[2] ?? ''}`;
  return [itemOf(name[1], year, { start: at + 1, end: at + 1 + year.length }, match[3])];
}

function itemOf(author: string, year: string, span: ItemSyntax['span'], locator: string | undefined): ItemSyntax {
  const id = nameOfWork(author, year);
  return locator === undefined ? { id, span } : { id, span, locator: locator.trim() };
}

function closingParenthesis(text: string, at: number): number {
  const end = Math.min(text.length, at + LONGEST);
  for (let i = at + 1; i < end; i++) {
    const c = text[i] ?? '';
    if (c === ')' || c === '）') return i;
    if ('(（[]'.includes(c)) return -1;
  }
  return -1;
}

/** Replaces each white-space character, line breaks included, by a space. Offsets stay the same. */
function unwrapped(text: string): string {
  return text.replace(/\s/g, ' ');
}

import type { TextSpan } from '../../base/text';
import { readNumberList } from './numbers';
import type { CitationSyntax } from './types';

const SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUPERSCRIPT = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[ ˒,⁻–][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*/y;
const SUP_TAG = /<sup>\s*([0-9][0-9,，、 \-–]{0,40})\s*<\/sup>/iy;

const CARETS = /\^([0-9]{1,3}(?:[,–-][0-9]{1,3}){0,9})\^/y;
const CARET_MATH = /\$\^(?:\{\s*(?:\\?\[)?([0-9]{1,3}(?:\s?[,–-]\s?[0-9]{1,3}){0,9})(?:\\?\])?\s*\}|([0-9]))\$(?!\d)/y;

/**
 * Reads `¹`, `¹,²`, `<sup>1</sup>` and Pandoc's `^1^`, unless it is an exponent or the power of a unit: 10⁹, km², R². Signs
 * behind a letter and carets have other meanings, and are citations only if all that they name is declared.
 */
export function readSuperscript(text: string, at: number): CitationSyntax | null {
  if (text[at] === '<') return readTag(text, at);
  if (text[at] === '^') return readCarets(text, at);
  return readSigns(text, at);
}

function readSigns(text: string, at: number): CitationSyntax | null {
  SUPERSCRIPT.lastIndex = at;
  const match = SUPERSCRIPT.exec(text);
  if (!match || SIGNS.includes(text[at - 1] ?? ' ')) return null;
  const span = { start: at, end: at + match[0].length };
  // A charge, and an isotope before its element: SO₄²⁻, ¹³C.
  if (/[⁺⁻⁄\p{Script=Latin}]/u.test(text[span.end] ?? ' ') || isExponent(text, span)) return null;
  const items = [...match[0].matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map((run) => ({
    id: superscriptNumber(run[0]),
    span: { start: at + run.index, end: at + run.index + run[0].length },
  }));
  const isSure = /[.;!?。；！？”"]/.test(text[at - 1] ?? ' ');
  return { kind: 'citation', form: 'superscript', span, items, ...(isSure ? {} : { ifDeclared: true }) };
}

function readTag(text: string, at: number): CitationSyntax | null {
  SUP_TAG.lastIndex = at;
  const match = SUP_TAG.exec(text);
  if (!match?.[1]) return null;
  const span = { start: at, end: at + match[0].length };
  if (isExponent(text, span)) return null;
  const start = at + match[0].indexOf(match[1]);
  return raised(text, span, { start, end: start + match[1].trimEnd().length }, at === 0);
}

function readCarets(text: string, at: number): CitationSyntax | null {
  CARETS.lastIndex = at;
  const match = CARETS.exec(text);
  if (!match?.[1]) return null;
  const span = { start: at, end: at + match[0].length };
  return isExponent(text, span) ? null : raised(text, span, { start: at + 1, end: span.end - 1 }, true);
}

/** Reads a formula that only raises numbers, `$^{1}$` or `$^{[1]}$`: behind a word the rest of Markdown takes it for none. */
export function readRaisedMath(text: string, at: number): CitationSyntax | null {
  CARET_MATH.lastIndex = at;
  const match = CARET_MATH.exec(text);
  const numbers = match?.[1] ?? match?.[2];
  if (!match || !numbers) return null;
  const span = { start: at, end: at + match[0].length };
  if (isExponent(text, span)) return null;
  const start = at + match[0].indexOf(numbers);
  return raised(text, span, { start, end: start + numbers.length }, true);
}

function raised(text: string, span: TextSpan, inside: TextSpan, ifDeclared: boolean): CitationSyntax | null {
  const list = readNumberList(text, inside.start, inside.end);
  if (!list || 'slip' in list) return null;
  const { items, range } = list;
  return { kind: 'citation', form: 'superscript', span, items, range, ...(ifDeclared ? { ifDeclared } : {}) };
}

/**
 * After a digit it is an exponent; after one or two letters, or a few behind a slash, the power of a unit or a variable. At
 * the start of a text or behind a line break it belongs to what follows, unless nothing does.
 */
function isExponent(text: string, { start: at, end }: TextSpan): boolean {
  if (at === 0 || /(?:\\| {2})\n$/.test(text.slice(Math.max(0, at - 3), at))) return /\S/.test(text.slice(end));
  let start = at;
  while (start > 0 && at - start < 5 && UNIT.test(text[start - 1] ?? '')) start--;
  const letters = at - start;
  if (letters > 0) return letters <= 2 || (letters <= 4 && /[/·⋅]/.test(text[start - 1] ?? ''));
  // The power of a sum: `(a - b)<sup>2</sup> * c`.
  if (/\)\*?$/.test(text.slice(at - 2, at)) && OPERATOR.test(text.slice(end, end + 3))) return true;
  if (/[₀-₉]\)$/.test(text.slice(at - 2, at))) return true;
  return /[0-9⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉ΔΩ^]/.test(text[at - 1] ?? '');
}

/** Letters of alphabets that units and variables are written in. */
const UNIT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}µ]/u;

const OPERATOR = /^ ?(?:[*+=×·⋅/^<>≤≥−-](?=[\s\p{L}\d(])|\\[*_])/u;

/** `¹²` as `12`. */
export function superscriptNumber(signs: string): string {
  return [...signs].map((sign) => SIGNS.indexOf(sign)).join('');
}

/** `12` as `¹²`. */
export function superscriptOf(number: string): string {
  return [...number].map((digit) => SIGNS[Number(digit)] ?? digit).join('');
}

/** A line that explains a mark of the table above it: `¹ In 2020 prices`, `<sup>1</sup> *Estimated*`, `^1^ Estimated`. */
const NOTE =
  /^[ \t>*_-]{0,6}(?:([¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})|<sup>\s*([0-9]{1,3})\s*<\/sup>|\^([0-9]{1,3})\^)[*_:.)]{0,3}[ \t]*[\p{L}\p{N}*_"“(]/gmu;

/** Returns the raised numbers at the starts of a text's lines, with commas. */
export function raisedNotes(text: string): string {
  return Array.from(text.matchAll(NOTE), ([, signs, ...plain]) =>
    signs ? superscriptNumber(signs) : (plain.find((number) => number !== undefined) ?? ''),
  ).join();
}

/** A number of more signs than these is not a citation. */
export const MOST_SUPERSCRIPTS = 3;

export function isSuperscript(sign: string): boolean {
  return sign !== '' && SIGNS.includes(sign);
}

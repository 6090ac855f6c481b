import type { CitationSyntax } from '../citations';
import { readNumberList } from './numbers';

const SIGNS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUPERSCRIPT = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[ ˒,⁻–][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*/y;
const SUP_TAG = /<sup>\s*([0-9][0-9,，、 \-–]{0,40})\s*<\/sup>/iy;

/** Reads `¹`, `¹,²` and `<sup>1</sup>`, unless it is an exponent or the power of a unit: 10⁹, km², R². */
export function readSuperscript(text: string, at: number): CitationSyntax | null {
  if (isExponent(text, at)) return null;
  return text[at] === '<' ? readTag(text, at) : readSigns(text, at);
}

function readSigns(text: string, at: number): CitationSyntax | null {
  SUPERSCRIPT.lastIndex = at;
  const match = SUPERSCRIPT.exec(text);
  if (!match || SIGNS.includes(text[at - 1] ?? ' ')) return null;
  const items = [...match[0].matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map((run) => ({
    id: superscriptNumber(run[0]),
    span: { start: at + run.index, end: at + run.index + run[0].length },
  }));
  return { kind: 'citation', form: 'superscript', span: { start: at, end: at + match[0].length }, items };
}

function readTag(text: string, at: number): CitationSyntax | null {
  SUP_TAG.lastIndex = at;
  const match = SUP_TAG.exec(text);
  if (!match?.[1]) return null;
  const start = at + match[0].indexOf(match[1]);
  const list = readNumberList(text, start, start + match[1].trimEnd().length);
  if (!list || 'slip' in list) return null;
  const span = { start: at, end: at + match[0].length };
  return { kind: 'citation', form: 'superscript', span, items: list.items, range: list.range };
}

/** After a digit it is an exponent; after one or two Latin letters the power of a unit or a variable. */
function isExponent(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && /[A-Za-zµμ]/.test(text[start - 1] ?? '') && at - start < 3) start--;
  const letters = at - start;
  if (letters > 0) return letters <= 2;
  return /[0-9⁻⁰¹²³⁴⁵⁶⁷⁸⁹ΩπσΔ]/.test(text[at - 1] ?? '') || at === 0;
}

/** `¹²` as `12`. */
export function superscriptNumber(signs: string): string {
  return [...signs].map((sign) => SIGNS.indexOf(sign)).join('');
}

/** `12` as `¹²`. */
export function superscriptOf(number: string): string {
  return [...number].map((digit) => SIGNS[Number(digit)] ?? digit).join('');
}

/** A number of more signs than these is no citation. */
export const MOST_SUPERSCRIPTS = 3;

export function isSuperscript(sign: string): boolean {
  return sign !== '' && SIGNS.includes(sign);
}

/**
 * The citation grammar: one pure function that the parser of the model and the renderer both call, so that what is
 * checked and what is shown cannot differ. It reads what stands at one place of inline text; whether an id is
 * declared is decided afterwards, in `brief/blocks/resolve.ts`.
 */

import { isDigit } from '../../base/text';
import { readArtifact } from './artifacts';
import { readAuthorYear } from './authorYear';
import { readBracket } from './brackets';
import { canStartGlued, readGlued } from './glued';
import { readKey } from './keys';
import { indexWithin, readNumberList } from './numbers';
import { readRaisedMath, readSuperscript } from './superscripts';
import { isNoName, readTextual } from './textual';
import type { CitationSyntax } from './types';

/** The characters at which a citation, or what looks like one, can start. */
const STARTS = new Set('[@{<(（【［:c\uE200¹²³⁰⁴⁵⁶⁷⁸⁹^$'.split('').map((c) => c.charCodeAt(0)));

/** True if a citation, figure reference or marker can start with the character of this code. */
export function mayStartCitation(code: number): boolean {
  return isDigit(code) || STARTS.has(code);
}

/** True if a citation, figure reference or marker can start at an offset. All other offsets need no look. */
export function canStartCitation(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) ? canStartGlued(text, at) : STARTS.has(code);
}

/**
 * Reads the citation, figure reference or marker that starts at `at`.
 *
 * @param text inline text of one block (a paragraph, a heading's text, a table cell), without code and math
 * @param at where to look, a UTF-16 offset in `text`
 * @returns what stands there with spans in `text`, or null: it is ordinary text.
 */
export function readCitation(text: string, at: number): CitationSyntax | null {
  switch (text[at]) {
    case '[':
      return readArtifact(text, at) ?? readFigureValue(text, at) ?? readBracket(text, at);
    case '@':
      return readMention(text, at);
    case '$':
      return readRaisedMath(text, at);
    case '{':
      return readFigureValue(text, at);
    case '(':
    case '（':
      return readInWords(text, at);
    case '【':
    case '［':
      return readArtifact(text, at) ?? readFullWidth(text, at);
    case ':':
    case 'c':
    case '\uE200':
      return readArtifact(text, at);
    case undefined:
      return null;
    default:
      return isDigit(text.charCodeAt(at)) ? readGlued(text, at) : readSuperscript(text, at);
  }
}

/** Names of authors with a year cite a work that the brief lists; where it lists none, the source is named in words only. */
function readInWords(text: string, at: number): CitationSyntax | null {
  const otherwise = readTextual(text, at);
  const found = isNoName(text.slice(at, at + 40)) ? null : readAuthorYear(text, at);
  return found && otherwise ? { ...found, otherwise } : (found ?? otherwise);
}

const VALUE = /\{\{[ \t]*([^\s{}]{1,200})[ \t]*\}\}/y;

/** Reads `{{share}}`, and `[90%]{{share}}`, whose text stays readable where nothing fills values in. */
function readFigureValue(text: string, at: number): CitationSyntax | null {
  let open = at;
  if (text[at] === '[') {
    const close = indexWithin(text, ']{{', at + 1, at + 103);
    if (close < 0 || /[[\]\n]/.test(text.slice(at + 1, close))) return null;
    open = close + 1;
  }
  VALUE.lastIndex = open;
  const match = VALUE.exec(text);
  // `{{c1::word}}` is a gap of a flash card.
  if (!match?.[1] || match[1].includes('::')) return null;
  const idStart = open + match[0].indexOf(match[1], 2);
  return {
    kind: 'figure-value',
    span: { start: at, end: open + match[0].length },
    id: match[1],
    idSpan: { start: idStart, end: idStart + match[1].length },
    ...(open > at ? { shown: { start: at + 1, end: open - 1 } } : {}),
  };
}

/** Reads `【1】` and `［1］`, as Chinese input methods write them. */
function readFullWidth(text: string, at: number): CitationSyntax | null {
  const closing = text[at] === '【' ? '】' : '］';
  const close = indexWithin(text, closing, at, at + 60);
  if (close < 0 || isLabel(text, at, close)) return null;
  const list = readNumberList(text, at + 1, close);
  if (!list || 'slip' in list) return null;
  const plain = `[${list.range ? text.slice(at + 1, close).trim() : list.items.map((item) => item.id).join(', ')}]`;
  const hasLocator = list.items.some((item) => item.locator);
  return {
    kind: 'citation',
    form: 'full-width',
    span: { start: at, end: close + 1 },
    items: list.items,
    range: list.range,
    ...(hasLocator ? {} : { plain }),
  };
}

/** True for a number that opens a line and that words follow: `【1】 Costs rise`. */
function isLabel(text: string, at: number, close: number): boolean {
  return (
    /(?:^|\n)[ \t]*[*_]*$/.test(text.slice(Math.max(0, at - 8), at)) &&
    /^[*_]*[ \t]*\p{L}/u.test(text.slice(close + 1, close + 8))
  );
}

/**
 * Reads `@usgs-2024` or `@fig:share` in running text. An `@` after a Latin, Cyrillic or Greek letter, a digit or a part of a
 * URL belongs to an e-mail address or a URL. After a CJK character it starts a mention. The key is read as far as it can go:
 * the model shortens it to the longest declared one, since CJK text may follow it without a space.
 */
function readMention(text: string, at: number): CitationSyntax | null {
  const before = text[at - 1];
  if (before !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_./:@#+-]/u.test(before))
    return null;
  const key = readKey(text, at + 1);
  if (!key) return null;
  // `"@type": …` of JSON.
  if (/["'`]/.test(before ?? ' ') && text[key.next] === before) return null;
  // `@name@host` and `@name/package` are handles and package names.
  if (text[key.next] === '@' || (text[at + 1] !== '{' && key.id.includes('/'))) return null;
  const span = { start: at, end: key.next };
  const idSpan = { start: key.start, end: key.end };
  if (key.id.startsWith('fig:')) {
    return { kind: 'figure-mention', span, id: key.id.slice(4), idSpan: { start: key.start + 4, end: key.end } };
  }
  return { kind: 'citation', form: 'narrative', span, items: [{ id: key.id, span: idSpan }] };
}

import { kept } from '../../base/same';
import { say } from '../../base/say';
import { isSpace } from '../../base/text';
import type { ItemSyntax } from './types';

/** The inside of a numbered citation, read. */
export interface NumberList {
  readonly items: readonly ItemSyntax[];
  readonly range: boolean;
}

/** A mistake in brackets that start like a numbered citation, and the corrected text between them, if any. */
export interface NumberSlip {
  readonly slip: string;
  readonly replacement?: string;
}

const DASH = /[-–—−~～]/;
const NUMBER = /[0-9０-９]{1,4}/y;
const SEPARATOR = /[,，、;；]/;
const LOCATOR =
  /^(?:pp?\.|pages?|chap\.|chapters?|ch\.|secs?\.|sections?|§+|vol\.|no\.|fig\.|figs?\.|tables?|paras?\.|lines?|arts?\.|articles?|annex|appendix|recitals?|slides?|Kap\.|Abb\.|Tab\.|S\.|第|页|頁)\s*\S/i;

/**
 * Reads the inside of `[1]`, `[1, 3]`, `[5-7]`, `[1, p. 3]`: numbers and ranges between commas, a locator at the end of each.
 *
 * @returns its items, a slip if it is surely a citation with a mistake, or null if it is something else.
 */
export function readNumberList(text: string, start: number, end: number): NumberList | NumberSlip | null {
  const first = skipSpace(text, start, end);
  if (!isDigit(text, first) && !SEPARATOR.test(text[first] ?? '')) return null;
  const only = readNumber(text, first, end);
  const behind = only ? skipSpace(text, only.span.end, end) : first;
  // Most are one number.
  if (only && behind >= end && !DASH.test(text[behind] ?? '')) return { items: [only], range: false };
  const items: ItemSyntax[] = [];
  let range = false;
  let emptyPart = false;
  let at = first;
  while (at < end) {
    at = skipSpace(text, at, end);
    if (SEPARATOR.test(text[at] ?? '')) {
      emptyPart = true;
      at++;
      continue;
    }
    const from = readNumber(text, at, end);
    if (!from) return null;
    at = skipSpace(text, from.span.end, end);
    if (DASH.test(text[at] ?? '')) {
      const to = readNumber(text, skipSpace(text, at + 1, end), end);
      if (!to) return null;
      // A date, as 2013-02-04.
      if (DASH.test(text[to.span.end] ?? '') && to.span.end < end) return null;
      const expanded = expandRange(from, to);
      if (!expanded) return runsBackwards(text, from, to, start, end);
      items.push(...expanded);
      range = true;
      at = skipSpace(text, to.span.end, end);
    } else items.push(from);
    if (at >= end) break;
    if (!SEPARATOR.test(text[at] ?? '')) return null;
    const rest = text.slice(at + 1, end);
    const locatorAt = skipSpace(text, at + 1, end);
    if (LOCATOR.test(rest.trimStart())) {
      const stop = locatorEnd(text, locatorAt, end);
      const last = items.pop();
      if (last) items.push({ ...last, locator: text.slice(locatorAt, stop).trim() });
      at = stop;
      if (at < end) at++;
      continue;
    }
    at++;
    if (skipSpace(text, at, end) >= end) emptyPart = true;
  }
  if (items.length === 0) return null;
  if (emptyPart) {
    return { slip: say('a number is missing between commas'), replacement: items.map((item) => item.id).join(', ') };
  }
  return { items: kept(items), range };
}

function runsBackwards(text: string, from: ItemSyntax, to: ItemSyntax, start: number, end: number): NumberSlip {
  const whole = text.slice(start, end).trim() === text.slice(from.span.start, to.span.end);
  return { slip: say('the range runs backwards'), ...(whole ? { replacement: `${to.id}-${from.id}` } : {}) };
}

/** `5` and `7` give 5, 6, 7; the ones between carry the span of the whole range. Null where it runs backwards. */
export function expandRange(from: ItemSyntax, to: ItemSyntax): ItemSyntax[] | null {
  const low = Number(from.id);
  const high = Number(to.id);
  if (high < low) return null;
  const span = { start: from.span.start, end: to.span.end };
  if (high === low) return [from];
  // A range this wide is text, whatever it names: its ends are enough to tell.
  if (high - low > 100) return [from, to];
  const between = Array.from({ length: high - low - 1 }, (_, i) => ({ id: String(low + 1 + i), span }));
  return [from, ...between, to];
}

function locatorEnd(text: string, at: number, end: number): number {
  // The next part starts at a semicolon, or at a comma before a bare number that no page range precedes.
  for (let i = at; i < end; i++) if (text[i] === ';' || text[i] === '；') return i;
  return end;
}

/** Reads one number; full-width digits count, and the id is always in plain ones. */
function readNumber(text: string, at: number, end: number): ItemSyntax | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match || at + match[0].length > end || isDigit(text, at + match[0].length)) return null;
  return { id: toPlainDigits(match[0]), span: { start: at, end: at + match[0].length } };
}

/** Turns full-width digits into ASCII digits: `１２` into `12`. */
export function toPlainDigits(digits: string): string {
  return digits.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/**
 * The first place of `needle` at or after `from` and before `limit`, or -1. Unlike `indexOf` it never looks further,
 * so that a sign that opens many times and never closes does not cost a look at the whole block each time.
 */
export function indexWithin(text: string, needle: string, from: number, limit: number): number {
  const found = text.slice(from, limit).indexOf(needle);
  return found < 0 ? -1 : from + found;
}

export function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

function isDigit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

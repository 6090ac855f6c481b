import { century, type Dated, dateAt, dateOf, dateRange, decade, fiscalYear, isDay, partOfYear } from './calendar';
import { matches } from './matches';
import type { DateFound } from './quantity';

/**
 * Finds dates in Chinese, Japanese and Korean: 2023年8月15日, 二零一七年下半年, 上世纪80年代, 第三季度, 2018년 10월.
 *
 * @param text folded and masked.
 */
export function findHanDates(text: string): DateFound[] {
  const found: DateFound[] = [];
  const add = (match: RegExpExecArray, dated: Dated | null) => {
    if (dated) found.push(dateAt(dated, match.index, match.index + match[0].length));
  };
  for (const match of matches(text, DAY)) add(match, dayOf(match.groups ?? {}));
  for (const match of HAS_PART.test(text) ? matches(text, PART) : []) {
    const { y, n, h, t } = match.groups ?? {};
    const year = y === undefined ? undefined : yearOf(y);
    if (h !== undefined) add(match, year === undefined ? null : partOfYear(year, 'H', /^[上前상]/.test(h) ? 1 : 2));
    else if (t !== undefined)
      add(match, dateRange(partOfYear(year, 'Q', 1), partOfYear(year, 'Q', smallOf(t.charAt(1)))));
    else add(match, partOfYear(year, 'Q', smallOf(n ?? '')));
  }
  for (const match of HAS_FISCAL.test(text) ? matches(text, FISCAL) : [])
    add(match, fiscalYear(yearOf(match.groups?.['z'] ?? match.groups?.['y'] ?? '')));
  for (const match of HAS_DECADE.test(text) ? matches(text, DECADE) : []) {
    const { c, p, d, y, s } = match.groups ?? {};
    if (y !== undefined) add(match, decade(Number(y)));
    else if (s !== undefined) add(match, decade(1900 + smallOf(s)));
    else {
      const base = c !== undefined ? (smallOf(c) - 1) * 100 : p === '本' ? 2000 : 1900;
      const ten = d === undefined ? 0 : smallOf(d);
      add(match, d === undefined ? century(base / 100 + 1) : decade(base + ten));
    }
  }
  return found;
}

const DIGIT = '[\\d〇零一二三四五六七八九]';
const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = `(?:(?<![\\d.])(?:1\\d{3}|2[01]\\d{2})|(?<!${DIGIT})[一二][〇零一二三四五六七八九]{3})`;

const DAY = new RegExp(
  `(?<bc>公元前 ?(?<b>\\d{1,4}) ?年)|(?:公元 ?)?(?<y>${YEAR}) ?[年년](?! ?[代级]|级)(?: ?(?<m>${SMALL}) ?[月월](?:份)?(?: ?(?<d>${SMALL}) ?[日号일])?)?|` +
    `(?<![\\d.,个第]|[十百千万])(?<n>${SMALL}) ?[月월](?:份(?!额))?(?: ?(?<e>${SMALL}) ?[日号일](?![本语元圆军])|(?![的 ]?饼|嫂|票|薪|子|亮|球|牙|光|租))|(?<![\\d.,月/]|[十百千万第])(?<f>(?:[12]?\\d|3[01])|[一二三]?十[一二三四五六七八九]?|[二三四五六七八九])日(?![本语元圆军均内後后间益报游常程])`,
  'gu',
);

/** Characters that a text must have for one of the longer patterns to be tried. */
const HAS_PART = /[季半분반]/;
const HAS_FISCAL = /[财会회]/;
const HAS_DECADE = /[纪代]/;

const PART = new RegExp(
  `(?:(?<y>${YEAR}) ?[年년](?:度)? ?的?)?(?:(?<t>前[二三]个?季度)|(?<![\\d.个前近后连])(?:第 ?)?(?<n>[1-4一二三四])(?:个?季(?:度(?!假)|(?=[,，。、；;增报末的]))|분기)|(?<h>上半年|下半年|前半年|后半年|상반기|하반기))`,
  'gu',
);

const FISCAL = new RegExp(`(?<y>${YEAR})(?:[-/](?<z>(?:20)?\\d{2}))?(?:财年|会计年度|财政年度|회계연도)`, 'gu');

const DECADE = new RegExp(
  `(?:(?:(?<p>上|上个|本)世纪|(?<c>${SMALL}) ?世纪) ?(?:的)?(?:(?<d>[1-9]0|[一二三四五六七八九]十) ?年代)?|(?<y>[12]\\d{2}0) ?年代|(?<![\\d.,])(?<s>[2-9]0|[二三四五六七八九]十) ?年代)`,
  'gu',
);

const DIGITS = '〇一二三四五六七八九';

function yearOf(text: string): number {
  const digits = /^\d/.test(text)
    ? text
    : text.replace(/[^\d]/g, (char) => String(char === '零' ? 0 : DIGITS.indexOf(char)));
  const year = Number(digits);
  return year < 100 ? 2000 + year : year;
}

/** Returns a number from 1 to 99, in digits or Chinese characters. */
function smallOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  const one = (char: string) => Math.max(0, DIGITS.indexOf(char));
  if (ten < 0) return one(text.charAt(0));
  return (ten === 0 ? 1 : one(text.charAt(0))) * 10 + (text.length > ten + 1 ? one(text.charAt(ten + 1)) : 0);
}

function dayOf({ b, y, m, d, n, e, f }: Readonly<Record<string, string | undefined>>): Dated | null {
  if (b !== undefined) return { value: dateOf({ year: 1 - Number(b) }).value, first: null, last: null };
  const year = y === undefined ? undefined : yearOf(y);
  const month = m ?? n;
  const day = d ?? e ?? f;
  const parts = {
    year,
    month: month === undefined ? undefined : smallOf(month),
    day: day === undefined ? undefined : smallOf(day),
  };
  if (parts.month !== undefined && !isDay(parts.month, parts.day ?? 1)) return null;
  if (parts.day !== undefined && !isDay(parts.month ?? 1, parts.day)) return null;
  return dateOf(parts);
}

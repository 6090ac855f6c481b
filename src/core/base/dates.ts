import type { Span } from './text';

/** A date as ISO 8601 writes it, and the words that it was read from. */
export interface FoundDate {
  /** `2025-08-06`, `2025-08-06T03:21`, `2025-08-06T03:21+08:00`, or `2025-08` where no day is named. */
  readonly iso: string;
  readonly span: Span;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HAN_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const MONTH =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** The forms of a date, the fullest first: of two that start at one place, the earlier in this list is taken. */
const FORMS: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<year>\d{4})[ ]?年[ ]?(?<month>\d{1,2})[ ]?月(?:[ ]?(?<day>\d{1,2})[ ]?[日号])?/,
  // An English date with the month in Chinese: `2月 1, 2026`, `五月 21, 2025`.
  /(?:(?<!\d)(?<month>\d{1,2})|(?<!\p{Script=Han})(?<han>十[一二]?|[一二三四五六七八九]))月 ?(?<day>\d{1,2}), ?(?<year>\d{4})(?!\d)/u,
  new RegExp(`\\b${MONTH}\\.? +(?<day>\\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\\d{4})\\b`, 'i'),
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? +${MONTH}\\.?,? +(?<year>\\d{4})\\b`, 'i'),
  new RegExp(`\\b${MONTH}\\.?,? +(?<year>\\d{4})\\b`, 'i'),
  /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})(?![\d-])/,
];

const WEEKDAY_BEFORE = /(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? *)$/i;
const WEEKDAY_AFTER = /^ ?[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?/;
const TIME =
  /^(?:T|,? *(?:at )? *)(?<half>上午|下午|早上|晚上|凌晨)? ?(?<hour>\d{1,2})[:：时](?<minute>\d{2})(?:[:：]\d{2}(?:\.\d+)?|分)?(?: ?(?<meridiem>am|pm|a\.m\.|p\.m\.)(?!\w))?(?: ?(?<zone>Z|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})(?!\w))?/i;

/**
 * The first date in `text` that the calendar has, with the time and the weekday that stand at it. A form that could
 * be read in two ways (`08/06/2025`) is not a date.
 */
export function findDate(text: string): FoundDate | null {
  let first: { match: RegExpExecArray; iso: string } | null = null;
  for (const form of FORMS) {
    const match = form.exec(text);
    if (!match || (first && first.match.index <= match.index)) continue;
    const iso = dayOf(match.groups ?? {});
    if (iso !== null) first = { match, iso };
  }
  if (!first) return null;
  const start = first.match.index;
  let end = start + first.match[0].length;
  const before = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, start - 16), start));
  const after = WEEKDAY_AFTER.exec(text.slice(end));
  if (after) end += after[0].length;
  const time = first.iso.length === 10 ? TIME.exec(text.slice(end, end + 60)) : null;
  const clock = time ? clockOf(time.groups ?? {}) : null;
  if (time && clock) end += time[0].length;
  return { iso: first.iso + (clock ?? ''), span: { start: start - (before?.[0].length ?? 0), end } };
}

interface Groups {
  readonly year?: string;
  readonly month?: string;
  readonly name?: string;
  readonly han?: string;
  readonly day?: string;
  readonly half?: string;
  readonly hour?: string;
  readonly minute?: string;
  readonly meridiem?: string;
  readonly zone?: string;
}

function dayOf(groups: Groups): string | null {
  const year = Number(groups.year);
  const month = monthOf(groups);
  if (year < 1000 || month < 1 || month > 12) return null;
  const iso = `${groups.year}-${twoDigits(month)}`;
  if (groups.day === undefined) return iso;
  const day = Number(groups.day);
  return day >= 1 && day <= daysIn(year, month) ? `${iso}-${twoDigits(day)}` : null;
}

function monthOf({ name, han, month }: Groups): number {
  if (name !== undefined) return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return han === undefined ? Number(month) : HAN_MONTHS.indexOf(han) + 1;
}

function clockOf(groups: Groups): string | null {
  let hour = Number(groups.hour);
  const minute = Number(groups.minute);
  const afternoon = /^p/i.test(groups.meridiem ?? '') || /下午|晚上/.test(groups.half ?? '');
  const morning = /^a/i.test(groups.meridiem ?? '');
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  return `T${twoDigits(hour)}:${twoDigits(minute)}${zoneOf(groups.zone)}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  const offset = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  return offset ? `${offset[1]}${twoDigits(Number(offset[2]))}:${offset[3] ?? '00'}` : 'Z';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** This day by the clock and in the time zone of this machine, as ISO 8601 writes it. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Returns the number of days of a month, 1 to 12. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

import { dateOf, fullYear, isDay } from './calendar';
import type { Rule } from './dateRule';

/** The callers look for digits of such a shape first. */
const ANY = null;

/** Month and day in the order of the language; by their size where only one order is possible. */
function orderOf(a: number, b: number, language: string): { month: number; day: number } | null {
  const monthFirst = language === 'en' || language === 'zh' || language === 'ja' || language === 'ko';
  const [month, day] = (monthFirst && a <= 12) || b > 12 ? [a, b] : [b, a];
  return isDay(month, day) ? { month, day } : null;
}

/** Day, month and year with marks between. */
export const DIVIDED: readonly Rule[] = [
  [
    ANY,
    /(?<![\d.,/-])(?<y>[12]\d{3})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d/]|[-.]\d(?!\d{3}))/g,
    ({ y, m, d }) =>
      isDay(Number(m), Number(d)) ? dateOf({ year: Number(y), month: Number(m), day: Number(d) }) : null,
  ],
  [
    ANY,
    /(?<![\d.,/])(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<y>[12]\d{3})(?!\d|[/.]\d)/g,
    ({ a, b, y }, language) => {
      const order = orderOf(Number(a), Number(b), language);
      return order && { ...dateOf({ year: Number(y), ...order }) };
    },
  ],
  [
    ANY,
    /(?<![\d.,/$€£-])(?<a>\d{1,2})(?<s>\/)(?<b>\d{1,2})\k<s>(?<y>\d{2})(?![\d/.,]|[-]\d)/g,
    ({ a, b, y }, language) => {
      const order = orderOf(Number(a), Number(b), language);
      return order && { ...dateOf({ year: fullYear(y ?? ''), ...order }) };
    },
  ],
  // 2/29-3/1/2019, 5/1-5/7, 2020: the first of two days; and "on 5/12", "Friday 7.6".
  [
    ANY,
    /(?<![\d.,/$€£-])(?<a>\d{1,2})[/.](?<b>\d{1,2})(?=-\d{1,2}[/.]\d{1,2}(?:[/.,]| ,)? ?[12]\d{3})/g,
    ({ a, b }, language) =>
      orderOf(Number(a), Number(b), language) && dateOf({ ...orderOf(Number(a), Number(b), language) }),
  ],
  [
    ANY,
    /(?<![\d.,/$€£])(?<a>\d{1,2})[/.](?<b>\d{1,2}),? (?<y>(?:19|20)\d{2})(?![\d.,]\d|\d)/g,
    ({ a, b, y }, language) => {
      const order = orderOf(Number(a), Number(b), language);
      return order && dateOf({ year: Number(y), ...order });
    },
  ],
  [
    ANY,
    /(?<=\b(?:on|this|by|until|since|from|(?:mon|tues?|wednes|wed|thu|thurs|fri|satur|sat|sun)(?:day)?),? )(?<a>\d{1,2})(?:\/|(?<=(?:\bon|day),? \d{1,2})\.)(?<b>\d{1,2})(?![\p{L}\d/$€£]|[.,-]\d| ?[-%°]| (?:(?!with|at|in|on|and|for|to|by|is|was|will|the)\p{L}|to \d))/giu,
    ({ a, b }, language) =>
      orderOf(Number(a), Number(b), language) && dateOf({ ...orderOf(Number(a), Number(b), language) }),
  ],
  [
    ANY,
    /(?<=^|[\s(（])(?<a>1[0-2]|[1-9])\/(?<b>\d{1,2})(?=$|[)）])/g,
    ({ a, b }) =>
      Number(a) > Number(b) && isDay(Number(a), Number(b)) ? dateOf({ month: Number(a), day: Number(b) }) : null,
  ],
  [
    ANY,
    /(?<![A-Za-z\d.,/-])(?<y>(?:19|20)\d{2})-(?<m>0?[1-9]|1[0-2])(?![A-Za-z\d/%年月]|[-.,]\d| ?(?:seasons?|school|academic|fiscal|financial|budget))/g,
    ({ y, m }) => dateOf({ year: Number(y), month: Number(m) }),
  ],
  // 2023/24, 2008–09: a season or a fiscal year.
  [
    ANY,
    /(?<![\d.,/$€£-])(?<y>(?:1[5-9]|20)\d{2})(?:[/-]|(?<s> --? ))(?<z>\d{2})(?![\d/]|[-.,]\d| ?%)/g,
    ({ y, z, s }) => {
      const start = Number(y);
      const end = Math.floor(start / 100) * 100 + Number(z);
      // With spaces, it may be a dash before a count.
      if (end <= start || (s !== undefined && end > start + 1)) return null;
      const [from, to] = [dateOf({ year: start }), dateOf({ year: end })];
      return { value: `${from.value}/${to.value}`, first: from.first, last: to.last };
    },
  ],
];

/** 20240131 and 2024 01 31. */
export const UNDIVIDED: readonly Rule[] = [
  [
    ANY,
    /(?<![\d.,/A-Za-z])(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?![\d.,/]|[A-Za-z])/g,
    ({ y, m, d }) => dateOf({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  [
    ANY,
    /(?<![\d.,/-])(?<y>(?:19|20)\d{2}) (?<m>0[1-9]|1[0-2]) (?<d>0[1-9]|[12]\d|3[01])(?!\d|[.,/]\d)/g,
    ({ y, m, d }) => dateOf({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
];

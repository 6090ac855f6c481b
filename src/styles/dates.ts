/** Dates of sources, as CSL has them. */
import type { CslDate } from './cslValues';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

/** Each form with the groups that are year, month and day; 0: it has none. */
const FORMS: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [/^(\d{4})$/, 1, 0, 0],
  [/^(\d{4})[-/.](\d{1,2})$/, 1, 2, 0],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/, 1, 2, 3],
  [/^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?$/, 1, 2, 3],
  [new RegExp(`^${MONTH},? (\\d{4})$`, 'i'), 2, 1, 0],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})$`, 'i'), 3, 2, 1],
  [new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i'), 3, 1, 2],
];

/**
 * A date as precise as it is written. Two years, as `2023/2024` or `2023–2024`, are a range; what is not a date, such as
 * `some day`, stays in its words, and a quarter becomes `Q3 2024`.
 */
export function dateOf(written: string): CslDate {
  const given = written.trim();
  const parts = partsOf(given);
  if (parts) return { 'date-parts': [parts] };
  const quarter = /^(\d{4})-?[ ]?Q([1-4])$/i.exec(given);
  if (quarter) return { literal: `Q${quarter[2]} ${quarter[1]}` };
  const range = /^(\d{4}(?:-\d{2}){0,2})\s*[/–—]\s*(\d{4}(?:-\d{2}){0,2})$/.exec(given);
  const ends = range ? [partsOf(range[1] ?? ''), partsOf(range[2] ?? '')] : [];
  const [from, to] = ends;
  return from && to ? { 'date-parts': [from, to] } : { literal: given };
}

function partsOf(given: string): number[] | null {
  for (const [form, ...groups] of FORMS) {
    const match = form.exec(given);
    if (!match) continue;
    const values = groups.flatMap((group) => {
      const value = group === 0 ? undefined : match[group];
      return value === undefined ? [] : [numberOf(value)];
    });
    const [, month = 1, day = 1] = values;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? values : null;
  }
  return null;
}

function numberOf(value: string): number {
  return /^\d/.test(value) ? Number(value) : MONTHS.indexOf(value.slice(0, 3).toLowerCase()) + 1;
}

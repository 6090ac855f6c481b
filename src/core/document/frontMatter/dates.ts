// A space may stand for the T, as RFC 3339 (5.6) allows.
const ISO_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:Z|[+-](\d{2})(?::?(\d{2}))?)?)?)?)?$/;

/**
 * Whether `text` is a calendar date of ISO 8601 in its extended form, to the year, month, day, minute or second
 * (`2025`, `2025-08`, `2025-08-06`, `2025-08-06T03:21`, `2025-08-06T03:21:09+08:00`), that exists.
 */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (match === null) return false;
  const part = (index: number, otherwise: number) => Number(match[index] ?? otherwise);
  const year = part(1, 0);
  const month = part(2, 1);
  const day = part(3, 1);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  // 24:00 is the end of a day, and a minute may have a leap second.
  const endOfDay = part(4, 0) === 24 && part(5, 0) === 0 && part(6, 0) === 0;
  return (part(4, 0) <= 23 || endOfDay) && part(5, 0) <= 59 && part(6, 0) <= 60 && part(7, 0) <= 23 && part(8, 0) <= 59;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const YEAR = '(1[4-9]\\d\\d|20\\d\\d)';
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** Year, month and day, in the order of the groups; a month as a number or a name. */
const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => readonly string[]])[] = [
  [new RegExp(`^${YEAR}(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:[T ]\\d.*)?$`), (parts) => parts],
  [new RegExp(`^${YEAR}(?:(\\d\\d)(\\d\\d))$`), (parts) => parts],
  [new RegExp(`^${YEAR}年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?$`), (parts) => parts],
  [new RegExp(`^${YEAR}[, ]+${NAME}(?:[, ]+(\\d{1,2}))?$`, 'i'), (parts) => parts],
  [
    new RegExp(`^${NAME}(?:[ ]+(\\d{1,2})(?:st|nd|rd|th)?)?[, ]+${YEAR}$`, 'i'),
    ([m = '', d = '', y = '']) => [y, m, d],
  ],
  [
    new RegExp(`^(?:[a-z]{3},? )?(\\d{1,2})(?:st|nd|rd|th)?[. ]+${NAME}[, ]+${YEAR}(?:[T ].*)?$`, 'i'),
    ([d = '', m = '', y = '']) => [y, m, d],
  ],
];

/**
 * A date as machines and publishers write it, in ISO 8601: to the year, month or day. `3/4/2024` is not read, as it is another
 * day in each country.
 */
export function isoDate(written: string): string | undefined {
  const text = written.trim();
  for (const [form, order] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [year = '', monthText = '', dayText = ''] = order(match.slice(1).map((part) => part ?? ''));
    const named = MONTHS.indexOf(monthText.slice(0, 3).toLowerCase()) + 1;
    const month = named || Number(monthText);
    const day = Number(dayText);
    if (!(month >= 1 && month <= 12)) return year;
    const toMonth = `${year}-${String(month).padStart(2, '0')}`;
    return day >= 1 && day <= 31 ? `${toMonth}-${String(day).padStart(2, '0')}` : toMonth;
  }
  return undefined;
}

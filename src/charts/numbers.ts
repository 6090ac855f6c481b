/** Numbers and dates of a chart in the brief's language. */

export interface Formats {
  number(value: number): string;
  /** In milliseconds; Vega has dates too. */
  time(value: number | Date): string;
}

/** From here on numbers are shortened as the language does: 12M, 12 Mio., 1200万. */
const SHORTENED = 10_000;

/**
 * @param options `percent`: a sign stands behind every number; `days`: dates are shown to the day
 */
export function formatsFor(language: string, { percent = false, days = true } = {}): Formats {
  const locale = localeOf(language);
  const plain = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 3,
    maximumSignificantDigits: 6,
    // As in the table behind the chart: a number of four digits may be a year.
    useGrouping: 'min2',
  });
  // In British English a million is an m, which is read as a metre.
  const short = new Intl.NumberFormat(/^en\b/.test(locale) ? 'en-US' : locale, {
    notation: 'compact',
    maximumSignificantDigits: 4,
  });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    // That of the data.
    calendar: 'gregory',
    year: 'numeric',
    month: 'short',
    ...(days ? { day: 'numeric' } : {}),
  });
  return {
    number: (value) => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return String(value);
      return isolated((Math.abs(value) < SHORTENED ? plain : short).format(value)) + (percent ? '%' : '');
    },
    time: (value) => (Number.isFinite(Number(value)) ? time.format(value) : String(value)),
  };
}

/**
 * Arabic and Hebrew have a mark before a minus sign, which keeps that left of its number, but makes a text of all that
 * starts with it. So the number is set apart from the word behind it.
 */
function isolated(written: string): string {
  return written.replace(/\u200e([-\u2212+][\p{Nd}.,\u066b\u066c]+)/u, '\u2066$1\u2069');
}

function localeOf(language: string): string {
  try {
    return /^en$/i.test(language) ? 'en-GB' : (Intl.getCanonicalLocales(language)[0] ?? 'en-GB');
  } catch {
    return 'en-GB';
  }
}

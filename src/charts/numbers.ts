/** Numbers and dates of a chart in the brief's language. */

export interface Formats {
  number(value: number): string;
  /** Formats a time in milliseconds since 1970 in UTC. Vega also passes dates. */
  time(value: number | Date): string;
}

/** Smallest number that is shortened, as the language does: 12M, 12 Mio., 1200万. */
const SHORTENED = 10_000;

/**
 * @param options `percent`: a sign stands behind every number; `days`: dates are shown to the day
 */
export function formatsFor(language: string, { percent = false, days = true } = {}): Formats {
  const locale = localeOf(language);
  const plain = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 3,
    maximumSignificantDigits: 6,
    // The table behind the chart does the same: a number of four digits may be a year.
    useGrouping: 'min2',
  });
  // In British English a million is an m, which is read as a metre.
  const short = new Intl.NumberFormat(/^en\b/.test(locale) ? 'en-US' : locale, {
    notation: 'compact',
    maximumSignificantDigits: 4,
  });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    // The data are in this calendar.
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
 * Isolates a negative number from the word behind it. In Arabic and Hebrew, a mark (U+200E) keeps the minus sign left of its
 * number. But a whole text that starts with the mark would run from left to right.
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

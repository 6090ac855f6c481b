/** Writes dates and numbers as the reader of a language does. */
import { recent } from '../base/recent';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?)?/;

/**
 * Writes an ISO 8601 date in words, as precise as it is written: "2025", "August 2025", "6 August 2025, 03:21". The time is by
 * the author's clock; no zone is converted.
 *
 * @returns null if the text is no such date
 */
export function formatDate(iso: string, language: string): string | null {
  const match = ISO.exec(iso.trim());
  if (!match) return null;
  const [, year = '', month, day, hour, minute] = match;
  const at = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0));
  const date = new Date(at);
  if (month && date.getUTCMonth() !== Number(month) - 1) return null;
  // The author's calendar in all languages: a Persian or Thai one would name years that the text does not.
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', calendar: 'gregory', year: 'numeric' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  if (hour) Object.assign(options, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const locale = localeOf(language);
  // Making a formatter takes a hundred times as long as using it.
  const formatter = formatters.take(
    `${locale} ${Object.keys(options).length}`,
    (known) => known ?? new Intl.DateTimeFormat(locale, options),
  );
  return formatter.format(date);
}

/** Formatters by their locale and by how many parts of a date they write. */
const formatters = recent<Intl.DateTimeFormat>({ count: 10 });

/** Returns a language as a locale that formatters take. Plain English writes the day first. */
export function localeOf(language: string): string {
  if (/^en$/i.test(language)) return 'en-GB';
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

/** Tells the direction in which a language is written, from its tag (BCP 47). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const tag = language.toLowerCase();
  if (/-(arab|hebr|thaa|syrc|nkoo|adlm)\b/.test(tag)) return 'rtl';
  if (/-(latn|cyrl)\b/.test(tag)) return 'ltr';
  return /^(ar|he|iw|fa|ur|yi|ps|sd|ug|dv|ckb)\b/.test(tag) ? 'rtl' : 'ltr';
}

/** Writes a value with its unit: `90%`, `12 kt`. Signs such as `%` and `°C` stand close to it. */
export function formatValue(value: string, unit: string | undefined): string {
  if (!unit || value.endsWith(unit)) return value;
  const isSign = /^[%‰°′″]/.test(unit) || unit.charCodeAt(0) > 127;
  return isSign ? value + unit : `${value}\u00a0${unit}`;
}

/** Joins names with the comma of a language. */
export function listOf(names: readonly string[], language: string): string {
  const comma = /^(?:zh|ja)\b/i.test(language) ? '、' : /^(?:ar|fa|ur|ps|sd|ug|ckb)\b/i.test(language) ? '، ' : ', ';
  return names.join(comma);
}

/**
 * Puts words before a date or a number, with a space if their script has spaces: the page gives Chinese and Japanese their gap.
 */
export function before(words: string, value: string): string {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}：]$/u.test(words) ? words + value : `${words} ${value}`;
}

import { say } from './say';

/** Words that the messages of several rules share. */

const LONGEST = 60;
/** Controls, bidirectional marks, invisible characters, line separators and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Words of ASCII. */
const AS_IT_IS = /^[!-~]+(?: [!-~]+)*$/;
/** Joiners are part of how emoji and some scripts are written. */
const JOINERS = /[\u200c\u200d]/;

/**
 * Shortens text of the author's for a message: one line of at most 60 characters. Escapes everything that could change how a
 * terminal or an editor shows the message.
 */
export function plain(text: string): string {
  if (text.length <= LONGEST && AS_IT_IS.test(text)) return text;
  // A character takes at most two units, so text far behind the limit doesn't matter.
  const characters = [
    ...text
      .slice(0, LONGEST * 8)
      .replace(/\s+/g, ' ')
      .trim(),
  ];
  const cut = characters.length > LONGEST || text.length > LONGEST * 8;
  const kept = cut
    ? `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
  return withEscapes(kept);
}

/** Escapes everything in a text that could change how a terminal or an editor shows it; line breaks, too. */
export function withEscapes(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    JOINERS.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Returns a character by its number, as Unicode's tables have it: `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Returns {@link plain} text in quotation marks. */
export function quoted(text: string): string {
  return say('"{0}"', plain(text));
}

/** Returns an id as its citation looks, for a message: `[3]`, `[@usgs-2024]`, `[^1]`. */
export function shown(id: string): string {
  return `[${isNumber(id) || id.startsWith('^') ? '' : '@'}${plain(id)}]`;
}

/**
 * Lists parts in words: `[1]`, `[1] and [2]`, `[1], [2] and [3]`, `[1], [2], [3] and 4 more`; or with "or".
 *
 * @param show formats a part; called only for the parts that are listed
 */
export function listed(
  parts: readonly string[],
  most = 3,
  joint: 'and' | 'or' = 'and',
  show = (part: string) => part,
): string {
  const told = parts.slice(0, most).map(show);
  const more = parts.length - told.length;
  if (more > 0) {
    const first = told.join(say(', '));
    return joint === 'and' ? say('{0} and {1} more', first, more) : say('{0} or {1} more', first, more);
  }
  const last = told.pop() ?? '';
  if (told.length === 0) return last;
  const first = told.join(say(', '));
  return joint === 'and' ? say('{0} and {1}', first, last) : say('{0} or {1}', first, last);
}

/** Returns a whole number with separators: `1,000`. */
export function digits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** True if an id is a number, as numbered sources have. */
export function isNumber(id: string): boolean {
  return /^\d+$/.test(id);
}

/** True if an id is a number as lists of sources usually have it: up to four digits. */
export function isUsualNumber(id: string): boolean {
  return /^\d{1,4}$/.test(id);
}

const DAYS: readonly ((day: number, year: string) => string)[] = [
  (day, year) => say('{0} January {1}', day, year),
  (day, year) => say('{0} February {1}', day, year),
  (day, year) => say('{0} March {1}', day, year),
  (day, year) => say('{0} April {1}', day, year),
  (day, year) => say('{0} May {1}', day, year),
  (day, year) => say('{0} June {1}', day, year),
  (day, year) => say('{0} July {1}', day, year),
  (day, year) => say('{0} August {1}', day, year),
  (day, year) => say('{0} September {1}', day, year),
  (day, year) => say('{0} October {1}', day, year),
  (day, year) => say('{0} November {1}', day, year),
  (day, year) => say('{0} December {1}', day, year),
];

/**
 * Returns a day in words: `7 August 2025` for `2025-08-07`. Formatters of the platform take longer than the check of a block.
 */
export function dayInWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return DAYS[Number(month) - 1]?.(Number(day), year) ?? iso;
}

/** Words that the messages of several rules share. */

const LONGEST = 60;
/** Controls, bidirectional marks, invisible characters, line separators and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Words of ASCII. */
const AS_IT_IS = /^[!-~]+(?: [!-~]+)*$/;
/** Joiners are part of how emoji and some scripts are written. */
const JOINERS = /[\u200c\u200d]/;

/**
 * Text of the author's for a message: on one line, at most 60 characters long, and with everything that could change
 * how a terminal or an editor shows the message escaped.
 */
export function plain(text: string): string {
  if (text.length <= LONGEST && AS_IT_IS.test(text)) return text;
  // A character takes at most two units; what lies far behind the limit need not be looked at.
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

/** Text with everything escaped that could change how a terminal or an editor shows it; line breaks, too. */
export function withEscapes(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    JOINERS.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** A character by its number, as Unicode's tables have it: `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** {@link plain} text in quotation marks. */
export function quoted(text: string): string {
  return `"${plain(text)}"`;
}

/** An id as a citation of it looks, for a message: `[3]`, `[@usgs-2024]`, `[^1]`. */
export function shown(id: string): string {
  return `[${isNumber(id) || id.startsWith('^') ? '' : '@'}${plain(id)}]`;
}

/**
 * `[1]`, `[1] and [2]`, `[1], [2] and [3]`, `[1], [2], [3] and 4 more`; or with another joint than "and".
 *
 * @param show how a part is written: of many, only those that are told are looked at
 */
export function listed(parts: readonly string[], most = 3, joint = 'and', show = (part: string) => part): string {
  const told = parts.slice(0, most).map(show);
  if (parts.length > most) return `${told.join(', ')} ${joint} ${parts.length - most} more`;
  const last = told.at(-1) ?? '';
  return told.length < 2 ? last : `${told.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** `1 problem`, `2 problems`, `1,000 problems`. */
export function count(number: number, noun: string): string {
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${noun}${number === 1 ? '' : 's'}`;
}

/** Whether an id is that of a numbered source. */
export function isNumber(id: string): boolean {
  return /^\d+$/.test(id);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day in English words: `7 August 2025` of `2025-08-07`. Formatters of the platform take longer than the check of a block. */
export function dayInWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

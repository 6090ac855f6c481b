/** How wide text is in columns of a fixed-width font. */

const ZERO_WIDTH = /^[\p{M}\p{Cf}]$/u;
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\u30FB\u30FC\uFE10-\uFE1F\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]$/u;

/** How many columns a character takes: two where it is CJK, full-width or an emoji (Unicode's UAX #11). */
export function widthOf(char: string): 0 | 1 | 2 {
  if (char < '\u0300') return 1;
  if (ZERO_WIDTH.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

/** How many columns a text takes. */
export function widthOfText(text: string): number {
  let columns = 0;
  for (const char of text) columns += widthOf(char);
  return columns;
}

/** As much of the start of a text as has room in so many columns. */
export function firstColumnsOf(text: string, columns: number): string {
  let end = 0;
  let used = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > columns) break;
    end += char.length;
  }
  return text.slice(0, end);
}

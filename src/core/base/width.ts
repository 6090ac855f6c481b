/** How wide text is in columns of a fixed-width font. */
import { eastAsianWidth } from 'get-east-asian-width';

const ZERO_WIDTH = /^[\p{M}\p{Cf}]$/u;

/** How many columns a character takes: two where it is wide or full-width (Unicode's UAX #11), none where it joins another. */
export function widthOf(char: string): 0 | 1 | 2 {
  if (char < '\u0300') return 1;
  return ZERO_WIDTH.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
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

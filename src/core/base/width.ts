/** Width of text in columns of a fixed-width font. */
import { eastAsianWidth } from 'get-east-asian-width';

const ZERO_WIDTH = /^[\p{M}\p{Cf}]$/u;

/** Returns the columns that a character takes: two if it is wide or full-width (Unicode's UAX #11), 0 if it joins another. */
export function widthOf(char: string): 0 | 1 | 2 {
  if (char < '\u0300') return 1;
  return ZERO_WIDTH.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0);
}

/** Returns the columns that a text takes. */
export function widthOfText(text: string): number {
  let columns = 0;
  for (const char of text) columns += widthOf(char);
  return columns;
}

/** Returns as much of the start of a text as fits in a number of columns. */
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

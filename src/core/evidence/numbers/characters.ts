/** Tests of UTF-16 code units, for loops that look at every one of them. */

/** True for a Latin letter, with or without an accent. */
export function isLatin(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  );
}

/** True for a space that may stand between a number and its unit. */
export function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\u00a0';
}

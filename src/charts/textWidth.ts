/**
 * Estimates the width of a text, in pixels. No canvas can measure it, and the font is the reader's. So each character has its
 * width in common sans-serif fonts, in thousandths of the font size.
 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return (width * fontSize) / 1000;
}

/** A character of a script that breaks lines anywhere. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** Words, each with the spaces behind it. */
const WORDS = new RegExp(`${IDEOGRAPH.source}\\s*|(?:(?!${IDEOGRAPH.source})\\S)+\\s*|\\s+`, 'gu');

/**
 * Breaks a text into lines. A word that is longer than a line is cut.
 *
 * @param most the width of a line, in pixels
 * @returns one line at least
 */
export function linesOf(text: string, fontSize: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(WORDS) ?? []) {
    for (const piece of textWidth(word.trimEnd(), fontSize) <= most ? [word] : word) {
      if (line.trim() !== '' && textWidth((line + piece).trimEnd(), fontSize) > most) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, line.trimEnd()];
}

function widthOf(character: string): number {
  if (IDEOGRAPH.test(character)) return 1000;
  if (/[ijlI|.,:;'!()[\] ]/.test(character)) return 300;
  if (/[mwMW@%—]/.test(character)) return 870;
  if (/\p{Lu}/u.test(character)) return 680;
  if (/\p{Mn}/u.test(character)) return 0;
  return 560;
}

/**
 * How wide a text is drawn, in pixels. There is no canvas to measure it with, and the font is the reader's: these are
 * the widths of common sans-serif fonts, in thousandths of the font size.
 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return (width * fontSize) / 1000;
}

function widthOf(character: string): number {
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(character)
  )
    return 1000;
  if (/[ijlI|.,:;'!()[\] ]/.test(character)) return 300;
  if (/[mwMW@%—]/.test(character)) return 870;
  if (/\p{Lu}/u.test(character)) return 680;
  if (/\p{Mn}/u.test(character)) return 0;
  return 560;
}

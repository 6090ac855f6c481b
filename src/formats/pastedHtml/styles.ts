/** Tells the weight and slant of pasted text from its inline style. */

export function isBold(style: string): boolean {
  return /font-weight:\s*(?:bold|bolder|[6-9]\d\d)\b/i.test(style);
}

export function isItalic(style: string): boolean {
  return /font-style:\s*(?:italic|oblique)\b/i.test(style);
}

/** True if the style takes away the weight of an element that is bold by default. */
export function isPlain(style: string): boolean {
  return /font-weight:\s*(?:normal|[1-4]00)\b/i.test(style);
}

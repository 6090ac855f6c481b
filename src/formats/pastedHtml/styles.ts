/** What the inline style of pasted text says about its weight. */

export function isBold(style: string): boolean {
  return /font-weight:\s*(?:bold|bolder|[6-9]\d\d)\b/i.test(style);
}

export function isItalic(style: string): boolean {
  return /font-style:\s*(?:italic|oblique)\b/i.test(style);
}

/** Whether an element that is bold by itself is not bold. */
export function isPlain(style: string): boolean {
  return /font-weight:\s*(?:normal|[1-4]00)\b/i.test(style);
}

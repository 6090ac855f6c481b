import { widthOfText } from '../../../core/base/width';

/** A text with spaces behind it, as wide as so many columns of a terminal: Chinese takes two for a character. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOfText(text)));
}

/** How many columns the widest of some texts takes. */
export function widestOf(texts: readonly string[]): number {
  return Math.max(...texts.map(widthOfText));
}

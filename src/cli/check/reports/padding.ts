import { widthOfText } from '../../../core/base/width';

/** Pads a text with spaces to a number of columns of a terminal. A Chinese character takes two. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOfText(text)));
}

/** Returns the width of the widest text, in columns of a terminal. */
export function widestOf(texts: readonly string[]): number {
  return Math.max(...texts.map(widthOfText));
}

/** Headings one level up or down. */
import type { Span } from '../../base/text';
import { linesOf, type Page, rewriteLines, type Writing } from './writing';

const HEADING = /^( {0,3})(#{1,6})([ \t]+|$)/;

/**
 * Changes the level of the headings in the selections. A line of text that is selected alone becomes a heading of the
 * level that the section it is in has.
 *
 * @param by -1 for the next higher level, with one `#` less; 1 for the next lower
 * @returns null where nothing can change
 */
export function changeHeadings(page: Page, selections: readonly Span[], by: -1 | 1): Writing | null {
  const touched = new Set<number>();
  for (const selection of selections) {
    const { first, last } = linesOf(page, selection);
    for (let i = first; i <= last; i++) touched.add(i);
  }
  const numbers = [...touched].sort((a, b) => a - b);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return null;
  const alone = first === last;
  const after = Array.from({ length: last - first + 1 }, (_, i) => page.line(first + i));
  for (const number of numbers) {
    const text = page.line(number);
    if ((!HEADING.test(text) && !alone) || !page.isProse(number)) continue;
    after[number - first] = changed(page, number, text, by);
  }
  const writing = rewriteLines(page, first, after, selections);
  return writing.edits.length > 0 ? writing : null;
}

function changed(page: Page, number: number, text: string, by: -1 | 1): string {
  const [, margin, marks] = HEADING.exec(text) ?? [];
  if (margin === undefined || marks === undefined) {
    const isText = /^ {0,3}[^\s>|#-]/.test(text);
    return isText ? `${'#'.repeat(levelAbove(page, number))} ${text.trimStart()}` : text;
  }
  const level = marks.length + by;
  if (level < 1 || level > 6) return text;
  return margin + '#'.repeat(level) + text.slice(margin.length + marks.length);
}

/** The level of the section that a line is in; 2 below the title, or where there is no heading. */
function levelAbove({ line }: Page, number: number): number {
  for (let i = number - 1; i >= 0; i--) {
    const marks = HEADING.exec(line(i))?.[2];
    if (marks !== undefined) return Math.max(2, marks.length);
  }
  return 2;
}

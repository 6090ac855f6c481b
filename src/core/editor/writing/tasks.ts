/** Tasks: items with a box, `- [ ]`. */
import type { Span } from '../../base/text';
import { itemOf } from './lists';
import { linesOf, type Page, rewriteLines, type Writing } from './writing';

const TASK = /^((?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)\[([ xX])\](?=\s|$)/;

/**
 * Finds the mark in the box of a task, one character.
 *
 * @param line the line at which the task starts
 * @returns the index of the mark in the line, and true for a task that is done; null if no task starts there
 */
export function taskMarkOf(line: string): { readonly at: number; readonly done: boolean } | null {
  const [, start, mark] = TASK.exec(line) ?? [];
  return start === undefined ? null : { at: start.length + 1, done: mark !== ' ' };
}

/**
 * Ticks the selected tasks, or unticks them if all are ticked. Items without a box get one if no selected item has one. A line of
 * text that is selected alone becomes a task.
 *
 * @returns null if nothing that is selected can be a task
 */
export function toggleTasks(page: Page, selections: readonly Span[]): Writing | null {
  const touched = new Set<number>();
  for (const selection of selections) {
    const { first, last } = linesOf(page, selection);
    for (let i = first; i <= last; i++) if (page.isProse(i)) touched.add(i);
  }
  const numbers = [...touched].sort((a, b) => a - b);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return null;
  const tasks = numbers.flatMap((number) => TASK.exec(page.line(number))?.[2] ?? []);
  const box = tasks.length > 0 && tasks.every((mark) => mark !== ' ') ? '[ ]' : '[x]';
  const after = Array.from({ length: last - first + 1 }, (_, i) => page.line(first + i));
  for (const number of numbers) {
    const text = page.line(number);
    after[number - first] = tasks.length > 0 ? text.replace(TASK, `$1${box}`) : asTask(text, numbers.length === 1);
  }
  const writing = rewriteLines(page, first, after, selections);
  return writing.edits.length > 0 ? writing : null;
}

/** @param isAlone true if a line of text may become an item, too */
function asTask(text: string, isAlone: boolean): string {
  const item = itemOf(text, 0);
  if (!item) return isAlone && /^ {0,3}[^\s>|#]/.test(text) ? `- [ ] ${text.trimStart()}` : text;
  const end = item.indent + item.marker.length;
  return `${text.slice(0, end)} [ ] ${text.slice(end).trimStart()}`;
}

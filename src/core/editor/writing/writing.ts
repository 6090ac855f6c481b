/** The page that a writer's keys change, and the change that a key makes. */

import { indexLines, type LineIndex, type Span, type TextEdit } from '../../base/text';
import { isSourcesLine, sectionKindOf } from '../../brief/needs/sectionWords';

/** The change that a key makes. The text outside its edits doesn't change. */
export interface Writing {
  readonly edits: readonly TextEdit[];
  /** The selections in the text after the edits, in their order. */
  readonly selections: readonly Span[];
}

/** A text and its lines. */
export interface Page {
  readonly text: string;
  readonly lines: LineIndex;
  /** A line without its line break. */
  line(number: number): string;
  /** True if a line is read as Markdown: neither in the front matter nor in a fenced code block. */
  isProse(number: number): boolean;
}

export function pageOf(text: string): Page {
  const lines = indexLines(text);
  const line = (number: number) => text.slice(lines.startOf(number), lines.endOf(number));
  const start = endOfFrontMatter(lines.count, line);
  /** The results for the lines read so far, from the top. */
  const prose: boolean[] = Array.from({ length: start }, () => false);
  let fence: string | null = null;
  const isProse = (number: number) => {
    for (let i = prose.length; i <= number; i++) {
      const before = fence;
      fence = fenceAfter(line(i), before);
      prose.push(before === null && fence === null);
    }
    return prose[number] ?? false;
  };
  return { text, lines, line, isProse };
}

/** The number of the line after the front matter; 0 without front matter. */
function endOfFrontMatter(count: number, line: (number: number) => string): number {
  if (!/^\uFEFF?---[ \t]*$/.test(line(0))) return 0;
  let end = 1;
  while (end < count && !/^(?:---|\.\.\.)[ \t]*$/.test(line(end))) end++;
  return Math.min(end + 1, count);
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;

/** The fence that is open after a line; null if there is no open one. */
function fenceAfter(line: string, open: string | null): string | null {
  const [, marks, info] = FENCE.exec(line) ?? [];
  if (marks === undefined || info === undefined) return open;
  if (open === null) return marks.startsWith('`') && info.includes('`') ? null : marks;
  return marks.startsWith(open) && info.trim() === '' ? null : open;
}

/** True if a line is in a section that lists sources, where a number is the name of a source. */
export function isInSources({ line }: Page, number: number): boolean {
  let level = 7;
  for (let i = number - 1; i >= 0; i--) {
    const above = line(i);
    const [, marks, words] = /^ {0,3}(#{1,6})[ \t]+(.+)$/.exec(above) ?? [];
    if (marks !== undefined && words !== undefined && marks.length < level) {
      if (sectionKindOf(words, false) === 'sources') return true;
      level = marks.length;
      if (level === 1) return false;
    } else if (level === 7 && isSourcesLine(above)) return true;
    else if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(above) && isParagraph(line(i - 1))) {
      const depth = above.includes('=') ? 1 : 2;
      if (depth < level && sectionKindOf(line(i - 1), false) === 'sources') return true;
      level = Math.min(level, depth);
    }
  }
  return false;
}

function isParagraph(line: string): boolean {
  return /^ {0,3}[^\s#>|-]/.test(line);
}

/** The numbers of the first and last line that a selection touches. A line isn't touched if the selection ends at its start. */
export function linesOf({ lines }: Page, { start, end }: Span): { readonly first: number; readonly last: number } {
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  return { first, last: last > first && lines.startOf(last) === end ? last - 1 : last };
}

/**
 * Makes the edits that turn lines into others, each as small as possible, and moves the selections along. The changes in
 * a line must be before its text.
 *
 * @param from the number of the first of the lines
 */
export function rewriteLines(page: Page, from: number, after: readonly string[], selections: readonly Span[]): Writing {
  const edits: TextEdit[] = [];
  /** The growth of each changed line, in UTF-16 units. */
  const growths = new Map<number, number>();
  for (const [i, now] of after.entries()) {
    const number = from + i;
    const before = page.line(number);
    if (before === now) continue;
    edits.push(smallestEdit(page.lines.startOf(number), before, now));
    growths.set(number, now.length - before.length);
  }
  const moved = (offset: number) => {
    const number = page.lines.lineAt(offset);
    let shift = 0;
    for (const [line, growth] of growths) if (line < number) shift += growth;
    const start = page.lines.startOf(number);
    return start + shift + Math.max(0, offset - start + (growths.get(number) ?? 0));
  };
  return { edits, selections: selections.map(({ start, end }) => ({ start: moved(start), end: moved(end) })) };
}

function smallestEdit(start: number, before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let tail = 0;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  return {
    span: { start: start + head, end: start + before.length - tail },
    newText: after.slice(head, after.length - tail),
  };
}

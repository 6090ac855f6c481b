/** Adds, takes out and moves entries of a list of the front matter, with the comments above them. */

import type { Span, TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { newSourceId } from '../../rules/fixes/declareSource';
import { addEntries, yamlValue } from '../editing/frontMatterLists';
import type { List } from './read';
import type { ListKey } from './types';

/** A new entry at the end of a list, which is made if there is none. Null where there is no place for it. */
export function addEntry(brief: Brief, key: ListKey, list: List | null): TextEdit | null {
  const id = yamlValue(key === 'sources' ? newSourceId(brief) : newFigureId(brief));
  // Other keys come with their values.
  const lines = [`- id: ${id}`];
  if (list && list.spans.length === 0) {
    const { text, lines: index } = brief;
    const at = index.endOf(index.lineAt(list.key.span.start));
    const newLine = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    return { span: { start: at, end: at }, newText: lines.map((line) => `${newLine}  ${line}`).join('') };
  }
  const spans = (list?.spans ?? []).map((span) => ({ span }));
  return addEntries(brief, key, spans, lines);
}

function newFigureId({ figures }: Brief): string {
  const ids = new Set(figures.flatMap(({ id }) => id?.value ?? []));
  let number = 1;
  while (ids.has(`figure-${number}`)) number++;
  return `figure-${number}`;
}

/** Takes an entry out. Comments above it stay; the key of the list goes with its last entry, unless a comment stands below it. */
export function removeEntry(brief: Brief, list: List, index: number): TextEdit | null {
  const lines = linesOfEntry(brief, list, index);
  if (!lines) return null;
  const { text } = brief;
  const key = list.key.span;
  const isLast = list.spans.length === 1 && text.slice(key.start, lines.start).split(/\r\n|\n|\r/).length === 2;
  const span = isLast && !/#/.test(text.slice(key.start, lines.start)) ? { start: key.start, end: lines.end } : lines;
  return { span, newText: '' };
}

/** Swaps an entry with the one after it, or before it. */
export function moveEntry(brief: Brief, list: List, index: number, by: 1 | -1): TextEdit[] | null {
  const first = by === 1 ? index : index - 1;
  const [a, b] = [wholeOf(brief, list, first), wholeOf(brief, list, first + 1)];
  if (!a || !b || a.end > b.start) return null;
  const { text } = brief;
  const cut = (span: Span) => text.slice(span.start, span.end);
  return [
    { span: a, newText: cut(b) },
    { span: b, newText: cut(a) },
  ];
}

/** The lines of an entry with the break behind them; null where the text ends with them. */
function linesOfEntry({ lines }: Brief, { spans }: List, index: number): Span | null {
  const span = spans[index];
  if (!span) return null;
  const last = lines.lineAt(span.end);
  if (last + 1 >= lines.count) return null;
  return { start: lines.startOf(lines.lineAt(span.start)), end: lines.startOf(last + 1) };
}

/** An entry from the first comment right above it to the end of its last line. */
function wholeOf({ text, lines }: Brief, { spans }: List, index: number): Span | null {
  const span = spans[index];
  if (!span) return null;
  const before = spans[index - 1];
  const free = before ? lines.lineAt(before.end) + 1 : 0;
  let first = lines.lineAt(span.start);
  const isComment = (line: number) => /^[ \t]*#(?!.*brief-(?:disable|enable)(?![-\w]))/.test(cut(line));
  const cut = (line: number) => text.slice(lines.startOf(line), lines.endOf(line));
  while (first > free && isComment(first - 1)) first--;
  return { start: lines.startOf(first), end: lines.endOf(lines.lineAt(span.end)) };
}

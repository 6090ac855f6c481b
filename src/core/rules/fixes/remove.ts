import type { Span, TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';

/** Takes something out of running text, and the white space before it, unless a word then meets the next one. */
export function removeWord(text: string, span: Span): TextEdit {
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  const before = text[start - 1] ?? '\n';
  const after = text[span.end] ?? '\n';
  // The text before it on the line is white space: that is indentation, and the space after goes instead.
  if (
    before === '\n' ||
    before === '\r' ||
    before === '>' ||
    /^[ \t]*(?:[-*+]|\d+[.)])$/.test(lineBefore(text, start))
  ) {
    let end = span.end;
    while (/[ \t]/.test(text[end] ?? '')) end++;
    return { span: { start: span.start, end }, newText: '' };
  }
  const joins = /[\p{L}\p{N}]/u.test(after) && start < span.start;
  return { span: { start: joins ? start + 1 : start, end: span.end }, newText: '' };
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

/**
 * Takes out what stands on lines of its own, their line break with it: an entry of a list, a row of a table, a comment. Where other
 * text stands on the same line, only the span goes.
 */
export function removeLines(brief: Brief, span: Span): TextEdit {
  const { text, lines } = brief;
  const firstLine = lines.lineAt(span.start);
  const lastLine = lines.lineAt(Math.max(span.start, span.end - 1));
  const lineStart = lines.startOf(firstLine);
  const lineEnd = lines.endOf(lastLine);
  const alone =
    /^[\s>]*(?:\||(?:[-*+]|\d{1,9}[.)])[ \t]*)?[ \t]*$/.test(text.slice(lineStart, span.start)) &&
    /^\s*\|?\s*$/.test(text.slice(span.end, lineEnd));
  if (!alone) return removeWord(text, span);
  if (lastLine + 1 < lines.count) return { span: { start: lineStart, end: lines.startOf(lastLine + 1) }, newText: '' };
  return { span: { start: firstLine > 0 ? lines.endOf(firstLine - 1) : 0, end: lineEnd }, newText: '' };
}

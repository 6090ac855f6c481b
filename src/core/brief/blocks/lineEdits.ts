/** Edits of one line of a paragraph, after which all other lines are read as before. */

import { Tree } from '@lezer/common';
import type { InText, TextEdit, TextSpan } from '../../base/text';
import { parseParagraph } from '../../document/markdown';
import { type ParsedBlock, parsedBlock } from './parsedBlock';

/**
 * Applies an edit to a paragraph of one line, which may stand in a list or a quotation. The edit must lie behind the
 * characters that make the line text. Neither the line nor the edit may have a bar, which could make a table row.
 *
 * @returns the new block; null for any other edit
 */
export function withLineEdited({ tree, text, written, raw }: ParsedBlock, edit: InText<TextEdit>): ParsedBlock | null {
  const { span, newText } = edit;
  if (raw !== written || OTHER.test(newText)) return null;
  const edited = (before: string, { start, end }: TextSpan) =>
    before.slice(start, span.start) + newText + before.slice(span.end, end);
  const read = (line: TextSpan) => {
    // The parser reads a space instead of CR.
    const end = written.charCodeAt(line.end - 1) === CR ? line.end - 1 : line.end;
    const before = text.slice(line.start, line.end);
    const start = START.exec(before);
    if (!start || span.start < line.start + start[0].length || span.end > end || OTHER.test(before)) return null;
    return parseParagraph(edited(text, line));
  };
  const now = withParagraph(tree, span, read);
  if (!now) return null;
  const whole = { start: 0, end: text.length };
  const plain = edited(text, whole);
  return parsedBlock(now, { plain, written: text === written ? plain : edited(written, whole) });
}

/** The start of a line that makes it text, whatever follows. */
const START = /^(?:[^\s\d\-+*_=#>`~<[|:$\\]|[*_]{1,3}[^\s*_]|`[^`]|\[\d+\][^:]|\d+[^\d.)])/u;
const OTHER = /[\r\n|]/;
const CR = 13;

/**
 * Copies a tree, with the paragraph that holds an edit read again. Returns null where that isn't possible.
 *
 * @param span the span of the edit, in offsets from the start of the whole tree
 * @param read parses the paragraph that covers a span; returns null if it must not
 */
function withParagraph(tree: Tree, span: TextSpan, read: (line: TextSpan) => Tree | null, from = 0): Tree | null {
  const { type, children, positions, length } = tree;
  if (type.name === 'Paragraph') return read({ start: from, end: from + length });
  const startOf = (index: number) => from + (positions[index] ?? 0);
  const at = children.findIndex((child, i) => startOf(i) <= span.start && span.end <= startOf(i) + child.length);
  const child = children[at];
  const now = child instanceof Tree ? withParagraph(child, span, read, startOf(at)) : null;
  if (!(child && now)) return null;
  const by = now.length - child.length;
  const moved = positions.map((place, index) => (index > at ? place + by : place));
  return new Tree(type, children.with(at, now), moved, length + by);
}

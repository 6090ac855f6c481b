import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../base/text';
import { UNCLOSED_COMMENT } from './inline/threadComments';
import { MATH, MATH_BLOCK, parseMarkdown } from './markdown';

/** Nodes that hold inline text. */
const LEAVES = /^(?:Paragraph|ATXHeading[1-6]|SetextHeading[12]|TableCell|Task)$/;

/** Inline nodes in which no citation is read, while a place is between their ends. */
const CLOSED: ReadonlySet<string> = new Set([
  MATH,
  'InlineCode',
  'HTMLTag',
  'ProcessingInstruction',
  'Image',
  'LinkTitle',
  'Escape',
]);

/** Nodes that continue at their end: a character that is typed there belongs to them. */
const OPEN: ReadonlySet<string> = new Set([
  MATH_BLOCK,
  'URL',
  'Autolink',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'ProcessingInstructionBlock',
  'LinkReference',
]);

/**
 * Returns the inline text around an offset of the body: of a paragraph, a heading or a table cell; or `comment` if the offset
 * is in a comment. Null where no citation is read: in code (also code that is still being typed), math, an address, an image.
 *
 * @param block the top-level block that holds the offset; only this part of the text is looked at
 */
export function inlineTextAt(text: string, block: Span, offset: number): Span | 'comment' | null {
  const { start, end } = partAround(text, block, offset);
  const source = text.slice(start, end).replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
  const at = offset - start;
  for (let node: SyntaxNode | null = parseMarkdown(source).resolveInner(at, -1); node; node = node.parent) {
    const { name, from, to } = node;
    if ((name === 'Comment' && from < at && at < to) || (name === 'CommentBlock' && from < at)) return 'comment';
    if (CLOSED.has(name) && from < at && at < to) return null;
    if (OPEN.has(name) && from < at) return null;
    if (!LEAVES.test(name)) continue;
    if (isInOpenComment(node, at)) return 'comment';
    return isInOpenCode(source, node, at) ? null : { start: start + from, end: start + to };
  }
  return null;
}

/** True if a comment of a thread that begins before an offset is still being typed. */
function isInOpenComment(leaf: SyntaxNode, at: number): boolean {
  const cursor = leaf.cursor();
  while (cursor.next() && cursor.from < at) if (cursor.name === UNCLOSED_COMMENT) return true;
  return false;
}

/** True if a run of backticks before an offset isn't closed yet: what follows is likely to become code. */
function isInOpenCode(source: string, leaf: SyntaxNode, at: number): boolean {
  let rest = '';
  let from = leaf.from;
  const cursor = leaf.cursor();
  do {
    if (cursor.name !== 'InlineCode' && cursor.name !== 'Escape') continue;
    if (cursor.from >= at) break;
    rest += source.slice(from, cursor.from);
    from = Math.max(from, cursor.to);
  } while (cursor.next() && cursor.from < leaf.to);
  return (rest + source.slice(from, at)).includes('`');
}

/** Returns the block with its first line's indentation. For a list, returns only the first-level item that holds the offset. */
function partAround(text: string, block: Span, offset: number): Span {
  const start = lineStart(text, block.start);
  const end = Math.max(block.end, offset);
  const margin = text.slice(start, block.start);
  const isItem = (at: number) =>
    text.startsWith(margin, at) && MARKER.test(text.slice(at + margin.length, at + margin.length + 12));
  if (!isItem(start)) return { start, end };
  let from = lineStart(text, offset);
  while (from > start && !isItem(from)) from = lineStart(text, from - 1);
  let next = text.indexOf('\n', offset);
  while (next >= 0 && next < end && !isItem(next + 1)) next = text.indexOf('\n', next + 1);
  return { start: from, end: next < 0 ? end : Math.min(end, next) };
}

const MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

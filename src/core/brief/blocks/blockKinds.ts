/** Functions about blocks of the syntax tree. */

import type { SyntaxNode } from '@lezer/common';
import type { LocalSpan } from '../../base/text';
import { FOOTNOTE, MATH_BLOCK, QUOTE } from '../../document/markdown';
import { trimEnd } from '../../document/moved';
import type { BlockKind } from '../types';

const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['Table', 'table'],
  ['FencedCode', 'code'],
  ['CodeBlock', 'code'],
  [QUOTE, 'quote'],
  ['HTMLBlock', 'html'],
  ['CommentBlock', 'html'],
  ['ProcessingInstructionBlock', 'html'],
  ['HorizontalRule', 'rule'],
  ['LinkReference', 'definition'],
  [FOOTNOTE, 'definition'],
]);

/**
 * Returns the kind of a top-level block, as renderers see it.
 *
 * @param text the block's own text
 */
export function blockKind(node: SyntaxNode, text: string): BlockKind {
  if (/Heading\d$/.test(node.name)) return 'heading';
  if (node.name.endsWith('List')) return 'list';
  if (isFigureFence(node, text)) return 'figure';
  return KINDS.get(node.name) ?? 'paragraph';
}

/** True for a fenced code block with the info word `figure`. */
export function isFigureFence(node: SyntaxNode, text: string): boolean {
  const info = node.name === 'FencedCode' ? node.getChild('CodeInfo') : null;
  return info !== null && /^figure(?:\s|$)/.test(text.slice(info.from - node.from, info.to - node.from));
}

/** True for `> [!NOTE]` and its like: the author's own text in a box, not a quotation. */
export function isAlert(quote: string): boolean {
  return /^>[ \t]*\[!(?:note|tip|important|warning|caution)\]/i.test(quote);
}

/** True if a text that ends with a colon can lead into this block. */
export function leadsOn(next: SyntaxNode): boolean {
  return (
    next.name.endsWith('List') ||
    next.name === 'Table' ||
    next.name.endsWith('Code') ||
    next.name === 'CodeBlock' ||
    next.name === MATH_BLOCK
  );
}

/** Returns the next sibling that is not a comment, among the next 49; null without one. */
export function nextInk(nodes: readonly SyntaxNode[], at: number): SyntaxNode | null {
  return nodes.slice(at + 1, at + 50).find((node) => node.name !== 'CommentBlock') ?? null;
}

/** Returns the level of a heading, from 1 to 6. */
export function headingLevel(node: SyntaxNode): number {
  return Number(node.name.at(-1)) || 1;
}

/** Returns the span of a heading's words in its text, without `#` marks, underlines and the comments at its end. */
export function headingText(node: SyntaxNode, text: string): LocalSpan {
  let start = 0;
  let end = text.length;
  for (const mark of node.getChildren('HeaderMark')) {
    if (mark.from - node.from <= start) start = mark.to - node.from;
    else end = Math.min(end, mark.from - node.from);
  }
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  for (;;) {
    end = trimEnd(text, start, end);
    // A comment starts before its end: one that starts at `end` was taken off already.
    const comment = text.startsWith('-->', end - 3) ? text.lastIndexOf('<!--', end - 4) : -1;
    if (comment < start) return { start, end };
    end = comment;
  }
}

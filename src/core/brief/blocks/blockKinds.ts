/** Small questions about blocks of the tree. */
import type { SyntaxNode } from '@lezer/common';
import { FOOTNOTE, MATH_BLOCK, QUOTE } from '../../document/markdown';
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

/** What a renderer takes a top-level block for. `text` is the block's own. */
export function blockKind(node: SyntaxNode, text: string): BlockKind {
  if (/Heading\d$/.test(node.name)) return 'heading';
  if (node.name.endsWith('List')) return 'list';
  if (isFigureFence(node, text)) return 'figure';
  return KINDS.get(node.name) ?? 'paragraph';
}

/** A fenced code block with the info word `figure`. */
export function isFigureFence(node: SyntaxNode, text: string): boolean {
  const info = node.name === 'FencedCode' ? node.getChild('CodeInfo') : null;
  return info !== null && /^figure(?:\s|$)/.test(text.slice(info.from - node.from, info.to - node.from));
}

/** `> [!NOTE]` and its like: the author's own text in a box, no quotation. */
export function isAlert(quote: string): boolean {
  return /^>[ \t]*\[!(?:note|tip|important|warning|caution)\]/i.test(quote);
}

/** What a text that ends with a colon can lead into. */
export function leadsOn(next: SyntaxNode): boolean {
  return (
    next.name.endsWith('List') ||
    next.name === 'Table' ||
    next.name.endsWith('Code') ||
    next.name === 'CodeBlock' ||
    next.name === MATH_BLOCK
  );
}

/** The next sibling that is not a comment. */
export function nextInk(nodes: readonly SyntaxNode[], at: number): SyntaxNode | null {
  return nodes.slice(at + 1, at + 50).find((node) => node.name !== 'CommentBlock') ?? null;
}

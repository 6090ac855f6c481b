/** Small questions about blocks of the tree. */
import type { SyntaxNode } from '@lezer/common';
import type { BlockKind } from '../brief';
import { FOOTNOTE, MATH_BLOCK } from '../syntax/markdown';

const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['Table', 'table'],
  ['FencedCode', 'code'],
  ['CodeBlock', 'code'],
  ['Blockquote', 'quote'],
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

const CAPTION_START = /^\s*(?:\*\*|__|[*_])?\s*/.source;
const CAPTION_WORDS =
  /(?:(?:table|tab\.|figure|fig\.|chart|exhibit|tabelle|tableau|tabla|abb\.|abbildung)\s*\d|[图圖表]\s*[\d一二三四五六七八九十]|(?:sources?|quellen?|fuentes?|来源|來源|资料来源|資料來源|数据来源|數據來源|出典)\s*[:：])/
    .source;
const CAPTION = new RegExp(CAPTION_START + CAPTION_WORDS, 'i');

/** Whether a paragraph is the caption or the source line of what stands beside it. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
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

/** The next sibling that is no comment. */
export function nextInk(nodes: readonly SyntaxNode[], at: number): SyntaxNode | null {
  return nodes.slice(at + 1, at + 50).find((node) => node.name !== 'CommentBlock') ?? null;
}

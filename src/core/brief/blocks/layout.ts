/** The nested blocks of a brief's body, without the parser. Features that fold, select or lay out text go through them. */

import type { SyntaxNode, Tree } from '@lezer/common';
import { derive } from '../../base/derive';
import type { Span } from '../../base/text';
import { CITATION, FOOTNOTE, MATH, MATH_BLOCK, QUOTE } from '../../document/markdown';
import { trimEnd } from '../../document/moved';
import { childrenOf } from '../../document/parseTree';
import { bodyOf } from '../queries/blocks';
import type { Brief } from '../types';
import { startOf } from './readBody';

export type LayoutKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'table'
  /** A row of cells, the header's too; the row of dashes under it is a `delimiter`. */
  | 'row'
  | 'delimiter'
  | 'cell'
  /** Code between fences; indented code is `code`. */
  | 'fence'
  | 'code'
  | 'math'
  | 'html'
  | 'comment'
  | 'rule'
  /** `[1]: https://…`; a footnote's definition is a `footnote`. */
  | 'definition'
  | 'footnote';

export interface LayoutBlock {
  readonly kind: LayoutKind;
  /** The block from its first mark to its last character that isn't white space; a fence or math, to its end. */
  readonly span: Span;
  readonly children: readonly LayoutBlock[];
}

/** The top-level blocks of a brief's body, in document order. Made when first asked for, then kept. */
export const layoutOf = derive((brief: Brief): readonly LayoutBlock[] =>
  treesOf(brief).flatMap(({ tree, base }) => layoutBlock(tree.topNode, { text: brief.text, base }, null)),
);

/**
 * The parts of a body's texts in which every character counts: code, math, tags, comments, addresses; in document order.
 */
export function verbatimIn(brief: Brief): Span[] {
  const spans: Span[] = [];
  for (const { tree, base } of treesOf(brief))
    tree.iterate({
      enter: ({ name, from, to }) => {
        if (!VERBATIM.has(name)) return name !== CITATION;
        spans.push({ start: base + from, end: base + to });
        return false;
      },
    });
  return spans;
}

/** The trees of a brief's top-level blocks, each with its start in the document. */
function treesOf(brief: Brief): { readonly tree: Tree; readonly base: number }[] {
  const body = bodyOf(brief);
  return body ? body.blocks.map(({ tree }, index) => ({ tree, base: startOf(body, index) })) : [];
}

const KINDS: ReadonlyMap<string, LayoutKind> = new Map<string, LayoutKind>([
  ['Paragraph', 'paragraph'],
  ['Task', 'paragraph'],
  ['BulletList', 'list'],
  ['OrderedList', 'list'],
  ['ListItem', 'item'],
  [QUOTE, 'quote'],
  ['Table', 'table'],
  ['TableHeader', 'row'],
  ['TableRow', 'row'],
  ['TableDelimiter', 'delimiter'],
  ['TableCell', 'cell'],
  ['FencedCode', 'fence'],
  ['CodeBlock', 'code'],
  [MATH_BLOCK, 'math'],
  ['HTMLBlock', 'html'],
  ['ProcessingInstructionBlock', 'html'],
  ['CommentBlock', 'comment'],
  ['HorizontalRule', 'rule'],
  ['LinkReference', 'definition'],
  [FOOTNOTE, 'footnote'],
]);

const VERBATIM = new Set([
  MATH,
  'InlineCode',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Autolink',
  'URL',
  'LinkTitle',
]);
const TEXTS: ReadonlySet<LayoutKind> = new Set(['heading', 'paragraph', 'cell']);
/** Kinds that keep blank lines at their end, which belong to a block without a closing mark. */
const KEEPS_END: ReadonlySet<LayoutKind> = new Set(['fence', 'math']);

interface Place {
  readonly text: string;
  readonly base: number;
}

function blocksIn(parent: SyntaxNode, place: Place): LayoutBlock[] {
  return childrenOf(parent).flatMap((node) => layoutBlock(node, place, parent.name));
}

/** @param parent the name of the node that holds the block; null for the body */
function layoutBlock(node: SyntaxNode, place: Place, parent: string | null): LayoutBlock[] {
  const kind = KINDS.get(node.name) ?? (/Heading\d$/.test(node.name) ? 'heading' : null);
  // Within a row, the bars are marks of the same name as the row of dashes.
  if (kind === null || (kind === 'delimiter' && parent !== 'Table')) return [];
  const start = place.base + node.from;
  const end = place.base + node.to;
  const span = { start, end: KEEPS_END.has(kind) ? end : trimEnd(place.text, start, end) };
  return [{ kind, span, children: TEXTS.has(kind) ? [] : blocksIn(node, place) }];
}

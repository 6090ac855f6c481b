/**
 * The blocks of a brief's body as they nest: what features go through that fold, select or lay out text. It is the
 * tree of the parser without the parser.
 */
import type { SyntaxNode } from '@lezer/common';
import type { Brief } from '../brief';
import { CITATION, childrenOf, FOOTNOTE, MATH, MATH_BLOCK, type ParsedBody } from '../syntax/markdown';
import type { Span } from '../text';
import { trimEnd } from './sourceEntries';

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
  /** Between fences; indented code is `code`. */
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
  /** From its first mark to its last character that is no white space; of a fence or math, to where it ends. */
  readonly span: Span;
  readonly children: readonly LayoutBlock[];
}

/** What is kept of a reading until someone asks for its blocks. */
interface Kept extends ParsedBody {
  /** Where the body starts. */
  readonly base: number;
}

const trees = new WeakMap<Brief, Kept>();
const layouts = new WeakMap<Brief, readonly LayoutBlock[]>();

/** Keeps the tree that a brief was read from. */
export function keepTree(brief: Brief, kept: Kept): void {
  trees.set(brief, kept);
}

/** The body that a brief was read from, as the parser was given it, and its tree. */
export function parsedBodyOf(brief: Brief): ParsedBody | undefined {
  return trees.get(brief);
}

/** The top-level blocks of a brief's body, in document order. Made when first asked for, then kept. */
export function layoutOf(brief: Brief): readonly LayoutBlock[] {
  const known = layouts.get(brief);
  if (known) return known;
  const kept = trees.get(brief);
  const blocks = kept ? blocksIn(kept.tree.topNode, { text: brief.text, base: kept.base }, 0) : [];
  layouts.set(brief, blocks);
  return blocks;
}

/**
 * What stands within the texts of a brief's body and of which every character counts: code, math, tags, comments,
 * addresses; in document order.
 */
export function verbatimIn(brief: Brief): Span[] {
  const kept = trees.get(brief);
  const spans: Span[] = [];
  kept?.tree.iterate({
    enter: ({ name, from, to }) => {
      if (!VERBATIM.has(name)) return name !== CITATION;
      spans.push({ start: kept.base + from, end: kept.base + to });
      return false;
    },
  });
  return spans;
}

const KINDS: ReadonlyMap<string, LayoutKind> = new Map<string, LayoutKind>([
  ['Paragraph', 'paragraph'],
  ['Task', 'paragraph'],
  ['BulletList', 'list'],
  ['OrderedList', 'list'],
  ['ListItem', 'item'],
  ['Blockquote', 'quote'],
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
/** Where nothing closes these, blank lines at their end are theirs. */
const KEEPS_END: ReadonlySet<LayoutKind> = new Set(['fence', 'math']);
/** As deep as the model is read. */
const DEEPEST = 100;

interface Place {
  readonly text: string;
  readonly base: number;
}

function blocksIn(parent: SyntaxNode, place: Place, depth: number): LayoutBlock[] {
  if (depth > DEEPEST) return [];
  return childrenOf(parent).flatMap((node) => {
    const kind = KINDS.get(node.name) ?? (/Heading\d$/.test(node.name) ? 'heading' : null);
    // Within a row, the bars are marks of the same name as the row of dashes.
    if (kind === null || (kind === 'delimiter' && parent.name !== 'Table')) return [];
    const start = place.base + node.from;
    const end = place.base + node.to;
    const span = { start, end: KEEPS_END.has(kind) ? end : trimEnd(place.text, start, end) };
    return [{ kind, span, children: TEXTS.has(kind) ? [] : blocksIn(node, place, depth + 1) }];
  });
}

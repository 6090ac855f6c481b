/**
 * The top-level blocks of a body, each with what was found out about it. All of that is kept on the block's tree, so the
 * next version of a brief takes it over for every block that its edit left alone.
 */
import { type SyntaxNode, type Tree, TreeBuffer } from '@lezer/common';
import type { BlockKind } from '../brief';
import { once } from '../evidence/lookup/once';
import type { Span } from '../text';
import { blockKind, leadsOn } from './blockKinds';
import type { BlockReading } from './drafts';
import { plainHeading } from './outline';
import type { PlacedBlock, PlacedReading } from './placeBlock';
import { readBlock } from './readBlock';
import type { ResolvedBlock } from './resolveBlock';
import { isSourcesLine } from './sectionWords';
import { trimEnd } from './sourceEntries';

/** The words that start a section, and their place in the block. */
export interface OpeningWords {
  readonly words: string;
  readonly span: Span;
}

/** A top-level block as it is by itself. All offsets count from its start. */
export interface KeptBlock {
  /** The tree that it was read from, which stands for all that are equal. */
  readonly tree: Tree | null;
  /** As the Markdown parser had it. */
  readonly text: string;
  /** As the document has it: with its own line ends. Of the same length. */
  readonly written: string;
  readonly kind: BlockKind;
  readonly isComment: boolean;
  readonly isList: boolean;
  /** A text that ends with a colon can lead into it. */
  readonly leadsOn: boolean;
  /** Where it ends, white space aside. */
  readonly end: number;
  readonly heading: (OpeningWords & { readonly level: number }) | null;
  /** A bold-only line or a line `Sources:`, which starts a sources section as a heading with these words does. */
  readonly sourcesLine: OpeningWords | null;
  readonly known: {
    /** Its reading within a sources section, and outside of one. */
    inSources?: BlockReading;
    elsewhere?: BlockReading;
    /** What was made of it last: what it is in the next version too, if all that it depends on stays the same. */
    placedReading?: PlacedReading;
    resolved?: ResolvedBlock;
    placed?: PlacedBlock;
  };
}

/** The text of a body as the Markdown parser had it, and as the document has it. */
export interface BodyTexts {
  readonly plain: string;
  readonly written: string;
  /** The two are the same. */
  readonly isPlain: boolean;
  /** Where the body starts in both. */
  readonly base: number;
}

const blocks = new WeakMap<Tree, KeptBlock>();

/**
 * What is known of top-level blocks.
 *
 * @param earlier the blocks of an earlier version: the parser reads some again that nothing has changed, as the last one
 */
export function keptBlocks(
  nodes: readonly SyntaxNode[],
  texts: BodyTexts,
  earlier: readonly { readonly block: KeptBlock }[],
): readonly KeptBlock[] {
  const known = nodes.map((node) => {
    const block = node.tree && blocks.get(node.tree);
    return block && isWritten(block, node, texts) ? block : null;
  });
  // Two blocks of one text are two blocks.
  const taken = once(() => new Set(known));
  return nodes.map((node, i) => {
    const before = known[i];
    if (before) return before;
    const candidates = [earlier[i]?.block, earlier[earlier.length - nodes.length + i]?.block];
    const again = candidates.find((block) => block && isSameBlock(block, node, texts) && !taken().has(block));
    const block = again ?? newBlock(node, texts);
    if (again) taken().add(again);
    if (node.tree) blocks.set(node.tree, block);
    return block;
  });
}

/** What the walk over a block finds. */
export function readingOf(block: KeptBlock, node: SyntaxNode, inSources: boolean): BlockReading {
  const key = inSources ? 'inSources' : 'elsewhere';
  const reading = block.known[key] ?? readBlock(node, block.text, inSources);
  block.known[key] = reading;
  return reading;
}

/** A tree stands for one text as the parser had it; several that differ in their line ends may be behind that. */
function isWritten({ text, written }: KeptBlock, { from }: SyntaxNode, texts: BodyTexts): boolean {
  return texts.isPlain ? text === written : texts.written.startsWith(written, texts.base + from);
}

/** Whether a node stands for the text of a block, and was read the same. */
function isSameBlock({ text, written, tree }: KeptBlock, node: SyntaxNode, texts: BodyTexts): boolean {
  const start = texts.base + node.from;
  return (
    tree !== null &&
    node.tree !== null &&
    text.length === node.to - node.from &&
    texts.plain.startsWith(text, start) &&
    texts.written.startsWith(written, start) &&
    isSameTree(tree, node.tree)
  );
}

function isSameTree(a: Tree | TreeBuffer, b: Tree | TreeBuffer): boolean {
  if (a instanceof TreeBuffer || b instanceof TreeBuffer) {
    if (!(a instanceof TreeBuffer && b instanceof TreeBuffer)) return false;
    return a.buffer.length === b.buffer.length && a.buffer.every((part, i) => part === b.buffer[i]);
  }
  return (
    a.type === b.type &&
    a.length === b.length &&
    a.children.length === b.children.length &&
    a.children.every((child, i) => {
      const other = b.children[i];
      return other !== undefined && a.positions[i] === b.positions[i] && isSameTree(child, other);
    })
  );
}

function newBlock(node: SyntaxNode, { plain, written, isPlain, base }: BodyTexts): KeptBlock {
  const start = base + node.from;
  const end = base + node.to;
  const text = detached(plain.slice(start, end));
  return {
    tree: node.tree,
    text,
    written: isPlain ? text : detached(written.slice(start, end)),
    kind: blockKind(node, text),
    isComment: node.name === 'CommentBlock',
    isList: node.name.endsWith('List'),
    leadsOn: leadsOn(node),
    end: trimEnd(text, 0, text.length),
    heading: headingOf(node, text),
    sourcesLine: node.name === 'Paragraph' ? sourcesLineOf(text) : null,
    known: {},
  };
}

/** A copy of a part of a text. What is cut out of a string may hold all of it, here a whole version of the document. */
function detached(part: string): string {
  return ` ${part}`.slice(1);
}

function headingOf(node: SyntaxNode, text: string): KeptBlock['heading'] {
  if (!/^(?:ATX|Setext)Heading/.test(node.name)) return null;
  const span = headingText(node, text);
  return { level: Number(node.name.at(-1)) || 1, words: plainHeading(text.slice(span.start, span.end)), span };
}

/** The span of a heading's words, without `#` marks and underlines. */
function headingText(node: SyntaxNode, text: string): Span {
  let start = 0;
  let end = text.length;
  for (const mark of node.getChildren('HeaderMark')) {
    if (mark.from - node.from <= start) start = mark.to - node.from;
    else end = Math.min(end, mark.from - node.from);
  }
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  return { start, end: trimEnd(text, start, end) };
}

function sourcesLineOf(text: string): OpeningWords | null {
  const lineBreak = text.indexOf('\n');
  const end = trimEnd(text, 0, lineBreak < 0 ? text.length : lineBreak);
  const line = text.slice(0, end);
  if (line.length > 80 || !isSourcesLine(line)) return null;
  return { words: plainHeading(line).replace(/\s*[:：]\s*$/, ''), span: { start: 0, end } };
}

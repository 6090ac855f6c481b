/**
 * A top-level block of a body, with what was found out about it: the next version of a brief takes both over for every
 * block that its edit left alone.
 */
import { type SyntaxNode, Tree, TreeBuffer } from '@lezer/common';
import { derive } from '../../base/derive';
import { NONE } from '../../base/same';
import { detached, type Span, withBlanks } from '../../base/text';
import { mayHaveThreads, UNCLOSED_COMMENT } from '../../document/inline/threadComments';
import type { BriefFacts } from '../briefFacts';
import type { CitationReading, Evidence, Targets } from '../citations';
import { type OurComment, readComment } from '../comments';
import type { Because } from '../needs/because';
import { isLabel, isSourcesLine, mayListSources, plainHeading } from '../needs/sectionWords';
import { mayNameWorks, namesWorksOnly } from '../sources/references';
import { trimEnd } from '../sources/sourceEntries';
import type {
  BlockKind,
  Citation,
  Figure,
  FigureReference,
  FrontMatterError,
  InlineLink,
  Insight,
  Origin,
  Slip,
  SourceDeclaration,
  UnknownKey,
} from '../types';
import { blockKind, leadsOn } from './blockKinds';
import type { BlockReading, Definition, FootnoteDraft, InsightDraft, TableDraft, Unread } from './drafts';
import type { InsightSurroundings, LeadIn } from './insights';
import { leafFacts } from './leafFacts';
import type { ParserText } from './parserText';
import { readBlock } from './readBlock';
import type { Declared } from './resolve';

/** The words that start a section, and their place in the block. */
export interface OpeningWords {
  readonly words: string;
  readonly span: Span;
}

/** What a block declares and says by itself. */
export interface PlacedReading {
  readonly entries: readonly SourceDeclaration[];
  readonly works: readonly SourceDeclaration[];
  readonly inline: readonly SourceDeclaration[];
  readonly footnotes: readonly FootnoteDraft[];
  readonly definitions: readonly Definition[];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly unread: readonly Unread[];
}

/** What was decided on the insights of a block, in their order. */
export interface Decided {
  readonly because: readonly Because[];
  /** Whether a missing citation is meant. */
  readonly excused: readonly boolean[];
}

/** What a block means. */
export interface PlacedBlock {
  readonly resolved: ResolvedBlock;
  /** Index of its first insight among those of the brief. */
  readonly firstInsight: number;
  readonly insights: readonly Insight[];
  readonly citations: readonly Citation[];
  readonly clusters: readonly (readonly Citation[])[];
  readonly figureReferences: readonly FigureReference[];
  readonly links: readonly InlineLink[];
  readonly slips: readonly Slip[];
}

/** What a block holds, where it stands. */
export type BlockLists = Pick<
  PlacedBlock,
  'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips'
>;

/** A block's part of the model, in offsets from its start, and with indexes of its own insights. */
export interface ResolvedBlock extends Pick<CitationReading, 'citations' | 'figureReferences' | 'links' | 'slips'> {
  readonly insights: readonly Origin[];
  readonly clusters: readonly (readonly Citation[])[];
  readonly evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence>;
  /** What it leads in with, should it lead into what follows. */
  readonly lead: LeadIn | null;
  /** What all of this rests on. */
  readonly dependencies: Dependencies;
  /** The text of the block, with blanks in the place of comments of threads. */
  readonly text: string;
  /** As the document has it, with them. */
  readonly raw: string;
  readonly unclosed: readonly Span[];
}

/** What a resolved block rests on. */
export interface Dependencies extends Omit<BriefFacts, 'targets' | 'declared' | 'scopes'>, InsightSurroundings {
  readonly suffix: string;
  readonly marksSection: boolean;
  /** That of the last version in which it says the same of all that the block asked about. */
  declared: Declared;
  /** The ids that the block asked about, and whether they are declared; null: it asked about none. */
  readonly asked: ReadonlyMap<string, boolean> | null;
  readonly reading: BlockReading;
  /** Null where the block looked for none. */
  readonly targets: Targets | null;
}

/** A top-level block as it is by itself. All offsets count from its start. */
export interface ParsedBlock {
  /** Its tree, in offsets from its start. */
  readonly tree: Tree;
  /** As the Markdown parser had it, with blanks in the place of comments of threads. */
  readonly text: string;
  /** As the document has it: with its own line ends, and the same blanks. Of the same length. */
  readonly written: string;
  /** As the document has it, comments of threads included. */
  readonly raw: string;
  readonly kind: BlockKind;
  readonly isComment: boolean;
  /** It is a comment, or a heading with one, that marks a section as its author's own judgement. */
  readonly saysOwn: boolean;
  readonly isList: boolean;
  /** A text that ends with a colon can lead into it. */
  readonly leadsOn: boolean;
  /** Where it ends, white space aside. */
  readonly end: number;
  readonly heading: (OpeningWords & { readonly level: number }) | null;
  /**
   * A bold-only line or a line `Sources:`, which starts a sources section as a heading with these words does. Where it is not
   * sure by its words, what follows decides.
   */
  readonly sourcesLine: (OpeningWords & { readonly isSure: boolean }) | null;
  /** Where a comment of a thread starts that does not end. */
  readonly unclosed: readonly Span[];
  /** What the walk over it found, in a sources section and elsewhere, as soon as somebody has asked. */
  readonly read: { inSources?: BlockReading; elsewhere?: BlockReading };
  /** What it meant last: what it means in the next version too, if all that it rests on stays the same. */
  readonly last: { resolved: ResolvedBlock | null };
}

/** What the walk over a block finds. */
export function readingOf({ tree, text, read }: ParsedBlock, inSources: boolean): BlockReading {
  const where = inSources ? 'inSources' : 'elsewhere';
  read[where] ??= readBlock(tree.topNode, text, inSources);
  return read[where];
}

/** Whether a block is nothing but works, each with its address or as a printed reference has it. */
export const isReferences = derive(
  (block: ParsedBlock): boolean =>
    (block.kind === 'list' || block.kind === 'table' || block.kind === 'paragraph') &&
    mayNameWorks(block.text) &&
    namesWorksOnly(block.text, readingOf(block, true)),
);

/**
 * Whether a node stands for the text of a block, and was read the same.
 *
 * @param stretch what was parsed
 */
export function sameBlock({ text, raw, tree }: ParsedBlock, node: SyntaxNode, stretch: ParserText): boolean {
  return (
    text.length === node.to - node.from &&
    stretch.written.startsWith(raw, node.from) &&
    isSameTree(tree, node.toTree()) &&
    shownText(node, stretch.plain.slice(node.from, node.to)) === text
  );
}

/** How trees are kept may differ: only what is in them counts. */
function isSameTree(a: Tree, b: Tree): boolean {
  const [one, other] = [a.cursor(), b.cursor()];
  for (;;) {
    if (one.type !== other.type || one.from !== other.from || one.to !== other.to) return false;
    const goesOn = one.next();
    if (other.next() !== goesOn) return false;
    if (!goesOn) return true;
  }
}

/**
 * A block that nothing is known of yet.
 *
 * @param tree in offsets from its start
 */
export function parsedBlock(tree: Tree, { plain, written: asWritten }: ParserText): ParsedBlock {
  const node = tree.topNode;
  const { comments, unclosed } = threadsIn(node, plain);
  const text = detached(withBlanks(plain, comments));
  const written = plain === asWritten ? text : detached(withBlanks(asWritten, comments));
  return {
    tree,
    text,
    written,
    raw: comments.length === 0 ? written : detached(asWritten),
    kind: blockKind(node, text),
    isComment: node.name === 'CommentBlock' || (comments.length > 0 && node.name === 'Paragraph' && text.trim() === ''),
    saysOwn: saysOwn(node, text),
    isList: node.name.endsWith('List'),
    leadsOn: leadsOn(node),
    end: trimEnd(plain, 0, plain.length),
    heading: headingOf(node, text),
    sourcesLine: node.name === 'Paragraph' ? sourcesLineOf(text) : null,
    unclosed,
    read: {},
    last: { resolved: null },
  };
}

/** A block that was parsed as a part of a stretch. */
export function blockOf(node: SyntaxNode, { plain, written }: ParserText): ParsedBlock {
  const { from, to } = node;
  return parsedBlock(slim(node.toTree()), { plain: plain.slice(from, to), written: written.slice(from, to) });
}

/** A block's text with blanks in the place of comments of threads. */
function shownText(block: SyntaxNode, text: string): string {
  return withBlanks(text, threadsIn(block, text).comments);
}

/** The comments of threads in a block, and the `{>>` of such that do not end; in offsets from its start, in order. */
function threadsIn(block: SyntaxNode, text: string): { comments: readonly Span[]; unclosed: readonly Span[] } {
  if (!mayHaveThreads(text)) return NO_THREADS;
  const comments: Span[] = [];
  const unclosed: Span[] = [];
  block.cursor().iterate(({ name, from, to }) => {
    const span = { start: from - block.from, end: to - block.from };
    if (name === UNCLOSED_COMMENT) unclosed.push(span);
    else if (name === 'Comment' && text.startsWith('{>>', span.start)) comments.push(span);
  });
  return { comments, unclosed };
}

const NO_THREADS = { comments: NONE, unclosed: NONE };

/** A tree without what the parser notes in it to use it again itself, and without room for more children: half as large. */
function slim({ type, children, positions, length }: Tree): Tree {
  const slimmed = children.map((child) => (child instanceof TreeBuffer ? child : slim(child)));
  return new Tree(type, slimmed, positions.slice(), length);
}

function saysOwn(node: SyntaxNode, text: string): boolean {
  if (!text.includes('<!--')) return false;
  const isOwn = (span: Span) => readComment(text, span)?.kind === 'own';
  if (node.name === 'CommentBlock') return isOwn({ start: 0, end: text.length });
  const slice = ({ from, to }: SyntaxNode) => text.slice(from - node.from, to - node.from);
  return HEADING.test(node.name) && leafFacts(node, slice).comments.some(isOwn);
}

const HEADING = /^(?:ATX|Setext)Heading/;

function headingOf(node: SyntaxNode, text: string): ParsedBlock['heading'] {
  if (!HEADING.test(node.name)) return null;
  const span = headingText(node, text);
  return { level: Number(node.name.at(-1)) || 1, words: plainHeading(text.slice(span.start, span.end)), span };
}

/** The span of a heading's words, without `#` marks, underlines and the comments at its end. */
function headingText(node: SyntaxNode, text: string): Span {
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

function sourcesLineOf(text: string): ParsedBlock['sourcesLine'] {
  const lineBreak = text.indexOf('\n');
  const end = trimEnd(text, 0, lineBreak < 0 ? text.length : lineBreak);
  const line = text.slice(0, end);
  if (line.length > 80 || !isLabel(line)) return null;
  const isSure = isSourcesLine(line);
  // More lines below it are a paragraph, of which this is the first.
  if (!isSure && (lineBreak >= 0 || !mayListSources(line))) return null;
  return { isSure, words: plainHeading(line).replace(/\s*[:：]\s*$/, ''), span: { start: 0, end } };
}

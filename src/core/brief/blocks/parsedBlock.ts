/**
 * A top-level block of a body, with all that was found out about it. The next version of a brief takes over every block
 * that its edit left alone, with these facts.
 */

import { type SyntaxNode, Tree, TreeBuffer } from '@lezer/common';
import { derive } from '../../base/derive';
import { detached, NONE } from '../../base/same';
import { type AnySpan, type Local, type LocalSpan, withBlanks } from '../../base/text';
import { beginsList, isPlainHeading } from '../../document/blocks/plainHeadings';
import { raisedNotes } from '../../document/citations/superscripts';
import { mayHaveThreads, UNCLOSED_COMMENT } from '../../document/inline/threadComments';
import { trimEnd } from '../../document/moved';
import type { BriefFacts } from '../briefFacts';
import type { CitationReading, Evidence, Targets } from '../citations';
import { readComment } from '../comments';
import type { Because } from '../needs/because';
import { isLabel, isSourcesLine, mayListSources, plainHeading } from '../needs/sectionWords';
import { mayNameWorks, namesWorksOnly } from '../sources/references';
import type { BlockKind, Citation, FigureReference, InlineLink, Insight, Origin, Slip } from '../types';
import { blockKind, headingLevel, headingText, leadsOn } from './blockKinds';
import type { BlockReading, InsightDraft, TableDraft } from './drafts';
import type { InsightSurroundings, LeadIn } from './insights';
import { leafFacts } from './leafFacts';
import type { ParserText } from './parserText';
import { readBlock } from './readBlock';
import type { Declared } from './resolve';

/** The words that start a section, and their place in the block. */
export interface OpeningWords {
  readonly words: string;
  readonly span: LocalSpan;
}

/** Decisions on the insights of a block, in the order of the insights. */
export interface Decided {
  readonly because: readonly Because[];
  /** True for an insight that states something to be cited and cites nothing. */
  readonly uncited: readonly boolean[];
  /** True for an insight whose missing citation is excused. */
  readonly excused: readonly boolean[];
}

/** The meaning of a block, with indexes of the brief's insights. */
export interface PlacedBlock {
  readonly resolved: ResolvedBlock;
  /** Index of its first insight among the insights of the brief. */
  readonly firstInsight: number;
  readonly insights: readonly Insight[];
  readonly citations: readonly Citation[];
  readonly clusters: readonly (readonly Citation[])[];
  readonly figureReferences: readonly FigureReference[];
  readonly links: readonly InlineLink[];
  readonly slips: readonly Slip[];
}

/** The lists of a block's insights, citations and other parts. */
export type BlockLists = Pick<
  PlacedBlock,
  'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips'
>;

/** A block's part of the model, with indexes of its own insights. */
export interface ResolvedBlock extends Pick<CitationReading, 'citations' | 'figureReferences' | 'links' | 'slips'> {
  readonly insights: readonly Origin[];
  readonly clusters: readonly (readonly Local<Citation>[])[];
  readonly evidence: ReadonlyMap<InsightDraft | TableDraft, Evidence>;
  /** Its text and coverage for the blocks that it may lead into. */
  readonly lead: LeadIn | null;
  /** All that the meaning of the block depends on. */
  readonly dependencies: Dependencies;
  /** The text of the block, with blanks instead of comments of threads. */
  readonly text: string;
  /** The text as the document has it, with these comments. */
  readonly raw: string;
  readonly unclosed: readonly LocalSpan[];
}

/** All that a resolved block depends on. */
export interface Dependencies extends Omit<BriefFacts, 'targets' | 'declared' | 'scopes'>, InsightSurroundings {
  readonly suffix: string;
  readonly noted: string;
  readonly marksSection: boolean;
  /** Declarations of the latest version that answered all that the block asked about in the same way. */
  declared: Declared;
  /** The ids that the block asked about, and whether they are declared; null if it didn't ask. */
  readonly asked: ReadonlyMap<string, boolean> | null;
  readonly reading: BlockReading;
  /** Addresses of link definitions; null if the block didn't look for one. */
  readonly targets: Targets | null;
}

/** A top-level block by itself. All offsets count from its start. */
export interface ParsedBlock {
  /** Its tree, in offsets from its start. */
  readonly tree: Tree;
  /** Its text as the Markdown parser had it, with blanks instead of comments of threads. */
  readonly text: string;
  /** Its text with the line ends of the document and the same blanks. Has the same length. */
  readonly written: string;
  /** Its text as the document has it, with comments of threads. */
  readonly raw: string;
  readonly kind: BlockKind;
  readonly isComment: boolean;
  /** True for a comment, or a heading with one, that marks a section as its author's own judgement. */
  readonly saysOwn: boolean;
  readonly isList: boolean;
  /** True if a text that ends with a colon can lead into it. */
  readonly leadsOn: boolean;
  /** The raised numbers at the starts of its lines, as notes below a table have them, with commas; may be empty. */
  readonly notes: string;
  /** The offset of its end, without white space. */
  readonly end: number;
  readonly heading: (OpeningWords & { readonly level: number }) | null;
  /**
   * A bold-only line or a line `Sources:`, which starts a sources section as a heading with these words does. If its words
   * don't decide that (`isSure`), the blocks that follow do.
   */
  readonly sourcesLine: (OpeningWords & { readonly isSure: boolean }) | null;
  /** The `{>>` of comments of threads that don't end. */
  readonly unclosed: readonly LocalSpan[];
  /** Results of the walk over it, for a block in a sources section and for one elsewhere. Each is made when first asked for. */
  readonly read: { inSources?: BlockReading; elsewhere?: BlockReading };
  /** Its latest meaning, which the next version keeps if all that it depends on stays the same. */
  readonly last: { resolved: ResolvedBlock | null };
}

/** Returns what the walk over a block finds. The first call walks the block, and later ones give the same object. */
export function readingOf({ tree, text, read }: ParsedBlock, inSources: boolean): BlockReading {
  const where = inSources ? 'inSources' : 'elsewhere';
  read[where] ??= readBlock(tree.topNode, text, inSources);
  return read[where];
}

/** True if a list, table or paragraph names works only, each with an address or in the form of a printed reference. */
export const isReferences = derive(
  (block: ParsedBlock): boolean =>
    (block.kind === 'list' || block.kind === 'table' || block.kind === 'paragraph') &&
    mayNameWorks(block.text) &&
    namesWorksOnly(block.text, readingOf(block, true)),
);

/**
 * True if a node has the same text and the same tree as a block.
 *
 * @param stretch the text that was parsed
 */
export function sameBlock({ text, raw, tree }: ParsedBlock, node: SyntaxNode, stretch: ParserText): boolean {
  return (
    text.length === node.to - node.from &&
    stretch.written.startsWith(raw, node.from) &&
    isSameTree(tree, node.toTree()) &&
    shownText(node, stretch.plain.slice(node.from, node.to)) === text
  );
}

/** True if two trees have the same nodes, however they are stored. */
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
 * Makes a block that was parsed, but not walked or resolved yet.
 *
 * @param tree the tree of the block, in offsets from its start
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
    notes: node.name === 'Paragraph' || node.name === 'HTMLBlock' ? raisedNotes(text) : '',
    end: trimEnd(plain, 0, plain.length),
    heading: headingOf(node, text),
    sourcesLine: node.name === 'Paragraph' ? sourcesLineOf(text) : node.name === 'HTMLBlock' ? htmlHeading(text) : null,
    unclosed,
    read: {},
    last: { resolved: null },
  };
}

/** Makes a block from a node of a longer text that was parsed. */
export function blockOf(node: SyntaxNode, { plain, written }: ParserText): ParsedBlock {
  const { from, to } = node;
  return parsedBlock(slim(node.toTree()), { plain: plain.slice(from, to), written: written.slice(from, to) });
}

/** Returns a block's text with blanks instead of comments of threads. */
function shownText(block: SyntaxNode, text: string): string {
  return withBlanks(text, threadsIn(block, text).comments);
}

/** Finds the comments of threads in a block, and the `{>>` of those that don't end; in order. */
function threadsIn(
  block: SyntaxNode,
  text: string,
): { comments: readonly LocalSpan[]; unclosed: readonly LocalSpan[] } {
  if (!mayHaveThreads(text)) return NO_THREADS;
  const comments: LocalSpan[] = [];
  const unclosed: LocalSpan[] = [];
  block.cursor().iterate(({ name, from, to }) => {
    const span = { start: from - block.from, end: to - block.from };
    if (name === UNCLOSED_COMMENT) unclosed.push(span);
    else if (name === 'Comment' && text.startsWith('{>>', span.start)) comments.push(span);
  });
  return { comments, unclosed };
}

const NO_THREADS = { comments: NONE, unclosed: NONE };

/** Copies a tree without the parser's notes for reuse and without room for more children. The copy is half as large. */
function slim({ type, children, positions, length }: Tree): Tree {
  const slimmed = children.map((child) => (child instanceof TreeBuffer ? child : slim(child)));
  return new Tree(type, slimmed, positions.slice(), length);
}

function saysOwn(node: SyntaxNode, text: string): boolean {
  if (!text.includes('<!--')) return false;
  const isOwn = (span: AnySpan) => readComment(text, span)?.kind === 'own';
  if (node.name === 'CommentBlock') return isOwn({ start: 0, end: text.length });
  const slice = ({ from, to }: SyntaxNode) => text.slice(from - node.from, to - node.from);
  return HEADING.test(node.name) && leafFacts(node, slice).comments.some(isOwn);
}

const HEADING = /^(?:ATX|Setext)Heading/;

function headingOf(node: SyntaxNode, text: string): ParsedBlock['heading'] {
  if (!HEADING.test(node.name)) return null;
  const span = headingText(node, text);
  return { level: headingLevel(node), words: plainHeading(text.slice(span.start, span.end)), span };
}

function sourcesLineOf(text: string): ParsedBlock['sourcesLine'] {
  const lineBreak = text.indexOf('\n');
  const end = trimEnd(text, 0, lineBreak < 0 ? text.length : lineBreak);
  // A backslash breaks the line.
  const line = text.slice(0, end).replace(/\\$/, '');
  if (line.length > 80) return null;
  const opening = { words: plainHeading(line).replace(/\s*[:：]\s*$/, ''), span: { start: 0, end: line.length } };
  // Plain words count where the entries follow: in the same paragraph, or below it.
  if (!isLabel(line) && isPlainHeading(opening.words)) {
    const isSure = lineBreak >= 0 && beginsList(text.slice(lineBreak + 1).split('\n', 1)[0] ?? '');
    return isSure || lineBreak < 0 ? { isSure, ...opening } : null;
  }
  if (!isLabel(line)) return null;
  const isSure = isSourcesLine(line);
  // With more lines below, it is the first line of a paragraph.
  if (!isSure && (lineBreak >= 0 || !mayListSources(line))) return null;
  return { isSure, ...opening };
}

const HTML_HEADING = /^\s*(?:<details[^<>]*>\s*)?<(summary|h[1-6])(?:\s[^<>]*)?>([^<>]{1,80})<\/\1>\s*$/i;

/** Plain words that head a list in HTML: `<summary>Sources</summary>`, `<h2>References</h2>`. */
function htmlHeading(text: string): ParsedBlock['sourcesLine'] {
  const words = HTML_HEADING.exec(text)?.[2] ?? '';
  if (!isPlainHeading(words)) return null;
  const start = text.indexOf(words, text.lastIndexOf('>', text.lastIndexOf('</')));
  return { isSure: false, words: words.trim(), span: { start, end: start + words.length } };
}

import { once } from '../../base/once';
import { applyEdits, contains, firstFrom, type InText, lineBreakOf, type Span, type TextEdit } from '../../base/text';
import { type LayoutBlock, type LayoutKind, layoutOf } from '../../brief/blocks/layout';
import { isDeclaredIn } from '../../brief/queries/leadsToSource';
import type { Brief } from '../../brief/types';
import { spanFrom } from '../../document/moved';
import { followEnter, pageOf } from '../writing';
import { clusterEdits } from './clusters';
import { type FrontMatterPlan, type Move, planFrontMatter } from './keyOrder';
import { editedBrief, rendersSame } from './rendersSame';
import { tableEdits } from './tables';
import { contentEnd, finalLineBreakEdits, meaningfulIn, trailingSpaceEdits } from './whiteSpace';

/**
 * The edits that lay a brief out: aligned tables, tidy citations, front-matter keys in order, no space at the ends of
 * lines, one blank line around headings and lists, one line break at the end. What is rendered stays the same, and a
 * text that was formatted gives no edits. No two edits overlap.
 *
 * @param range lays out only the blocks that it touches; without it, everything
 */
export function formattingEdits(brief: Brief, range?: Span): TextEdit[] {
  if (brief.content.length > LONGEST) return [];
  const edits = lasting(brief);
  if (!range) return edits;
  const touched = touchedBy(brief, layoutOf(brief), range);
  return touched ? edits.filter(({ span }) => contains(touched, span)) : [];
}

/** The edits of one kind. Where two kinds overlap, the edits of the earlier one hold. */
interface Proposal {
  readonly edits: readonly TextEdit[];
  readonly moves?: readonly Move[];
}

function proposals(brief: Brief): Proposal[] {
  const blocks = layoutOf(brief);
  const { moves, edits, verbatim } = brief.frontMatter ? planFrontMatter(brief, brief.frontMatter) : NO_PLAN;
  const clusters = clusterEdits(brief, blocks);
  const tables = tablesIn(brief, blocks).flatMap((table) => alignedTable(brief, table, clusters));
  return [
    { edits, moves },
    { edits: [...clusters, ...tables] },
    { edits: blankLineEdits(brief, blocks) },
    // After everything else that is inserted at the end of the text.
    { edits: finalLineBreakEdits(brief, blocks) },
    { edits: trailingSpaceEdits(brief, meaningfulIn(brief, blocks, verbatim)) },
  ];
}

/**
 * The edits of all proposals that leave the rendered page as it is. The rules for each kind see to that. If the renderer
 * still reads an edited text differently from the parser, that kind of edits is left out.
 */
function unseen(brief: Brief): TextEdit[] {
  const all = proposals(brief).filter(({ edits, moves = [] }) => edits.length > 0 || moves.length > 0);
  const whole = join(brief, all);
  if (all.length === 0 || rendersSame(brief, editedBrief(brief, whole))) return whole;
  let kept: Proposal[] = [];
  for (const proposal of all) {
    const more = [...kept, proposal];
    if (rendersSame(brief, editedBrief(brief, join(brief, more)))) kept = more;
  }
  return join(brief, kept);
}

/** Returns the edits of `unseen`, or none if formatting again would give more: a formatted text must stay as it is. */
function lasting(brief: Brief): TextEdit[] {
  const edits = unseen(brief);
  return edits.length === 0 || unseen(editedBrief(brief, edits)).length === 0 ? edits : [];
}

function join({ text }: Brief, all: readonly Proposal[]): TextEdit[] {
  const edits = all.reduce<TextEdit[]>((taken, proposal) => withoutOverlaps(taken, proposal.edits), []);
  return withMoves(
    text,
    edits,
    all.flatMap(({ moves = [] }) => moves),
  );
}

/**
 * The edits for a line break just typed in a list: they number the item that it began and those after it, take blanks away that
 * were left at the end of the item above, or the marker of an item that was left without text.
 *
 * @param offset behind the line break, and behind what the editor has put in with it
 */
export function formattingAfterLineBreak(brief: Brief, offset: number): readonly TextEdit[] {
  const { text, lines, sources, citations } = brief;
  // Most line breaks begin no number.
  const declaring = once(() => {
    const declared = sources.flatMap(({ declarations }) => declarations.filter(({ uri }) => uri === undefined));
    return new Set(declared.map(({ span }) => lines.lineAt(span.start)));
  });
  // A list in which something is being added may not be read as one of sources for the moment.
  const unknown = once(() => {
    const isKnown = isDeclaredIn(brief);
    return new Set(citations.flatMap(({ items }) => items.map(({ id }) => id)).filter((id) => !isKnown(id)));
  });
  const isCited = (line: number, number: number | null) => declaring().has(line) || unknown().has(String(number));
  return followEnter(pageOf(text), lines.lineAt(offset), isCited)?.edits ?? [];
}

/** Maximum length of a text, in UTF-16 units. The text is rendered before and after, which takes a second at this length. */
const LONGEST = 1 << 19;

const NO_PLAN: FrontMatterPlan = { moves: [], edits: [], verbatim: [] };

/** Finds all tables. Inside a list or a quotation, the rows of a table must start in the same column. */
function tablesIn({ lines }: Brief, blocks: readonly LayoutBlock[]): LayoutBlock[] {
  const columnOf = ({ span: { start } }: LayoutBlock) => start - lines.startOf(lines.lineAt(start));
  const inside = (block: LayoutBlock): LayoutBlock[] => {
    if (block.kind !== 'table') return block.children.flatMap(inside);
    return new Set(block.children.map(columnOf)).size === 1 ? [block] : [];
  };
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : inside(block)));
}

/** @param clusters the edits of citations, in document order */
function alignedTable({ text }: Brief, table: LayoutBlock, clusters: readonly TextEdit[]): TextEdit[] {
  return tableEdits(text, table, (cell) => sliceAfter(text, cell, clusters));
}

/** Returns a stretch of the text with the edits inside it applied. `edits` are in document order. */
function sliceAfter(text: string, span: Span, edits: readonly TextEdit[]): string {
  const own: InText<TextEdit>[] = [];
  for (let i = firstFrom(edits, span.start); (edits[i]?.span.start ?? Number.POSITIVE_INFINITY) <= span.end; i++) {
    const edit = edits[i];
    if (!edit || !contains(span, edit.span)) continue;
    own.push({ span: spanFrom(edit.span, span), newText: edit.newText });
  }
  return applyEdits(text.slice(span.start, span.end), own);
}

/** Returns the first edits, and the second ones that overlap none of the first, in document order. */
function withoutOverlaps(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  let next = 0;
  let takenTo = -1;
  const free = inOrder(second).filter(({ span }) => {
    for (; (first[next]?.span.start ?? Number.POSITIVE_INFINITY) < span.end; next++)
      takenTo = Math.max(takenTo, first[next]?.span.end ?? 0);
    return takenTo <= span.start;
  });
  return inOrder([...first, ...free]);
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Adds the moves to the edits. A moved stretch includes the edits inside it. */
function withMoves(text: string, edits: readonly TextEdit[], moves: readonly Move[]): TextEdit[] {
  if (moves.length === 0) return [...edits];
  const staying = edits.filter(({ span }) => !moves.some((move) => contains(move.span, span)));
  return [
    ...moves.map(({ span, to }) => ({ span: { start: to, end: to }, newText: sliceAfter(text, span, edits) })),
    ...moves.map(({ span }) => ({ span, newText: '' })),
    ...staying,
  ];
}

/** Returns the whole lines from the first to the last block that a range touches. The front matter is one block. */
function touchedBy({ lines, frontMatter }: Brief, blocks: readonly LayoutBlock[], range: Span): Span | null {
  const spans = [...(frontMatter ? [frontMatter.span] : []), ...blocks.map(({ span }) => span)];
  const touched = spans.filter(({ start, end }) => start <= range.end && range.start <= end);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  return { start: lines.startOf(lines.lineAt(first.start)), end: lines.endOf(lines.lineAt(last.end)) };
}

/** Blocks next to which blank lines stay. Their meaning depends on more blocks: a comment may be about the next line. */
const LEFT_ALONE: ReadonlySet<LayoutKind> = new Set(['html', 'comment', 'code', 'definition', 'footnote']);

/** Puts one blank line before and after headings and lists at the top level, and removes further ones. */
function blankLineEdits({ text, lines }: Brief, blocks: readonly LayoutBlock[]): TextEdit[] {
  const lineBreak = lineBreakOf(text);
  const edits: TextEdit[] = [];
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    if (!before || !(isParted(before) || isParted(block))) continue;
    if (LEFT_ALONE.has(before.kind) || LEFT_ALONE.has(block.kind)) continue;
    const start = lines.endOf(lines.lineAt(contentEnd(text, before.span.end)));
    const gap = text.slice(start, block.span.start);
    // The indentation of the block's own line stays.
    const breaks = /^(?:[ \t]*(?:\r\n?|\n))+/.exec(gap)?.[0];
    if (breaks === undefined || !/^[ \t]*$/.test(gap.slice(breaks.length))) continue;
    const count = breaks.match(/\r\n?|\n/g)?.length ?? 0;
    if (count !== 2) edits.push({ span: { start, end: start + breaks.length }, newText: lineBreak.repeat(2) });
  }
  return edits;
}

function isParted({ kind }: LayoutBlock): boolean {
  return kind === 'heading' || kind === 'list';
}

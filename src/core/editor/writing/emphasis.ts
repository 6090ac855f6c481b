/** Turns bold and italic on and off. */
import type { SyntaxNode, Tree } from '@lezer/common';
import { contains, type Span } from '../../base/text';
import { CITATION, MATH, parseMarkdown } from '../../document/markdown';
import { linesOf, type Page, type Writing } from './writing';

const NODES = { bold: 'StrongEmphasis', italic: 'Emphasis' } as const;
const MARKS = { bold: '**', italic: '*' } as const;
type Weight = keyof typeof MARKS;

/** A change of marks. An opening mark that is inserted at the start of a selection comes before it. */
interface MarkEdit {
  readonly span: Span;
  readonly newText: string;
  readonly opens: boolean;
}

/**
 * Makes the words of the selections bold or italic; if all of them are already, makes them plain again. A cursor stands for
 * the word around it, or outside words for the text typed next. A selection over several lines is marked line by line,
 * without the marks of headings and items. Citations, code, math and links are marked as a whole, never cut apart.
 */
export function toggleEmphasis(page: Page, selections: readonly Span[], weight: Weight): Writing | null {
  const pieces = selections.flatMap((selection) => piecesOf(page, selection));
  if (pieces.length === 0) return null;
  const trees = createTrees(page);
  const places = pieces.map((piece) => placeOf(page.text, trees(piece.start), piece, weight));
  const isOff = places.every(({ marks }) => marks !== null);
  const edits: MarkEdit[] = [];
  const known = new Set<string>();
  // Several cursors may be in one stretch.
  const add = (edit: MarkEdit) => {
    const key = `${edit.span.start} ${edit.opens}`;
    if (!known.has(key)) edits.push(edit);
    known.add(key);
  };
  for (const { piece, marks, inner } of places) {
    if (isOff) for (const span of marks ?? []) add({ span, newText: '', opens: false });
    else if (marks === null) {
      for (const span of inner) add({ span, newText: '', opens: false });
      add({ span: { start: piece.start, end: piece.start }, newText: MARKS[weight], opens: true });
      add({ span: { start: piece.end, end: piece.end }, newText: MARKS[weight], opens: false });
    }
  }
  edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    edits: edits.map(({ span, newText }) => ({ span, newText })),
    selections: selections.map(({ start, end }) => ({
      start: moved(edits, start, start < end || !endsPiece(places, start)),
      end: moved(edits, end, start === end && !endsPiece(places, end)),
    })),
  };
}

function endsPiece(places: readonly { readonly piece: Span }[], offset: number): boolean {
  return places.some(({ piece }) => piece.end === offset && piece.start < offset);
}

/**
 * Returns the offset of a place after the edits.
 *
 * @param starts marked text may start there: an opening mark that is inserted there comes before it
 */
function moved(edits: readonly MarkEdit[], offset: number, starts: boolean): number {
  let shift = 0;
  for (const { span, newText, opens } of edits) {
    if (span.start > offset) break;
    if (span.start === span.end && span.start === offset && !(opens && starts)) continue;
    shift += newText.length - (Math.min(span.end, offset) - span.start);
  }
  return offset + shift;
}

/** The stretches that a selection marks, each on one line. */
function piecesOf(page: Page, selection: Span): Span[] {
  const { lines, line } = page;
  const { first, last } = linesOf(page, selection);
  if (selection.start === selection.end) return page.isProse(first) ? [wordAt(page, selection.start)] : [];
  const pieces: Span[] = [];
  for (let number = first; number <= last; number++) {
    const base = lines.startOf(number);
    const text = line(number);
    const from = Math.max(selection.start - base, startOfWords(text));
    const to = Math.min(selection.end - base, text.length);
    const words = text.slice(from, to);
    if (words.trim() === '' || !page.isProse(number)) continue;
    const start = base + from + (words.length - words.trimStart().length);
    pieces.push({ start, end: start + words.trim().length });
  }
  return pieces;
}

/** Column where a line's words start, after the marks of quotations, items, tasks and headings. */
function startOfWords(text: string): number {
  const marks = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:#{1,6}[ \t]+)?/;
  return marks.exec(text)?.[0].length ?? 0;
}

const CJK = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}`;
const WORDS = new RegExp(
  `[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}]|(?<=[\\p{L}\\p{N}])['’.,-](?=[\\p{L}\\p{N}])|(?<=\\p{N})%)+`,
  'gu',
);

function wordAt({ lines, line }: Page, offset: number): Span {
  const number = lines.lineAt(offset);
  const base = lines.startOf(number);
  for (const { 0: word, index } of line(number).matchAll(WORDS)) {
    const start = base + index;
    if (start <= offset && offset <= start + word.length) return { start, end: start + word.length };
  }
  return { start: offset, end: offset };
}

interface Place {
  /** The stretch that gets marks, grown so that it cuts nothing apart. */
  readonly piece: Span;
  /** The two marks that it has already. */
  readonly marks: readonly [Span, Span] | null;
  /** Marks inside it, which would end it. */
  readonly inner: readonly Span[];
}

/** Maximum number of lines parsed together; a longer paragraph is read in parts. */
const MOST_LINES = 200;

/** The tree of a paragraph, and where it starts in the text. */
interface Paragraph {
  readonly base: number;
  readonly tree: Tree;
}

/** Parses the paragraph around a place, each paragraph only once. */
function createTrees({ text, lines, line }: Page): (offset: number) => Paragraph {
  const known = new Map<number, Paragraph>();
  return (offset) => {
    const number = lines.lineAt(offset);
    let first = number;
    while (first % MOST_LINES > 0 && line(first - 1).trim() !== '') first--;
    const found = known.get(first);
    if (found) return found;
    let last = number;
    while (last < lines.count - 1 && (last + 1) % MOST_LINES > 0 && line(last + 1).trim() !== '') last++;
    const base = lines.startOf(first);
    const paragraph = { base, tree: parseMarkdown(text.slice(base, lines.endOf(last))) };
    known.set(first, paragraph);
    return paragraph;
  };
}

function placeOf(text: string, { base, tree }: Paragraph, piece: Span, weight: Weight): Place {
  const local = { start: piece.start - base, end: piece.end - base };
  const global = ({ start, end }: Span) => ({ start: start + base, end: end + base });

  const outer = enclosing(tree, local, NODES[weight]);
  if (outer) {
    const [opening, closing] = marksOf(outer);
    if (opening && closing) return { piece, marks: [global(opening), global(closing)], inner: [] };
  }
  const typed = typedMarks(text, piece, MARKS[weight]);
  if (typed) return { piece, marks: typed, inner: [] };
  if (piece.start === piece.end) return { piece, marks: null, inner: [] };
  const whole = grown(tree, local);
  const inner: Span[] = [];
  tree.iterate({
    from: whole.start,
    to: whole.end,
    enter: ({ name, node }) => {
      if (name === NODES[weight] && contains(whole, spanOf(node))) inner.push(...marksOf(node).map(global));
    },
  });
  return { piece: global(whole), marks: null, inner };
}

/** The marks right around a stretch, also where they mark nothing, as between CJK characters and punctuation. */
function typedMarks(text: string, { start, end }: Span, mark: string): readonly [Span, Span] | null {
  const before = /\*{0,3}$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
  const after = /^\*{0,3}/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  const has = (count: number) => count === mark.length || count === 3;
  if (!has(before) || !has(after)) return null;
  return [
    { start: start - mark.length, end: start },
    { start: end, end: end + mark.length },
  ];
}

function enclosing(tree: Tree, piece: Span, name: string): SyntaxNode | null {
  let found: SyntaxNode | null = null;
  tree.iterate({
    from: piece.start,
    to: piece.end,
    enter: (node) => {
      if (node.name === name && contains(spanOf(node), piece)) found = node.node;
    },
  });
  return found;
}

function marksOf(node: SyntaxNode): Span[] {
  const marks = node.getChildren('EmphasisMark');
  return [marks[0], marks.at(-1)].flatMap((mark) => (mark ? [spanOf(mark)] : []));
}

/** Nodes that are marked as a whole, or not at all. */
const WHOLE: ReadonlySet<string> = new Set([
  CITATION,
  MATH,
  'InlineCode',
  'Image',
  'Autolink',
  'Escape',
  'Entity',
  'HTMLTag',
  'Comment',
]);
/** Nodes that may be marked inside, but aren't cut apart. */
const HOLDERS: ReadonlySet<string> = new Set(['Link', 'Emphasis', 'StrongEmphasis', 'Strikethrough']);

/** The smallest stretch around a piece that cuts nothing apart. */
function grown(tree: Tree, piece: Span): Span {
  let { start, end } = piece;
  for (;;) {
    const before = { start, end };
    tree.iterate({
      from: start,
      to: end,
      enter: ({ name, node }) => {
        const span = spanOf(node);
        if (span.end <= start || span.start >= end) return;
        const isCut = HOLDERS.has(name) && cuts({ start, end }, node);
        if (!WHOLE.has(name) && !isCut && !(name === 'URL' && node.parent?.name === 'Paragraph')) return;
        start = Math.min(start, span.start);
        end = Math.max(end, span.end);
      },
    });
    if (start === before.start && end === before.end) return before;
  }
}

/** True if a piece crosses the edge of a holder, or overlaps the marks inside it. */
function cuts(piece: Span, holder: SyntaxNode): boolean {
  if (contains(piece, spanOf(holder))) return false;
  if (!contains(spanOf(holder), piece)) return true;
  for (let child = holder.firstChild; child; child = child.nextSibling) {
    const isMark = /Mark$|^URL$|^LinkTitle$|^LinkLabel$/.test(child.name);
    if (isMark && child.from < piece.end && piece.start < child.to) return true;
  }
  return false;
}

function spanOf({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: from, end: to };
}

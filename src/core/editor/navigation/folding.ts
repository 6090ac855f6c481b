import type { Span } from '../../base/text';
import { type LayoutBlock, layoutOf } from '../../brief/blocks/layout';
import type { Brief } from '../../brief/types';
import { frontMatterLayout } from '../../document/frontMatter/layout';

/** A stretch of lines that can be folded away after its first line. */
export interface FoldingRange {
  /** Span of at least two lines, without the blank ones at its end. */
  readonly span: Span;
  readonly kind: 'comment' | null;
}

/** Kinds of blocks that fold; both a list and its items do. */
const FOLDS: ReadonlySet<string> = new Set([
  'list',
  'item',
  'quote',
  'table',
  'fence',
  'code',
  'math',
  'html',
  'footnote',
]);

/**
 * Finds the parts of a brief that can be folded: front matter, its lists and entries; sections; lists, items, tables,
 * code, comments. They are in document order, the larger first where two start together.
 */
export function foldingRanges(brief: Brief): FoldingRange[] {
  const { lines, sections } = brief;
  const spans = [...frontMatterSpans(brief), ...sections.map(({ span }) => span), ...blockSpans(layoutOf(brief))];
  const ranges: FoldingRange[] = [
    ...spans.map((span) => ({ span, kind: null })),
    ...commentSpans(brief).map((span) => ({ span, kind: 'comment' as const })),
  ];
  return ranges
    .map(({ span, kind }) => ({ span: withoutBlankEnd(brief.text, span), kind }))
    .filter(({ span }) => lines.lineAt(span.start) < lines.lineAt(span.end))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function frontMatterSpans({ text, frontMatter }: Brief): Span[] {
  if (!frontMatter) return [];
  const keys = frontMatterLayout(text, frontMatter).keys;
  return [frontMatter.span, ...keys.flatMap(({ span, entries }) => [span, ...entries])];
}

function blockSpans(blocks: readonly LayoutBlock[]): Span[] {
  return blocks.flatMap(({ kind, span, children }) => [...(FOLDS.has(kind) ? [span] : []), ...blockSpans(children)]);
}

function commentSpans(brief: Brief): Span[] {
  const { text, frontMatter } = brief;
  const inYaml = frontMatter ? frontMatterLayout(text, frontMatter).comments : [];
  return [...inYaml, ...commentBlocks(layoutOf(brief))];
}

function commentBlocks(blocks: readonly LayoutBlock[]): Span[] {
  return blocks.flatMap(({ kind, span, children }) => (kind === 'comment' ? [span] : commentBlocks(children)));
}

function withoutBlankEnd(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last--;
  return { start, end: last };
}

/** Gathers what the walk over the body finds. */
import type { SyntaxNode } from '@lezer/common';
import type { Block, BlockKind } from '../brief';
import type { Span } from '../text';
import { readComment } from './comments';
import type { BodyReading, InsightDraft, Leaf } from './drafts';
import { type LeafFacts, leafFacts } from './leafFacts';
import { createOutline, type Outline } from './outline';
import { trimEnd } from './sourceEntries';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

export interface BodyBuilder {
  /** The whole document. */
  readonly text: string;
  readonly outline: Outline;
  readonly reading: Mutable<Omit<BodyReading, 'sections'>>;
  /** A node's span in the whole document. */
  spanOf(node: SyntaxNode): Span;
  slice(node: SyntaxNode): string;
  addLeaf(node: SyntaxNode, part: Partial<Pick<Leaf, 'draft' | 'table' | 'entryContent' | 'footnote'>>): LeafFacts;
  /** Keeps the comment at `span` if it is one of ours; `draft` is the insight that it speaks of. */
  addComment(span: Span, draft: InsightDraft | null): void;
  addDraft(part: Pick<InsightDraft, 'kind' | 'span' | 'parent' | 'leadIn' | 'task'>): InsightDraft;
  addBlock(node: SyntaxNode, kind: BlockKind): void;
}

/**
 * @param base where the body starts; nodes have offsets from there
 * @param exempt further headings that start an exempt section
 */
export function createBodyBuilder(text: string, base: number, exempt: readonly string[]): BodyBuilder {
  const body = base === 0 ? text : text.slice(base);
  const outline = createOutline(exempt);
  const reading: BodyBuilder['reading'] = {
    titleHeading: null,
    blocks: [],
    drafts: [],
    leaves: [],
    tables: [],
    footnotes: [],
    definitions: [],
    entries: [],
    figures: [],
    figureErrors: [],
    figureUnknownKeys: [],
    comments: [],
    tooDeep: [],
  };
  const spanOf = (node: SyntaxNode): Span => ({ start: base + node.from, end: base + node.to });
  const addComment: BodyBuilder['addComment'] = (span, draft) => {
    const comment = readComment(text, span);
    if (!comment) return;
    reading.comments.push(comment);
    if (comment.kind === 'computed') draft?.computedAt.push(span.start);
  };
  return {
    text,
    outline,
    reading,
    spanOf,
    slice: (node) => body.slice(node.from, node.to),
    addComment,
    addLeaf(node, part) {
      const { start, end } = spanOf(node);
      const facts = leafFacts(node, body);
      reading.leaves.push({ start, end, facts, draft: null, table: null, entryContent: null, footnote: null, ...part });
      for (const comment of facts.comments) {
        addComment({ start: start + comment.start, end: start + comment.end }, part.draft ?? null);
      }
      return facts;
    },
    addDraft(part) {
      const section = outline.current();
      const draft: InsightDraft = { ...part, section, leadsInto: false, children: [], leaves: [], computedAt: [] };
      reading.drafts.push(draft);
      part.parent?.children.push(draft);
      return draft;
    },
    addBlock(node, kind) {
      const { start, end } = spanOf(node);
      outline.add({ start, end }, kind !== 'heading' && kind !== 'html');
      const block: Block = { kind, span: { start, end: trimEnd(text, start, end) }, section: outline.current() };
      reading.blocks.push(block);
    },
  };
}

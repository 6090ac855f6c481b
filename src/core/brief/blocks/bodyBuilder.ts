/** Gathers the findings of the walk over one top-level block. */
import type { SyntaxNode } from '@lezer/common';
import type { LocalSpan } from '../../base/text';
import { MOST_CITATIONS, TOO_DEEP, TOO_LONG, TOO_MANY, TOO_MANY_BLOCKS } from '../../document/markdown';
import { inside, trimEnd } from '../../document/moved';
import { childrenOf } from '../../document/parseTree';
import { readComment } from '../comments';
import type { GatheredParts, InsightDraft, Leaf, TableDraft, Unread } from './drafts';
import { type LeafFacts, leafFacts } from './leafFacts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** Collects the parts of a block. */
export interface BodyBuilder {
  /** The text of the block, as the Markdown parser had it. */
  readonly text: string;
  /** True if the block is in a sources section. */
  readonly inSources: boolean;
  readonly reading: Mutable<GatheredParts>;
  spanOf(node: SyntaxNode): LocalSpan;
  slice(node: SyntaxNode): string;
  addLeaf(node: SyntaxNode, part: Partial<Pick<Leaf, 'draft' | 'table' | 'entryContent' | 'footnote'>>): LeafFacts;
  /** True if a node is past a limit. The node is then recorded in `unread`, and nothing in it may be read. */
  isUnread(node: SyntaxNode): boolean;
  /** Returns the items of a list. Parts past a limit are recorded in `unread`. */
  itemsOf(list: SyntaxNode): SyntaxNode[];
  /** Keeps the comment at `span` if it is one of ours; `draft` is the insight or table that it is about. */
  addComment(span: LocalSpan, draft: InsightDraft | TableDraft | null): void;
  addDraft(part: Pick<InsightDraft, 'kind' | 'span' | 'parent' | 'leadIn' | 'task'>): InsightDraft;
}

const WHY_UNREAD: ReadonlyMap<string, Unread['why']> = new Map([
  [TOO_DEEP, 'deep'],
  [TOO_LONG, 'long'],
  [TOO_MANY, 'cites'],
  [TOO_MANY_BLOCKS, 'blocks'],
]);

function whyUnread(node: SyntaxNode): Unread['why'] | null {
  const own = WHY_UNREAD.get(node.name);
  if (own || node.to - node.from <= MOST_CITATIONS) return own ?? null;
  // A longer text that is not read is one node, behind the mark of a heading or the box of a task.
  const first = node.firstChild;
  return WHY_UNREAD.get(first?.name ?? '') ?? WHY_UNREAD.get(first?.nextSibling?.name ?? '') ?? null;
}

function emptyReading(): BodyBuilder['reading'] {
  return {
    drafts: [],
    leaves: [],
    tables: [],
    footnotes: [],
    definitions: [],
    entries: [],
    works: [],
    heads: [],
    fields: [],
    figures: [],
    figureErrors: [],
    figureUnknownKeys: [],
    comments: [],
    threads: [],
    formulaBlocks: [],
    htmlImages: [],
    unread: [],
  };
}

/**
 * @param text the text of the block
 * @param from the offset of the block, in the count of its nodes
 */
export function createBodyBuilder(text: string, from: number, inSources: boolean): BodyBuilder {
  const reading = emptyReading();
  const isAlone = text.trim() === '';
  const spanOf = (node: SyntaxNode): LocalSpan => ({ start: node.from - from, end: node.to - from });
  const slice = (node: SyntaxNode) => text.slice(node.from - from, node.to - from);
  const addComment: BodyBuilder['addComment'] = (span, draft) => {
    // A comment of a thread is replaced by blanks in the text.
    if (text[span.start] === ' ') {
      const own = draft && 'comments' in draft ? draft : null;
      own?.comments.push(span);
      reading.threads.push({ span, behind: own ? 'own' : isAlone ? 'before' : null });
      return;
    }
    const comment = readComment(text, span);
    if (!comment) return;
    reading.comments.push(comment);
    if (comment.kind === 'computed') draft?.computedAt.push(span.start);
    if (comment.kind === 'verified' && draft && 'review' in draft && 'date' in comment.says)
      draft.review = { span: comment.span, ...comment.says };
  };
  const isUnread: BodyBuilder['isUnread'] = (node) => {
    const why = whyUnread(node);
    // A list of sources is read as text.
    if (why === null || (why === 'cites' && inSources)) return false;
    const span = spanOf(node);
    // Each of several nested lists has such a rest.
    const other = why === 'blocks' ? reading.unread.findIndex((one) => one.why === why) : -1;
    const { start, end } = reading.unread[other]?.span ?? span;
    const whole = { why, span: { start: Math.min(start, span.start), end: Math.max(end, span.end) } };
    if (other >= 0) reading.unread[other] = whole;
    else reading.unread.push(whole);
    return true;
  };
  return {
    text,
    inSources,
    reading,
    spanOf,
    slice,
    isUnread,
    itemsOf: (list) => childrenOf(list).filter((child) => !isUnread(child) && child.name === 'ListItem'),
    addComment,
    addLeaf(node, { draft = null, table = null, entryContent = null, footnote = null }) {
      const leaf = spanOf(node);
      const facts = leafFacts(node, slice);
      reading.leaves.push({ start: leaf.start, end: leaf.end, facts, draft, table, entryContent, footnote });
      for (const comment of facts.comments) addComment(inside(comment, leaf), draft ?? table);
      return facts;
    },
    addDraft({ kind, span, parent, task, leadIn }) {
      const draft: InsightDraft = {
        index: reading.drafts.length,
        kind,
        span: { start: span.start, end: trimEnd(text, span.start, span.end) },
        parent,
        task,
        leadIn,
        leadsInto: false,
        children: [],
        leaves: [],
        computedAt: [],
        review: null,
        comments: [],
      };
      reading.drafts.push(draft);
      parent?.children.push(draft);
      return draft;
    },
  };
}

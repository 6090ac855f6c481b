/** Keeps rendered blocks for the next rendering in the same view. */
import { derive } from '../base/derive';
import { sameList, sameMaps } from '../base/same';
import type { Html } from './html';
import type { BlockFacts, LinkDefinition, LinkDefinitions, Replacement, UnreadImages } from './markdown/facts';
import type { ListFacts } from './markdown/lists';
import { type MarkdownText, renderMarkdown } from './markdown/markdown';

/** All that a block shows besides its text and the facts of the page, each as an object or a value that changes with it. */
export type BlockIdentity = readonly unknown[];

/** A place of the page that a block has named. `base` is the start of its name, `count` how many names before it start so. */
export interface NamedPlace {
  readonly id: string;
  readonly base: string;
  readonly count: number;
}

interface RenderedBlock {
  readonly facts: BlockFacts;
  /** Link definitions that the block asked for, by label, as they were then. */
  readonly asked: ReadonlyMap<string, LinkDefinition | undefined>;
  readonly html: Html;
  /** Null if something else may change what the block shows. */
  readonly identity: BlockIdentity | null;
  readonly places: readonly NamedPlace[];
}

/** Renders blocks, and keeps them. */
export interface BlockKeeper {
  /**
   * Returns the markup of a block that shows the same as last time, without gathering its facts.
   *
   * @param name names the block's places as last time; false if it can't
   * @returns null if the block wasn't there, or may show something else
   */
  again(source: string, identity: BlockIdentity, name: (places: readonly NamedPlace[]) => boolean): Html | null;
  /**
   * @param source all that its text says
   * @param places that its facts have named
   */
  render(
    source: string,
    text: MarkdownText,
    facts: BlockFacts,
    identity: BlockIdentity | null,
    places: readonly NamedPlace[],
  ): Html;
}

/** A keeper for a page that is rendered once. */
export const KEEPS_NOTHING: BlockKeeper = {
  again: () => null,
  render: (_source, markdown, facts) => renderMarkdown(markdown, facts),
};

/**
 * Makes a keeper for a view. The markup of a block is a function of its text and its facts: if both stay, so does the markup.
 * The facts needn't be gathered if all that they are made of stays.
 *
 * @param view its last rendering is reused, and then forgotten
 * @param stamp stands for all that holds for the whole page; a page with another stamp has other facts
 * @param references link definitions of the page
 */
export function keepBlocks(view: object, stamp: string, references: LinkDefinitions): BlockKeeper {
  const last = lastOf(view);
  const isSamePage = last.stamp === stamp;
  const known = last.byText;
  const kept = new Map<string, RenderedBlock[]>();
  last.stamp = stamp;
  last.byText = kept;
  const keep = (source: string, block: RenderedBlock) => {
    const same = kept.get(source);
    if (same) same.push(block);
    else kept.set(source, [block]);
    return block.html;
  };
  return {
    again: (source, identity, name) => {
      if (!isSamePage) return null;
      const found = known
        .get(source)
        ?.find(
          (block) =>
            block.identity !== null &&
            sameList(block.identity, identity) &&
            holds(block, references) &&
            name(block.places),
        );
      // A kept block refers to the link definitions of this version, and to no earlier ones.
      return found ? keep(source, { ...found, facts: { ...found.facts, references } }) : null;
    },
    render: (source, markdown, facts, identity, places) => {
      const found = known.get(source)?.find((block) => sameFacts(block.facts, facts) && holds(block, facts.references));
      const { html, asked } = found ?? renderAnew(markdown, facts);
      return keep(source, { html, asked, facts, identity, places });
    },
  };
}

/** Blocks that were last rendered in a view, by their text. */
const lastOf = derive((_view: object): { stamp: string; byText: ReadonlyMap<string, readonly RenderedBlock[]> } => ({
  stamp: '',
  byText: new Map(),
}));

function renderAnew(markdown: MarkdownText, facts: BlockFacts): Pick<RenderedBlock, 'html' | 'asked'> {
  const asked = new Map<string, LinkDefinition | undefined>();
  const references: LinkDefinitions = {
    get: (label) => {
      const found = facts.references.get(label);
      asked.set(label, found);
      return found;
    },
  };
  return { html: renderMarkdown(markdown, { ...facts, references }), asked };
}

/** True if the link definitions that a block asked for still say the same. */
function holds({ asked }: RenderedBlock, references: LinkDefinitions): boolean {
  for (const [label, before] of asked) {
    const now = references.get(label);
    if (before?.href !== now?.href || before?.title !== now?.title) return false;
  }
  return true;
}

/** True if the facts of two blocks with the same text are the same, except for link definitions. */
function sameFacts(a: BlockFacts, b: BlockFacts): boolean {
  return (
    a.words === b.words &&
    a.direction === b.direction &&
    a.firstLine === b.firstLine &&
    a.writeFormula === b.writeFormula &&
    sameUnread(a.unreadImages, b.unreadImages) &&
    a.headingShift === b.headingShift &&
    a.headingId === b.headingId &&
    a.headingSuffix === b.headingSuffix &&
    sameListFacts(a.list, b.list) &&
    sameMaps(a.figures, b.figures, (one, other) => one === other) &&
    sameMaps(a.insights, b.insights, (one, other) => one.classes === other.classes && one.suffix === other.suffix) &&
    a.replacements.length === b.replacements.length &&
    a.replacements.every((insert, i) => sameInsert(insert, b.replacements[i]))
  );
}

function sameUnread(a: UnreadImages | null, b: UnreadImages | null): boolean {
  return a === b || (a !== null && b !== null && sameMaps(a, b, (one, other) => one === other));
}

function sameListFacts(a: ListFacts | undefined, b: ListFacts | undefined): boolean {
  return a?.tag === b?.tag && a?.isTight === b?.isTight && a?.start === b?.start;
}

function sameInsert(a: Replacement, b: Replacement | undefined): boolean {
  return (
    b !== undefined &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.html === b.html &&
    a.clings === b.clings &&
    a.labels?.href === b.labels?.href &&
    (a.labels === undefined) === (b.labels === undefined) &&
    a.marks?.title === b.marks?.title &&
    a.marks?.verdict === b.marks?.verdict
  );
}

/** Blocks as they were rendered, kept for the next version of the same brief. */
import type { Html } from './html';
import type { BlockFacts, Insert } from './markdown/facts';
import { renderMarkdown } from './markdown/markdown';

type References = BlockFacts['references'];

interface KeptBlock {
  readonly facts: BlockFacts;
  /** The link definitions that it asked for, by label, with what they said. */
  readonly asked: ReadonlyMap<string, References[string] | undefined>;
  readonly html: Html;
}

/** By their text. Only the blocks of one version are kept. */
export type KeptBlocks = ReadonlyMap<string, readonly KeptBlock[]>;

/** Renders blocks, and keeps them. */
export interface BlockKeeper {
  render(source: string, facts: BlockFacts): Html;
  readonly kept: KeptBlocks;
}

/**
 * The markup of a block is a function of its text and its facts: where both are as they were, so is the markup.
 *
 * @param before the blocks of an earlier version
 */
export function keepBlocks(before: KeptBlocks = new Map()): BlockKeeper {
  const kept = new Map<string, KeptBlock[]>();
  return {
    kept,
    render: (source, facts) => {
      const found = before.get(source)?.find((block) => sameFacts(block.facts, facts) && holds(block, facts));
      // What is kept holds on to the text and the facts of this version, and to no earlier one.
      const block = found ? { ...found, facts } : renderAnew(source, facts);
      const same = kept.get(source);
      if (same) same.push(block);
      else kept.set(source, [block]);
      return block.html;
    },
  };
}

function renderAnew(source: string, facts: BlockFacts): KeptBlock {
  const asked = new Map<string, References[string] | undefined>();
  const references = new Proxy(facts.references, {
    get: (all, label) => {
      if (typeof label !== 'string') return undefined;
      asked.set(label, all[label]);
      return all[label];
    },
  });
  return { html: renderMarkdown(source, { ...facts, references }), facts, asked };
}

/** Whether the link definitions that a block asked for say what they said. */
function holds({ asked }: KeptBlock, { references }: BlockFacts): boolean {
  for (const [label, before] of asked) {
    const now = references[label];
    if (before?.href !== now?.href || before?.title !== now?.title) return false;
  }
  return true;
}

/** Whether the facts of two blocks with the same text are the same, but for link definitions. */
function sameFacts(a: BlockFacts, b: BlockFacts): boolean {
  return (
    a.words === b.words &&
    a.direction === b.direction &&
    a.firstLine === b.firstLine &&
    a.writeFormula === b.writeFormula &&
    a.loadsImages === b.loadsImages &&
    a.headingShift === b.headingShift &&
    a.headingId === b.headingId &&
    sameMaps(a.figures, b.figures, (one, other) => one === other) &&
    sameMaps(a.insights, b.insights, (one, other) => one.classes === other.classes && one.suffix === other.suffix) &&
    a.inserts.length === b.inserts.length &&
    a.inserts.every((insert, i) => sameInsert(insert, b.inserts[i]))
  );
}

function sameInsert(a: Insert, b: Insert | undefined): boolean {
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

function sameMaps<T>(a: ReadonlyMap<number, T>, b: ReadonlyMap<number, T>, same: (a: T, b: T) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}

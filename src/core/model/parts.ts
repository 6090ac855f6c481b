/** Puts the blocks of a body together: what each of them declares, and then what each of them means. */

import { once } from '../base/once';
import type { Brief, Figure, FrontMatterError, SourceDeclaration, UnknownKey } from '../brief';
import type { Leaf, Unread } from './blocks/drafts';
import type { ResolvedBlock } from './blocks/keptBlocks';
import { blockAt, placeReading } from './blocks/placeBlock';
import { type Body, reachesAcross, sectionsOf } from './blocks/readBody';
import type { BriefFacts } from './briefFacts';
import type { OurComment } from './comments';
import { type FoundBefore, indexesWhere, type Replaced } from './indexes';
import type { TextReader } from './knownTexts';
import type { BlockLists, MeantBlocks } from './meantBlocks';
import { resolveBlock } from './resolveBlock';
import type { BodyDeclarations, LocalLeaf } from './sources/declarations';
import { suffixAt } from './sources/numberScopes';
import { tableFigures } from './tableFigures';

/** What the blocks of a body declare and say by themselves, in document order. */
export interface PlacedParts extends BodyDeclarations {
  readonly works: readonly SourceDeclaration[];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly unread: readonly Unread[];
}

/** @param declaring the indexes of the blocks that declare something */
export function placeParts(body: Body, declaring: readonly number[]): PlacedParts {
  const placed = declaring.map((index) => placeReading(body, index));
  return {
    definitions: joined(placed, (part) => part.definitions),
    footnotes: joined(placed, (part) => part.footnotes),
    entries: joined(placed, (part) => part.entries),
    works: joined(placed, (part) => part.works),
    inline: joined(placed, (part) => part.inline),
    figures: joined(placed, (part) => part.figures),
    figureErrors: joined(placed, (part) => part.figureErrors),
    figureUnknownKeys: joined(placed, (part) => part.figureUnknownKeys),
    comments: joined(placed, (part) => part.comments),
    unread: joined(placed, (part) => part.unread),
  };
}

/** The indexes of the blocks that declare something. */
export function declaringIn({ parts }: Body, before?: FoundBefore | null): readonly number[] {
  return indexesWhere(parts.length, (index) => parts[index]?.reading.declares === true, before);
}

/** The indexes of the blocks that cite in brackets. */
export function citingIn({ parts }: Body, before?: FoundBefore | null): readonly number[] {
  return indexesWhere(parts.length, (index) => parts[index]?.reading.citesInBrackets === true, before);
}

/** Whether some text has an author and a year that may cite a work. */
export function citesByYear({ parts }: Body): boolean {
  return parts.some(({ reading }) => reading.citesByYear);
}

/** Whether some text between two offsets of the document cites a number. */
export function citesNumbers({ parts, starts, base }: Body, start: number, end: number): boolean {
  return parts.some(({ reading }, index) => {
    const at = base + (starts[index] ?? 0);
    return at >= start && at < end && reading.leaves.some(citesNumber);
  });
}

function citesNumber({ facts, entryContent }: Leaf): boolean {
  return (
    !entryContent &&
    facts.marks.some((mark) => mark.kind === 'citation' && mark.items.some(({ id }) => /^\d+$/.test(id)))
  );
}

/** A list of each block, all in one. A keystroke joins thousands of short lists, which `flatMap` is slow at. */
function joined<P, T>(parts: Iterable<P>, listOf: (part: P) => readonly T[]): T[] {
  const all: T[] = [];
  for (const part of parts) for (const item of listOf(part)) all.push(item);
  return all;
}

/** The texts of a body, in document order. */
export function* leavesOf({ parts }: Body): Iterable<LocalLeaf> {
  for (const { block, reading } of parts) for (const leaf of reading.leaves) yield { text: block.text, leaf };
}

/**
 * What each block of a body means, in document order.
 *
 * @param earlier what the blocks of an earlier version meant, with the same facts, and which of them are others now
 * @returns what they mean, and which of that is perhaps something else; null: of all
 */
export function resolveParts(
  body: Body,
  facts: BriefFacts,
  texts: TextReader,
  earlier: { readonly meanings: readonly ResolvedBlock[]; readonly replaced: Replaced } | null,
): { readonly meanings: readonly ResolvedBlock[]; readonly replaced: Replaced | null } {
  const { parts, starts, base } = body;
  const { start, end, endBefore } = earlier?.replaced ?? { start: 0, end: parts.length, endBefore: 0 };
  const meanings = earlier ? earlier.meanings.slice(0, start) : [];
  let index = start;
  for (; index < parts.length; index++) {
    const part = parts[index];
    if (!part) break;
    const lead = part.leadIn === null ? null : (meanings[index - part.leadIn]?.lead ?? null);
    const suffix = suffixAt(facts.scopes, base + (starts[index] ?? 0));
    const meaning = resolveBlock(part, lead, suffix, facts, texts);
    // What leads in may say something else now. It reaches across comments and lists.
    const isOver = index >= end && meaning === earlier?.meanings[index - end + endBefore];
    if (isOver && !reachesAcross(part.block)) break;
    meanings.push(meaning);
  }
  if (!earlier) return { meanings, replaced: null };
  const rest = index - end + endBefore;
  return {
    meanings: meanings.concat(earlier.meanings.slice(rest)),
    replaced: { start, end: index, endBefore: rest },
  };
}

/** The lists of a brief that grow with its body. */
export type BodyLists = Pick<
  Brief,
  'sections' | 'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips' | 'blocks' | 'figures'
>;

/** The lists of a body, each made when it is first asked for: a keystroke asks for none of them. */
export type LazyLists = { readonly [K in keyof BodyLists]: () => BodyLists[K] };

export function listsOf({ body, meanings, placed }: MeantBlocks, declaredFigures: readonly Figure[]): LazyLists {
  const all = <T>(key: keyof BlockLists, listOf: (block: BlockLists) => readonly T[]) =>
    once(() => {
      const list: T[] = [];
      meanings.forEach((meaning, index) => {
        if (meaning[key].length > 0) for (const item of listOf(placed(index))) list.push(item);
      });
      return list;
    });
  return {
    insights: all('insights', ({ insights }) => insights),
    citations: all('citations', ({ citations }) => citations),
    clusters: all('clusters', ({ clusters }) => clusters),
    figureReferences: all('figureReferences', ({ figureReferences }) => figureReferences),
    links: all('links', ({ links }) => links),
    slips: all('slips', ({ slips }) => slips),
    sections: once(() => sectionsOf(body)),
    blocks: once(() => body.parts.map((_, index) => blockAt(body, index))),
    figures: once(() => {
      const withTables = indexesWhere(body.parts.length, (index) => body.parts[index]?.reading.tables.length !== 0);
      return [...declaredFigures, ...withTables.flatMap((index) => tableFigures(body, index, placed))];
    }),
  };
}

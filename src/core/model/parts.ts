/** Puts the blocks of a body together: what each of them declares, and then what each of them means. */

import type { Brief, Figure, FrontMatterError, UnknownKey } from '../brief';
import { once } from '../evidence/lookup/once';
import type { Span } from '../text';
import type { OurComment } from './comments';
import type { BodyDeclarations, LocalLeaf } from './declarations';
import type { TextReader } from './knownTexts';
import type { BlockLists, MeantBlocks } from './meantBlocks';
import { placeReading } from './placeBlock';
import type { Part } from './readBody';
import { type BriefFacts, type ResolvedBlock, resolveBlock } from './resolveBlock';
import { tableFigures } from './tableFigures';

/** What the blocks of a body declare and say by themselves, in document order. */
export interface PlacedParts extends BodyDeclarations {
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly tooDeep: readonly Span[];
}

export function placeParts(parts: readonly Part[]): PlacedParts {
  const placed = parts.filter(({ reading }) => reading.declares).map(placeReading);
  return {
    definitions: joined(placed, (part) => part.definitions),
    footnotes: joined(placed, (part) => part.footnotes),
    entries: joined(placed, (part) => part.entries),
    inline: joined(placed, (part) => part.inline),
    figures: joined(placed, (part) => part.figures),
    figureErrors: joined(placed, (part) => part.figureErrors),
    figureUnknownKeys: joined(placed, (part) => part.figureUnknownKeys),
    comments: joined(placed, (part) => part.comments),
    tooDeep: joined(placed, (part) => part.tooDeep),
  };
}

/** A list of each block, all in one. A keystroke joins thousands of short lists, which `flatMap` is slow at. */
function joined<P, T>(parts: Iterable<P>, listOf: (part: P) => readonly T[]): T[] {
  const all: T[] = [];
  for (const part of parts) for (const item of listOf(part)) all.push(item);
  return all;
}

/** The texts of a body, in document order. */
export function* leavesOf(parts: readonly Part[]): Iterable<LocalLeaf> {
  for (const { block, reading } of parts) for (const leaf of reading.leaves) yield { text: block.text, leaf };
}

/** What each block of a body means, in document order. */
export function resolveParts(parts: readonly Part[], facts: BriefFacts, texts: TextReader): ResolvedBlock[] {
  const leads = new Map<Part, ResolvedBlock>();
  return parts.map((part) => {
    const lead = part.leadIn && (leads.get(part.leadIn)?.lead ?? null);
    const meaning = resolveBlock(part, lead, facts, texts);
    if (part.leadsInto) leads.set(part, meaning);
    return meaning;
  });
}

/** The lists of a brief that grow with its body. */
export type BodyLists = Pick<
  Brief,
  'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips' | 'blocks' | 'figures'
>;

/** The lists of a body, each made when it is first asked for: a keystroke asks for none of them. */
export type LazyLists = { readonly [K in keyof BodyLists]: () => BodyLists[K] };

export function listsOf({ parts, meanings, placed }: MeantBlocks, declaredFigures: readonly Figure[]): LazyLists {
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
    blocks: once(() => parts.map((part) => placeReading(part).block)),
    figures: once(() => {
      const tables = parts.filter(({ reading }) => reading.tables.length > 0);
      return [...declaredFigures, ...tables.flatMap((part) => tableFigures(part, (other) => placed(other.index)))];
    }),
  };
}

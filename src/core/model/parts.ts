/** Puts the blocks of a body together: what each of them declares, and then what each of them means. */

import type { Brief, Figure, FrontMatterError, Insight, UnknownKey } from '../brief';
import { once } from '../evidence/lookup/once';
import type { Span } from '../text';
import type { OurComment } from './comments';
import type { BodyDeclarations, LocalLeaf } from './declarations';
import type { TextReader } from './knownTexts';
import { type PlacedBlock, placeBlock, placeReading } from './placeBlock';
import type { Part } from './readBody';
import { type BriefFacts, type ResolvedBlock, resolveBlock } from './resolveBlock';
import { tableFigures } from './tableFigures';

/** What the blocks of a body declare and say by themselves, in document order. */
export interface PlacedParts extends BodyDeclarations {
  readonly blocks: Brief['blocks'];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly tooDeep: readonly Span[];
}

export function placeParts(parts: readonly Part[]): PlacedParts {
  const placed = parts.map(placeReading);
  return {
    blocks: placed.map(({ block }) => block),
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

/** What the blocks of a body mean, in document order. */
export interface ResolvedParts
  extends Pick<Brief, 'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips'> {
  /** What the insights are copies of, in their order. */
  readonly origins: readonly Insight[];
  /** What each block was resolved to. */
  readonly meanings: readonly ResolvedBlock[];
  readonly tables: readonly Figure[];
}

export function resolveParts(parts: readonly Part[], facts: BriefFacts, texts: TextReader): ResolvedParts {
  const resolved = new Map<Part, ResolvedBlock>();
  const placed: PlacedBlock[] = [];
  let insights = 0;
  for (const part of parts) {
    const lead = part.leadIn && (resolved.get(part.leadIn)?.lead ?? null);
    const meaning = resolveBlock(part, lead, facts, texts);
    resolved.set(part, meaning);
    placed.push(placeBlock(part, meaning, insights));
    insights += meaning.insights.length;
  }
  const partsWithTables = parts.filter(({ reading }) => reading.tables.length > 0);
  const meanings = [...resolved.values()];
  const placedOf = once(() => new Map(parts.map((part, i) => [part, placed[i]])));
  return {
    insights: joined(placed, (part) => part.insights),
    origins: joined(meanings, (part) => part.insights),
    meanings,
    citations: joined(placed, (part) => part.citations),
    clusters: joined(placed, (part) => part.clusters),
    figureReferences: joined(placed, (part) => part.figureReferences),
    links: joined(placed, (part) => part.links),
    slips: joined(placed, (part) => part.slips),
    tables: partsWithTables.flatMap((part) => tableFigures(part, (other) => placedOf().get(other))),
  };
}

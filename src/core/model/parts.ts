/** Puts the blocks of a body together: what each of them declares, and then what each of them means. */
import type { Brief, Figure, FrontMatterError, Insight, UnknownKey } from '../brief';
import type { Span } from '../text';
import type { OurComment } from './comments';
import type { BodyDeclarations, LocalLeaf } from './declarations';
import type { TextReader } from './knownTexts';
import { placeBlock, placeReading } from './placeBlock';
import type { Part } from './readBody';
import { type BriefFacts, type ResolvedBlock, resolveBlock } from './resolveBlock';
import { type PlacedPart, tableFigures } from './tableFigures';

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
    definitions: placed.flatMap(({ definitions }) => definitions),
    footnotes: placed.flatMap(({ footnotes }) => footnotes),
    entries: placed.flatMap(({ entries }) => entries),
    inline: placed.flatMap(({ inline }) => inline),
    figures: placed.flatMap(({ figures }) => figures),
    figureErrors: placed.flatMap(({ figureErrors }) => figureErrors),
    figureUnknownKeys: placed.flatMap(({ figureUnknownKeys }) => figureUnknownKeys),
    comments: placed.flatMap(({ comments }) => comments),
    tooDeep: placed.flatMap(({ tooDeep }) => tooDeep),
  };
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
  readonly tables: readonly Figure[];
}

export function resolveParts(parts: readonly Part[], facts: BriefFacts, texts: TextReader): ResolvedParts {
  const resolved = new Map<Part, ResolvedBlock>();
  const byPart = new Map<Part, PlacedPart>();
  const placed: PlacedPart[] = [];
  let insights = 0;
  for (const part of parts) {
    const lead = part.leadIn && (resolved.get(part.leadIn)?.lead ?? null);
    const meaning = resolveBlock(part, lead, facts, texts);
    resolved.set(part, meaning);
    const own = { part, placed: placeBlock(part, meaning, insights) };
    byPart.set(part, own);
    placed.push(own);
    insights += meaning.insights.length;
  }
  return {
    insights: placed.flatMap((own) => own.placed.insights),
    origins: placed.flatMap((own) => own.placed.resolved.insights),
    citations: placed.flatMap((own) => own.placed.citations),
    clusters: placed.flatMap((own) => own.placed.clusters),
    figureReferences: placed.flatMap((own) => own.placed.figureReferences),
    links: placed.flatMap((own) => own.placed.links),
    slips: placed.flatMap((own) => own.placed.slips),
    tables: placed.flatMap((own) =>
      own.part.reading.tables.length > 0 ? tableFigures(own, (part) => byPart.get(part)) : [],
    ),
  };
}

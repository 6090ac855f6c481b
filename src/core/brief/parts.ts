/** Puts the blocks of a body together: what each of them declares, and then what each of them means. */

import { derive } from '../base/derive';
import { once } from '../base/once';
import { canonical, finderOf, flat, mapRuns, type Run, type Runs } from '../base/runs';
import type { Leaf, Unread } from './blocks/drafts';
import type { LeadIn } from './blocks/insights';
import type { BlockLists, ResolvedBlock } from './blocks/parsedBlock';
import { blockAt, placeReading } from './blocks/placeBlock';
import { type Body, FARTHEST, type Part, sectionsOf } from './blocks/readBody';
import { resolveBlock } from './blocks/resolveBlock';
import type { BriefFacts } from './briefFacts';
import type { FigureFacts, Targets } from './citations';
import type { OurComment } from './comments';
import { tableFigures } from './figures/tableFigures';
import type { TextReader } from './needs/knownTexts';
import type { ResolvedBlocks } from './resolvedBlocks';
import type { BodyDeclarations, LocalLeaf } from './sources/declarations';
import { suffixAt } from './sources/numberScopes';
import type { Brief, Figure, FrontMatterError, SourceDeclaration, UnknownKey } from './types';

/** What the blocks of a body declare and say by themselves, in document order. */
export interface PlacedParts extends BodyDeclarations {
  readonly works: readonly SourceDeclaration[];
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly unread: readonly Unread[];
}

export function placeParts(body: Body): PlacedParts {
  const placed = declaringIn.inAll(body.parts).map((index) => placeReading(body, index));
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

const declaringIn = finderOf((part: Part) => part.reading.declares);
const citingIn = finderOf((part: Part) => part.reading.citesInBrackets);
const byYearIn = finderOf((part: Part) => part.reading.citesByYear);

/** Whether the text cites in brackets somewhere. */
export function citesInBrackets({ parts }: Body): boolean {
  return citingIn.inEach(parts.runs).some((found) => found.length > 0);
}

/** Whether some text has an author and a year that may cite a work. */
export function citesByYear({ parts }: Body): boolean {
  return byYearIn.inEach(parts.runs).some((found) => found.length > 0);
}

/** Whether some text between two offsets of the document cites a number. */
export function citesNumbers({ parts, starts, base }: Body, start: number, end: number): boolean {
  return parts.items.some(({ reading }, index) => {
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

function joined<P, T>(parts: readonly P[], listOf: (part: P) => readonly T[]): readonly T[] {
  return flat(parts.map(listOf));
}

/** The texts of a body, in document order. */
export function* leavesOf({ parts }: Body): Iterable<LocalLeaf> {
  for (const { block, reading } of parts.items) for (const leaf of reading.leaves) yield { text: block.text, leaf };
}

/** What each block of a body means, in document order. */
export function resolveParts(body: Body, facts: BriefFacts, texts: TextReader): Runs<ResolvedBlock> {
  const { parts, base, starts } = body;
  const { declared, figures, targets, language, scopes } = facts;
  /** Those before the run, as far as they may lead into it. */
  let before: readonly ResolvedBlock[] = [];
  return mapRuns(parts, (run, first) => {
    // All blocks that something before the run leads into are led into by the same.
    const led = firstLedFromOutside(run);
    const lead = led < 0 ? null : (before.at(led - (run[led]?.leadIn ?? 0))?.lead ?? null);
    const suffixes =
      scopes.length === 0 ? '' : run.map((_, i) => suffixAt(scopes, base + (starts[first + i] ?? 0))).join(',');
    const meanings = sameMeanings(resolveRun(run, lead, suffixes, declared, figures, targets, language, texts));
    before = meanings.length < FARTHEST ? before.concat(meanings).slice(-FARTHEST) : meanings;
    return meanings;
  });
}

const sameMeanings = canonical<ResolvedBlock>();
const firstLedFromOutside = derive((run: Run<Part>) => run.findIndex(({ leadIn }, i) => leadIn !== null && leadIn > i));

/**
 * @param leadIn what the paragraph before the run says that leads into blocks of it
 * @param suffixes what the numbers in each block have behind them in ids; empty: none have anything
 */
const resolveRun = derive(
  (
    run: Run<Part>,
    leadIn: LeadIn | null,
    suffixes: string,
    declared: BriefFacts['declared'],
    figures: FigureFacts,
    targets: Targets,
    language: string,
    texts: TextReader,
  ) => {
    const suffixOf = suffixes.split(',');
    const meanings: ResolvedBlock[] = [];
    for (const [index, part] of run.entries()) {
      const before = part.leadIn === null ? undefined : index - part.leadIn;
      const lead = before === undefined ? null : before < 0 ? leadIn : (meanings[before]?.lead ?? null);
      const facts = { declared, figures, targets, language };
      meanings.push(resolveBlock(part, lead, suffixOf[index] ?? '', facts, texts));
    }
    return meanings;
  },
);

/** The lists of a brief that grow with its body. */
export type BodyLists = Pick<
  Brief,
  'sections' | 'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips' | 'blocks' | 'figures'
>;

const withTables = finderOf((part: Part) => part.reading.tables.length > 0);

/** The lists of a body, each made when it is first asked for: a keystroke asks for none of them. */
export type LazyLists = { readonly [K in keyof BodyLists]: () => BodyLists[K] };

export function listsOf({ body, meanings, placed }: ResolvedBlocks, declaredFigures: readonly Figure[]): LazyLists {
  const all = <T>(key: keyof BlockLists, listOf: (block: BlockLists) => readonly T[]) =>
    once(() => {
      const list: T[] = [];
      meanings.items.forEach((meaning, index) => {
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
    blocks: once(() => body.blocks.map((_, index) => blockAt(body, index))),
    figures: once(() => {
      const tables = withTables.inAll(body.parts).flatMap((index) => tableFigures(body, index, placed));
      return [...declaredFigures, ...tables];
    }),
  };
}

/** Puts the blocks of a body together: first their declarations, and then their meanings. */

import { derive } from '../base/derive';
import { once } from '../base/once';
import { canonical, finderOf, flat, mapRuns, type Run, type Runs, runAt } from '../base/runs';
import { kept, NONE } from '../base/same';
import type { Leaf, PlacedReading, Unread } from './blocks/drafts';
import type { LeadIn } from './blocks/insights';
import type { BlockLists, ResolvedBlock } from './blocks/parsedBlock';
import { blockAt, placeReading } from './blocks/placeBlock';
import { type Body, type Part, sectionsOf } from './blocks/readBody';
import { resolveBlock } from './blocks/resolveBlock';
import type { BriefFacts } from './briefFacts';
import type { OurComment } from './comments';
import { tableFigures } from './figures/tableFigures';
import type { TextReader } from './needs/knownTexts';
import type { ResolvedBlocks } from './resolvedBlocks';
import type { BodyDeclarations, LocalLeaf } from './sources/declarations';
import { suffixAt } from './sources/numberScopes';
import type { Brief, Figure, FrontMatterError, UnknownKey } from './types';

/** Declarations, figures and comments of the blocks of a body, in document order. */
export interface PlacedParts extends BodyDeclarations, Pick<PlacedReading, 'heads' | 'fields'> {
  readonly figures: readonly Figure[];
  readonly figureErrors: readonly FrontMatterError[];
  readonly figureUnknownKeys: readonly UnknownKey[];
  readonly comments: readonly OurComment[];
  readonly unread: readonly Unread[];
}

export function placeParts(body: Body, told: Told): PlacedParts {
  const placed = told.declaring.map((index) => placeReading(body, index));
  return {
    definitions: joined(placed, (part) => part.definitions),
    footnotes: joined(placed, (part) => part.footnotes),
    entries: joined(placed, (part) => part.entries),
    works: joined(placed, (part) => part.works),
    heads: joined(placed, (part) => part.heads),
    fields: joined(placed, (part) => part.fields),
    inline: joined(placed, (part) => part.inline),
    figures: joined(placed, (part) => part.figures),
    figureErrors: joined(placed, (part) => part.figureErrors),
    figureUnknownKeys: joined(placed, (part) => part.figureUnknownKeys),
    comments: joined(placed, (part) => part.comments),
    unread: joined(placed, (part) => part.unread),
  };
}

/** Facts about a body that are known before its meaning. */
export interface Told {
  /** The indexes of the blocks that have anything but texts and tables. */
  readonly declaring: readonly number[];
  /** True if the text cites in brackets somewhere. */
  readonly brackets: boolean;
  /** Counts the blocks that may cite by numbers glued to the marks before them. */
  readonly glued: number;
  /** True if some text has an author and a year that may cite a work. */
  readonly years: boolean;
  /** True if some text has a link whose words are the number of a source. */
  readonly links: boolean;
  /** Returns the plain numbers that the texts cite. */
  readonly numbers: () => ReadonlySet<string>;
}

export function toldBy({ runs, firsts }: Runs<Part>): Told {
  const each = runs.map((run) => toldByRun(run));
  const declaring: number[] = [];
  for (const [run, told] of each.entries())
    for (const index of told.declaring) declaring.push((firsts[run] ?? 0) + index);
  return {
    declaring,
    brackets: each.some(({ brackets }) => brackets),
    glued: each.reduce((sum, { glued }) => sum + glued, 0),
    years: each.some(({ years }) => years),
    links: each.some(({ links }) => links),
    numbers: () => new Set(each.flatMap(({ numbers }) => [...numbers()])),
  };
}

const toldByRun = derive(
  (run: Run<Part>): Told => ({
    declaring: kept([...run.keys()].filter((index) => run[index]?.reading.declares)),
    brackets: run.some(({ reading }) => reading.citesInBrackets),
    glued: run.filter(({ reading }) => reading.citesGlued).length,
    years: run.some(({ reading }) => reading.citesByYear),
    links: run.some(({ reading }) => reading.citesByLink),
    numbers: once(() => new Set(run.flatMap(({ reading }) => reading.leaves.flatMap(numbersCited)))),
  }),
);

/** Returns the numbers that the blocks which start between two offsets of the document cite. */
export function numbersIn({ parts, starts, base }: Body, start: number, end: number): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const [index, { reading }] of parts.items.entries()) {
    const at = base + (starts[index] ?? 0);
    if (at < start || at >= end) continue;
    for (const number of reading.leaves.flatMap(numbersCited)) numbers.add(number);
  }
  return numbers;
}

function numbersCited({ facts, entryContent }: Leaf): string[] {
  if (entryContent) return [];
  return facts.marks.flatMap((mark) =>
    mark.kind === 'citation' && (mark.bare === undefined || mark.bare === 'glued')
      ? mark.items.flatMap(({ id }) => (/^\d+$/.test(id) ? [id] : []))
      : [],
  );
}

function joined<P, T>(parts: readonly P[], listOf: (part: P) => readonly T[]): readonly T[] {
  const lists = parts.map(listOf).filter(({ length }) => length > 0);
  return lists.length > 1 ? flat(lists) : (lists[0] ?? NONE);
}

/** The texts of a body, in document order. */
export function* leavesOf({ parts }: Body): Iterable<LocalLeaf> {
  for (const { block, reading } of parts.items) for (const leaf of reading.leaves) yield { text: block.text, leaf };
}

/**
 * Resolves each block of a body, in document order. A part means the same as in the version before, unless the brief declares
 * something else. It is a new object as soon as a block changes that leads into it.
 */
export function resolveParts(lineage: object, body: Body, facts: BriefFacts, texts: TextReader): Runs<ResolvedBlock> {
  const { parts, base, starts } = body;
  const { scopes } = facts;
  const last = lastMeaningsOf(lineage);
  const known = last.read && restsOnSame(last.read, facts, texts) ? last.read : null;
  const done: Run<ResolvedBlock>[] = [];
  const leadAt = (index: number) => {
    const run = runAt(parts, index);
    return done[run]?.[index - (parts.firsts[run] ?? 0)]?.lead ?? null;
  };
  const meanings = mapRuns(parts, (run, first, index) => {
    const before = run === known?.parts.runs[index] ? known.meanings.runs[index] : undefined;
    const suffixOf = (i: number) => (scopes.length === 0 ? '' : suffixAt(scopes, base + (starts[first + i] ?? 0)));
    const knownOf = (part: Part, i: number) =>
      part === known?.parts.items[first + i] ? known.meanings.items[first + i] : undefined;
    const now = before ?? sameMeanings(resolveRun(run, (i) => leadAt(first + i), suffixOf, facts, texts, knownOf));
    done.push(now);
    return now;
  });
  last.read = { parts, facts, texts, meanings };
  return meanings;
}

const sameMeanings = canonical<ResolvedBlock>();
const lastMeaningsOf = derive((_lineage: object): { read: MeaningsRead | null } => ({ read: null }));

interface MeaningsRead {
  readonly parts: Runs<Part>;
  readonly facts: BriefFacts;
  readonly texts: TextReader;
  readonly meanings: Runs<ResolvedBlock>;
}

/** True if the known meanings still hold. If lists count from 1 again, they don't: the place of a number then matters. */
function restsOnSame({ facts, texts }: MeaningsRead, now: BriefFacts, textsNow: TextReader): boolean {
  return (
    facts.declared === now.declared &&
    facts.figures === now.figures &&
    facts.targets === now.targets &&
    texts === textsNow &&
    facts.scopes.length === 0 &&
    now.scopes.length === 0
  );
}

/**
 * @param leadAt gives the lead-in of a block before the run, by its index in the run, which is negative
 * @param suffixOf gives the suffix of the ids that numbers in a block stand for; may be empty
 * @param knownOf gives the meaning of a part, if that is known
 */
function resolveRun(
  run: Run<Part>,
  leadAt: (index: number) => LeadIn | null,
  suffixOf: (index: number) => string,
  facts: BriefFacts,
  texts: TextReader,
  knownOf: (part: Part, index: number) => ResolvedBlock | undefined,
): Run<ResolvedBlock> {
  const meanings: ResolvedBlock[] = [];
  for (const [index, part] of run.entries()) {
    const before = part.leadIn === null ? null : index - part.leadIn;
    const lead = before === null ? null : before < 0 ? leadAt(before) : (meanings[before]?.lead ?? null);
    meanings.push(knownOf(part, index) ?? resolveBlock(part, lead, suffixOf(index), facts, texts));
  }
  return meanings;
}

/** The lists of a brief that grow with its body. */
export type BodyLists = Pick<
  Brief,
  'sections' | 'insights' | 'citations' | 'clusters' | 'figureReferences' | 'links' | 'slips' | 'blocks' | 'figures'
>;

const withTables = finderOf((part: Part) => part.reading.tables.length > 0);

/** The lists of a body. Each is made when first asked for. A keystroke doesn't ask for any. */
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

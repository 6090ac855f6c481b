/**
 * Tells what is usual in a document: how often its author cites insights like a given one, in the document, in its section
 * and in its list. With the words of the insight, this tells whether the author would have cited it. The weights are learned
 * from documents (`npm run habit`); docs/evaluation.md has their curve.
 */

import { derive } from '../../base/derive';
import { once } from '../../base/once';
import { changesInRuns, type Run, type Runs } from '../../base/runs';
import { NONE } from '../../base/same';
import type { Outline } from '../blocks/outline';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import type { Body } from '../blocks/readBody';
import type { Origin } from '../types';
import { AROUND, THRESHOLD } from './habitWeights';
import { type InsightPlace, nextInsight } from './nextInsight';
import { startsBold, weighed } from './wording';

/** How many of some insights cite in their own words, and how many rest on nothing. Others count as neither. */
interface Tally {
  readonly cited: number;
  readonly uncited: number;
}

/** Insights of one kind near an insight, and how they cite. */
export interface Neighbours extends Tally {
  readonly kind: Origin['kind'];
  readonly where: 'list' | 'section' | 'document';
}

/** Tells what is usual around the insights of a version. Insights are named by their block and their index in it. */
export interface Habit {
  /** Returns the features of an insight by what is around it. */
  featuresOf(block: number, index: number): Readonly<Record<AroundFeature, number>>;
  /** True if the author would have cited an insight. @param margin by how much less it may be usual, in log-odds */
  wouldCite(block: number, index: number, margin?: number): boolean;
  /** Returns the nearest insights like a given one of which more than half cite; else those of which the largest share does. */
  neighboursOf(block: number, index: number): Neighbours;
}

/** True if an insight cites in its own words. Citations in its lead-in and in the items below it don't count. */
export function isCitedItself({ citedVia }: Pick<Origin, 'citedVia'>): boolean {
  return citedVia === 'text' || citedVia === 'link' || citedVia === 'textual';
}

/** True if an insight names a source, or something around it does. */
export function isCited({ citedVia }: Pick<Origin, 'citedVia'>): boolean {
  return citedVia !== null && citedVia !== 'own';
}

/**
 * @param lineage stands for the versions of one text. A version counts anew what has changed since the one that was asked last
 * @param firstInsightOf returns the index of a block's first insight among those of the version
 * @param origins returns the insights of the version
 * @param typed the insight that somebody is typing. It doesn't count, so that what is reported elsewhere stays as it is
 */
export function habitOf(
  lineage: object,
  body: Body,
  meanings: Runs<ResolvedBlock>,
  firstInsightOf: (block: number) => number,
  origins: () => readonly Origin[],
  typed: InsightPlace | null,
): Habit {
  return new HabitOfVersion(lineage, body, meanings, firstInsightOf, origins, typed);
}

class HabitOfVersion implements Habit {
  readonly #body: Body;
  readonly #meanings: Runs<ResolvedBlock>;
  readonly #typed: InsightPlace | null;
  readonly #firstInsightOf: (block: number) => number;
  readonly #counted: () => Counts;
  /** What the typed insight counts for. */
  readonly #own: () => Counts;
  readonly #origins: () => readonly Origin[];
  /** The typed insight among those of the version; −1 if there is none. */
  readonly #typedAt: number;
  readonly #families = new Map<number, ReadonlyMap<number | null, Tally>>();

  constructor(
    lineage: object,
    body: Body,
    meanings: Runs<ResolvedBlock>,
    firstInsightOf: (block: number) => number,
    origins: () => readonly Origin[],
    typed: InsightPlace | null,
  ) {
    this.#body = body;
    this.#meanings = meanings;
    this.#firstInsightOf = firstInsightOf;
    this.#typed = typed;
    this.#typedAt = typed ? firstInsightOf(typed.block) + typed.index : -1;
    this.#own = once(() => {
      const counts = new Counts();
      if (typed) counts.add(this.#standingOf(typed.block), typed.index, 1);
      return counts;
    });
    this.#origins = origins;
    const standings = once(() =>
      meanings.runs.map((run, i) => standingsIn(run, body.outline, meanings.firsts[i] ?? 0)),
    );
    this.#counted = () => countsOf(lineage, standings());
  }

  featuresOf(block: number, index: number) {
    const insight = this.#insightAt(block, index);
    const { size, label } = insight.wording;
    const others = this.#othersOf(block, index);
    const standing = this.#standingOf(block);
    const here = others(`${standing.section}`);
    const beside = others(besideIn(standing));
    return {
      aboveThree: this.#near(block, index, -1),
      belowThree: this.#near(block, index, 1),
      nearby: this.#nearby(block, index),
      until: Math.log1p(this.#until(block, index)),
      siblings: oddsOf(this.#siblingsOf(block, index), 0.5),
      sectionShape: oddsOf(others(`${standing.section} ${shapeOf(insight)}`), 1),
      sections: oddsOf({ cited: beside.cited - here.cited, uncited: beside.uncited - here.uncited }, 1),
      noSection: Number(standing.section < 0),
      size: oddsOf(others(sizeOf(insight)), 2),
      longer: size - meanSize(this.#counted(), this.#own()),
      place: oddsOf(others(placeIn(standing, index)), 1),
      label: oddsOf(label === '' ? NOBODY : others(labelIn(label)), 0.5),
    };
  }

  wouldCite(block: number, index: number, margin = 0): boolean {
    const { wording } = this.#insightAt(block, index);
    return wording.odds + weighed(this.featuresOf(block, index), AROUND) >= THRESHOLD - margin;
  }

  neighboursOf(block: number, index: number): Neighbours {
    const { kind } = this.#insightAt(block, index);
    const others = this.#othersOf(block, index);
    const near: readonly Neighbours[] = [
      { ...this.#siblingsOf(block, index), kind, where: 'list' },
      { ...others(`${this.#standingOf(block).section} ${kind}`), kind, where: 'section' },
      { ...others(kind), kind, where: 'document' },
    ];
    const best = near.reduce((most, each) => (shareOf(each) > shareOf(most) ? each : most));
    return near.find((each) => shareOf(each) > 0.5) ?? best;
  }

  #insightsOf(block: number): readonly Origin[] {
    return this.#meanings.items[block]?.insights ?? NONE;
  }

  #standingOf(block: number): Standing {
    return standingIn(this.#meanings.items[block] ?? NOTHING, this.#body.outline, block);
  }

  #insightAt(block: number, index: number): Origin {
    const insight = this.#insightsOf(block)[index];
    if (!insight) throw new RangeError(`Block ${block} has no insight ${index}.`);
    return insight;
  }

  #isTyped(block: number, index: number): boolean {
    return block === this.#typed?.block && index === this.#typed.index;
  }

  /** Counts insights with some name, without the insight itself. */
  #othersOf(block: number, index: number): (name: string) => Tally {
    const { because, citedVia } = this.#insightAt(block, index);
    const isCounted = citedVia === null && because !== 'no-claim-section' && !this.#isTyped(block, index);
    return (name: string): Tally => {
      const [all, own] = [this.#counted().of(name), this.#own().of(name)];
      return { cited: all.cited - own.cited, uncited: all.uncited - own.uncited - Number(isCounted) };
    };
  }

  #siblingsOf(block: number, index: number): Tally {
    const insight = this.#insightAt(block, index);
    if (insight.kind !== 'item') return NOBODY;
    const { cited, uncited } = this.#familiesOf(block).get(insight.parent) ?? NOBODY;
    if (this.#isTyped(block, index)) return { cited, uncited };
    return { cited: cited - Number(isCitedItself(insight)), uncited: uncited - Number(insight.citedVia === null) };
  }

  /** Counts the items of a block by the insight that they are in, once for all of them: a list may have thousands of items. */
  #familiesOf(block: number): ReadonlyMap<number | null, Tally> {
    const known = this.#families.get(block);
    if (known) return known;
    const families = new Map<number | null, { cited: number; uncited: number }>();
    for (const [i, insight] of this.#insightsOf(block).entries()) {
      if (insight.kind !== 'item' || this.#isTyped(block, i)) continue;
      const family = families.get(insight.parent) ?? { cited: 0, uncited: 0 };
      families.set(insight.parent, family);
      if (isCitedItself(insight)) family.cited++;
      if (insight.citedVia === null) family.uncited++;
    }
    this.#families.set(block, families);
    return families;
  }

  /** Counts the insights that cite, of the three right before or behind an insight in its section. */
  #near(block: number, index: number, step: 1 | -1): number {
    let [cited, seen] = [0, 0];
    let place = nextInsight(this.#body, this.#meanings.items, { block, index }, step);
    while (place && seen < NEAR) {
      if (!this.#isTyped(place.block, place.index)) {
        seen++;
        cited += Number(isCitedItself(place.origin));
      }
      place = nextInsight(this.#body, this.#meanings.items, place, step);
    }
    return cited;
  }

  /** Counts the insights that cite near an insight, in any section. */
  #nearby(block: number, index: number): number {
    const citing = this.#citing(block, index, -1, NEARBY).concat(this.#citing(block, index, 1, NEARBY));
    return citing.filter((cites) => cites).length;
  }

  /** Counts the insights from an insight to the next one that cites, in any section. */
  #until(block: number, index: number): number {
    const count = this.#citing(block, index, 1, FARTHEST).indexOf(true);
    return count < 0 ? FARTHEST : count;
  }

  /** Returns whether each of the insights next to one cites, without the one that is typed. */
  #citing(block: number, index: number, step: 1 | -1, most: number): boolean[] {
    const origins = this.#origins();
    const found: boolean[] = [];
    for (let at = this.#firstInsightOf(block) + index + step; found.length < most; at += step) {
      const origin = origins[at];
      if (!origin) break;
      if (at !== this.#typedAt) found.push(isCitedItself(origin));
    }
    return found;
  }
}

export type AroundFeature = keyof typeof AROUND;

/** Number of insights before and behind one that tell what is usual there. */
const NEAR = 3;
const NOBODY: Tally = { cited: 0, uncited: 0 };
/** Number of insights before and behind one that are nearby. */
const NEARBY = 8;
/** An insight behind so many others is too far to tell anything. */
const FARTHEST = 16;
/** One insight alone is no habit. */
const FEWEST = 3;

/** The log-odds of the share that cites, drawn to even where few insights are known. */
function oddsOf({ cited, uncited }: Tally, smooth: number): number {
  return Math.log((cited + smooth) / (uncited + smooth));
}

function shareOf({ cited, uncited }: Tally): number {
  return cited / Math.max(FEWEST, cited + uncited);
}

/** Insights have the same shape if they are of one kind and depth, begin alike, and have one sentence or several. */
function shapeOf({ kind, parent, text, sentences }: Origin): string {
  return `${kind} ${parent !== null} ${startsBold(text)} ${sentences.length > 1}`;
}

/** Names the insights of a section and of the sections beside it. */
function besideIn({ parent }: Standing): string {
  return `in ${parent}`;
}

/** Names the insights of a kind that are about as long. */
function sizeOf({ kind, wording: { size } }: Origin): string {
  return `size ${kind} ${SIZES.findLastIndex((words) => size >= Math.log1p(words))}`;
}

const SIZES = [0, 6, 12, 22, 40] as const;

/** Names the insights that begin with a label: "**Price:** …". */
function labelIn(label: string): string {
  return `label ${label}`;
}

/** Names the insights of a kind that stand alike at the start, in the middle or at the end of a section. */
function placeIn({ insights, isFirst, isLast }: Standing, index: number): string {
  return `place ${insights[index]?.kind} ${isFirst && index === 0} ${isLast && index === insights.length - 1}`;
}

/** The insights of a block, and where it stands. */
interface Standing {
  readonly insights: readonly Origin[];
  /** Its section, and the one that holds that; −1 without one. */
  readonly section: number;
  readonly parent: number;
  /** True if it is the first block of its section, or the last one. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const NOTHING: Pick<ResolvedBlock, 'insights'> = { insights: NONE };

function standingIn(block: Pick<ResolvedBlock, 'insights'>, { sections, sectionOf }: Outline, at: number): Standing {
  const section = sectionOf[at] ?? -1;
  const isFirst = at === (sections[section]?.opener ?? -1) + 1;
  return steadyStanding(block, section, sections[section]?.parent ?? -1, isFirst, sectionOf[at + 1] !== section);
}

const steadyStanding = derive(
  (
    { insights }: Pick<ResolvedBlock, 'insights'>,
    section: number,
    parent: number,
    isFirst: boolean,
    isLast: boolean,
  ): Standing => ({ insights, section, parent, isFirst, isLast }),
);

const standingsIn = derive(
  (run: Run<ResolvedBlock>, outline: Outline, first: number): Run<Standing> =>
    run.map((block, i) => standingIn(block, outline, first + i)),
);

/** Counts of insights by name, such as their kind, or their section and kind. */
class Counts {
  readonly #tallies = new Map<string, { cited: number; uncited: number }>();
  /** How long the insights that cite are, as integers: sums don't depend on their order. */
  #sizes = 0;

  of(name: string): Tally {
    return this.#tallies.get(name) ?? NOBODY;
  }

  /** How long all insights that cite are together, in thousandths of logarithms of their words. */
  get sizes(): number {
    return this.#sizes;
  }

  /** Adds an insight, or takes it away. In sections that need no sources, none counts. @param by how often; negative to take away */
  add(standing: Standing, index: number, by: number): void {
    const insight = standing.insights[index];
    if (!insight) return;
    const { kind, because, citedVia, wording } = insight;
    const [cited, uncited] = isCitedItself(insight) ? [by, 0] : citedVia === null ? [0, by] : [0, 0];
    if (because === 'no-claim-section' || (cited === 0 && uncited === 0)) return;
    const { section } = standing;
    this.#count('all', cited, uncited);
    this.#count(kind, cited, uncited);
    this.#count(sizeOf(insight), cited, uncited);
    this.#count(placeIn(standing, index), cited, uncited);
    this.#count(`${section}`, cited, uncited);
    this.#count(`${section} ${kind}`, cited, uncited);
    this.#count(`${section} ${shapeOf(insight)}`, cited, uncited);
    this.#count(besideIn(standing), cited, uncited);
    if (wording.label !== '') this.#count(labelIn(wording.label), cited, uncited);
    this.#sizes += cited * Math.round(EXACT * wording.size);
  }

  #count(name: string, cited: number, uncited: number): void {
    const tally = this.#tallies.get(name);
    if (tally) {
      tally.cited += cited;
      tally.uncited += uncited;
    } else this.#tallies.set(name, { cited, uncited });
  }
}

const EXACT = 1000;

/** Returns how long an insight that cites is on average, in logarithms of its words. @param without what doesn't count */
function meanSize(all: Counts, without: Counts): number {
  return (all.sizes - without.sizes) / EXACT / Math.max(1, all.of('all').cited - without.of('all').cited);
}

/** Counts the blocks of a version. The counts are moved to the version that asks: a keystroke changes one of many blocks. */
function countsOf(lineage: object, runs: readonly Run<Standing>[]): Counts {
  const counts = countsOfLast(lineage);
  const changes = [...changesOf(lineage, runs)].filter(([, by]) => by !== 0);
  const [[is, come] = [], [was, gone] = []] = changes;
  if (changes.length === 2 && is && was && come === 1 && gone === -1 && isAlike(was, is)) replace(counts, was, is);
  else
    for (const [standing, by] of changes)
      for (let index = 0; index < standing.insights.length; index++) counts.add(standing, index, by);
  return counts;
}

const countsOfLast = derive((_lineage: object) => new Counts());
const changesOf = changesInRuns<Standing>();

/** Counts a block in place of one like it: a list of a hundred items of which one is typed. */
function replace(counts: Counts, was: Standing, is: Standing): void {
  for (let index = 0; index < is.insights.length; index++) {
    if (countsAs(was.insights[index], is.insights[index])) continue;
    counts.add(was, index, -1);
    counts.add(is, index, 1);
  }
}

/** True if two blocks stand in the same place, with as many insights. */
function isAlike(a: Standing, b: Standing): boolean {
  const { section, parent, isFirst, isLast, insights } = a;
  if (section !== b.section || parent !== b.parent || insights.length !== b.insights.length) return false;
  return isFirst === b.isFirst && isLast === b.isLast;
}

/** True if two insights of like blocks have the same names, are as long and cite alike: most keys leave all this. */
function countsAs(a: Origin | undefined, b: Origin | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.kind !== b.kind || a.because !== b.because || a.citedVia !== b.citedVia) return false;
  if (a.wording.size !== b.wording.size || a.wording.label !== b.wording.label) return false;
  return shapeOf(a) === shapeOf(b);
}

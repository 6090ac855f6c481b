/**
 * Tells what is usual in a document: how often its author cites insights like a given one, in the document, in its section
 * and in its list. With the words of the insight, this tells whether the author would have cited it. The weights are learned
 * from documents (`npm run habit`); docs/evaluation.md has their curve.
 */

import { derive } from '../../base/derive';
import { once } from '../../base/once';
import type { Run, Runs } from '../../base/runs';
import { NONE } from '../../base/same';
import type { Outline } from '../blocks/outline';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
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

/** @param typed the insight that somebody is typing. It doesn't count, so that what is reported elsewhere stays as it is */
export function habitOf(body: Body, meanings: Runs<ResolvedBlock>, typed: InsightPlace | null): Habit {
  return new HabitOfVersion(body, meanings, typed);
}

class HabitOfVersion implements Habit {
  readonly #body: Body;
  readonly #meanings: Runs<ResolvedBlock>;
  readonly #typed: InsightPlace | null;
  readonly #counted: () => Counts;
  /** Whether each insight cites (1 or 0), without the one that is typed, and the place of the first one of each block. */
  readonly #along: () => { readonly flags: readonly number[]; readonly firsts: readonly number[] };
  readonly #families = new Map<number, ReadonlyMap<number | null, Tally>>();

  constructor(body: Body, meanings: Runs<ResolvedBlock>, typed: InsightPlace | null) {
    this.#body = body;
    this.#meanings = meanings;
    this.#typed = typed;
    this.#along = once(() => {
      const flags: number[] = [];
      const firsts = meanings.items.map(({ insights }, block) => {
        const first = flags.length;
        for (const [index, insight] of insights.entries())
          if (!this.#isTyped(block, index)) flags.push(Number(isCitedItself(insight)));
        return first;
      });
      return { flags, firsts };
    });
    this.#counted = once(() => {
      const counts = new Counts();
      for (const [i, run] of meanings.runs.entries())
        counts.addAll(countsIn(run, body.outline, meanings.firsts[i] ?? 0));
      if (typed) counts.add(this.#insightsOf(typed.block), typed.index, body, typed.block, -1);
      return counts;
    });
  }

  featuresOf(block: number, index: number) {
    const insight = this.#insightAt(block, index);
    const { size, label } = insight.wording;
    const others = this.#othersOf(block, index);
    const section = sectionOf(this.#body, block);
    const here = others(`${section}`);
    const beside = others(besideIn(this.#body.outline, section));
    return {
      aboveThree: this.#near(block, index, -1),
      belowThree: this.#near(block, index, 1),
      nearby: this.#nearby(block, index),
      until: Math.log1p(this.#until(block, index)),
      siblings: oddsOf(this.#siblingsOf(block, index), 0.5),
      sectionShape: oddsOf(others(`${section} ${shapeOf(insight)}`), 1),
      sections: oddsOf({ cited: beside.cited - here.cited, uncited: beside.uncited - here.uncited }, 1),
      noSection: Number(section === null),
      size: oddsOf(others(sizeOf(insight)), 2),
      longer: size - this.#counted().meanSize(),
      place: oddsOf(others(this.#placeOf(block, index)), 1),
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
      { ...others(`${sectionOf(this.#body, block)} ${kind}`), kind, where: 'section' },
      { ...others(kind), kind, where: 'document' },
    ];
    const best = near.reduce((most, each) => (shareOf(each) > shareOf(most) ? each : most));
    return near.find((each) => shareOf(each) > 0.5) ?? best;
  }

  #insightsOf(block: number): readonly Origin[] {
    return this.#meanings.items[block]?.insights ?? NONE;
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
      const { cited, uncited } = this.#counted().of(name);
      return { cited, uncited: uncited - Number(isCounted) };
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
    const { flags } = this.#along();
    const { before, behind } = this.#placeAlong(block, index);
    let cited = 0;
    for (let i = Math.max(0, before - NEARBY); i < before; i++) cited += flags[i] ?? 0;
    for (let i = behind; i < Math.min(flags.length, behind + NEARBY); i++) cited += flags[i] ?? 0;
    return cited;
  }

  /** Counts the insights from an insight to the next one that cites, in any section. */
  #until(block: number, index: number): number {
    const { flags } = this.#along();
    const { behind } = this.#placeAlong(block, index);
    for (let count = 0; count < FARTHEST && behind + count < flags.length; count++)
      if (flags[behind + count] === 1) return count;
    return FARTHEST;
  }

  /** Returns how many insights are before one, and the place of the one behind it, without the one that is typed. */
  #placeAlong(block: number, index: number): { readonly before: number; readonly behind: number } {
    const isBehindTyped = block === this.#typed?.block && index > this.#typed.index;
    const before = (this.#along().firsts[block] ?? 0) + index - Number(isBehindTyped);
    return { before, behind: before + Number(!this.#isTyped(block, index)) };
  }

  #placeOf(block: number, index: number): string {
    return placeIn(this.#body, block, index, this.#insightsOf(block));
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
  return [kind, parent !== null && 'nested', startsBold(text) && 'bold', sentences.length > 1 && 'long'].join();
}

/** Names the insights of a section and of the sections beside it. */
function besideIn({ sections }: Outline, section: number | null): string {
  return `in ${sections[section ?? -1]?.parent ?? -1}`;
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
function placeIn(body: Pick<Body, 'outline'>, block: number, index: number, insights: readonly Origin[]): string {
  const section = sectionOf(body, block);
  const isAtEnd = block === body.outline.sectionOf.length - 1;
  const isFirst = index === 0 && block === (body.outline.sections[section ?? -1]?.opener ?? -1) + 1;
  const isLast = index === insights.length - 1 && (isAtEnd || sectionOf(body, block + 1) !== section);
  return `place ${insights[index]?.kind} ${isFirst} ${isLast}`;
}

/** Counts of insights by name, such as their kind, or their section and kind. */
class Counts {
  readonly #tallies = new Map<string, { cited: number; uncited: number }>();
  /** How long the insights that cite are, as integers: sums don't depend on their order. */
  #sizes = 0;

  of(name: string): Tally {
    return this.#tallies.get(name) ?? NOBODY;
  }

  /** Returns how long an insight that cites is on average, in logarithms of its words. */
  meanSize(): number {
    return this.#sizes / EXACT / Math.max(1, this.of('all').cited);
  }

  /**
   * Adds an insight, or takes it away. In sections that need no sources, none counts.
   *
   * @param insights those of its block
   * @param by 1 or −1
   */
  add(insights: readonly Origin[], index: number, body: Pick<Body, 'outline'>, block: number, by: number): void {
    const insight = insights[index];
    if (!insight) return;
    const { kind, because, citedVia, wording } = insight;
    const [cited, uncited] = isCitedItself(insight) ? [by, 0] : citedVia === null ? [0, by] : [0, 0];
    if (because === 'no-claim-section' || (cited === 0 && uncited === 0)) return;
    const section = sectionOf(body, block);
    for (const name of [
      'all',
      kind,
      sizeOf(insight),
      placeIn(body, block, index, insights),
      `${section}`,
      `${section} ${kind}`,
      `${section} ${shapeOf(insight)}`,
      besideIn(body.outline, section),
    ])
      this.#count(name, cited, uncited);
    if (wording.label !== '') this.#count(labelIn(wording.label), cited, uncited);
    this.#sizes += cited * Math.round(EXACT * wording.size);
  }

  addAll(counts: Counts): void {
    for (const [name, { cited, uncited }] of counts.#tallies) this.#count(name, cited, uncited);
    this.#sizes += counts.#sizes;
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

const countsIn = derive((run: Run<ResolvedBlock>, outline: Outline, first: number): Counts => {
  const counts = new Counts();
  const body = { outline };
  for (const [i, { insights }] of run.entries())
    for (const index of insights.keys()) counts.add(insights, index, body, first + i, 1);
  return counts;
});

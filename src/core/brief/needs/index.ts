/**
 * Decides what must be cited, from all that is known of an insight, its neighbours, its section and its document. Its
 * block knows the reason by its own words (`mustCite.ts`). This module decides whether that holds in its place.
 */
import { ofEachRun, type Run } from '../../base/runs';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
import type { Origin, Slip } from '../types';
import { type Because, levelOf } from './because';
import { isSourceLine } from './captions';
import type { SectionStance } from './sectionStance';

/** Counts that show how a document cites. */
export interface Practice {
  /** All insights. */
  readonly insights: number;
  /** The insights that cite something in their own words. */
  readonly citing: number;
  /** Other insights with a broken citation, which rules of their own report. */
  readonly broken: number;
  /** Other insights that rest on nothing, and by their own words must be cited. */
  readonly stating: number;
}

const NO_PRACTICE: Practice = { insights: 0, citing: 0, broken: 0, stating: 0 };

/**
 * True if a document cites nothing, or hardly anything. It then lacks citations as a practice, rather than here and there.
 * A single statement is always reported by itself. So are fewer than `MANY`, as soon as an insight cites.
 */
export function hardlyCites({ citing, stating }: Pick<Practice, 'citing' | 'stating'>): boolean {
  return citing === 0 ? stating > 1 : stating >= MANY && citing < SHARE * (citing + stating);
}

const MANY = 6;
const SHARE = 0.25;

/** Counts how the blocks of each run cite. */
export const practiceOfEach = ofEachRun((run: Run<ResolvedBlock>): Practice => {
  let { insights: count, citing, broken, stating } = NO_PRACTICE;
  for (const { insights, slips } of run) {
    count += insights.length;
    const slipped = slips.length === 0 ? NONE : new Set(slips.filter(isBroken).map(({ insight }) => insight));
    for (const [index, insight] of insights.entries()) {
      if (isCitedItself(insight)) citing++;
      else if (slipped.has(index)) broken++;
      else if (insight.citedVia === null && levelOf(insight.because) === 'warning') stating++;
    }
  }
  return { insights: count, citing, broken, stating };
});

/** Adds up the counts of several runs. */
export function sumOf(practices: readonly Practice[]): Practice {
  let { insights, citing, broken, stating } = NO_PRACTICE;
  for (const practice of practices) {
    insights += practice.insights;
    citing += practice.citing;
    broken += practice.broken;
    stating += practice.stating;
  }
  return { insights, citing, broken, stating };
}

const NONE: ReadonlySet<number | null> = new Set();

/** True for a slip that was to be a citation, and that a rule reports as such. */
function isBroken({ kind }: Slip): boolean {
  return kind === 'artifact' || kind === 'malformed';
}

/** True if an insight cites in its own words. Citations in its lead-in and in the items below it don't count. */
export function isCitedItself({ citedVia }: Pick<Origin, 'citedVia'>): boolean {
  return citedVia === 'text' || citedVia === 'link' || citedVia === 'textual';
}

/** Tells which insights of a version must be cited. */
export interface Needs {
  readonly practice: Practice;
  /**
   * Returns the reason why an insight must be cited, or need not.
   *
   * @param index the index of the insight in its block
   * @throws RangeError if there is no such insight
   */
  becauseOf(block: number, index: number): Because;
}

/** @param meanings of the blocks of a body, in its order */
export function needsOf(body: Body, meanings: readonly ResolvedBlock[], practice: Practice): Needs {
  const { sections } = body.outline;
  const isOneMessage = hardlyCites(practice);

  /** Finds the insight next to another one in its section; undefined if there isn't one. */
  const next = (block: number, index: number, step: 1 | -1): Place | undefined => {
    const section = sectionOf(body, block);
    let at = block;
    let insight = index + step;
    for (;;) {
      const { insights } = meanings[at] ?? { insights: [] };
      const origin = insights[insight];
      if (origin) return { block: at, index: insight, origin };
      at += step;
      if (at < 0 || at >= meanings.length || sectionOf(body, at) !== section) return undefined;
      insight = step > 0 ? 0 : (meanings[at]?.insights.length ?? 0) - 1;
    }
  };

  /** True if a line such as "Source: [title](address)" follows. It names the source of all insights right above it. */
  const hasSourceBelow = (block: number, index: number): boolean => {
    let place = next(block, index, 1);
    for (let i = 0; place && i < FARTHEST_SOURCE; i++) {
      if (place.origin.citedVia !== null) return isSourceLine(place.origin.text);
      place = next(place.block, place.index, 1);
    }
    return false;
  };

  /** True for a paragraph without digits that opens a section: the next insight is cited, or only subsections follow. */
  const introduces = (block: number, index: number, origin: Origin): boolean => {
    if (origin.kind !== 'paragraph' || origin.because !== 'states' || /\p{Nd}/u.test(origin.text)) return false;
    const section = sectionOf(body, block);
    if (section === null || next(block, index, -1)) return false;
    const after = next(block, index, 1);
    return after ? isCited(after.origin) : sections[section + 1]?.parent === section;
  };

  const decide = (block: number, { insights, slips }: ResolvedBlock, index: number, origin: Origin): Because => {
    const { because, citedVia, kind, parent } = origin;
    if (levelOf(because) !== 'warning' || citedVia !== null) return because;
    if (slips.some((slip) => slip.insight === index && isBroken(slip))) return 'broken';
    const stance = sections[sectionOf(body, block) ?? -1]?.stance;
    if (stance) return OF_STANCE[stance];
    if (hasSourceBelow(block, index)) return 'source-below';
    const above = parent === null ? undefined : insights[parent];
    if (because === 'states' && above && isCited(above)) return 'parent-cited';
    const before = next(block, index, -1);
    if (because === 'states' && kind === 'paragraph' && before && isCited(before.origin)) return 'goes-on';
    if (introduces(block, index, origin)) return 'introduces';
    return isOneMessage ? 'practice' : because;
  };

  return {
    practice,
    becauseOf: (block, index) => {
      const meaning = meanings[block];
      const origin = meaning?.insights[index];
      if (!origin) throw new RangeError(`Block ${block} has no insight ${index}.`);
      return decide(block, meaning, index, origin);
    },
  };
}

interface Place {
  readonly block: number;
  readonly index: number;
  readonly origin: Origin;
}

/** The line that names the source of an insight is at most so many insights behind it. */
const FARTHEST_SOURCE = 4;

const OF_STANCE: Readonly<Record<SectionStance, Because>> = {
  judges: 'section-judges',
  advises: 'section-advises',
  'tells-how': 'section-tells-how',
};

function isCited({ citedVia }: Origin): boolean {
  return citedVia !== null && citedVia !== 'own';
}

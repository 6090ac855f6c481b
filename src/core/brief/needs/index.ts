/**
 * What must be cited: the decision, over all that is known of an insight, its neighbours, its section and its document.
 * What its own words say is known with its block (`mustCite.ts`); here it is decided whether that holds where it stands.
 */
import { ofEachRun, type Run } from '../../base/runs';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
import type { Origin, Slip } from '../types';
import { type Because, levelOf } from './because';
import { isSourceLine } from './captions';
import type { SectionStance } from './sectionStance';

/** How a document cites. */
export interface Practice {
  /** All insights. */
  readonly insights: number;
  /** The insights that cite something in their own words. */
  readonly citing: number;
  /** The others that were meant to cite: rules of their own say what is wrong. */
  readonly broken: number;
  /** Those that rest on nothing, and by their own words must be cited. */
  readonly stating: number;
}

const NO_PRACTICE: Practice = { insights: 0, citing: 0, broken: 0, stating: 0 };

/**
 * Whether a document cites nothing, or hardly anything: then the practice is missing rather than a citation here and there.
 * A single statement is spoken of itself, and so are a few, as soon as one of them cites.
 */
export function hardlyCites({ citing, stating }: Pick<Practice, 'citing' | 'stating'>): boolean {
  return citing === 0 ? stating > 1 : stating >= MANY && citing < SHARE * (citing + stating);
}

const MANY = 6;
const SHARE = 0.25;

/** How the blocks of each run cite. */
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

/** How all of them cite. */
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

/** What was meant to cite, and is spoken of as such. */
function isBroken({ kind }: Slip): boolean {
  return kind === 'artifact' || kind === 'malformed';
}

/** Whether an insight cites in its own words: what leads into it, or stands in the items below it, is not its own. */
export function isCitedItself({ citedVia }: Pick<Origin, 'citedVia'>): boolean {
  return citedVia === 'text' || citedVia === 'link' || citedVia === 'textual';
}

/** What the insights of a version need. */
export interface Needs {
  readonly practice: Practice;
  /**
   * Why an insight must be cited, or need not.
   *
   * @param index of the insight in its block
   */
  becauseOf(block: number, index: number): Because;
}

/** @param meanings of the blocks of a body, in its order */
export function needsOf(body: Body, meanings: readonly ResolvedBlock[], practice: Practice): Needs {
  const { sections } = body.outline;
  const isOneMessage = hardlyCites(practice);

  /** The insight next to another in its section; undefined if there is none. */
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

  /** "Source: [title](address)" below some insights speaks of them all. */
  const hasSourceBelow = (block: number, index: number): boolean => {
    let place = next(block, index, 1);
    for (let i = 0; place && i < FARTHEST_SOURCE; i++) {
      if (place.origin.citedVia !== null) return isSourceLine(place.origin.text);
      place = next(place.block, place.index, 1);
    }
    return false;
  };

  /** A paragraph at the start of a section whose text cites, or that is parted into others. */
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

/** So many insights at most stand between one and the line that names its source. */
const FARTHEST_SOURCE = 4;

const OF_STANCE: Readonly<Record<SectionStance, Because>> = {
  judges: 'section-judges',
  advises: 'section-advises',
  'tells-how': 'section-tells-how',
};

function isCited({ citedVia }: Origin): boolean {
  return citedVia !== null && citedVia !== 'own';
}

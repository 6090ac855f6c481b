/**
 * Decides what must be cited, from all that is known of an insight, its neighbours, its section and its document. Its
 * block knows the reason by its own words (`mustCite.ts`). This module decides whether that holds in its place.
 */
import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import type { Demand } from '../../document/frontMatter/configSchema';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, sectionOf } from '../blocks/readBody';
import type { Origin, Slip } from '../types';
import { type Because, followsHabit, isOpen, levelOf } from './because';
import { namesSource } from './captions';
import { type Habit, isCitedItself } from './habit';
import type { InsightPlace } from './nextInsight';
import { isBulletWithFact, placedClaims } from './placedClaims';
import { sectionsWithout } from './sectionPractice';

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

/** Counts how some blocks cite. */
export function practiceIn(run: readonly Pick<ResolvedBlock, 'insights' | 'slips'>[]): Practice {
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
}

/** Counts how the blocks of a run cite. */
export const practiceOfRun = derive((run: Run<ResolvedBlock>) => practiceIn(run));

/** Adds up the counts of several runs. @param without counts that are taken away */
export function sumOf(practices: readonly Practice[], without: Practice = NO_PRACTICE): Practice {
  const sum = (name: keyof Practice) => practices.reduce((all, each) => all + each[name], -without[name]);
  return { insights: sum('insights'), citing: sum('citing'), broken: sum('broken'), stating: sum('stating') };
}

const NONE: ReadonlySet<number | null> = new Set();

/** True for a slip that was to be a citation, and that a rule reports as such. */
function isBroken({ kind }: Pick<Slip, 'kind'>): boolean {
  return kind === 'artifact' || kind === 'malformed';
}

/** Tells which insights of a version must be cited. */
export interface Needs {
  readonly practice: Practice;
  /**
   * Decides on an insight.
   *
   * @param index the index of the insight in its block
   * @throws RangeError if there is no such insight
   */
  decisionOn(block: number, index: number): Decision;
}

/** The decision on an insight. */
export interface Decision {
  /** The reason why it must be cited, or need not. */
  readonly because: Because;
  /** True if it states something to be cited and cites nothing, whatever its author usually cites and `must-cite` asks for. */
  readonly isUncited: boolean;
}

/** The parts of a version that decide what must be cited. */
export interface NeedsGiven {
  readonly body: Body;
  /** The meanings of its blocks, in its order. */
  readonly meanings: readonly ResolvedBlock[];
  readonly practice: Practice;
  readonly habit: Habit;
  /** True if its front matter declares sources: its author means to cite every fact. */
  readonly declares: boolean;
  readonly demand: Demand;
  /** The insight that somebody is typing: it doesn't decide on others. */
  readonly typed: InsightPlace | null;
}

export function needsOf({ body, meanings, practice, habit, declares, demand, typed }: NeedsGiven): Needs {
  const isOneMessage = hardlyCites(practice);
  // It's too short to tell what its author would have cited.
  const isShort = practice.insights < FEWEST && !declares;

  const { byClaim, hasSourceBelow } = placedClaims(body, meanings);

  const wouldCite = (block: number, index: number, claimed: Because, margin?: number) =>
    followsHabit(claimed, declares) && habit.wouldCite(block, index, margin);

  const decide = (block: number, index: number, origin: Origin, claimed: Because): Because => {
    const states = levelOf(claimed) === 'warning';
    if (isOneMessage) return states ? 'practice' : levelOf(claimed) === null ? claimed : hintOf(origin);
    if (demand === 'hard-figure') return states && isHardFigure(origin) ? claimed : 'unusual';
    if (demand === 'claim' || isShort || (states && (declares || practice.citing === 0))) return claimed;
    if (!declares) return byHabit(origin, wouldCite(block, index, claimed), () => hasSourceBelow(block, index));
    const isEager = IN_DOUBT.has(claimed) && !origin.isFragment;
    const isUsual = wouldCite(block, index, claimed, isEager ? EAGER : 0);
    return isUsual && claimed !== 'source-below' ? 'habit' : claimed;
  };

  const decideOn = (block: number, index: number): Decision => {
    const meaning = meanings[block];
    const origin = meaning?.insights[index];
    if (!origin) throw new RangeError(`Block ${block} has no insight ${index}.`);
    if (origin.citedVia !== null || !isOpen(origin.because)) return { because: origin.because, isUncited: false };
    const stated = byClaim(block, meaning, index, origin);
    const claimed = declares || !isBulletWithFact(origin) ? stated : origin.because;
    const because = decide(block, index, origin, claimed);
    const isUncited = because !== 'leads-on' && (levelOf(stated) === 'warning' || levelOf(because) === 'warning');
    const isReported =
      levelOf(because) === 'warning' && meaning.slips.some((slip) => slip.insight === index && isBroken(slip));
    return { because: isReported ? 'broken' : because, isUncited };
  };

  const citesNothing = sectionsWithout(
    body,
    meanings,
    typed,
    (block, index) => levelOf(decideOn(block, index).because) === 'warning',
  );

  return {
    practice,
    decisionOn: (block, index) => {
      const decision = decideOn(block, index);
      const section = sectionOf(body, block);
      if (section === null || levelOf(decision.because) !== 'warning' || !citesNothing(section)) return decision;
      return { ...decision, because: 'section-practice' };
    },
  };
}

/** Decides by what the author usually cites. */
function byHabit(origin: Origin, isUsual: boolean, hasSource: () => boolean): Because {
  if (ANNOUNCES.test(origin.text)) return 'leads-on';
  if (!isUsual || namesSource(origin.text)) return hintOf(origin);
  return hasSource() ? 'source-below' : 'habit';
}

/** Decides on an insight that its author would not have cited. */
function hintOf(origin: Origin): Because {
  if (isHardFigure(origin)) return 'hard-figure';
  return levelOf(origin.because) === null ? origin.because : 'unusual';
}

/** True for a statement of an amount, a share or the date of an event, though it need not look like a claim in all else. */
function isHardFigure({ because, text, span, point }: Origin): boolean {
  if (because === 'amount') return true;
  if (levelOf(because) === null) return false;
  const words = text.slice(point.start - span.start, point.end - span.start);
  return AMOUNT.test(words) || MEASURED.test(text) || (because === 'states' && DATE.test(text) && !FIELD.test(text));
}

/** A number with something beside it, such as a unit. "B2B" is a name. */
const AMOUNT = /^(?=\p{Nd}|.{0,3}\p{Sc}|\p{Lu}{3} ?\p{Nd}).*[\p{L}\p{Sc}%％‰]/u;
/** Money, a share, a multiple or a range of something, wherever it stands: "$0.03", "12%", "10x", "20–30 hours". */
const MEASURED =
  /\p{Sc}\s?\p{Nd}|\p{Nd}\s?(?:[%％‰\p{Sc}]|[x×](?!\p{L}))|(?<![\p{Nd}.,])\p{Nd}{1,3}\s?[-–~～]\s?\p{Nd}{1,3}\s?\p{L}/u;
/** A label and a short value: "**Period covered:** January to March 2026". */
const FIELD = /^[^:：\n]{1,40}[:：].{0,40}$/u;
/** A year in which something happened. */
const DATE = /(?<![\p{Nd}.,])(?:19|20)\p{Nd}\p{Nd}(?![\p{Nd}%])/u;

/** Statements that may rest on what is cited nearby. In a brief that declares its sources, its author means to cite them. */
const IN_DOUBT: ReadonlySet<Because> = new Set<Because>([
  'vague',
  'summary',
  'perhaps-phrase',
  'parent-cited',
  'goes-on',
  'introduces',
]);
/** By how much less they must be usual, in log-odds. */
const EAGER = 2.4;

/** A text that ends with a colon: what follows it says more. */
const ANNOUNCES = /[:：][\s*_]*$/;

/** Fewest insights of a document that shows a habit. */
const FEWEST = 15;

/**
 * Learns which insights their authors cite, from documents. A few citations of a document are taken out at a time, and the
 * insights that lost them are compared with those that never had one, both as the engine sees the document then. So no
 * feature can tell that a citation was taken out.
 */
import { parseBrief, parseChanged } from '../../src/core';
import type { Span } from '../../src/core/base/text';
import { modelOf } from '../../src/core/brief/model';
import { type Because, followsHabit } from '../../src/core/brief/needs/because';
import { AROUND, WORDS } from '../../src/core/brief/needs/habitWeights';
import { placedClaims } from '../../src/core/brief/needs/placedClaims';
import { wordFeatures } from '../../src/core/brief/needs/wording';
import type { Brief } from '../../src/core/brief/types';
import { claimWeight } from '../../src/core/document/claims';
import { type Fit, fit, oddsOf, type Row } from './logistic';

/** A document to learn from. */
export interface Learned {
  readonly name: string;
  readonly text: string;
  /** The repository that it's from: all its documents are in one fold. */
  readonly group: string;
}

/** An insight without a citation. `isPositive`: its author had cited it. */
export interface Example extends Row {
  /** `forgetful`: with some citations taken out, to learn from and to find. `as-is`: to count warnings in. */
  readonly reading: 'forgetful' | 'as-is';
  readonly document: string;
  readonly group: string;
  /** False if no habit of its author asks for its citation. */
  readonly isOpen: boolean;
}

/** The names of the features, in their order. */
export const NAMES = [...Object.keys(WORDS), ...Object.keys(AROUND)];

/** Fewest cited insights of a document from which something is learned. */
const FEWEST = 3;
/** Fewest insights and fewest cited ones of a document that cites as a habit. The curve is of these. */
export const HABIT = { insights: 15, cited: 6 };
/** Most insights that lose their citations at a time. */
const MOST_AT_ONCE = 8;

/** A document, with the set that it belongs to, if any. */
export interface Studied extends Learned {
  readonly set?: number | undefined;
}

const FOLDS = 8;
/** Warnings a document at the points of the curve, and at the threshold that is set. */
const PER_DOCUMENT = [0.5, 1, 1.5, 2.5, 4, 8];
const WANTED = 1.5;

/**
 * Learns from documents which insights their authors cite.
 *
 * @param left the set that is scored, and not learned from
 * @returns the curve in lines, and the file of weights
 */
export function study(documents: readonly Studied[], left?: number): { lines: string[]; weights: string } {
  const setOf = new Map(documents.map(({ name, set }) => [name, set]));
  const habits = new Set<string>();
  const examples = documents.flatMap((document) => {
    const { examples: found, isHabit } = examplesOf(document);
    if (isHabit) habits.add(document.name);
    return found;
  });
  const isLeft = ({ document }: Example) => left !== undefined && setOf.get(document) === left;
  const known = examples.filter((example) => !isLeft(example));
  const ofHabit = (scores: readonly Scored[]) => scores.filter(({ example }) => habits.has(example.document));
  const count = (of: (example: Example) => string) => new Set(known.map(of)).size;
  const forgetful = known.filter(({ reading }) => reading === 'forgetful').length;
  const lines = [
    `${forgetful} insights of ${count(({ document }) => document)} documents from ${count(({ group }) => group)} repositories; ${habits.size} documents cite as a habit`,
  ];
  const folds = scoredByFolds(known, FOLDS).map(ofHabit);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  for (const perDocument of PER_DOCUMENT) {
    const worst = Math.min(...folds.map((fold) => pointOf(fold, perDocument).found));
    const { found } = pointOf(folds.flat(), perDocument);
    lines.push(
      `${perDocument} warnings a document: ${percent(found)} of forgotten citations found, in the worst fold ${percent(worst)}`,
    );
  }
  const learned = learn(known);
  if (left !== undefined) {
    const apart = ofHabit(scored(examples.filter(isLeft), learned));
    for (const perDocument of PER_DOCUMENT)
      lines.push(`set ${left}, ${perDocument}: ${percent(pointOf(apart, perDocument).found)} found`);
  }
  return { lines, weights: weightsFile(learned, pointOf(folds.flat(), WANTED).threshold) };
}

/** Makes the examples of a document; none if it hardly cites. */
export function examplesOf({ name, text, group }: Learned): { examples: Example[]; isHabit: boolean } {
  const brief = parseBrief(text);
  const origins = modelOf(brief).blocks.origins();
  const all = origins.map((origin, index) => ({ origin, index, order: hash(origin.text) }));
  const cited = all
    .filter(({ origin }) => origin.citedVia === 'text' && origin.citations.length > 0)
    .sort((a, b) => a.order - b.order);
  const isHabit = origins.length >= HABIT.insights && cited.length >= HABIT.cited;
  if (cited.length < FEWEST) return { examples: [], isHabit };
  const rounds = Math.ceil(cited.length / Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(cited.length / 8))));
  const example = (now: Brief, index: number, isPositive: boolean, reading: Example['reading']): Example[] => {
    const origin = modelOf(now).blocks.origins()[index];
    // A lead-in, a link or a neighbour may still cite.
    if (origin?.citedVia !== null) return [];
    return [
      {
        document: name,
        group,
        reading,
        isPositive,
        isOpen: followsHabit(reasonOf(now, index), false),
        features: featuresOf(now, index),
      },
    ];
  };
  const never = all.filter(({ origin }) => origin.citedVia === null);
  const examples = never.flatMap(({ index }) => example(brief, index, false, 'as-is'));
  for (let round = 0; round < rounds; round++) {
    const forgotten = cited.filter((_, i) => i % rounds === round);
    const spans = forgotten.flatMap(({ index }) => brief.insights[index]?.citations.map(({ span }) => span) ?? []);
    const changed = parseChanged(brief, without(text, spans));
    if (modelOf(changed).blocks.origins().length !== origins.length) continue;
    examples.push(...forgotten.flatMap(({ index }) => example(changed, index, true, 'forgetful')));
    const some = never.filter(({ order }) => order % rounds === round);
    examples.push(...some.flatMap(({ index }) => example(changed, index, false, 'forgetful')));
  }
  return { examples, isHabit };
}

/** Returns the reason why an insight must be cited, or need not, by what it states and where it stands. */
function reasonOf(brief: Brief, index: number): Because {
  const { body, meanings, blocksOfInsights, firstInsightOf } = modelOf(brief).blocks;
  const block = blocksOfInsights()[index] ?? -1;
  const [meaning, inBlock] = [meanings.items[block], index - firstInsightOf(block)];
  const origin = meaning?.insights[inBlock];
  if (!origin) throw new RangeError(`There is no insight ${index}.`);
  return placedClaims(body, meanings.items).byClaim(block, meaning, inBlock, origin);
}

function featuresOf(brief: Brief, index: number): number[] {
  const { habit, origins, blocksOfInsights, firstInsightOf } = modelOf(brief).blocks;
  const origin = origins()[index];
  const block = blocksOfInsights()[index];
  if (!origin || block === undefined) throw new RangeError(`There is no insight ${index}.`);
  const { text, sentences } = origin;
  const weighed = sentences.map(({ text }) => ({ weight: claimWeight(text, brief.language) }));
  return [
    ...Object.values(wordFeatures({ text, sentences: weighed })),
    ...Object.values(habit.featuresOf(block, index - firstInsightOf(block))),
  ];
}

/** Takes spans out of a text, with the blank or the brackets that held them. */
export function without(whole: string, spans: readonly Span[]): string {
  let text = whole;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start)) {
    let [before, after] = [text.slice(0, start), text.slice(end)];
    if (/[([（【]$/.test(before) && /^[)\]）】]/.test(after)) [before, after] = [before.slice(0, -1), after.slice(1)];
    text =
      (/^(?:[\s.,;:!?。，；：！？、)）\]】"”’*_|]|$)/.test(after) ? before.replace(/[ \u00a0\u3000]+$/, '') : before) +
      after;
  }
  return text;
}

/** A number for a text, so that what is taken out together doesn't depend on the order in a document. */
function hash(text: string): number {
  let number = 2166136261;
  for (const character of text) number = Math.imul(number ^ (character.codePointAt(0) ?? 0), 16777619);
  return number >>> 0;
}

/** An example with its score. */
interface Scored {
  readonly example: Example;
  readonly odds: number;
}

/** Scores the examples of each fold with weights that were learned from the other folds. No group is in two folds. */
function scoredByFolds(examples: readonly Example[], count: number): Scored[][] {
  const sizes = new Map<string, number>();
  for (const { group } of examples) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const folds = Array.from({ length: count }, () => ({ size: 0, groups: new Set<string>() }));
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const least = folds.reduce((a, b) => (b.size < a.size ? b : a));
    least.size += size;
    least.groups.add(group);
  }
  return folds.map(({ groups }) =>
    scored(
      examples.filter(({ group }) => groups.has(group)),
      learn(examples.filter(({ group }) => !groups.has(group))),
    ),
  );
}

function learn(examples: readonly Example[]): Fit {
  return fit(examples.filter(({ isOpen, reading }) => isOpen && reading === 'forgetful'));
}

function scored(examples: readonly Example[], learned: Fit): Scored[] {
  return examples.map((example) => ({
    example,
    odds: example.isOpen ? oddsOf(learned, example.features) : Number.NEGATIVE_INFINITY,
  }));
}

/** A point of the curve. */
export interface Point {
  readonly perDocument: number;
  /** The score from which so many insights that were never cited are warned of. */
  readonly threshold: number;
  /** The share of the forgotten citations that are warned of then. */
  readonly found: number;
}

/** @param perDocument warnings a document */
function pointOf(scores: readonly Scored[], perDocument: number): Point {
  const documents = new Set(scores.map(({ example }) => example.document)).size;
  const odds = (isPositive: boolean) =>
    scores
      .filter(({ example }) => example.isPositive === isPositive && (isPositive || example.reading === 'as-is'))
      .map((each) => each.odds);
  const never = odds(false).sort((a, b) => b - a);
  const threshold = never[Math.min(never.length - 1, Math.round(perDocument * documents))] ?? 0;
  const forgotten = odds(true);
  return { perDocument, threshold, found: forgotten.filter((each) => each > threshold).length / forgotten.length };
}

/** Returns the text of `habitWeights.ts`. */
function weightsFile({ start, weights }: Fit, threshold: number): string {
  const rounded = (value: number) => Number(value.toFixed(2));
  const named = NAMES.map((name, i) => [name, rounded(weights[i] ?? 0)] as const);
  const table = (from: number, to: number) =>
    named
      .slice(from, to)
      .map(([name, value]) => `  ${name}: ${value},\n`)
      .join('');
  const words = Object.keys(WORDS).length;
  return `/** Weights in log-odds, written by \`npm run habit\`: by how much each feature makes it likelier that an author cites an insight. */

/** An insight with more than that is missed its citation. */
export const THRESHOLD = ${rounded(threshold)};
export const START = ${rounded(start)};

export const WORDS = {
${table(0, words)}};

export const AROUND = {
${table(words, NAMES.length)}};
`;
}

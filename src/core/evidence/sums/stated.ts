/** Works out numbers that no passage has, if their words say how to make them from numbers of one passage. */
import { NONE } from '../../base/same';
import { isComparable } from '../frames/comparable';
import { frameOf } from '../frames/frame';
import { sentenceAt } from '../frames/pieces';
import type { FramedText } from '../frames/types';
import { headerScales } from '../matching/headers';
import { isShare } from '../matching/readings';
import { type Amount, inBaseUnit, sizeOf, stepOf } from '../numbers';
import { directionsOf } from '../saying/directions';
import type { NamedCalculation, Sign } from '../verdicts';
import {
  eachIn,
  endsInTo,
  isWordedAsDerived,
  leadsFromTo,
  type Named,
  type Operation,
  operationsOf,
  saysAverage,
  saysBase,
  saysPart,
  saysRate,
} from './operations';
import { says } from './written/results';

/** A passage that the claim rests on, with its parsed text. */
export interface ReadPassage {
  readonly source: string;
  readonly passage: number;
  readonly framed: FramedText;
}

/**
 * Returns the calculation of a claim's number from numbers of one passage. The claim's words must name the operation. The
 * passage must give each number for something that the claim speaks of. If no calculation has the right result, returns the
 * only one that the words can mean; null if there isn't just one.
 *
 * @param claim read in the same words as the passage
 */
export function calculationOf(amount: Amount, claim: FramedText, passage: ReadPassage): NamedCalculation | null {
  const found = calculationIn(amount, claim, passage);
  const isOfCells = amount.unit === null || amount.kind === 'currency';
  if (found?.isRight || !isOfCells || !/[|\t]/.test(passage.framed.text)) return found;
  // The cells of a table "in thousands" come to thousands, and have no currency of their own.
  for (const exponent of headerScales(passage.framed.text)) {
    const cell = { ...dividedBy(amount, 10 ** exponent), unit: null, kind: 'number' as const };
    const scaled = calculationIn(cell, claim, passage);
    if (scaled?.isRight && scaled.operands.every(({ at }) => isRowNamed(at.start, passage.framed, claim)))
      return { ...scaled, result: scaled.result * 10 ** exponent };
  }
  return found;
}

/** True if a claim has a word of the first cell in the row of an offset. */
function isRowNamed(offset: number, { text, terms }: FramedText, claim: FramedText): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const bar = text.indexOf('|', start + 1);
  const label = terms.filter((term) => term.start >= start && term.end <= bar);
  return label.some(({ key }) => claim.terms.some((term) => term.key === key));
}

function dividedBy(amount: Amount, factor: number): Amount {
  const { low, high, step, lowStep } = amount;
  return { ...amount, low: low / factor, high: high / factor, step: step / factor, lowStep: lowStep / factor };
}

function calculationIn(
  amount: Amount,
  claim: FramedText,
  { source, passage, framed }: ReadPassage,
): NamedCalculation | null {
  if (amount.low !== amount.high || amount.low === 0) return null;
  const keys = new Set<string>();
  for (const { kind, key } of claim.terms) if (kind !== 'amount') keys.add(key);
  const spoken: { readonly one: Amount; readonly own: readonly string[]; readonly score: number }[] = [];
  for (const one of singleIn(framed)) {
    const words = wordsOf(framed, one, keys);
    const score = words.score + (isIn(claim, one) ? OF_CLAIM : 0);
    if (score > 0) spoken.push({ one, own: words.own, score });
  }
  spoken.sort((a, b) => b.score - a.score);
  if (spoken.length === 0 || spoken.length > MOST_AMOUNTS) return null;
  const amounts = spoken.map(({ one }) => one);
  // "Hydro and wind together" names its parts.
  const named = spoken.filter(({ own }, i) =>
    own.some((key) => !spoken.some((other, k) => k !== i && other.own.includes(key))),
  );
  const parts = named.length > 1 ? named.map(({ one }) => one) : amounts;
  const calculation = ({ sign, operands }: Way, isRight: boolean): NamedCalculation => ({
    sign,
    operands: operands.map(({ surface, span }) => ({ surface, at: { source, passage, ...span } })),
    result: shownAs(amount, WORK[sign](operands.map(sizeOf))),
    isRight,
  });
  const way = movementOf(claim, amount);
  const operations = operationsOf(claim.text, amount, claim.language);
  for (const { operation } of operations) {
    const right = WAYS[operation](amount, operation === 'sum' ? parts : amounts).find(
      (one) => isRight(amount, one) && goesTheWay(one, way, framed),
    );
    if (right) return calculation(right, true);
  }
  const isBy = isWordedAsDerived(claim.text, amount, claim.language);
  const given =
    baseOf(amount, claim, framed, amounts) ??
    restOf(amount, framed, amounts) ??
    meanOf(amount, claim, framed, amounts) ??
    shareOfEach(amount, claim, framed, amounts) ??
    convertedOf(amount, framed, amounts) ??
    besideOf(amount, named.length > 1 ? withoutSum(operations) : operations, keys, framed, way, isBy) ??
    partOf(amount, keys, framed) ??
    changeOf(amount, keys, framed, isBy);
  if (given) return calculation(given, true);
  const only = onlyWay(amount, operations, { amounts, named: named.map(({ one }) => one) }, claim, framed);
  return only && goesTheWay(only, way, framed)
    ? calculation(only, says(amount, WORK[only.sign](only.operands.map(sizeOf))))
    : null;
}

/** Numbers that the passage gives for what the claim speaks of. */
interface Spoken {
  readonly amounts: readonly Amount[];
  /** Numbers of things that the claim names, each of a different thing. */
  readonly named: readonly Amount[];
}

/**
 * Returns the only calculation that a claim can mean, or null. It takes the numbers of two things that the claim names, or
 * the only two numbers if the claim has one of them itself.
 */
function onlyWay(
  amount: Amount,
  operations: readonly Named[],
  { amounts, named }: Spoken,
  claim: FramedText,
  framed: FramedText,
): Way | null {
  if (amount.unit === 'times' && !/\p{Nd}|\s/u.test(amount.surface)) return ofTwoTimes(framed, amounts);
  const those = (operation: Operation): readonly Amount[] => {
    if (operation === 'change') {
      const levels = amounts.filter(({ unit }) => unit !== '%');
      return levels.some((one) => isIn(claim, one)) ? levels : [];
    }
    if (operation === 'ratio') return framed.isForeign ? [] : named;
    // A change isn't a level, so nothing is subtracted from it. But two rates of change have a difference in points.
    return framed.isForeign ? [] : named.filter((one) => amount.unit === 'pp' || !isChange(framed, one));
  };
  const ways = operations.flatMap(({ operation, isSure }) => {
    const operands = those(operation);
    return isSure && operands.length === 2 ? WAYS[operation](amount, operands) : [];
  });
  const inOrder = ways.filter(({ sign, operands: [a, b] }) => sign !== 'Δ%' || (a && b && a.span.start < b.span.start));
  return inOrder.length === 1 ? (inOrder[0] ?? null) : null;
}

/**
 * Returns the calculation of "doubled", or null: the later number by the earlier one. They must be the only two of their kind
 * in a sentence, for two years, and one must be about the claim's thing.
 */
function ofTwoTimes(framed: FramedText, amounts: readonly Amount[]): Way | null {
  const spoken = amounts.find(({ unit }) => unit !== '%' && unit !== 'times');
  if (framed.isForeign || !spoken) return null;
  const { sentence } = frameOf(framed, spoken);
  const yearOf = (one: Amount) => frameOf(framed, one).periods.get('year')?.key ?? '';
  const levels = singleIn(framed)
    .filter((one) => isSameKind(one, spoken) && frameOf(framed, one).sentence === sentence && !isChange(framed, one))
    .sort((a, b) => Number(yearOf(b)) - Number(yearOf(a)));
  const years = new Set(levels.map(yearOf).filter((year) => /^\d{4}$/.test(year)));
  return levels.length === 2 && years.size === 2 ? { sign: '÷', operands: levels } : null;
}

/** True if the claim has this number of the passage, too. */
function isIn(claim: FramedText, { low, unit }: Amount): boolean {
  return claim.quantities.some((one) => one.kind !== 'date' && one.low === low && one.unit === unit);
}

/** Score of a number that the claim has itself: it counts as so many shared words. */
const OF_CLAIM = 2;

function movementOf({ text, language }: FramedText, amount: Amount): 1 | 0 | -1 {
  return directionsOf(text, amount, language).find(({ axis }) => axis === 'movement')?.way ?? 0;
}

function isChange(framed: FramedText, amount: Amount): boolean {
  return movementOf(framed, amount) !== 0;
}

/**
 * False if the numbers contradict the direction of the claim: a rise must lead from a smaller, earlier number to a larger,
 * later one. Years are compared only if the passage gives both.
 */
function goesTheWay({ sign, operands: [a, b] }: Way, way: 1 | 0 | -1, framed: FramedText): boolean {
  if (way === 0 || !a || !b || (sign !== 'Δ%' && sign !== '−')) return true;
  const [first, last] = sign === 'Δ%' ? [a, b] : way > 0 ? [b, a] : [a, b];
  if (Math.sign(sizeOf(last) - sizeOf(first)) !== way) return false;
  const [before, after] = [first, last].map((one) => frameOf(framed, one).periods.get('year')?.key);
  return before === undefined || after === undefined || !(/^\d/.test(before) && /^\d/.test(after)) || before <= after;
}

const WORK: Readonly<Record<Sign, (numbers: readonly number[]) => number>> = {
  '+': (numbers) => numbers.reduce((all, one) => all + one, 0),
  '−': ([a = 0, b = 0]) => a - b,
  '100 −': ([a = 0]) => 100 - a,
  '×': ([a = 0, b = 0]) => a * b,
  '÷': ([a = 0, b = 1]) => a / b,
  '%': ([a = 0, b = 1]) => (a / b) * 100,
  'Δ%': ([a = 1, b = 0]) => Math.abs(b / a - 1) * 100,
  mean: (numbers) => numbers.reduce((all, one) => all + one, 0) / numbers.length,
};

/** Converts a number from the base unit to the unit of the claim, rounded to the claim's last digit. */
function shownAs({ unit, step }: Amount, value: number): number {
  const inUnit = unit === null ? value : value / inBaseUnit(unit).factor;
  return step > 0 ? Number((Math.round(inUnit / step) * step).toPrecision(12)) : inUnit;
}

function isShownAs(amount: Amount, value: number): boolean {
  const size = Math.abs(sizeOf(amount));
  if (isShare(amount, size)) return isFraction(amount, value);
  return Math.abs(value - size) <= Math.max(stepOf(amount) / 2, amount.approximate ? size * ABOUT : 0) * (1 + 1e-6);
}

/** Largest error of a number with "about", as a part of that number. */
const ABOUT = 0.01;

/** True if a share in words, such as "a third" or "more than half", may be said of a value. */
function isFraction({ low, bound, approximate }: Amount, value: number): boolean {
  if (bound === 'moreThan' || bound === 'atLeast') return value >= low && value < low + FRACTION_BEYOND;
  if (bound === 'lessThan' || bound === 'atMost') return value <= low && value > low - FRACTION_BEYOND;
  return Math.abs(value - low) <= (approximate ? FRACTION_ABOUT : FRACTION_ROUNDED);
}

/** Distances from a share in words. */
const FRACTION_ROUNDED = 0.015;
const FRACTION_ABOUT = 0.03;
const FRACTION_BEYOND = 0.15;

function singleIn({ quantities }: FramedText): Amount[] {
  return quantities.filter(
    (one): one is Amount => one.kind !== 'date' && one.kind !== 'ordinal' && one.low === one.high && one.low !== 0,
  );
}

const MOST_AMOUNTS = 24;
/** Most numbers that are compared for a proportion: among more, some two are in any proportion. */
const MOST_IN_PROPORTION = 4;

/**
 * Scores an amount of a passage by the claim's words that stand with it; names count twice. If the amount has no words of its
 * own, a shared word of its sentence scores 1. Returns the shared words, too.
 */
function wordsOf(framed: FramedText, amount: Amount, keys: ReadonlySet<string>) {
  const { own, words } = frameOf(framed, amount);
  const shared: string[] = [];
  let score = 0;
  let isTelling = false;
  for (const { kind, key, isName } of own) {
    if (kind === 'amount' || (kind === 'bridge') !== framed.isForeign) continue;
    isTelling = true;
    if (!keys.has(key)) continue;
    shared.push(key);
    score += isName ? 2 : 1;
  }
  if (isTelling) return { own: shared, score };
  const isInSentence = [...words].some(([key, { perhaps }]) => perhaps >= LEAST_OF_IT && keys.has(key));
  return { own: NONE, score: isInSentence ? 1 : 0 };
}

const LEAST_OF_IT = 0.5;

interface Way {
  readonly sign: Sign;
  readonly operands: readonly Amount[];
}

/** The ways to work a number out by an operation, the likeliest first. */
const WAYS: Readonly<Record<Operation, (amount: Amount, amounts: readonly Amount[]) => Way[]>> = {
  change: (_, amounts) => pairs('Δ%', likeliest(amounts), isSameKind),
  fraction: (_, amounts) => pairs('÷', likeliest(amounts), (a, b) => isSameKind(a, b) && isMore(b, a)),
  share: (_, amounts) => pairs('%', likeliest(amounts), (a, b) => isSameKind(a, b) && isMore(b, a)),
  difference: (amount, amounts) => pairs('−', ofUnit(amounts, amount), isMore),
  ratio: (_, amounts) => pairs('÷', likeliest(amounts), (a, b) => isSameKind(a, b) && isMore(a, b)),
  sum: (amount, amounts) => {
    const those = ofUnit(amounts, amount);
    return [...pairs('+', those, (a, b) => a.span.start < b.span.start), ...rows(those)];
  },
  rest: (amount, amounts) => {
    const those = ofUnit(amounts, amount);
    const parts = amount.unit === '%' ? those.map((one): Way => ({ sign: '100 −', operands: [one] })) : [];
    return [...parts, ...pairs('−', those, isMore)];
  },
};

/** Returns the likeliest amounts to make a proportion of. Percentages are left out. */
function likeliest(amounts: readonly Amount[]): Amount[] {
  return amounts.filter(({ unit }) => unit !== '%').slice(0, MOST_IN_PROPORTION);
}

/** Returns the amounts in the unit of `amount` that are at least as exact: a difference isn't more exact than its parts. */
function ofUnit(amounts: readonly Amount[], amount: Amount): Amount[] {
  return amounts.filter(
    (one) => isOfUnit(one, amount) && (amount.approximate || stepOf(one) <= stepOf(amount) * (1 + 1e-6)),
  );
}

function isMore(a: Amount, b: Amount): boolean {
  return sizeOf(a) > sizeOf(b);
}

/** @param mayBe whether two numbers may be meant, in this order */
function pairs(sign: Sign, amounts: readonly Amount[], mayBe: (a: Amount, b: Amount) => boolean): Way[] {
  return amounts.flatMap((a) => amounts.flatMap((b) => (a !== b && mayBe(a, b) ? [{ sign, operands: [a, b] }] : [])));
}

/** Returns the sums of three or more amounts that follow each other. */
function rows(amounts: readonly Amount[]): Way[] {
  const inOrder = [...amounts].sort((a, b) => a.span.start - b.span.start);
  return inOrder.flatMap((_, from) =>
    inOrder.slice(from + 2).map((_, i): Way => ({ sign: '+', operands: inOrder.slice(from, from + 3 + i) })),
  );
}

/**
 * Works out the number before a change that the passage gives: "954, 52 more than the year before".
 *
 * @param levels numbers of what the claim speaks of
 */
function baseOf(amount: Amount, claim: FramedText, framed: FramedText, levels: readonly Amount[]): Way | null {
  const { language } = framed;
  // "A year earlier, it was 26%": the claim names the time itself.
  const isOfBase = saysBase(claim.text, claim.language);
  for (const bare of singleIn(framed)) {
    const change = inUnitOf(amount, bare);
    const by = sizeOf(change);
    // Of a change that is of the claim's thing, so is the level beside it.
    const among = levels.includes(bare) || isOfBase ? singleIn(framed) : levels;
    // Comparing numbers is faster than reading words.
    const mayBe = among.filter(
      (level) =>
        isChangeOf(level, change, amount) &&
        (isShownAs(amount, sizeOf(level) - by) || isShownAs(amount, sizeOf(level) + by)),
    );
    if (mayBe.length === 0) continue;
    const way = movementOf(framed, change);
    if (way === 0) continue;
    const sentenceText = sentenceOf(framed, change);
    const leadsTo = (level: Amount) =>
      level.span.start >= change.span.end && endsInTo(framed.text.slice(change.span.end, level.span.start), language);
    if (!isOfBase && !saysBase(sentenceText, language) && !mayBe.some(leadsTo)) continue;
    const { sentence } = frameOf(framed, change);
    // "It was 137. That is 7 more than before": the level may stand in the sentence before.
    const level = mayBe.find(
      (one) =>
        one.span.start < change.span.start + FARTHEST_LEVEL &&
        [sentence, sentence - 1].includes(frameOf(framed, one).sentence) &&
        isShownAs(amount, sizeOf(one) - way * by),
    );
    if (level) return { sign: way > 0 ? '−' : '+', operands: [level, change] };
  }
  return null;
}

/** Farthest that a level stands behind its change, in UTF-16 units. */
const FARTHEST_LEVEL = 160;

/** "Hydro and wind together" names its parts: others don't belong to the sum. */
function withoutSum(operations: readonly Named[]): readonly Named[] {
  return operations.filter(({ operation }) => operation !== 'sum');
}

/**
 * Works out a difference or a sum from two or more numbers of one sentence, if its words name the operation. The sentence
 * must share two words with the claim, but its numbers need no words of their own. A result of three digits or more may come
 * from two sentences in a row.
 */
function besideOf(
  amount: Amount,
  operations: readonly Named[],
  keys: ReadonlySet<string>,
  framed: FramedText,
  way: 1 | 0 | -1,
  isBy: boolean,
): Way | null {
  const named = operations.filter(({ operation }) => operation === 'difference' || operation === 'sum');
  // A number of one digit comes out by chance.
  if (named.length === 0 || (digitsOf(amount) < 2 && !isBy)) return null;
  const most = digitsOf(amount) < 2 ? MOST_OF_FEW : MOST_BESIDE;
  const bySentence = new Map<number, Amount[]>();
  for (const one of singleIn(framed)) {
    const { sentence, inTable } = frameOf(framed, one);
    if (!inTable && (isOfUnit(one, amount) || isBare(one)))
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), one]);
  }
  const alone = [...bySentence].map(([sentence, amounts]) => ({ first: sentence, last: sentence, amounts }));
  const withNext = [...bySentence].flatMap(([sentence, amounts]) => {
    const next = bySentence.get(sentence + 1);
    return next ? { first: sentence, last: sentence + 1, amounts: [...amounts, ...next] } : [];
  });
  for (const { first, last, amounts } of digitsOf(amount) < TELLING_DIGITS ? alone : [...alone, ...withNext]) {
    const shared = new Set(
      framed.terms.flatMap(({ key, start, kind }) => {
        const sentence = sentenceAt(framed.pieces, start);
        return kind !== 'amount' && keys.has(key) && sentence >= first && sentence <= last ? key : [];
      }),
    );
    if (shared.size < FEWEST_SHARED || amounts.length < 2 || amounts.length > most) continue;
    if (!amounts.some((one) => isOfUnit(one, amount))) continue;
    const inUnit = amounts.map((one) => inUnitOf(amount, one));
    for (const { operation } of named) {
      // A sum has no parts without a unit: "three mills" is none.
      const right = WAYS[operation](
        amount,
        operation === 'sum' ? amounts.filter((one) => isOfUnit(one, amount)) : inUnit,
      ).find((one) => isRight(amount, one) && goesTheWay(one, way, framed));
      if (right) return right;
    }
  }
  return null;
}

const MOST_BESIDE = 6;
/** Most numbers of a passage of which one may be a share of another. */
const MOST_IN_PART = 60;
/** The same for a result of one digit. */
const MOST_OF_FEW = 3;
/** Digits of a result that nobody gets by chance. */
const TELLING_DIGITS = 3;
/** Fewest words that the claim shares with such a sentence. */
const FEWEST_SHARED = 2;

/** Works out a part of a whole by a share of the same sentence: "five billion, half of it from the states". */
function partOf(amount: Amount, keys: ReadonlySet<string>, framed: FramedText): Way | null {
  if (digitsOf(amount) < 2 || amount.unit === '%') return null;
  const amounts = singleIn(framed);
  if (amounts.length > MOST_IN_PART) return null;
  const shares = amounts.filter((one) => isShare(one, one.low));
  const ways = shares.flatMap((share) => {
    const { sentence } = frameOf(framed, share);
    return amounts.flatMap((whole): Way[] =>
      isOfUnit(whole, amount) &&
      frameOf(framed, whole).sentence === sentence &&
      isShownAs(amount, sizeOf(whole) * share.low) &&
      framed.terms.filter(({ key, start }) => keys.has(key) && sentenceAt(framed.pieces, start) === sentence).length >=
        FEWEST_SHARED
        ? [{ sign: '×', operands: [whole, share] }]
        : [],
    );
  });
  return ways[0] ?? null;
}

/**
 * Works out how much a number changed that the passage gives from one value to another: "from 21 to 36 kilotonnes".
 *
 * @param isBy true if the claim says by how much something changed: then even a small number isn't a chance
 */
function changeOf(amount: Amount, keys: ReadonlySet<string>, framed: FramedText, isBy: boolean): Way | null {
  if (amount.unit === '%' || (amount.unit === null && digitsOf(amount) < 2 && !isBy)) return null;
  const { text, language } = framed;
  const amounts = singleIn(framed);
  for (const [i, one] of amounts.entries()) {
    const next = amounts[i + 1];
    // "From 21 kilotonnes to 36": the second has the unit of the first.
    if (!next || !isOfUnit(one, amount) || !(isBare(next) || isOfUnit(next, amount))) continue;
    const before = text.slice(Math.max(0, one.span.start - FARTHEST_FROM), one.span.start);
    const between = text.slice(one.span.end, next.span.start);
    if (!leadsFromTo(before, between, language)) continue;
    const { sentence } = frameOf(framed, one);
    if (!framed.terms.some(({ key, start }) => keys.has(key) && sentenceAt(framed.pieces, start) === sentence))
      continue;
    const last = inUnitOf(amount, next);
    const way: Way = { sign: '−', operands: isMore(one, last) ? [one, last] : [last, one] };
    if (isRight(amount, way)) return way;
  }
  return null;
}

/** Length of the text before the first of two values, in UTF-16 units. */
const FARTHEST_FROM = 24;

/** True for a number that takes its unit from another one: "200 million tonnes, against 240 million". */
function isBare({ unit, kind }: Amount): boolean {
  return unit === null && kind === 'number';
}

/** Gives such a number the unit of another amount. */
function inUnitOf({ unit, kind }: Amount, one: Amount): Amount {
  return isBare(one) && unit !== 'pp' ? { ...one, unit, kind } : one;
}

function digitsOf({ surface }: Amount): number {
  return surface.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

/** True if `level` may have changed by `change` from `amount`, or to it, as far as units and sizes tell. */
function isChangeOf(level: Amount, change: Amount, amount: Amount): boolean {
  if (level.span === change.span || !isOfUnit(level, amount) || !isMore(level, change)) return false;
  return (change.unit === 'pp' && level.unit === '%') || isOfUnit(change, amount);
}

/**
 * Works out the rest of a whole without the part that the passage gives: "626 million users, of whom 246 million paid".
 *
 * @param wholes numbers of what the claim speaks of
 */
function restOf(amount: Amount, framed: FramedText, wholes: readonly Amount[]): Way | null {
  const { text, language } = framed;
  const amounts = singleIn(framed);
  for (const whole of wholes) {
    const part = amounts.find(({ span }) => span.start >= whole.span.end);
    if (!part || !isOfUnit(whole, amount) || !isOfUnit(part, amount) || !isMore(whole, part)) continue;
    if (!saysPart(text.slice(whole.span.end, part.span.start), language)) continue;
    if (isShownAs(amount, sizeOf(whole) - sizeOf(part))) return { sign: '−', operands: [whole, part] };
  }
  return null;
}

/**
 * Works out the average of all numbers that the passage gives for what the claim speaks of. Averages of only some aren't tried,
 * because they can give almost any number.
 */
function meanOf(amount: Amount, claim: FramedText, framed: FramedText, amounts: readonly Amount[]): Way | null {
  if (!saysAverage(claim.text, claim.language)) return null;
  const operands = amounts.filter((one) => isOfUnit(one, amount) && isSameKind(one, amount) && !isChange(framed, one));
  const inOrder = operands.toSorted((a, b) => a.span.start - b.span.start);
  return inOrder.length > 1 && isShownAs(amount, WORK.mean(inOrder.map(sizeOf)))
    ? { sign: 'mean', operands: inOrder }
    : null;
}

/** Works out an amount per unit: "$50,000 per employee" from $200 million and 4,000 employees. */
function shareOfEach(amount: Amount, claim: FramedText, framed: FramedText, amounts: readonly Amount[]): Way | null {
  if (amount.unit === '%' || amount.unit === 'pp') return null;
  const { isCjk } = claim.lexicon;
  const each = eachIn(claim.text, claim.language, isCjk);
  if (!each) return null;
  const stem = isCjk ? each : each.toLowerCase().slice(0, Math.max(4, each.length - 2));
  const isOfEach = ({ span }: Amount) =>
    framed.text
      .slice(span.end, span.end + AS_FAR)
      .trimStart()
      .toLowerCase()
      .startsWith(stem);
  const counts = singleIn(framed).filter((one) => one.unit === null && one.low > 1 && isOfEach(one));
  const wholes = amounts.filter((one) => isComparable(one, amount) && !counts.includes(one) && isMore(one, amount));
  const ways = wholes.flatMap((whole) => counts.map((count): Way => ({ sign: '÷', operands: [whole, count] })));
  return ways.length <= MOST_WAYS ? (ways.find((way) => isRight(amount, way)) ?? null) : null;
}

/** Length of the text beside a number that is searched for its word, in UTF-16 units. */
const AS_FAR = 12;
/** Most calculations that are tried: among more, one comes out right by chance. */
const MOST_WAYS = 4;

/** Converts a sum of money to another currency, by a rate that the passage gives. */
function convertedOf(amount: Amount, framed: FramedText, amounts: readonly Amount[]): Way | null {
  if (amount.kind !== 'currency') return null;
  const { text, language } = framed;
  const isRate = ({ span }: Amount) =>
    saysRate(text.slice(Math.max(0, span.start - AS_FAR), span.end + 2 * AS_FAR), language);
  const rates = singleIn(framed).filter((one) => one.low < MOST_RATE && isRate(one));
  const sums = amounts.filter((one) => one.kind === 'currency' && one.unit !== amount.unit && !rates.includes(one));
  const ways = sums.flatMap((sum) =>
    rates.flatMap((rate): Way[] => [
      { sign: '×', operands: [sum, rate] },
      { sign: '÷', operands: [sum, rate] },
    ]),
  );
  return ways.length <= MOST_WAYS ? (ways.find((way) => isRight(amount, way)) ?? null) : null;
}

const MOST_RATE = 2000;

function isRight(amount: Amount, { sign, operands }: Way): boolean {
  return isShownAs(amount, WORK[sign](operands.map(sizeOf)));
}

function sentenceOf({ text, pieces }: FramedText, { span }: Amount): string {
  const at = pieces.find(({ end }) => end >= span.end)?.sentence;
  const own = pieces.filter(({ sentence }) => sentence === at);
  return text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? text.length);
}

function isSameKind(a: Amount, b: Amount): boolean {
  return a.unit === b.unit && a.kind === b.kind;
}

function isOfUnit(one: Amount, amount: Amount): boolean {
  const isPoints = amount.unit === 'pp' && one.unit === '%';
  return isPoints || isComparable(one, amount);
}

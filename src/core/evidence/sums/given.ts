/** Finds calculations that the form of a passage gives: a level and its change, a whole and its part, the two ends of a change. */
import { isComparable } from '../frames/comparable';
import { frameOf } from '../frames/frame';
import { sentenceAt } from '../frames/pieces';
import type { FramedText } from '../frames/types';
import { isShare } from '../matching/readings';
import { type Amount, sizeOf } from '../numbers';
import { mayDeny } from '../saying/denials';
import {
  eachIn,
  endsInTo,
  isWordedAsDerived,
  leadsFromTo,
  type Named,
  saysAverage,
  saysBase,
  saysPart,
  saysRate,
} from './operations';
import {
  digitsOf,
  goesTheWay,
  inUnitOf,
  isBare,
  isChange,
  isChangeOf,
  isMore,
  isOfUnit,
  isRight,
  isSameKind,
  isShownAs,
  movementOf,
  sentenceOf,
  singleIn,
  WAYS,
  type Way,
  WORK,
} from './ways';

/** What a claim asks of a passage. */
interface Asked {
  /** The numbers of what the claim speaks of. */
  readonly amounts: readonly Amount[];
  /** The keys of the claim's words. */
  readonly keys: ReadonlySet<string>;
  /** The operations that the claim names for two or more numbers. */
  readonly operations: readonly Named[];
  /** Where the number went: up, down or neither. */
  readonly way: 1 | 0 | -1;
}

/** Returns the calculation of a number that the form of a passage gives: a level and its change, a whole and a part, two ends. */
export function givenIn(
  amount: Amount,
  claim: FramedText,
  framed: FramedText,
  { amounts, keys, operations, way }: Asked,
): Way | null {
  const isBy = isWordedAsDerived(claim.text, amount, claim.language);
  return (
    baseOf(amount, claim, framed, amounts) ??
    restOf(amount, framed, amounts) ??
    complementOf(amount, claim, framed, amounts) ??
    meanOf(amount, claim, framed, amounts) ??
    shareOfEach(amount, claim, framed, amounts) ??
    convertedOf(amount, framed, amounts) ??
    besideOf(amount, operations, keys, framed, way, isBy) ??
    partOf(amount, keys, framed) ??
    changeOf(amount, keys, framed, isBy)
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

/**
 * Works out the rest of a whole without the part that the passage gives: "626 million users, of whom 246 million paid".
 *
 * @param wholes numbers of what the claim speaks of
 */
function restOf(amount: Amount, framed: FramedText, wholes: readonly Amount[]): Way | null {
  const { text, language } = framed;
  const amounts = singleIn(framed);
  for (const whole of wholes) {
    const part = amounts.find((one) => one.span.start >= whole.span.end && isOfUnit(one, amount));
    if (!part || !isOfUnit(whole, amount) || !isMore(whole, part)) continue;
    if (!saysPart(text.slice(whole.span.end, part.span.start), language)) continue;
    if (isShownAs(amount, sizeOf(whole) - sizeOf(part))) return { sign: '−', operands: [whole, part] };
  }
  return null;
}

/**
 * Works out the share that isn't: 99% "are never shown", where the passage says that 1% are. One of the two texts has a denial, and
 * not both.
 *
 * @param parts numbers of what the claim speaks of
 */
function complementOf(amount: Amount, claim: FramedText, framed: FramedText, parts: readonly Amount[]): Way | null {
  const isDenied = mayDeny(claim.text, claim.language);
  const isDeniedThere = (part: Amount) => mayDeny(sentenceOf(framed, part), framed.language);
  const ways = WAYS.rest(amount, parts).filter(({ sign }) => sign === '100 −');
  return (
    ways.find((way) => isRight(amount, way) && way.operands.some((part) => isDeniedThere(part) !== isDenied)) ?? null
  );
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
    if (amounts.length < 2 || amounts.length > most || !amounts.some((one) => isOfUnit(one, amount))) continue;
    const shared = new Set(
      framed.terms.flatMap(({ key, start, kind }) => {
        if (kind === 'amount' || !keys.has(key)) return [];
        const sentence = sentenceAt(framed.pieces, start);
        return sentence >= first && sentence <= last ? key : [];
      }),
    );
    if (shared.size < FEWEST_SHARED) continue;
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

/** Most numbers of a passage of which one may be a share of another. */
const MOST_IN_PART = 60;

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

/** Works out numbers that no passage has, if their words say how to make them from numbers of one passage. */
import { NONE } from '../../base/same';
import { frameOf } from '../frames/frame';
import type { FramedText } from '../frames/types';
import { headerScales } from '../matching/headers';
import { type Amount, sizeOf } from '../numbers';
import type { NamedCalculation } from '../verdicts';
import { givenIn } from './given';
import { type Named, type Operation, operationsOf } from './operations';
import { goesTheWay, isChange, isRight, isSameKind, movementOf, shownAs, singleIn, WAYS, type Way, WORK } from './ways';
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
  const given = givenIn(amount, claim, framed, {
    amounts,
    keys,
    operations: named.length > 1 ? withoutSum(operations) : operations,
    way,
  });
  if (given) return calculation(given, true);
  const only = onlyWay(amount, operations, { amounts, named: named.map(({ one }) => one) }, claim, framed);
  return only && goesTheWay(only, way, framed)
    ? calculation(only, says(amount, WORK[only.sign](only.operands.map(sizeOf))))
    : null;
}

/** "Hydro and wind together" names its parts: others don't belong to the sum. */
function withoutSum(operations: readonly Named[]): readonly Named[] {
  return operations.filter(({ operation }) => operation !== 'sum');
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
    if (operation === 'ratio') return framed.isForeign ? [] : named.filter(({ unit }) => unit !== '%');
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

const MOST_AMOUNTS = 24;

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

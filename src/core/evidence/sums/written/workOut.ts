/** Works out the calculations that comments name: `<!-- brief: computed (250 − 200) ÷ 200 -->`. */
import { once } from '../../../base/once';
import { NONE } from '../../../base/same';
import type { InText, TextSpan } from '../../../base/text';
import { inside } from '../../../document/moved';
import type { Cited, Context } from '../../lookup/cited';
import { canCheck } from '../../lookup/lookUpNumbers';
import type { Statement } from '../../lookup/statements';
import { matchNumber } from '../../matching';
import type { Amount } from '../../numbers';
import type { CalculationFault, NumberEvidence, WrittenCalculation } from '../../verdicts';
import { type Expression, type Operand, readExpression } from './expression';
import { isNumber, placesOf } from './operands';
import type { OwnNumbers } from './ownNumbers';
import { type Choice, nearestTo, resultsFor, says } from './results';

/** Results of the calculations of a statement. */
interface WorkedOut {
  /** Evidence for numbers of the statement, by their indexes. */
  readonly byNumber: ReadonlyMap<number, Partial<InText<NumberEvidence>>>;
  /** Faults in the calculations. */
  readonly faults: readonly InText<CalculationFault>[];
}

const NOTHING: WorkedOut = { byNumber: new Map(), faults: NONE };

/**
 * Works out the calculations of a statement, and finds the number that each belongs to. Best is a number that it comes to and
 * that no passage has, then any number that it comes to. If it comes to none, it belongs to the nearest number that no passage
 * has, before it or else behind it. If there is no such number, nothing is reported.
 *
 * @param restingOn returns the context of the sources that a calculation names
 * @param own the numbers of the brief's figures and tables
 */
export function workOutWritten(
  statement: Statement,
  restingOn: (cites: readonly string[]) => Context,
  own: OwnNumbers,
): WorkedOut {
  if (statement.calculations.length === 0) return NOTHING;
  const byNumber = new Map<number, Partial<InText<NumberEvidence>>>();
  const faults: InText<CalculationFault>[] = [];
  for (const { words, cites } of statement.calculations) {
    const expression = readExpression(words.value, statement.language);
    if (!expression) continue;
    const fault = (kind: CalculationFault['fault'], faulty: TextSpan) => {
      const span = inside(faulty, words.span);
      faults.push({ fault: kind, span, written: words.value.slice(faulty.start, faulty.end) });
    };
    if ('fault' in expression) {
      fault(expression.fault, expression.span);
      continue;
    }
    const { cited, topic } = restingOn(cites);
    const places = placesOf(expression.operands, statement, cited, own);
    const choices = expression.operands.map(
      (operand, i): Choice => ({ operand, places: places[i] ?? NONE, isFactor: isFactor(operand) }),
    );
    const meant = targetOf({ expression, choices, at: words.span.start }, statement, cited, byNumber);
    if (meant && 'nowhere' in meant) {
      const holders = new Set(choices.flatMap((one) => one.places.map(({ facts }) => facts)));
      const isChecked = canCheck(cited, (facts) => holders.has(facts) || topic.sharedWith(facts) > 0);
      for (const { operand } of meant.nowhere) fault(isChecked ? 'operand' : 'unchecked', operand.span);
    } else if (meant) byNumber.set(meant.index, evidenceOf(meant, words.value, cited));
  }
  return { byNumber, faults };
}

/** Numbers that only scale, such as counts of months, weeks or days, or a few things to average. Powers of ten do, too. */
const FACTORS = new Set([...Array.from({ length: 12 }, (_, i) => i + 1), 24, 52, 60, 365, 366]);
/** Most factors that may lack a place. With more, any number could be made from any other. */
const MOST_FACTORS = 2;

function isFactor({ quantity: { low, unit, step }, role }: Operand): boolean {
  if (step !== 1) return false;
  if (unit !== null) return unit === '%' && low === 100 && role !== 'alone';
  if (role === 'adds') return low === 1 || low === 100;
  return role === 'scales' && (FACTORS.has(low) || isPowerOfTen(low));
}

function isPowerOfTen(value: number): boolean {
  return value >= 1 && Number.isInteger(Math.log10(value));
}

/**
 * Returns the operands that need a place and have none. Some factors may lack one, if another operand that isn't a factor has a
 * place.
 */
function withoutPlace(choices: readonly Choice[]): readonly Choice[] {
  const missing = choices.filter(({ places }) => places.length === 0);
  const needed = missing.filter(({ isFactor: mayMiss }) => !mayMiss);
  if (needed.length > 0) return needed;
  const scaling = missing.filter(({ operand: { quantity } }) => !isPowerOfTen(quantity.low));
  if (scaling.length > MOST_FACTORS) return scaling.slice(MOST_FACTORS);
  const rests = choices.some(({ places, isFactor: isPlain }) => places.length > 0 && !isPlain);
  return rests ? NONE : missing.slice(0, 1);
}

/** A calculation with the places of its operands. */
interface Placed {
  readonly expression: Expression;
  readonly choices: readonly Choice[];
  /** Offset of the calculation in its statement. */
  readonly at: number;
}

/** The number that a calculation belongs to. */
interface Target {
  readonly index: number;
  readonly claim: Amount;
  readonly choices: readonly Choice[];
  /** Values that the calculation may come to. */
  readonly results: readonly number[];
  readonly isRight: boolean;
}

/** Most numbers of a statement that are compared, the nearest first. A sentence seldom has more. */
const MOST_NUMBERS = 50;

/** @returns the operands that lack a place; else the number that the calculation belongs to; null if there is no such number */
function targetOf(
  { expression, choices, at }: Placed,
  statement: Statement,
  cited: Cited,
  taken: ReadonlyMap<number, unknown>,
): Target | { readonly nowhere: readonly Choice[] } | null {
  const nowhere = withoutPlace(choices);
  if (nowhere.length > 0) return { nowhere };
  const itself: Choice[] = [];
  const near = [...statement.numbers.entries()]
    .sort(([, a], [, b]) => farFrom(at, a.span) - farFrom(at, b.span))
    .slice(0, MOST_NUMBERS);
  const targets = near.flatMap(([index, { quantity, also = [] }]) => {
    if (taken.has(index) || quantity.kind === 'date' || quantity.low !== quantity.high) return [];
    const others = choices.map((one) => withoutNumber(one, index, quantity, statement));
    itself.push(...withoutPlace(others));
    if (withoutPlace(others).length > 0) return [];
    const meanings = [quantity, ...also].filter((one) => one.kind !== 'date');
    const ways = meanings.map((claim): Target => {
      const results = resultsFor(claim, expression, others, statement.language);
      return { index, claim, choices: others, results, isRight: results.some((result) => says(claim, result)) };
    });
    const isOperand = choices.some(({ places }) => places.some(({ inClaim }) => inClaim === index));
    const isHeld = once(() =>
      cited.mayHold(quantity).some(({ facts }) => matchNumber(quantity, facts.numbers()) !== null),
    );
    return [{ ways, isOperand, isHeld, isWorth: quantity.checkable }];
  });
  const free = targets.filter(({ isOperand, isWorth }) => isWorth && !isOperand);
  const right = [...free.filter(({ isHeld }) => !isHeld()), ...free, ...(free.length > 0 ? [] : targets)]
    .flatMap(({ ways }) => ways)
    .find(({ isRight }) => isRight);
  if (right) return right;
  const wrong = free.find(({ isHeld, ways }) => !isHeld() && ways.some(({ results }) => results.length > 0));
  if (wrong) return wrong.ways[0] ?? null;
  return targets.length === 0 && itself.length > 0 ? { nowhere: itself.slice(0, 1) } : null;
}

/** Returns an operand without the places where it is the number that the calculation has to prove. */
function withoutNumber(choice: Choice, index: number, quantity: Amount, { cell }: Statement): Choice {
  const { operand, places } = choice;
  const isSame = cell !== null && isNumber(operand.quantity, quantity);
  const others = places.filter(({ inClaim, times }) => inClaim !== index && !(isSame && times === 1));
  return others.length === places.length ? choice : { ...choice, places: others };
}

/** Returns a rank for sorting: numbers before a place come first, then those behind it, the nearest first. */
function farFrom(at: number, { start }: TextSpan): number {
  return start < at ? at - start : BEHIND + start - at;
}

const BEHIND = 1e9;

function evidenceOf(target: Target, formula: string, { checkedAgainst }: Cited): Partial<InText<NumberEvidence>> {
  const { claim, choices, results, isRight } = target;
  const result = nearestTo(claim, results);
  const operands = operandsOf(choices);
  const calculation: WrittenCalculation = { operands, formula, result, isRight };
  const at = (isRight ? operands.find((one) => one.at)?.at : null) ?? null;
  const verdict = isRight ? 'found' : 'notFound';
  return { verdict, checkedAgainst, at, otherwise: null, calculation, instead: () => null };
}

/** Returns all operands but plain factors, each at a place in the scale that all have in common, if there is one. */
function operandsOf(choices: readonly Choice[]): WrittenCalculation['operands'] {
  const scales = new Set(choices.flatMap(({ places }) => places.map(({ scale }) => scale)));
  const placed = choices.filter(({ places }) => places.length > 0);
  const telling = placed.filter(({ isFactor: isPlain }) => !isPlain);
  const shown = telling.length > 0 ? telling : placed;
  const common = [...scales].find((scale) => shown.every(({ places }) => places.some((one) => one.scale === scale)));
  return shown.map(({ operand: { quantity }, places }) => {
    const ofScale = places.filter(({ scale }) => common === undefined || scale === common);
    return { surface: quantity.surface, at: ofScale.find(({ at }) => at !== null)?.at ?? null };
  });
}

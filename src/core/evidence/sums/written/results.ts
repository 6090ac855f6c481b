/** Works out written calculations in the form in which a claim shows the result. */
import { matchAmount } from '../../matching/amounts';
import { readingsOf } from '../../matching/readings';
import { type Amount, inBaseUnit, isLowerBound } from '../../numbers';
import { type Expression, type Operand, resultOf } from './expression';
import { digitsOf, isUnscaled, type Place } from './operands';

/** The places that an operand may be taken from. */
export interface Choice {
  readonly operand: Operand;
  readonly places: readonly Place[];
  /** True if the operand may be a plain factor: 100, 12. */
  readonly isFactor: boolean;
}

/**
 * Returns the values that a calculation may come to, in the unit of a claim. Operands count in full: all in one scale, or each
 * in the scale of its first place. If all stand in one scale, they also count as they are written. A percentage counts as a
 * share. If percentages or 100 are in the calculation, it also counts as a number.
 */
export function resultsFor(
  claim: Amount,
  expression: Expression,
  choices: readonly Choice[],
  language: string,
): number[] {
  const scales = new Set(choices.flatMap(({ places }) => places.map(({ scale }) => scale)));
  const ways: number[][] = [];
  for (const scale of scales.size > 0 ? scales : [0]) {
    const isOne = choices.every(
      ({ places, isFactor, operand }) => isFactor || stands(places, scale, operand, language),
    );
    if (!isOne) continue;
    const scaleOf = ({ places, operand }: Choice) => (stands(places, scale, operand, language) ? scale : 0);
    ways.push(choices.map((one) => (isUnscaled(one.operand.quantity, language) ? scaleOf(one) : 0)));
    ways.push(choices.map((one) => (one.isFactor || !isUnscaled(one.operand.quantity, language) ? 0 : scale)));
  }
  const isUniform = ways.length > 0;
  // $2.5 billion for 5 million people.
  ways.push(choices.map(({ places }) => places[0]?.scale ?? 0));
  const inFull = ways.map((way) =>
    fullIn(
      claim,
      resultOf(
        expression,
        choices.map((one, i) => inFullOf(one, way[i] ?? 0)),
      ),
    ),
  );
  return [...inFull, ...(isUniform ? asWritten(claim, expression, choices, language) : [])].filter(Number.isFinite);
}

/** True if an operand may stand in a scale. A number with a scale of its own may stand in any. */
function stands(places: readonly Place[], scale: number, { quantity }: Operand, language: string): boolean {
  return places.some((place) => place.scale === scale) || (places.length > 0 && !isUnscaled(quantity, language));
}

function isPercent({ unit }: Amount): boolean {
  return unit === '%' || unit === 'pp';
}

function inFullOf({ operand: { quantity }, places }: Choice, scale: number): number {
  const value = quantity.low * 10 ** scale;
  if (isPercent(quantity) || places.find((place) => place.scale === scale)?.isPercent) return value / 100;
  return quantity.unit === null ? value : value * inBaseUnit(quantity.unit).factor;
}

function fullIn(claim: Amount, value: number): number {
  if (isPercent(claim)) return value * 100;
  return claim.unit === null ? value : value / inBaseUnit(claim.unit).factor;
}

function asWritten(claim: Amount, expression: Expression, choices: readonly Choice[], language: string): number[] {
  const isOfPercent = ({ operand: { quantity }, places }: Choice) =>
    isPercent(quantity) || places.some((place) => place.isPercent);
  const inPercent = resultOf(
    expression,
    choices.map(({ operand }) => operand.quantity.low),
  );
  if (isPercent(claim))
    return choices.some((one) => one.operand.quantity.low === 100 || isOfPercent(one)) ? [inPercent] : [];
  const value = resultOf(
    expression,
    choices.map(({ operand: { quantity } }) => (isPercent(quantity) ? quantity.low / 100 : quantity.low)),
  );
  // "16.9 points" may be percentage points without saying so.
  const points = claim.unit === null && choices.every((one) => one.isFactor || isOfPercent(one)) ? [inPercent] : [];
  const digits = digitsOf(claim, language);
  const isScaled = digits !== null && digits !== 0 && digits !== Math.abs(claim.low);
  // 250 − 200 is $50 million where a table says "in millions" in words that are not read.
  const isBare = isScaled && choices.every(({ operand }) => isUnscaled(operand.quantity, language));
  return [value, ...points, ...(isBare ? [(value * Math.abs(claim.low)) / digits] : [])];
}

/**
 * True if a claim says a value, compared to as many digits as the claim shows. "More than" and the like allow all values that
 * they include.
 */
export function says(claim: Amount, value: number): boolean {
  const size = Math.abs(value);
  const { bound, low } = claim;
  if (isLowerBound(bound) && size >= Math.abs(low)) return true;
  if ((bound === 'lessThan' || bound === 'atMost') && size <= Math.abs(low)) return true;
  const result = { ...claim, value: size, low: size, high: size, bound: null, approximate: false };
  const readings = readingsOf(result).sort((a, b) => a.value - b.value);
  return matchAmount(claim, readings) !== null;
}

/** Returns the value nearest to the claim's number, with the sign of the claim and rounded to its last digit. */
export function nearestTo({ low, step }: Amount, values: readonly number[]): number {
  const size = Math.abs(low);
  const farOff = (value: number) => Math.abs(Math.log(Math.abs(value) / size));
  const [nearest = 0] = [...values].sort((a, b) => farOff(a) - farOff(b));
  const found = Math.abs(nearest);
  // A value smaller than the last digit would be rounded to nothing.
  const shown = (step > 0 && Math.round(found / step) * step) || Number(found.toPrecision(2));
  return (low < 0 ? -1 : 1) * Number(shown.toPrecision(12));
}

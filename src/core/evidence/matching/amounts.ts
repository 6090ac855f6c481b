import { NONE } from '../../base/same';
import { type Amount, type Bound, isLowerBound } from '../numbers';
import { between, isShare, type Reading, readingsOfEnd } from './readings';
import { unitsAgree } from './unitsAgree';
import { type Claimed, isSame, isShortened, type Window, windowOf } from './window';

/** A place that supports a claim. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/**
 * Returns the best place for a claimed amount among the readings of a passage. The same value goes before a rounded one, the
 * same unit before a bare number, and the first of equals before the others.
 *
 * @param sorted by value.
 */
export function matchAmount(claimed: Amount, sorted: readonly Reading[]): Place | null {
  if (claimed.low !== claimed.high) return matchRange(claimed, sorted);
  let best: Candidate | null = null;
  for (const candidate of candidates(claimed, claimed.low, claimed.step, sorted)) {
    if (best === null || isBetter(candidate, best)) best = candidate;
    // Equal values are in the order of their places.
    if (candidate.score === BEST_SCORE) break;
  }
  return best && { ...best.reading.amount.span, exact: best.exact };
}

const BEST_SCORE = 15;

interface Candidate {
  readonly reading: Reading;
  readonly exact: boolean;
  readonly score: number;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.reading.amount.span.start < b.reading.amount.span.start);
}

/** A way to take one end of a claimed amount, and the values that support it. */
interface Wanted {
  readonly reading: Reading;
  readonly said: Claimed;
  readonly window: Window;
}

function wantedOf(claimed: Amount, signed: number, step: number): Wanted[] {
  const { approximate, bound, unit } = claimed;
  return readingsOfEnd(claimed, signed, 'both').map((reading) => {
    const factor = reading.value === 0 ? 1 : reading.value / Math.abs(signed);
    const said: Claimed = { value: reading.value, step: step * factor, approximate, bound, cutsOff: unit === 'JPY' };
    const isConverted = isShare(claimed, Math.abs(signed)) && reading.from === 'converted';
    return { reading, said, window: isConverted ? shareWindow(said) : windowOf(said) };
  });
}

/**
 * Returns the ranges of values that match: a passage must have one of these values. For a range, they are for its lower end.
 */
export function windowsOf(claimed: Amount): Window[] {
  const plain = claimed.low === claimed.high ? claimed : { ...claimed, bound: null };
  const step = claimed.low === claimed.high ? claimed.step : claimed.lowStep;
  return wantedOf(plain, claimed.low, step).map(({ window }) => window);
}

function candidates(claimed: Amount, signed: number, step: number, sorted: readonly Reading[]): readonly Candidate[] {
  const { bound } = claimed;
  const found: Candidate[] = [];
  for (const { reading: wanted, said, window } of wantedOf(claimed, signed, step)) {
    for (const reading of between(sorted, window.from, window.to)) {
      if (!agrees(wanted, reading) || isOpposite(bound, reading.amount.bound)) continue;
      const exact = isSame(reading.value, wanted.value);
      // It isn't known what a bare number counts; only its value can tell that "at least 10" isn't "12 miles".
      if (!exact && !isShortened(said, reading.value) && (reading.unit === null) !== (wanted.unit === null)) continue;
      const score =
        (exact ? 8 : 0) +
        (reading.unit?.unit === wanted.unit?.unit ? 4 : 0) +
        (reading.from === 'said' ? 2 : 0) +
        (reading.amount.low < 0 === signed < 0 ? 1 : 0);
      found.push({ reading, exact, score });
    }
  }
  return found;
}

/** Returns the values of a share: "two-thirds" may stand for 67 or 66.7 %, "about half" for 48 %, "over a third" for 37 %. */
function shareWindow({ value, approximate, bound }: Claimed): Window {
  if (bound === 'moreThan') return { from: value, to: value + SHARE_BEYOND };
  if (bound === 'lessThan') return { from: value - SHARE_BEYOND, to: value };
  const slack = approximate ? SHARE_ABOUT : SHARE_ROUNDED;
  return { from: value - slack, to: value + slack };
}

/** Distances from the value of a share, in percentage points. */
const SHARE_ROUNDED = 0.5;
const SHARE_ABOUT = 3;
const SHARE_BEYOND = 5;

/** True if the units of two readings agree. A bare number matches any unit as written, but not after a conversion. */
function agrees(wanted: Reading, found: Reading): boolean {
  const bothSaid = wanted.unit !== null && found.unit !== null;
  if (!bothSaid && (wanted.from === 'converted' || found.from === 'converted')) return false;
  return unitsAgree(wanted.unit, found.unit);
}

/** True if one bound is above a value and the other below: "more than 500" isn't what "less than 500" says. */
function isOpposite(a: Bound | null, b: Bound | null): boolean {
  return a !== null && b !== null && isLowerBound(a) !== isLowerBound(b);
}

/** Largest gap between two values that are the ends of one range, in UTF-16 units: "rose from 5 % in 2019 to 7 %". */
const NEAR = 80;

/** Finds a range in a passage: as a range, or as its two ends side by side. */
function matchRange(claimed: Amount, sorted: readonly Reading[]): Place | null {
  const { lows, highs } = endsOf(claimed, sorted);
  if (lows.length === 0) return null;
  const wholes = new Map(highs.map((high) => [high.reading.amount, high]));
  for (const low of lows) {
    const high = wholes.get(low.reading.amount);
    if (high && low.reading.end !== 'both') {
      return { ...low.reading.amount.span, exact: low.exact && high.exact };
    }
  }
  return nearest(lows, highs);
}

/** Returns the amounts of a passage that match a claimed one, each by itself. */
export function matchingAmounts(claimed: Amount, sorted: readonly Reading[]): ReadonlySet<Amount> {
  if (claimed.low === claimed.high)
    return new Set(candidates(claimed, claimed.low, claimed.step, sorted).map(({ reading }) => reading.amount));
  const { lows, highs } = endsOf(claimed, sorted);
  const ofHighs = new Set(highs.map(({ reading }) => reading.amount));
  const isWhole = ({ reading: { amount, end } }: Candidate) => end !== 'both' && ofHighs.has(amount);
  return new Set(lows.filter(isWhole).map(({ reading }) => reading.amount));
}

/** Returns the matches of a claimed range's lower end, and of its upper one. */
function endsOf(claimed: Amount, sorted: readonly Reading[]) {
  const plain = { ...claimed, bound: null };
  const lows = candidates(plain, claimed.low, claimed.lowStep, sorted);
  return { lows, highs: lows.length === 0 ? NONE : candidates(plain, claimed.high, claimed.step, sorted) };
}

/** Returns the place of the two candidates nearest to each other. Neither of them may be an end of another range. */
function nearest(lows: readonly Candidate[], highs: readonly Candidate[]): Place | null {
  const order = (all: readonly Candidate[]) =>
    all
      .filter(({ reading }) => reading.end === 'both')
      .sort((a, b) => a.reading.amount.span.start - b.reading.amount.span.start);
  const [left, right] = [order(lows), order(highs)];
  let best: Place | null = null;
  let i = 0;
  let j = 0;
  for (;;) {
    const [low, high] = [left[i], right[j]];
    if (!low || !high) return best;
    const [a, b] = [low.reading.amount.span, high.reading.amount.span];
    const start = Math.min(a.start, b.start);
    const end = Math.max(a.end, b.end);
    const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
    if (gap >= 0 && gap <= NEAR && (best === null || end - start < best.end - best.start)) {
      best = { start, end, exact: low.exact && high.exact };
    }
    if (a.start < b.start) i++;
    else j++;
  }
}

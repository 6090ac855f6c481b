/** Timing of ways to do the same thing side by side, in one run on one machine, so that their ratio means something. */

const ROUNDS = 7;
const MS_PER_ROUND = 300;

/**
 * Runs each way for a while, turn by turn, after a first round that only warms up.
 *
 * @param ways what is done; each call of one does as much as each call of another
 * @returns the median time of a call in milliseconds, in the order of the ways
 */
export function timesOf(ways: readonly (() => void)[]): number[] {
  for (const way of ways) timePerCall(way);
  const rounds = Array.from({ length: ROUNDS }, () => ways.map(timePerCall));
  return ways.map((_, i) => median(rounds.map((times) => times[i] ?? 0)));
}

function timePerCall(way: () => void): number {
  const start = performance.now();
  let calls = 0;
  let spent = 0;
  do {
    way();
    calls++;
    spent = performance.now() - start;
  } while (spent < MS_PER_ROUND);
  return spent / calls;
}

/** The middle one; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The exponent of the power of the first number that fits the second best: the slope of a line through their logarithms. */
export function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [middleX, middleY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const covariance = mean(logs.map(([x, y]) => (x - middleX) * (y - middleY)));
  return covariance / mean(logs.map(([x]) => (x - middleX) ** 2));
}

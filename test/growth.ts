import assert from 'node:assert/strict';

/** Four times the input may cost this much more. Where the work grows with the square, it costs sixteen times as much. */
const MOST = 12;
/** How often both are measured, at most: what else the processor did may have cost something. */
const ATTEMPTS = 3;

/**
 * Asserts that work grows about as its input does: four times the input must cost less than twelve times the processor time. The
 * time of the processor is the same on a busy machine.
 *
 * @param size of the smaller input; it must cost some milliseconds
 */
export function assertGrowsEvenly(work: (size: number) => unknown, size: number): void {
  let [large, small] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let attempts = 0;
  do {
    // The larger one goes first, so that compiling counts against it.
    large = Math.min(
      large,
      millisecondsOf(() => work(4 * size)),
    );
    small = Math.min(
      small,
      millisecondsOf(() => work(size)),
    );
  } while (large / small >= MOST && ++attempts < ATTEMPTS);
  const ratio = large / small;
  assert.ok(ratio < MOST, `four times the input cost ${ratio.toFixed(1)} times as much`);
}

/** One at least: what takes less tells nothing. */
function millisecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1000);
}

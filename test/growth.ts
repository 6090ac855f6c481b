import assert from 'node:assert/strict';

/**
 * Asserts that work grows about as its input does: four times the input must cost less than twelve times the processor time,
 * and costs sixteen times where the work grows with the square. The time of the processor is the same on a busy machine.
 *
 * @param size of the smaller input; it must cost some milliseconds
 */
export function assertGrowsEvenly(work: (size: number) => unknown, size: number): void {
  const ratio = millisecondsOf(() => work(4 * size)) / millisecondsOf(() => work(size));
  assert.ok(ratio < 12, `four times the input cost ${ratio.toFixed(1)} times as much`);
}

/** The least of three runs, and one at least: what takes less tells nothing. */
function millisecondsOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.max(1, Math.min(...times));
}

import { runInNewContext } from 'node:vm';

/** Pause between two looks at the process, in milliseconds. */
const LOOK_MS = 5000;
/** Growth of memory that is worth collecting, in bytes. */
const GROWN = 48 * 1024 * 1024;
/** Collections in turn: what one finds unused it may give back only by the next. */
const ROUNDS = 3;
/** Processor time between two looks of a server that nobody asks anything, in microseconds. */
const IDLE = 100_000;

/**
 * Gives memory back to the machine when nobody asks for anything. V8 collects only while something is made: what typing in a long
 * brief left would stay until the next key. Needs the flag `GC_AT_HAND`; does nothing without it.
 */
export function giveBackWhenIdle(): void {
  const gc: unknown = runInNewContext('typeof gc === "function" ? gc : null');
  if (typeof gc !== 'function') return;
  let used = process.cpuUsage();
  /** Memory after the last collection, or less. */
  let settled = 0;
  let rounds = 0;
  const look = () => {
    const { user, system } = process.cpuUsage(used);
    const memory = process.memoryUsage.rss();
    settled = Math.min(settled, memory);
    if (user + system <= IDLE) {
      if (rounds === 0 && memory >= settled + GROWN) rounds = ROUNDS;
      if (rounds > 0) {
        gc();
        rounds--;
        settled = process.memoryUsage.rss();
      }
    }
    used = process.cpuUsage();
  };
  setInterval(look, LOOK_MS).unref();
}

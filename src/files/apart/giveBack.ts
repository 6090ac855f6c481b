import { runInNewContext } from 'node:vm';

/** Pause between two looks at the process, in milliseconds. */
const LOOK_MS = 5000;
/** Growth of memory that is worth a collection, in bytes, and what one that helped gives back at least. */
const GROWN = 48 * 1024 * 1024;
const HELPED = 4 * 1024 * 1024;
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
  /** Memory when a collection helped no more. */
  let settled = 0;
  const look = () => {
    const { user, system } = process.cpuUsage(used);
    const before = process.memoryUsage.rss();
    if (user + system <= IDLE && before >= settled + GROWN) {
      gc();
      const after = process.memoryUsage.rss();
      // What one collection found unused it may give back only by the next.
      if (before - after < HELPED) settled = after;
    }
    used = process.cpuUsage();
  };
  setInterval(look, LOOK_MS).unref();
}

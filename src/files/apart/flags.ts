/** Flags of V8 for our programs. Who starts one under Electron gives it these: there V8 may hold them in memory that nobody can write. */

/**
 * V8 else compiles regular expressions first to code of its own, which takes most of the time of a first check, and again as soon
 * as they are used a second time. This must never be put back: V8 then runs code that it has not made, and the process ends.
 */
export const EXPRESSIONS_AT_ONCE = '--no-regexp-tier-up';

/**
 * For the language server. What lives of a long brief is a tenth of what is made while somebody types in it. V8 else lets that add
 * up: with a brief of 0.9 MB to 820 MB, so to 250 MB. A key takes as long, and collecting beside it a third more than in steps of
 * 40 percent, which take 270 MB (`npm run bench -- changes` shows memory and keys).
 */
export const HEAP_IN_SMALL_STEPS = '--heap-growing-percent=20';

/** For the language server, which collects garbage when nobody asks it for anything. */
export const GC_AT_HAND = '--expose-gc';

/**
 * For the command line. The V8 of Node 20 else optimizes what is soon done with, in each thread anew: a check of 100 to 1,000
 * briefs takes a sixth to a quarter longer. Later ones gain nothing, and Node 24 does not know the flag. Keys in the server take
 * longer with it.
 */
export const OPTIMIZED_LATE: readonly string[] =
  Number.parseInt(process.versions.v8, 10) < 12 ? ['--interrupt-budget=600000'] : [];

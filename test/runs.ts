/**
 * How often a property test draws. With the seed of every run it draws the same each time, so that a part of them tells of a
 * change; with `BRIEF_TEST_SEED` it draws others, and all. `BRIEF_RUNS` names the number.
 *
 * @param all how many find what is rare
 */
export function runs(all: number): number {
  const { BRIEF_RUNS, BRIEF_TEST_SEED } = process.env;
  if (BRIEF_RUNS !== undefined) return Number(BRIEF_RUNS);
  return BRIEF_TEST_SEED === undefined ? Math.ceil(all / PART) : all;
}

const PART = 4;

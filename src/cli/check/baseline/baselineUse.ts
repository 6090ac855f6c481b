import type { KnownProblems } from '../../../core/rules/baseline';

/** What is done with the problems that a baseline has. */
export interface BaselineUse {
  /** By the path of a file, as output shows it. */
  readonly files: ReadonlyMap<string, KnownProblems>;
  /** Whether it is to be written again: then it has all problems, and they are found out. */
  readonly update: boolean;
}

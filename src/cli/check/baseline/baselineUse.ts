import type { KnownProblems } from '../../../core/rules/baseline';

/** The known problems of a baseline, and whether it is updated. */
export interface BaselineUse {
  /** Known problems of each file, by its path as output shows it. */
  readonly files: ReadonlyMap<string, KnownProblems>;
  /** True if the baseline is written again. It then gets all current problems, and none is reported. */
  readonly update: boolean;
}

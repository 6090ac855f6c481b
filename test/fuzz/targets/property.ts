import type { IRawProperty } from 'fast-check';

/** One thing that holds of all inputs that a generator draws. */
export interface FuzzProperty {
  /** As a sentence goes on: `a brief …`. */
  readonly name: string;
  readonly property: IRawProperty<unknown>;
  /** How often it is tried in the tests, which take a second or a few for each. */
  readonly runs: number;
}

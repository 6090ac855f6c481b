/** The door to what is worked out: the sums of tables, and how a calculation is written. */
export { wrongSumsOf } from './briefSums';
export { formulaOf } from './formula';
export type { WrongSum } from './tableSums';

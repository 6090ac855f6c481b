/** The door to what is worked out: the sums of tables, and calculations as they are written. */
export { wrongSumsOf } from './briefSums';
export { formulaOf } from './formula';
export type { WrongSum } from './tableSums';
export { LONGEST_CALCULATION } from './written/expression';
export { misplacedCalculations } from './written/misplaced';

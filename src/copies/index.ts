/**
 * Copies of sources. A bundle of its own, loaded when a person asks for it: it opens no socket itself, and is handed what does
 * (`src/network`), and what writes files.
 */
export type { CopyFolder, CopyState, Extract, KeepOptions, MissingReason, Outcome, Wanted } from './contract';
export { madeOf } from './contract';
export { type CopyPlan, keepCopies, planCopies } from './keepCopies';

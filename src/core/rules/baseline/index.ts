/** The door to what knows problems again that were accepted. It is loaded only where a baseline is named. */
export type { KnownByPath, KnownProblems } from '../../brief/config/config';
export { readBaseline, writeBaseline } from './baselineText';
export { fromFolderOf, withoutKnownOf } from './knownInFile';
export { type Compared, compareWith } from './knownProblems';

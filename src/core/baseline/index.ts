/** The door to what knows problems again that were accepted. It is loaded only where a baseline is named. */
export { type KnownByPath, readBaseline, writeBaseline } from './baselineText';
export { fromFolderOf, withoutKnownOf } from './knownInFile';
export { type Compared, compareWith, type KnownProblems } from './knownProblems';

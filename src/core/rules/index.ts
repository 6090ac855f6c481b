/** The door to the rules, and to what runs them over a brief, a configuration, or a file of a library. */
export { checkConfig } from './checkConfig';
export { briefOfSource, checkSourceFile } from './checkSourceFile';
export { suppressHere } from './fixes/suppressHere';
export { ruleUrl } from './pages';
export type { Rule } from './rule';
export { RULES } from './rules';
export { type CheckOptions, checkBrief, checkWith, MOST_PROBLEMS } from './run/checkBrief';

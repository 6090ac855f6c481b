/** The door to what reads a brief and checks it: all that a server needs until it is asked something. */

export * from './base/problem';
export { isStyleName, isStylePath, STYLE_NAMES } from './base/styleNames';
export * from './base/text';
export { widthOf } from './base/width';
export { mayHold, type WordFilter, wordFilterOf } from './base/wordFilter';
export type * from './brief';
export {
  briefOfSource,
  type CheckOptions,
  checkBrief,
  checkConfig,
  checkSourceFile,
  RULES,
  type Rule,
  ruleUrl,
} from './checks';
export {
  asShared,
  type BaselineFile,
  CONFIG_NAME,
  type Config,
  type ConfigFile,
  isFolderPath,
  PROJECT_NAMES,
  ruleSettingsOf,
  type Workspace,
  workspaceOf,
} from './config/config';
export { globError, globMatcher } from './config/glob';
export { bibliographiesIn } from './config/projectFile';
export { type Library, readConfig, readLibrary } from './config/readConfig';
export { MOST_GLOBS } from './config/schema';
export {
  type BriefSummary,
  type BriefSymbol,
  type FigureFact,
  type FiguresElsewhere,
  keyNumbersOf,
  summarize,
} from './config/workspace';
export { indexAhead } from './evidence/indexAhead';
export { REFACTORINGS, TOKEN_MODIFIERS, TOKEN_TYPES } from './features/navigation/kinds';
export { type BriefStats, statsOf, uncitedOf } from './features/overview/stats';
export { citedCopies, type LibraryCopies } from './library/citedCopies';
export { isSourceFile, sourceFileOf, sourceFolderOf, unreadSourceFile } from './library/sourceFolder';
export { agrees, canNameFile, fileNameFor, idOfFile, mayBeSourceFile, SOURCE_FILES } from './library/sourceNames';
export { dataPathsOf } from './model/figures/data';
export { imagesOf } from './model/figures/images';
export { declaredFiguresOf } from './model/meantBlocks';
export { type ParseOptions, parseBrief, relink } from './model/parseBrief';
export { citedSources, listedSources } from './queries';
export { TOO_MANY_FORMULAS, type WriteFormula, weighFormulas } from './render/sections/formulas';
export { copiesNamedIn } from './syntax/frontMatter';

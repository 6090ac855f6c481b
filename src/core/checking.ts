/** The door to what reads a brief and checks it: all that a server needs until it is asked something. */

export { asContent, type Content, differenceBetween } from './base/content';
export * from './base/problem';
export { isStyleName, isStylePath, STYLE_NAMES } from './base/styleNames';
export * from './base/text';
export { widthOf } from './base/width';
export { mayHold, type WordFilter, wordFilterOf } from './base/wordFilter';
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
} from './brief/config/config';
export { globError, globMatcher, isMarkdown } from './brief/config/glob';
export { bibliographiesIn } from './brief/config/projectFile';
export { readConfig, readLibrary } from './brief/config/readConfig';
export {
  type BriefSummary,
  type BriefSymbol,
  keyNumbersOf,
  type NumberFact,
  type NumbersElsewhere,
  summarize,
  toldThreads,
} from './brief/config/workspace';
export { dataPathsOf } from './brief/figures/data';
export { imagesOf } from './brief/figures/images';
export { citedCopies, type LibraryCopies } from './brief/library/citedCopies';
export { sourceFileOf, sourceFolderOf, unreadSourceFile } from './brief/library/sourceFolder';
export { agrees, idOfFile, mayBeSourceFile, SOURCE_FILES } from './brief/library/sourceNames';
export type { Given } from './brief/model';
export { parseBrief, parseChanged, relink } from './brief/parseBrief';
export { declaredFiguresOf } from './brief/queries/blocks';
export { citedSources, listedSources, sourceOf, sourcesAndWorks, sourceTexts } from './brief/queries/citedSources';
export { lengthOf } from './brief/queries/length';
export type * from './brief/types';
export { copiesNamedIn } from './document/frontMatter';
export { MOST_GLOBS } from './document/frontMatter/configSchema';
export { TOKEN_MODIFIERS, TOKEN_TYPES } from './editor/navigation/kinds';
export { claimFactsInText, claimFactsOf } from './evidence/conflicts';
export { indexAhead } from './evidence/indexAhead';
export { type BriefStats, statsOf, uncitedOf } from './evidence/stats';
export { faultOfFormula, TOO_MANY_FORMULAS, type WriteFormula, weighFormulas } from './page/sections/formulas';
export { briefOfSource, type CheckOptions, checkBrief, checkConfig, checkSourceFile, RULES, ruleUrl } from './rules';

/** The engine's only door: text in, values out. It does no I/O and knows neither an editor nor a system. */
export type * from './brief';
export { type CheckOptions, checkBrief, checkConfig, RULES, type Rule, ruleUrl } from './checks';
export { asShared, CONFIG_NAME, type Config, type ConfigFile, type Workspace, workspaceOf } from './config/config';
export { globError, globMatcher } from './config/glob';
export { type Library, readConfig, readLibrary } from './config/readConfig';
export { ruleSettingsOf } from './config/ruleSettings';
export { MOST_GLOBS } from './config/schema';
export { evidenceOf } from './evidence/briefEvidence';
export { type PassageSpot, placeOfPassage } from './evidence/placeOfPassage';
export type {
  BriefEvidence,
  ClaimEvidence,
  NumberEvidence,
  PassagePlace,
  QuotationEvidence,
  Verdict,
} from './evidence/verdicts';
export { type Drawings, type ExportedBrief, exportContent, exportData } from './exporting/json';
export { exportMarkdown } from './exporting/markdown';
export { type Paper, paperFor, paperStyle } from './exporting/paper';
export { type CitationChoices, citationChoices, type SourceChoice } from './features/citationChoices';
export { type Check, type CodeAction, quickFixes } from './features/codeActions';
export {
  type Completion,
  type CompletionKind,
  type CompletionRequest,
  type Completions,
  completionsAt,
  sourceDocumentation,
  type WantedFiles,
  wantedFiles,
} from './features/completion';
export { type Definition, definitionAt, type Target } from './features/definition';
export { type DocumentLink, documentLinks } from './features/documentLinks';
export { type DocumentSymbol, documentSymbols } from './features/documentSymbols';
export { type FixedAll, fixAll } from './features/fixAll';
export { type FoldingRange, foldingRanges } from './features/folding';
export { formattingAfterLineBreak, formattingEdits } from './features/formatting';
export { type Highlight, highlightsAt } from './features/highlights';
export { type Hover, hoverAt, toMarkdown, toPlainText } from './features/hover';
export { type InlayHint, inlayHints } from './features/inlayHints';
export { inspectBrief } from './features/inspect';
export { type LinkedEditing, linkedEditingAt } from './features/linkedEditing';
export { movedPathEdits, type NamedPath, namedPaths } from './features/movedFiles';
export { type PasteChoice, pasteUrl } from './features/pasteUrl';
export { REFACTORINGS, refactorings } from './features/refactorings';
export { type Reference, referencesAt, referencesTo } from './features/references';
export { type Refused, type Renamed, renamableAt, renameAt, renameName } from './features/rename';
export { selectionRanges } from './features/selectionRanges';
export { type SemanticToken, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from './features/semanticTokens';
export { type SharedSource, sharedSourceAt, sharesSource } from './features/sharedSources';
export { type SourceLens, sourceLenses } from './features/sourceLenses';
export { type SourceOverview, sourceOverview } from './features/sourceOverview';
export { type AddedSource, addSource } from './features/sources/addSource';
export { type Organized, organizeSources } from './features/sources/organizeSources';
export { type BriefStats, statsOf } from './features/stats';
export { suggestSources } from './features/suggest';
export { type WorkAcross, worksAcross } from './features/worksAcross';
export { type ChartJob, type ChartRequest, chartRequests, type DrawnChart, type DrawnCharts } from './figures/charts';
export { dataPathsOf } from './figures/data';
export { importText } from './importing/importText';
export { type ParseOptions, parseBrief } from './model/parseBrief';
export * from './problem';
export {
  type FormulaNode,
  TOO_MANY_FORMULAS,
  type WriteFormula,
  type WrittenFormula,
  weighFormulas,
} from './render/formulas';
export type { Part } from './render/parts';
export { cardsOf, type RenderedParts, type RenderOptions, renderBrief, renderParts } from './render/renderBrief';
export { renderPage } from './render/renderPage';
export * from './text';
export { widthOf } from './width';
export {
  type BriefSummary,
  type BriefSymbol,
  type FigureFact,
  type FiguresElsewhere,
  keyNumbersOf,
  summarize,
} from './workspace';

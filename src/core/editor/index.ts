/** The door to what editors and reports ask of a brief, loaded when they do. */

export { shownText } from '../brief/comments/threads';
export { evidenceOf } from '../evidence/brief';
export { placeOfPassage } from '../evidence/placeOfPassage';
export { importFinds } from '../importing/importFinds';
export { describeBrief, inspectBrief, inspectComments } from '../page/exporting/inspect';
export { checkReport } from './assistant/checkReport';
export { citeInsight } from './assistant/citeInsight';
export { compareReport } from './assistant/compareReport';
export { evidenceReport } from './assistant/evidenceReport';
export { toldReadings } from './assistant/readingsReport';
export { clipped, toData } from './assistant/texts';
export { type Change, compareBriefs, earlierVersion } from './comparing';
export { changeReport, nameOfKind, wordsOfChange } from './comparing/report';
export {
  type Completion,
  type CompletionKind,
  type CompletionRequest,
  completionsAt,
  sourceDocumentation,
  type WantedFiles,
  wantedFiles,
} from './completion';
export { changeDetails } from './details/change';
export { detailsOf } from './details/details';
export type { DetailChange } from './details/types';
export { type CitationChoices, citationChoices, type SourceChoice } from './editing/citationChoices';
export { citeLikely } from './editing/citeLikely';
export { type CodeAction, quickFixes } from './editing/codeActions';
export { fixAll } from './editing/fixAll';
export { keepingCopies } from './editing/keepingCopies';
export { markVerified, verification, verificationAt } from './editing/markVerified';
export { pasteUrl } from './editing/pasteUrl';
export { pasteValue } from './editing/pasteValue';
export { refactorings } from './editing/refactorings';
export { SURE } from './editing/suggestions';
export { formattingAfterLineBreak, formattingEdits } from './formatting';
export { hoverAt, toMarkdown, toPlainText } from './hover';
export { type Definition, definitionAt } from './navigation/definition';
export { type DocumentLink, documentLinks } from './navigation/documentLinks';
export { type DocumentSymbol, documentSymbols } from './navigation/documentSymbols';
export { type FoldingRange, foldingRanges } from './navigation/folding';
export { highlightsAt } from './navigation/highlights';
export { linkedEditingAt } from './navigation/linkedEditing';
export { movedPathEdits } from './navigation/movedFiles';
export { originalAt, originalOfPlace, originalOfSource } from './navigation/originals';
export { type Reference, referencesAt, referencesTo } from './navigation/references';
export { selectionRanges } from './navigation/selectionRanges';
export { type SemanticToken, semanticTokens } from './navigation/semanticTokens';
export { type SharedSource, sharedSourceAt, sharesSource } from './navigation/sharedSources';
export { webLinks } from './navigation/webLinks';
export { worksAcross } from './navigation/worksAcross';
export { type InlayHint, inlayHints } from './overview/inlayHints';
export { briefCiting, cardInFile, namedInFile } from './overview/ownFile';
export { type SourceLens, sourceLenses } from './overview/sourceLenses';
export { sourceOverview } from './overview/sourceOverview';
export { suggestSources } from './overview/suggest';
export { uncitedStatements } from './overview/uncitedStatements';
export * from './reading';
export { type Refused, type Renamed, renamableAt, renameAt, renameName } from './rename';
export { renameInYaml } from './rename/declarations';
export { addQuotes } from './sources/addQuotes';
export { addSource } from './sources/addSource';
export {
  type CopiesToMake,
  copiesToMake,
  type MadeCopy,
  nameCopies,
  type WantedCopy,
  wantedCopies,
} from './sources/keepCopies';
export { type Organized, organizeSources } from './sources/organizeSources';
export { sourceEntry } from './sources/sourceEntry';
export { commentableSpans, editThread, type ThreadAction } from './threads/editThread';
export type { ConfigPlace, FileEdit } from './turnOff/turnOff';

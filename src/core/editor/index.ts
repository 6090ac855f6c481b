/** The door to what editors and reports ask of a brief, loaded when they do. */

export { shownText } from '../brief/comments/threads';
export { evidenceOf } from '../evidence/brief';
export { type PassageSpot, placeOfPassage } from '../evidence/placeOfPassage';
export type {
  BriefEvidence,
  ClaimEvidence,
  NumberEvidence,
  PassagePlace,
  QuotationEvidence,
  Verdict,
} from '../evidence/verdicts';
export { importFinds } from '../importing/importFinds';
export { describeBrief, inspectBrief, inspectComments } from '../page/exporting/inspect';
export { type CheckReport, checkReport } from './assistant/checkReport';
export { type CiteOutcome, type CiteReport, citeInsight, type WantedCitation } from './assistant/citeInsight';
export { type CompareReport, compareReport } from './assistant/compareReport';
export { type EvidenceReport, evidenceReport } from './assistant/evidenceReport';
export { type ToldReadings, toldReadings } from './assistant/readingsReport';
export { clipped, toData } from './assistant/texts';
export { type Change, type ChangeKind, compareBriefs, earlierVersion } from './comparing';
export { type ChangeReport, changeReport, nameOfKind, whatOf, wordsOfChange } from './comparing/report';
export {
  type Completion,
  type CompletionKind,
  type CompletionRequest,
  type Completions,
  completionsAt,
  sourceDocumentation,
  type WantedFiles,
  wantedFiles,
} from './completion';
export { type ChangedDetails, changeDetails } from './details/change';
export { detailsOf } from './details/details';
export type { DetailChange, DetailEntry, DetailField, DetailList, Details, ListKey } from './details/types';
export { type CitationChoices, citationChoices, type SourceChoice } from './editing/citationChoices';
export { citeLikely, type LikelyCitations } from './editing/citeLikely';
export { type Check, type CodeAction, quickFixes } from './editing/codeActions';
export { type FixedAll, fixAll } from './editing/fixAll';
export { keepingCopies } from './editing/keepingCopies';
export {
  type MarkedVerified,
  markVerified,
  type ReviewStamp,
  verification,
  verificationAt,
} from './editing/markVerified';
export { type PasteChoice, pasteUrl } from './editing/pasteUrl';
export { pasteValue } from './editing/pasteValue';
export { refactorings } from './editing/refactorings';
export { SURE } from './editing/suggestions';
export { formattingAfterLineBreak, formattingEdits } from './formatting';
export { type Hover, hoverAt, toMarkdown, toPlainText } from './hover';
export { type Definition, definitionAt, type Target } from './navigation/definition';
export { type DocumentLink, documentLinks } from './navigation/documentLinks';
export { type DocumentSymbol, documentSymbols } from './navigation/documentSymbols';
export { type FoldingRange, foldingRanges } from './navigation/folding';
export { type Highlight, highlightsAt } from './navigation/highlights';
export { type LinkedEditing, linkedEditingAt } from './navigation/linkedEditing';
export { movedPathEdits, type NamedPath, namedPaths } from './navigation/movedFiles';
export { type Original, originalAt, originalOfPlace, originalOfSource } from './navigation/originals';
export { type Reference, referencesAt, referencesTo } from './navigation/references';
export { selectionRanges } from './navigation/selectionRanges';
export { type SemanticToken, semanticTokens } from './navigation/semanticTokens';
export { type SharedSource, sharedSourceAt, sharesSource } from './navigation/sharedSources';
export { type LinkPlace, type WebLink, webLinks } from './navigation/webLinks';
export { type WorkAcross, worksAcross } from './navigation/worksAcross';
export { type InlayHint, inlayHints } from './overview/inlayHints';
export { briefCiting, type CitingBrief, cardInFile, namedInFile } from './overview/ownFile';
export { type SourceLens, sourceLenses } from './overview/sourceLenses';
export { type SourceOverview, sourceOverview } from './overview/sourceOverview';
export { suggestSources } from './overview/suggest';
export { type UncitedStatements, uncitedStatements } from './overview/uncitedStatements';
export * from './reading';
export { type Refused, type Renamed, renamableAt, renameAt, renameName } from './rename';
export { renameInYaml } from './rename/declarations';
export { type AddedQuotes, addQuotes, type NewQuote } from './sources/addQuotes';
export { type AddedSource, addSource } from './sources/addSource';
export {
  type CopiesToMake,
  copiesToMake,
  type MadeCopy,
  type NamedCopies,
  nameCopies,
  type WantedCopy,
  wantedCopies,
} from './sources/keepCopies';
export { type Organized, organizeSources } from './sources/organizeSources';
export { sourceEntry } from './sources/sourceEntry';
export { commentableSpans, editThread, type ThreadAction, type ThreadEdits } from './threads/editThread';
export type { ConfigPlace, FileEdit } from './turnOff/turnOff';

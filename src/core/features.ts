/** The door to what editors and reports ask of a brief, loaded when they do. */

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
export { type CheckReport, checkReport } from './features/assistant/checkReport';
export { type CiteOutcome, type CiteReport, citeInsight, type WantedCitation } from './features/assistant/citeInsight';
export { type EvidenceReport, evidenceReport } from './features/assistant/evidenceReport';
export { toData } from './features/assistant/texts';
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
export { type CitationChoices, citationChoices, type SourceChoice } from './features/editing/citationChoices';
export { type Check, type CodeAction, quickFixes } from './features/editing/codeActions';
export { type FixedAll, fixAll } from './features/editing/fixAll';
export {
  type MarkedVerified,
  markVerified,
  type ReviewStamp,
  verification,
  verificationAt,
} from './features/editing/markVerified';
export { type PasteChoice, pasteUrl } from './features/editing/pasteUrl';
export { refactorings } from './features/editing/refactorings';
export { formattingAfterLineBreak, formattingEdits } from './features/formatting';
export { type Hover, hoverAt, toMarkdown, toPlainText } from './features/hover';
export { type Definition, definitionAt, type Target } from './features/navigation/definition';
export { type DocumentLink, documentLinks } from './features/navigation/documentLinks';
export { type DocumentSymbol, documentSymbols } from './features/navigation/documentSymbols';
export { type FoldingRange, foldingRanges } from './features/navigation/folding';
export { type Highlight, highlightsAt } from './features/navigation/highlights';
export { type LinkedEditing, linkedEditingAt } from './features/navigation/linkedEditing';
export { movedPathEdits, type NamedPath, namedPaths } from './features/navigation/movedFiles';
export { type Reference, referencesAt, referencesTo } from './features/navigation/references';
export { selectionRanges } from './features/navigation/selectionRanges';
export { type SemanticToken, semanticTokens } from './features/navigation/semanticTokens';
export { type SharedSource, sharedSourceAt, sharesSource } from './features/navigation/sharedSources';
export { type LinkPlace, type WebLink, webLinks } from './features/navigation/webLinks';
export { type WorkAcross, worksAcross } from './features/navigation/worksAcross';
export { type InlayHint, inlayHints } from './features/overview/inlayHints';
export { describeBrief, inspectBrief } from './features/overview/inspect';
export { briefCiting, type CitingBrief, cardInFile, namedInFile } from './features/overview/ownFile';
export { type SourceLens, sourceLenses } from './features/overview/sourceLenses';
export { type SourceOverview, sourceOverview } from './features/overview/sourceOverview';
export { suggestSources } from './features/overview/suggest';
export { type UncitedStatements, uncitedStatements } from './features/overview/uncitedStatements';
export { type Refused, type Renamed, renamableAt, renameAt, renameName } from './features/rename';
export { renameInYaml } from './features/rename/declarations';
export { type AddedSource, addSource } from './features/sources/addSource';
export { type Organized, organizeSources } from './features/sources/organizeSources';
export { sourceEntry } from './features/sources/sourceEntry';
export type { ConfigPlace, FileEdit } from './features/turnOff/turnOff';
export { importFinds } from './importing/importFinds';

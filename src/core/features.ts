/** The door to what editors and reports ask of a brief, loaded when they do. */
export { type CheckReport, checkReport } from './assistant/checkReport';
export { type CiteOutcome, type CiteReport, citeInsight, type WantedCitation } from './assistant/citeInsight';
export { type EvidenceReport, evidenceReport } from './assistant/evidenceReport';
export { toData } from './assistant/texts';
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
export { describeBrief, inspectBrief } from './features/inspect';
export { type LinkedEditing, linkedEditingAt } from './features/linkedEditing';
export {
  type MarkedVerified,
  markVerified,
  type ReviewStamp,
  verification,
  verificationAt,
} from './features/markVerified';
export { movedPathEdits, type NamedPath, namedPaths } from './features/movedFiles';
export { briefCiting, type CitingBrief, cardInFile, namedInFile } from './features/ownFile';
export { type PasteChoice, pasteUrl } from './features/pasteUrl';
export { refactorings } from './features/refactorings';
export { type Reference, referencesAt, referencesTo } from './features/references';
export { type Refused, type Renamed, renamableAt, renameAt, renameName } from './features/rename';
export { renameInYaml } from './features/rename/declarations';
export { selectionRanges } from './features/selectionRanges';
export { type SemanticToken, semanticTokens } from './features/semanticTokens';
export { type SharedSource, sharedSourceAt, sharesSource } from './features/sharedSources';
export { type SourceLens, sourceLenses } from './features/sourceLenses';
export { type SourceOverview, sourceOverview } from './features/sourceOverview';
export { type AddedSource, addSource } from './features/sources/addSource';
export { type Organized, organizeSources } from './features/sources/organizeSources';
export { sourceEntry } from './features/sources/sourceEntry';
export { suggestSources } from './features/suggest';
export type { ConfigPlace, FileEdit } from './features/turnOff/turnOff';
export { type UncitedStatements, uncitedStatements } from './features/uncitedStatements';
export { type LinkPlace, type WebLink, webLinks } from './features/webLinks';
export { type WorkAcross, worksAcross } from './features/worksAcross';
export { importFinds } from './importing/importFinds';

import type { ServerCapabilities } from 'vscode-languageserver';
import type { Agreement } from '../agreement';
import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { completion } from './completion';
import type { Feature } from './feature';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlayHints } from './inlayHints';
import { definition } from './navigation/definition';
import { documentLinks } from './navigation/documentLinks';
import { documentSymbols } from './navigation/documentSymbols';
import { fileRenames } from './navigation/fileRenames';
import { folding } from './navigation/folding';
import { highlights } from './navigation/highlights';
import { linkedEditing } from './navigation/linkedEditing';
import { links } from './navigation/links';
import { originals } from './navigation/originals';
import { references } from './navigation/references';
import { rename } from './navigation/rename';
import { selectionRanges } from './navigation/selectionRanges';
import { semanticTokens } from './navigation/semanticTokens';
import { workspaceSymbols } from './navigation/workspaceSymbols';
import { pullDiagnostics } from './pullDiagnostics';
import { acceptProblems } from './reports/acceptProblems';
import { assistant } from './reports/assistant';
import { checkFile } from './reports/checkFile';
import { comparing } from './reports/comparing';
import { exporting } from './reports/exporting';
import { marks } from './reports/marks';
import { preview } from './reports/preview';
import { reading } from './reports/reading';
import { reviews } from './reports/reviews';
import { rulePages } from './reports/rulePages';
import { threads } from './reports/threads';
import { uncited } from './reports/uncited';
import { uncitedStatements } from './reports/uncitedStatements';
import { addingQuotes } from './sources/addingQuotes';
import { articleText } from './sources/articleText';
import { candidates } from './sources/candidates';
import { copies } from './sources/copies';
import { details } from './sources/details';
import { extracting } from './sources/extracting';
import { importing } from './sources/importing';
import { paste } from './sources/paste';
import { sourceList } from './sources/sourceList';
import { sources } from './sources/sources';
import { workspaceSources } from './sources/workspaceSources';

/** Everything that the server does for editors, besides sending diagnostics. */
export const FEATURES: readonly Feature[] = [
  pullDiagnostics,
  codeActions,
  rulePages,
  completion,
  hover,
  definition,
  references,
  highlights,
  rename,
  linkedEditing,
  documentLinks,
  documentSymbols,
  formatting,
  folding,
  selectionRanges,
  semanticTokens,
  inlayHints,
  codeLens,
  candidates,
  uncitedStatements,
  assistant,
  sources,
  sourceList,
  details,
  links,
  originals,
  reviews,
  reading,
  threads,
  uncited,
  comparing,
  acceptProblems,
  paste,
  preview,
  marks,
  exporting,
  importing,
  articleText,
  addingQuotes,
  copies,
  extracting,
  checkFile,
  workspaceSymbols,
  workspaceSources,
  fileRenames,
];

/** Returns the capabilities of all features together. */
export function capabilitiesOf(features: readonly Feature[], agreement: Agreement): ServerCapabilities {
  const parts = features.map(({ capabilities }) => capabilities?.(agreement) ?? {});
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace ?? {}));
  return Object.assign({}, ...parts, Object.keys(workspace).length > 0 ? { workspace } : {});
}

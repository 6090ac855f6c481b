import type { ServerCapabilities } from 'vscode-languageserver';
import type { Agreement } from '../agreement';
import { acceptProblems } from './acceptProblems';
import { assistant } from './assistant';
import { candidates } from './candidates';
import { checkFile } from './checkFile';
import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { completion } from './completion';
import { definition } from './definition';
import { documentLinks } from './documentLinks';
import { documentSymbols } from './documentSymbols';
import { exporting } from './exporting';
import { extracting } from './extracting';
import type { Feature } from './feature';
import { fileRenames } from './fileRenames';
import { folding } from './folding';
import { formatting } from './formatting';
import { highlights } from './highlights';
import { hover } from './hover';
import { importing } from './importing';
import { inlayHints } from './inlayHints';
import { linkedEditing } from './linkedEditing';
import { links } from './links';
import { paste } from './paste';
import { preview } from './preview';
import { pullDiagnostics } from './pullDiagnostics';
import { references } from './references';
import { rename } from './rename';
import { reviews } from './reviews';
import { rulePages } from './rulePages';
import { selectionRanges } from './selectionRanges';
import { semanticTokens } from './semanticTokens';
import { sourceList } from './sourceList';
import { sources } from './sources';
import { uncited } from './uncited';
import { uncitedStatements } from './uncitedStatements';
import { workspaceSources } from './workspaceSources';
import { workspaceSymbols } from './workspaceSymbols';

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
  links,
  reviews,
  uncited,
  acceptProblems,
  paste,
  preview,
  exporting,
  importing,
  extracting,
  checkFile,
  workspaceSymbols,
  workspaceSources,
  fileRenames,
];

/** What all features together tell the client. */
export function capabilitiesOf(features: readonly Feature[], agreement: Agreement): ServerCapabilities {
  const parts = features.map(({ capabilities }) => capabilities?.(agreement) ?? {});
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace ?? {}));
  return Object.assign({}, ...parts, Object.keys(workspace).length > 0 ? { workspace } : {});
}

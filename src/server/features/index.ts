import type { ServerCapabilities } from 'vscode-languageserver';
import type { Agreement } from '../agreement';
import { candidates } from './candidates';
import { codeActions } from './codeActions';
import { definition } from './definition';
import { documentSymbols } from './documentSymbols';
import type { Feature } from './feature';
import { hover } from './hover';
import { importing } from './importing';
import { preview } from './preview';
import { pullDiagnostics } from './pullDiagnostics';

/** Everything that the server does for editors, besides sending diagnostics. */
export const FEATURES: readonly Feature[] = [
  pullDiagnostics,
  codeActions,
  hover,
  definition,
  documentSymbols,
  candidates,
  preview,
  importing,
];

/** What all features together tell the client. */
export function capabilitiesOf(features: readonly Feature[], agreement: Agreement): ServerCapabilities {
  const parts = features.map(({ capabilities }) => capabilities?.(agreement) ?? {});
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace ?? {}));
  return Object.assign({}, ...parts, Object.keys(workspace).length > 0 ? { workspace } : {});
}

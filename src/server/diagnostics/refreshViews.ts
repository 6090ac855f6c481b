import type { Agreement } from '../agreement';
import { CodeLensRefreshRequest, type Connection } from '../lsp';
import { send } from '../messages/send';

/**
 * Tells a client that takes it that what is shown in the text besides diagnostics is to be asked for again, since it
 * may have changed with no change of the text.
 */
export function refreshViews(connection: Connection, { client: { workspace } }: Agreement): void {
  const { inlayHint, semanticTokens } = connection.languages;
  if (workspace?.inlayHint?.refreshSupport) send(inlayHint.refresh());
  if (workspace?.semanticTokens?.refreshSupport) send(semanticTokens.refresh());
  if (workspace?.codeLens?.refreshSupport) send(connection.sendRequest(CodeLensRefreshRequest.type));
}

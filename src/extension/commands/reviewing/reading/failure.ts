import * as vscode from 'vscode';
import type { NetworkError } from '../../../../network/contract';
import { ReaderError } from '../../../../reader';
import { reasonOfNetwork } from '../../../lookUps/reasons';
import type { ReaderKey } from './key';
import type { ReaderModel } from './models';

/** Says why nothing more was asked, and offers what helps. */
export function sayFailure({ host, model }: ReaderModel, error: unknown, key: ReaderKey): void {
  const setKey = vscode.l10n.t('Set Key');
  const needsKey = error instanceof ReaderError && (error.status === 401 || error.status === 403);
  const message = reasonOf(host, model, error);
  vscode.window.showErrorMessage(message, ...(needsKey ? [setKey] : [])).then((picked) => {
    if (picked === setKey) key.set();
  });
}

function reasonOf(host: string, model: string, error: unknown): string {
  if (error instanceof ReaderError)
    return error.status >= 300 && error.status < 400
      ? vscode.l10n.t(
          '{0} redirects ({1}), which is not followed. Write the address that it leads to.',
          host,
          error.status,
        )
      : vscode.l10n.t(
          '{0} answers {1}. Check brief.secondReader.url, brief.secondReader.model and the key.',
          host,
          error.status,
        );
  if (error instanceof vscode.LanguageModelError)
    return vscode.l10n.t('{0} may not be used: {1}', model, error.message);
  if (!isNetworkError(error)) throw error;
  return error.kind === 'address'
    ? vscode.l10n.t('Nothing was sent to {0}. Without https, only a host of this machine is asked.', host)
    : reasonOfNetwork(error.kind, host, error.message);
}

/** True for errors of the network, whose class is in another bundle. */
function isNetworkError(error: unknown): error is NetworkError {
  return error instanceof Error && 'kind' in error && 'host' in error;
}

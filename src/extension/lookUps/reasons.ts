import * as vscode from 'vscode';
import type { NetworkErrorKind } from '../../network/contract';

/**
 * Says why there is no answer, in a sentence or two.
 *
 * @param host that was asked
 * @param message the error's English message, for kinds that have no other
 */
export function reasonOfNetwork(kind: NetworkErrorKind, host: string, message: string): string {
  switch (kind) {
    case 'offline':
      return vscode.l10n.t('{0} cannot be reached: this machine seems to be offline.', host);
    case 'name':
      return vscode.l10n.t('The host {0} was not found. Check its name, and that this machine is online.', host);
    case 'timeout':
      return vscode.l10n.t('{0} did not answer in time. Try again later.', host);
    case 'private':
      return vscode.l10n.t('No request was sent to {0}: it is on this machine or your local network.', host);
    case 'tls':
      return vscode.l10n.t('No request was sent to {0}: no secure connection is possible.', host);
    case 'redirects':
      return vscode.l10n.t('{0} redirects too often, or from https to http.', host);
    case 'refused':
      return vscode.l10n.t('{0} refuses the connection. Check the address, or try again later.', host);
    case 'unreadable':
      return vscode.l10n.t('The answer of {0} cannot be read. Try again later, or open it in a browser.', host);
    case 'too-large':
    case 'address':
    case 'cancelled':
    case 'proxy':
      return message;
  }
}

import * as vscode from 'vscode';
import type { LookUpErrorKind } from '../../lookUps/contract';
import type { NetworkErrorKind } from '../../network/contract';

/**
 * Why nothing was found, in a sentence or two.
 *
 * @param host that was asked
 * @param message what the error says in English, where there is no more to say
 */
export function reasonFor(kind: NetworkErrorKind | LookUpErrorKind, host: string, message: string): string {
  switch (kind) {
    case 'offline':
      return vscode.l10n.t('{0} can not be reached: this machine seems to be offline.', host);
    case 'name':
      return vscode.l10n.t('No host {0} is known. Check its name, and that this machine is online.', host);
    case 'timeout':
      return vscode.l10n.t('{0} did not answer in time. Try again later.', host);
    case 'private':
      return vscode.l10n.t('{0} was not asked: it is on this machine or your own network.', host);
    case 'tls':
      return vscode.l10n.t('{0} was not asked: no safe connection can be made to it.', host);
    case 'redirects':
      return vscode.l10n.t('{0} redirects too often, or from https to http.', host);
    case 'unknown':
      return vscode.l10n.t('{0} does not know it. Check how it is written.', host);
    case 'busy':
      return vscode.l10n.t('{0} can not answer at the moment. Try again later.', host);
    case 'refused':
      return vscode.l10n.t('{0} gave no answer. It may not answer programs: open it in a browser.', host);
    case 'unreadable':
      return vscode.l10n.t('{0} answered nothing that can be read as a source. A PDF has to be downloaded.', host);
    case 'too-large':
    case 'address':
    case 'cancelled':
      return message;
  }
}

import * as vscode from 'vscode';
import type { Subject } from '../../lookUps/contract';
import { hostOf } from '../../lookUps/services';

/** A setting of the user's alone: a folder's does not count, as its scope is the application. */
const WITHOUT_ASKING = 'lookUps.withoutAsking';

/**
 * Asks the user before anything is sent, and says what, to whom. Outside of folders that are not trusted, nothing is asked about a
 * service that the user has named in the settings.
 */
export async function confirmLookUp(subject: Subject): Promise<boolean> {
  const host = hostOf(subject);
  const settings = vscode.workspace.getConfiguration('brief');
  const named: unknown = settings.get(WITHOUT_ASKING);
  const always = Array.isArray(named) ? named : [];
  const { isTrusted } = vscode.workspace;
  // The sites of web pages are many, and a brief may name any.
  const isService = subject.kind !== 'page';
  if (isTrusted && isService && always.includes(host)) return true;
  const lookUp = vscode.l10n.t('Look Up');
  const lookUpAlways = vscode.l10n.t('Always Look Up There');
  const message = vscode.l10n.t('Look this up at {0}?', host);
  const once = vscode.l10n.t('You are not asked again until this window is reloaded.');
  const detail = isTrusted ? `${sent(subject)}\n\n${once}` : sent(subject);
  const ways = isTrusted && isService ? [lookUp, lookUpAlways] : [lookUp];
  const answer = await vscode.window.showInformationMessage(message, { modal: true, detail }, ...ways);
  if (answer === lookUpAlways)
    await settings.update(WITHOUT_ASKING, [...always, host], vscode.ConfigurationTarget.Global);
  return answer !== undefined;
}

function sent({ kind, id }: Subject): string {
  if (kind === 'page')
    return vscode.l10n.t(
      'The address {0} is sent to its site, and to sites that it redirects to. They see the address, your network address, and that this extension sends the request. None of your text and no cookies are sent.',
      id,
    );
  if (kind === 'doi')
    return vscode.l10n.t(
      'The DOI {0} is sent there, and to its registration agency or publisher. They see the DOI, your network address, and that this extension sends the request. None of your text and no cookies are sent.',
      id,
    );
  return vscode.l10n.t(
    'The number {0} is sent there. The service sees it, your network address, and that this extension sends the request. None of your text and no cookies are sent.',
    id,
  );
}

/**
 * Asks the user about a host that is not on the public internet.
 *
 * @param host that was to be asked, with its port
 */
export async function confirmPrivate(host: string): Promise<boolean> {
  const ask = vscode.l10n.t('Send Request');
  const message = vscode.l10n.t('{0} is on this machine or your local network. Send the request anyway?', host);
  const detail = vscode.l10n.t(
    'An address from somebody else can make this machine contact a device that only it can reach. Continue only if you know this host, or if your proxy stands in for all hosts.',
  );
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, ask)) === ask;
}

/** Asks Zotero: with the user's permission, and with a message if it doesn't answer. */

import * as vscode from 'vscode';
import type { Zotero } from '../../lookUps';
import type { LookUpError } from '../../lookUps/contract';
import { fail } from '../client/messages';

/** Asks the user, before anything is sent. */
export async function agrees(): Promise<boolean> {
  const yes = vscode.l10n.t('Ask Zotero');
  const message = vscode.l10n.t('Ask Zotero on this machine for sources?');
  const detail = vscode.l10n.t(
    'Requests go to 127.0.0.1:23119 and stay on this machine. Only the words that you search for are sent. You are not asked again until this window is reloaded.',
  );
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

/**
 * Tells how Zotero answers; null if it doesn't, and the user doesn't try again.
 *
 * @param withPicker true if the picker of Better BibTeX is enough
 */
export async function readyZotero(zotero: Zotero, withPicker = false): Promise<'search' | 'picker' | null> {
  const state = await zotero.state();
  if (state === 'search' || (state === 'picker' && withPicker)) return state;
  const again = vscode.l10n.t('Try Again');
  const message = state === 'absent' ? notFound() : closed();
  return (await vscode.window.showWarningMessage(message, again)) === again ? readyZotero(zotero, withPicker) : null;
}

function closed(): string {
  return vscode.l10n.t(
    'Zotero runs, but does not answer other programs. In its settings, under Advanced, tick “Allow other applications on this computer to communicate with Zotero”, or install Better BibTeX.',
  );
}

function notFound(): string {
  return vscode.env.remoteName === undefined
    ? vscode.l10n.t('Zotero does not run on this machine: nothing answers at 127.0.0.1:23119. Start it and try again.')
    : vscode.l10n.t(
        'Zotero does not run on the remote machine: nothing answers there at 127.0.0.1:23119. Open the brief in a window on the machine where Zotero runs.',
      );
}

/** True for errors of the network and of look-ups. Their classes are in other bundles. */
export function isTold(error: unknown): error is Error & { readonly kind: LookUpError['kind'] | 'cancelled' } {
  return error instanceof Error && 'kind' in error && typeof error.kind === 'string';
}

/** Says that an answer cannot be read, unless the user cancelled it. */
export function sayUnreadable({ kind }: { readonly kind: LookUpError['kind'] | 'cancelled' }): void {
  if (kind !== 'cancelled')
    fail(vscode.l10n.t('Nothing was added, because the answer of Zotero cannot be read. Try again.'));
}

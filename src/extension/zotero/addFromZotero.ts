import * as vscode from 'vscode';
import type { Zotero } from '../../lookUps';
import type { FoundSource, LookUpError } from '../../lookUps/contract';
import type { Bundles } from '../bundles';
import type { Client } from '../client';
import { briefOfSources, declareSource } from '../commands/sources/declareSource';
import { pickItem } from './pickItem';

/**
 * Declares items of the user's Zotero library in the active brief: an item that is searched for here, or several from Zotero's
 * own picker, if only that is available. Only this machine is asked.
 *
 * @param agreed whether the user has agreed to that before
 * @returns whether the user has agreed now
 */
export async function addFromZotero(client: Client, bundles: Bundles, agreed: boolean): Promise<boolean> {
  const editor = await briefOfSources(client);
  if (!editor || (!agreed && !(await agrees()))) return agreed;
  const [{ request }, { createZotero }] = await Promise.all([bundles.network(), bundles.lookUps()]);
  const zotero = createZotero(request);
  try {
    for (const source of await itemsOf(zotero)) {
      const written = source.doi ?? source.url ?? source.title ?? '';
      await declareSource(client, editor, written, source);
    }
  } catch (error) {
    if (!isTold(error)) throw error;
    if (error.kind !== 'cancelled')
      vscode.window.showErrorMessage(
        vscode.l10n.t('Nothing was added, because the answer of Zotero cannot be read. Try again.'),
      );
  }
  return true;
}

/** The items that the user picked. Empty if none, or if Zotero cannot be asked, which a message says. */
async function itemsOf(zotero: Zotero): Promise<readonly FoundSource[]> {
  switch (await zotero.state()) {
    case 'search': {
      const item = await pickItem(zotero);
      return item ? [item] : [];
    }
    case 'picker':
      return pickInZotero(zotero);
    case 'closed':
      return askAgain(
        zotero,
        vscode.l10n.t(
          'Zotero runs, but does not answer other programs. In its settings, under Advanced, tick “Allow other applications on this computer to communicate with Zotero”, or install Better BibTeX.',
        ),
      );
    case 'absent':
      return askAgain(zotero, notFound());
  }
}

async function askAgain(zotero: Zotero, message: string): Promise<readonly FoundSource[]> {
  const again = vscode.l10n.t('Try Again');
  return (await vscode.window.showWarningMessage(message, again)) === again ? itemsOf(zotero) : [];
}

function notFound(): string {
  return vscode.env.remoteName === undefined
    ? vscode.l10n.t('Zotero does not run on this machine: nothing answers at 127.0.0.1:23119. Start it and try again.')
    : vscode.l10n.t(
        'Zotero does not run on the machine of this remote window: nothing answers there at 127.0.0.1:23119. Open the brief in a window of the machine where Zotero runs.',
      );
}

function pickInZotero(zotero: Zotero): Thenable<readonly FoundSource[]> {
  const title = vscode.l10n.t('Pick sources in the window of Zotero');
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      return zotero.pick(cancel.signal);
    },
  );
}

/** Asks the user, before anything is sent. */
async function agrees(): Promise<boolean> {
  const yes = vscode.l10n.t('Ask Zotero');
  const message = vscode.l10n.t('Ask Zotero on this machine for sources?');
  const detail = vscode.l10n.t(
    'Zotero is asked at 127.0.0.1:23119, which no other machine sees. Only the words that you search for are sent. You are not asked again until this window is reloaded.',
  );
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

/** Errors of the network and of look-ups, which are of other bundles. */
function isTold(error: unknown): error is Error & { readonly kind: LookUpError['kind'] | 'cancelled' } {
  return error instanceof Error && 'kind' in error && typeof error.kind === 'string';
}

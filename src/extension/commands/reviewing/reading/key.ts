import * as vscode from 'vscode';
import { inform } from '../../../client/messages';
import { readAddress } from './address';

/** The key of the host in the settings. Each host has one of its own, so that no other host gets it. */
export interface ReaderKey {
  /** Returns the key for an address; empty if there is none. */
  of(url: string): Promise<string>;
  /** Asks the user for the key. */
  set(): Promise<void>;
  forget(): Promise<void>;
}

/** @param secrets the keychain of this machine */
export function createReaderKey(secrets: vscode.SecretStorage): ReaderKey {
  const nameFor = (url: string) => `brief.secondReader.key:${new URL(url).origin}`;
  const withHost = async (work: (url: string) => Promise<void>) => {
    const address = readAddress();
    if (address) await work(address.url);
    else inform(vscode.l10n.t('Name the address of a model in brief.secondReader.url first: the key is for its host.'));
  };
  return {
    of: async (url) => (await secrets.get(nameFor(url))) ?? '',
    set: () =>
      withHost(async (url) => {
        const { host } = new URL(url);
        const key = await vscode.window.showInputBox({
          title: vscode.l10n.t('Key for {0}', host),
          prompt: vscode.l10n.t('The key is kept in the keychain of this machine, and sent to {0} only.', host),
          password: true,
          ignoreFocusOut: true,
        });
        if (key === undefined || key.trim() === '') return;
        await secrets.store(nameFor(url), key.trim());
        inform(vscode.l10n.t('The key for {0} is kept.', host));
      }),
    forget: () =>
      withHost(async (url) => {
        await secrets.delete(nameFor(url));
        inform(vscode.l10n.t('The key for {0} is forgotten.', new URL(url).host));
      }),
  };
}

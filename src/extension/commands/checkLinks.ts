import * as vscode from 'vscode';
import type { LoadNetwork } from '../bundles';
import type { Client } from '../client';
import type { CheckLinksOptions, LinkChecks } from '../links/linkChecks';

/** The command that checks links. What it does is loaded with its first use, and stays, as what it has found does. */
export function createCheckLinks(
  client: Client,
  loadNetwork: LoadNetwork | null,
): vscode.Disposable & { check(options: unknown): Promise<void> } {
  let loading: Promise<LinkChecks> | undefined;
  return {
    check: async (options) => {
      if (!loadNetwork) {
        vscode.window.showInformationMessage(
          vscode.l10n.t(
            'A browser cannot check links to other sites. Open the brief in VS Code on your machine, or use brief links.',
          ),
        );
        return;
      }
      loading ??= import('../links/linkChecks').then(({ createLinkChecks }) => createLinkChecks(client, loadNetwork));
      await (await loading).check(isOptions(options) ? options : {});
    },
    dispose: () => void loading?.then((checks) => checks.dispose()),
  };
}

function isOptions(value: unknown): value is CheckLinksOptions {
  if (typeof value !== 'object' || value === null) return false;
  const { refresh, allowPrivate, archive }: { refresh?: unknown; allowPrivate?: unknown; archive?: unknown } = value;
  const isSwitch = (each: unknown) => each === undefined || typeof each === 'boolean';
  return isSwitch(refresh) && isSwitch(allowPrivate) && (archive === undefined || typeof archive === 'string');
}

import * as vscode from 'vscode';
import type { Bundles } from '../../bundles';
import type { Client } from '../../client';

/** The command that adds a source from Zotero. What it does is loaded with its first use. */
export function createAddFromZotero(client: Client, bundles: Bundles | null): () => Promise<void> {
  // Whether the user has said yes in this session.
  let agreed = false;
  return async () => {
    if (!bundles) {
      vscode.window.showInformationMessage(
        vscode.l10n.t('A browser cannot ask Zotero. Open the brief in VS Code on the machine where Zotero runs.'),
      );
      return;
    }
    const { addFromZotero } = await import('../../zotero/addFromZotero');
    agreed = await addFromZotero(client, bundles, agreed);
  };
}

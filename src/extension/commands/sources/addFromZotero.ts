import * as vscode from 'vscode';
import type { Bundles } from '../../bundles';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import type { ActiveBrief } from '../../sources/activeBrief';
import { rowIn } from './sourcesView';

/** The commands that ask Zotero. What they do is loaded with their first use. */
export interface ZoteroCommands {
  /** Adds a source. */
  addSource(): Promise<void>;
  /** Adds highlights to a source: that of a row of the Sources view, else one that the user picks. */
  addHighlights(row: unknown): Promise<void>;
}

/** @param bundles null in a window without Node */
export function createZoteroCommands(client: Client, active: ActiveBrief, bundles: Bundles | null): ZoteroCommands {
  // Whether the user has said yes in this session.
  let agreed = false;
  const notInBrowser = () => {
    inform(vscode.l10n.t('A browser cannot reach Zotero. Open the brief in VS Code on the machine where Zotero runs.'));
  };
  return {
    addSource: async () => {
      if (!bundles) return notInBrowser();
      const { addFromZotero } = await import('../../zotero/addFromZotero');
      agreed = await addFromZotero(client, active, bundles, agreed);
    },
    addHighlights: async (value) => {
      if (!bundles) return notInBrowser();
      const row = rowIn(value);
      const { addHighlights } = await import('../../zotero/addHighlights');
      agreed = await addHighlights(client, active, bundles, agreed, row?.kind === 'source' ? row.source.id : null);
    },
  };
}

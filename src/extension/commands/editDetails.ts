import * as vscode from 'vscode';
import type { Client } from '../client';
import type { ActiveBrief } from '../sources/activeBrief';
import { rowIn } from './sources/sourcesView';

/** The command that opens the form for the details of the brief in front of the user, at the source of a row of the Sources view. */
export function createEditDetails(
  extensionUri: vscode.Uri,
  client: Client,
  active: ActiveBrief,
): (value: unknown) => Promise<void> {
  return async (value) => {
    const row = rowIn(value);
    const source = row?.kind === 'source' ? row.source.id : null;
    const brief = active.uri(vscode.l10n.t('Open a brief first. The form edits its details.'));
    if (!brief) return;
    const { editDetails } = await import('../writing/details/editDetails');
    editDetails(extensionUri, client, brief, source);
  };
}

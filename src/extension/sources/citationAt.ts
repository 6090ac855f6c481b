import * as vscode from 'vscode';
import type { Edit } from '../../server/protocol';
import type { Client } from '../client';

/**
 * The edits that cite a source for the claim at a place.
 *
 * @returns a sentence that says why it cannot be cited there, or null where the text has changed meanwhile
 */
export async function citationAt(
  client: Client,
  document: vscode.TextDocument,
  place: vscode.Range,
  id: string,
): Promise<readonly Edit[] | string | null> {
  const result = await client.candidates(document.uri, place, id);
  const offer = result?.offer;
  const choice = [...(offer?.likely ?? []), ...(offer?.others ?? [])].find((source) => source.id === id);
  if (!choice) return vscode.l10n.t('There is no insight here. A source is cited in a list item or a paragraph.');
  if (choice.edits.length === 0) return vscode.l10n.t('{0} is already cited there.', choice.citation);
  return result?.version === document.version ? choice.edits : null;
}

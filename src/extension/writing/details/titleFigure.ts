import * as vscode from 'vscode';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import { makeNamedEdits, whyUnknown } from '../../commands/documentEdits';

/**
 * Asks for the title of a key number that a refactoring has just declared, and writes it. Its tile shows the id until then.
 *
 * @param uri of the brief, `id` of the figure and `words` to offer, as the server names them
 */
export async function titleFigure(client: Client, uri: unknown, id: unknown, words: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof id !== 'string' || typeof words !== 'string') return;
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('Title of the Key Number'),
    prompt: vscode.l10n.t('Readers see it with the number. Press Esc for no title.'),
    value: words,
  });
  if (value === undefined || value.trim() === '') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const ask = async () => {
    const details = await client.details(document.uri);
    const list = details?.lists.find(({ key }) => key === 'figures');
    const index = list?.entries.findIndex((entry) => entry.id === id) ?? -1;
    if (index < 0) return null;
    return client.changeDetails(document.uri, { kind: 'set', list: 'figures', index, id, key: 'title', value });
  };
  const unknown = () => whyUnknown(document, vscode.l10n.t('The key number is not there any more.'));
  const refused = await makeNamedEdits(document, ask, unknown);
  if (refused) inform(refused.why);
}

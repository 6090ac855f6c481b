import * as vscode from 'vscode';
import type { ImportedText, ImportResult } from '../../../server/protocol';
import type { Client } from '../../client';
import { fail } from '../../client/messages';
import { ADD_ARTICLE_TEXT, KEEP_COPIES } from '../../client/serverCommands';
import { newDocument } from '../newBrief';
import { keepReport } from '../showReport';

/** Shows each imported brief as an untitled document, and says what was done, or why nothing was. */
export async function showImported(client: Client, what: string, result: ImportResult): Promise<void> {
  if ('error' in result) {
    fail(vscode.l10n.t('{0} was not imported: {1}.', what, result.error));
    return;
  }
  for (const imported of [result, ...result.others]) await showOne(client, imported);
  // If several briefs were imported, a diagnostic in each offers to add its article.
  if (result.article !== null && result.others.length === 0) await vscode.commands.executeCommand(ADD_ARTICLE_TEXT);
}

async function showOne(client: Client, { text, title, summary, report, mayCitePassages }: ImportedText): Promise<void> {
  const document = await newDocument(title, text);
  await vscode.window.showTextDocument(document, { preview: false });
  const show = vscode.l10n.t('Show Report');
  const commands = new Map([
    ...(mayCitePassages ? [[vscode.l10n.t('Add Text of Article'), ADD_ARTICLE_TEXT] as const] : []),
    ...((await wantsCopies(client, document.uri))
      ? [[vscode.l10n.t('Keep Copies of All Sources'), KEEP_COPIES] as const]
      : []),
  ]);
  const showReport = keepReport(vscode.l10n.t('Import Report'), report);
  const message = vscode.l10n.t('Imported: {0}', summary);
  vscode.window.showInformationMessage(message, show, ...commands.keys()).then(async (picked) => {
    if (picked === show) await showReport();
    const command = commands.get(picked ?? '');
    if (command === undefined) return;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand(command);
  });
}

/** True if a source of the brief has an address but no text. An error counts as false, since it mustn't stop the import. */
async function wantsCopies(client: Client, uri: vscode.Uri): Promise<boolean> {
  const found = await client.copies(uri).catch(() => null);
  return found?.parts.some(({ sources }) => sources.some(({ url }) => url !== null)) === true;
}

import * as vscode from 'vscode';
import type { ImportedText, ImportResult } from '../../server/protocol';
import { ADD_ARTICLE_TEXT } from '../client/serverCommands';

/** The scheme of reports on imports. */
export const IMPORT_REPORT = 'brief-import';

/** The reports that were shown, by their addresses. A document of its own kind: nothing asks to save it. */
let reports: Map<string, string> | null = null;

/** Shows each imported brief as an untitled document, and says what was done; or why nothing was. */
export async function showImported(what: string, result: ImportResult): Promise<void> {
  if ('error' in result) {
    vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported: {1}.', what, result.error));
    return;
  }
  for (const imported of [result, ...result.others]) await showOne(imported);
  // Who imports several is asked by the problem of each.
  if (result.article !== null && result.others.length === 0) await vscode.commands.executeCommand(ADD_ARTICLE_TEXT);
}

async function showOne({ text, summary, report }: ImportedText): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'brief', content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  const message = vscode.l10n.t('Imported with {0}.', summary);
  vscode.window.showInformationMessage(message, vscode.l10n.t('Show Report')).then((picked) => {
    if (picked !== undefined) showReport(report);
  });
}

async function showReport(report: string): Promise<void> {
  const uri = vscode.Uri.from({
    scheme: IMPORT_REPORT,
    path: `/${vscode.l10n.t('Import Report {0}', known().size + 1)}.md`,
  });
  known().set(uri.toString(), report);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

function known(): Map<string, string> {
  if (reports) return reports;
  const made = new Map<string, string>();
  reports = made;
  vscode.workspace.registerTextDocumentContentProvider(IMPORT_REPORT, {
    provideTextDocumentContent: (uri) => made.get(uri.toString()) ?? '',
  });
  return made;
}

import * as vscode from 'vscode';
import { inform } from '../client/messages';
import { shownText } from './shownTexts';

/** The full report of what a command did. */
interface Report {
  readonly name: string;
  /** Markdown. */
  readonly text: string;
}

let last: Report | null = null;

/** Keeps a report for *Show Last Report*, since the message that offers it is soon gone. Returns a function that shows it. */
export function keepReport(name: string, text: string): () => Promise<void> {
  const report = { name, text };
  last = report;
  vscode.commands.executeCommand('setContext', 'brief.hasReport', true);
  return () => show(report);
}

export async function showLastReport(): Promise<void> {
  if (last) await show(last);
  else inform(vscode.l10n.t('There is no report yet. You get one when you import a text or keep copies of sources.'));
}

/** Shows a report beside the brief. */
async function show({ name, text }: Report): Promise<void> {
  const document = await vscode.workspace.openTextDocument(shownText(`/${name}.md`, '', text));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

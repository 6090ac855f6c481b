import * as vscode from 'vscode';
import type { Client } from '../client';
import { inform } from '../client/messages';
import { activeEditor } from '../preview/source';
import { nameOf } from '../uris';

/**
 * Checks a file as a brief. A Markdown file keeps its language, and is checked until it is closed. Any other file gets the
 * language of briefs.
 *
 * @param file its address, if a menu names it; otherwise the file of the active editor is checked
 */
export async function checkFile(client: Client, file: unknown): Promise<void> {
  const document =
    file instanceof vscode.Uri
      ? await shown(file)
      : activeFile(vscode.l10n.t('Open a file first: it is checked as a brief.'));
  if (!document) return;
  if (document.languageId === 'brief') return;
  if (document.languageId !== 'markdown') {
    await vscode.languages.setTextDocumentLanguage(document, 'brief');
    return;
  }
  // The command doesn't wait for the answer.
  if (await client.check(document.uri)) void offerToGoOn(client, document);
  else inform(vscode.l10n.t('This file is not checked: it is an older version of a file.'));
}

/** @param ifNone the message if no text is open */
function activeFile(ifNone: string): vscode.TextDocument | undefined {
  const document = activeEditor()?.document;
  if (!document) inform(ifNone);
  return document;
}

async function shown(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(uri)).document;
}

async function offerToGoOn(client: Client, document: vscode.TextDocument): Promise<void> {
  const always = vscode.l10n.t('Always Treat as Brief');
  const stop = vscode.l10n.t('Stop Checking');
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is checked as a brief until it is closed.', nameOf(document.uri)),
    ...(globOf(document.uri) === null ? [stop] : [always, stop]),
  );
  if (picked === always) await includeAlways(document.uri);
  if (picked === stop) await client.check(document.uri, true);
}

/** Stops checking the active Markdown file until it is closed. */
export async function stopChecking(client: Client): Promise<void> {
  const document = activeFile(vscode.l10n.t('Open the file that you want to stop checking.'));
  if (document?.languageId === 'markdown') await client.check(document.uri, true);
}

/** Adds the active Markdown file to the setting that says which files are briefs. */
export async function alwaysTreatAsBrief(): Promise<void> {
  const document = activeFile(vscode.l10n.t('Open a file first. From then on, it is always checked as a brief.'));
  if (document?.languageId === 'markdown') await includeAlways(document.uri);
}

async function includeAlways(uri: vscode.Uri): Promise<void> {
  const glob = globOf(uri);
  if (glob === null) {
    inform(vscode.l10n.t('Open the folder of {0} first: its settings say which of its files are briefs.', nameOf(uri)));
    return;
  }
  const settings = vscode.workspace.getConfiguration('brief');
  const written = settings.inspect<unknown>('include')?.workspaceValue;
  const globs: readonly unknown[] = Array.isArray(written) ? written : [];
  if (globs.includes(glob)) return;
  await settings.update('include', [...globs, glob], vscode.ConfigurationTarget.Workspace);
}

/** Returns the pattern for one file in `brief.include`; null if no open folder contains it. */
function globOf(uri: vscode.Uri): string | null {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // Each special character of a glob becomes "?", for any one character, since a glob can't escape it.
  return folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1).replace(/[*?{}]|^!/g, '?') : null;
}

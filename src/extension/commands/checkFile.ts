import * as vscode from 'vscode';
import type { Client } from '../client';
import { activeEditor } from '../preview/source';
import { nameOf } from '../uris';

/**
 * Checks a file as a brief: a Markdown file till it is closed, in its own language; another one as a brief.
 *
 * @param file its address, where a menu names it; else the active editor has it
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
  // Who ran the command does not wait until that is answered.
  if (await client.check(document.uri)) void offerToGoOn(client, document);
  else
    vscode.window.showInformationMessage(
      vscode.l10n.t('This file is not checked, because it is an older version of a file.'),
    );
}

/** @param ifNone the message if no text is open */
function activeFile(ifNone: string): vscode.TextDocument | undefined {
  const document = activeEditor()?.document;
  if (!document) vscode.window.showInformationMessage(ifNone);
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

/** Leaves the active Markdown file alone till it is closed. */
export async function stopChecking(client: Client): Promise<void> {
  const document = activeFile(vscode.l10n.t('Open a file first: it is not checked any more.'));
  if (document?.languageId === 'markdown') await client.check(document.uri, true);
}

/** Writes the active Markdown file into the setting that says which are briefs. */
export async function alwaysTreatAsBrief(): Promise<void> {
  const document = activeFile(vscode.l10n.t('Open a file first: it is always checked as a brief then.'));
  if (document?.languageId === 'markdown') await includeAlways(document.uri);
}

async function includeAlways(uri: vscode.Uri): Promise<void> {
  const glob = globOf(uri);
  if (glob === null) {
    vscode.window.showInformationMessage(
      vscode.l10n.t('Open the folder of {0} first: its settings say which of its files are briefs.', nameOf(uri)),
    );
    return;
  }
  const settings = vscode.workspace.getConfiguration('brief');
  const written = settings.inspect<unknown>('include')?.workspaceValue;
  const globs: readonly unknown[] = Array.isArray(written) ? written : [];
  if (globs.includes(glob)) return;
  await settings.update('include', [...globs, glob], vscode.ConfigurationTarget.Workspace);
}

/** What names one file, and no other, in `brief.include`; null where no open folder has it. */
function globOf(uri: vscode.Uri): string | null {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // The signs of a glob stand for any one character: nothing in a glob makes them mean themselves.
  return folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1).replace(/[*?{}]|^!/g, '?') : null;
}

import * as vscode from 'vscode';
import type { Client } from '../client';
import { nameOf } from '../preview/content';
import { showImported } from './showImported';

const MOST_BYTES = 50 * 1024 * 1024;
const REPORTS = ['docx', 'html', 'htm', 'md', 'markdown', 'txt'];

/**
 * Turns a file into an untitled brief; the file stays as it is.
 *
 * @param file its address, where another command names it; else the user is asked
 */
export async function importFile(client: Client, file: unknown): Promise<void> {
  const uri = file instanceof vscode.Uri ? file : await askForFile();
  if (!uri) return;
  const fail = (message: string) => void vscode.window.showErrorMessage(message);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return fail(vscode.l10n.t('{0} was not imported: it is larger than 50 MB.', nameOf(uri)));
    const bytes = await vscode.workspace.fs.readFile(uri);
    await showImported(nameOf(uri), await client.importReport({ name: nameOf(uri), base64: toBase64(bytes) }));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/[.]$/, '') : String(error);
    fail(vscode.l10n.t('{0} was not imported: {1}.', nameOf(uri), why));
  }
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const options = {
    title: vscode.l10n.t('Import File as Brief'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Reports')]: REPORTS, [vscode.l10n.t('All files')]: ['*'] },
  };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** At a time, as many bytes as a call takes arguments. */
const STRETCH = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STRETCH) binary += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(binary);
}

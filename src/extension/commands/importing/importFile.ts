import * as vscode from 'vscode';
import type { Client } from '../../client';
import { nameOf, openDocument } from '../../uris';
import { showImported } from './showImported';

const MOST_BYTES = 50 * 1024 * 1024;
const REPORTS = ['docx', 'html', 'htm', 'md', 'markdown', 'txt'];

/**
 * Turns a file into an untitled brief; the file stays as it is. Of one that is open in an editor, what stands there counts,
 * saved or not.
 *
 * @param file its address, where another command names it, or the server as a text; else the user is asked
 */
export async function importFile(client: Client, file: unknown): Promise<void> {
  const uri = uriOf(file) ?? (await askForFile());
  if (!uri) return;
  const fail = (message: string) => void vscode.window.showErrorMessage(message);
  try {
    const bytes = textOf(uri) ?? (await readFile(uri));
    if (!bytes) return fail(vscode.l10n.t('{0} was not imported: it is larger than 50 MB.', nameOf(uri)));
    await showImported(client, nameOf(uri), await client.importReport({ name: nameOf(uri), base64: toBase64(bytes) }));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/[.]$/, '') : String(error);
    fail(vscode.l10n.t('{0} was not imported: {1}.', nameOf(uri), why));
  }
}

/** What arrives may be anything. */
function uriOf(file: unknown): vscode.Uri | null {
  if (typeof file === 'string') return vscode.Uri.parse(file);
  return file instanceof vscode.Uri ? file : null;
}

/** What stands in an open document, as UTF-8; undefined where it is not open. */
function textOf(uri: vscode.Uri): Uint8Array | undefined {
  const document = openDocument(uri);
  return document && new TextEncoder().encode(document.getText());
}

/** Null where it is too large. */
async function readFile(uri: vscode.Uri): Promise<Uint8Array | null> {
  const { size } = await vscode.workspace.fs.stat(uri);
  return size > MOST_BYTES ? null : vscode.workspace.fs.readFile(uri);
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

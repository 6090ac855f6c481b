import * as vscode from 'vscode';
import type { Client } from '../../client';
import { fail } from '../../client/messages';
import { nameOf, openDocument } from '../../uris';
import { showImported } from './showImported';

const MOST_BYTES = 50 * 1024 * 1024;
const REPORTS = ['docx', 'html', 'htm', 'md', 'markdown', 'txt'];

/**
 * Turns a file into an untitled brief; the file itself doesn't change. If an editor has it open, the editor's text is used,
 * saved or not.
 *
 * @param file address of the file, from another command or as a string from the server; else the user is asked
 */
export async function importFile(client: Client, file: unknown): Promise<void> {
  const uri = uriOf(file) ?? (await askForFile());
  if (!uri) return;
  try {
    const bytes = textOf(uri) ?? (await readFile(uri));
    if (!bytes) return fail(vscode.l10n.t('{0} was not imported: it is larger than 50 MB.', nameOf(uri)));
    await showImported(client, nameOf(uri), await client.importReport({ name: nameOf(uri), base64: toBase64(bytes) }));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/[.]$/, '') : String(error);
    fail(vscode.l10n.t('{0} was not imported: {1}.', nameOf(uri), why));
  }
}

/** Returns the address of a file from a command's argument; null if the argument is neither an address nor a string. */
function uriOf(file: unknown): vscode.Uri | null {
  if (typeof file === 'string') return vscode.Uri.parse(file);
  return file instanceof vscode.Uri ? file : null;
}

/** Returns the text of an open document, as UTF-8; undefined if the document isn't open. */
function textOf(uri: vscode.Uri): Uint8Array | undefined {
  const document = openDocument(uri);
  return document && new TextEncoder().encode(document.getText());
}

/** Returns the bytes of a file; null if there are more than `MOST_BYTES`. */
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

/** Number of bytes for one call of `String.fromCharCode`, since a call takes a limited number of arguments. */
const STRETCH = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += STRETCH) binary += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(binary);
}

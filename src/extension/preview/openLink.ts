import * as vscode from 'vscode';
import { folderOf } from '../uris';
import { linkTarget } from './links';

/**
 * Opens a link of a brief, if it is one that may be opened: a web page, a mail, or a file below the brief's folder. VS Code
 * asks before it opens a web page of a site that the user has not trusted; of a mail we ask.
 */
export async function openLink(href: string, brief: vscode.Uri): Promise<void> {
  const target = linkTarget(href);
  if (target?.kind === 'external' && (await isWanted(target.url)))
    await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
  const folder = folderOf(brief);
  if (target?.kind !== 'file' || !folder) return;
  const file = vscode.Uri.joinPath(folder, ...target.path);
  const { type } = await vscode.workspace.fs.stat(file);
  if (type === vscode.FileType.File) await vscode.commands.executeCommand('vscode.open', file);
}

async function isWanted(url: string): Promise<boolean> {
  const address = /^mailto:([^?]*)/i.exec(url)?.[1];
  if (address === undefined) return true;
  const message = vscode.l10n.t('Write a mail to {0}?', address);
  const write = vscode.l10n.t('Write Mail');
  return (await vscode.window.showInformationMessage(message, { modal: true, detail: url }, write)) === write;
}

import * as vscode from 'vscode';
import { folderOf } from './content';
import { linkTarget } from './links';

/** Opens a link of a brief, if it is one that may be opened: a web page, a mail, or a file below the brief's folder. */
export async function openLink(href: string, brief: vscode.Uri): Promise<void> {
  const target = linkTarget(href);
  if (target?.kind === 'external') await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
  const folder = folderOf(brief);
  if (target?.kind !== 'file' || !folder) return;
  const file = vscode.Uri.joinPath(folder, ...target.path);
  const { type } = await vscode.workspace.fs.stat(file);
  if (type === vscode.FileType.File) await vscode.commands.executeCommand('vscode.open', file);
}

import * as vscode from 'vscode';
import type { Client } from '../client';
import { saveWhole } from '../exporting/saveWhole';
import { nameOf } from '../preview/content';
import type { ActiveBrief } from '../sources/activeBrief';

/** Saves the active brief, the one of the preview or the editor, as one HTML file. */
export async function exportHtml(client: Client, active: ActiveBrief, extensionUri: vscode.Uri): Promise<void> {
  const uri = active.uri();
  if (!uri) {
    vscode.window.showInformationMessage('Open a brief first: the one in the active editor or preview is exported.');
    return;
  }
  const place = placeFor(uri, 'html');
  const target = await vscode.window.showSaveDialog({
    title: 'Export as HTML',
    saveLabel: 'Export',
    ...(place && { defaultUri: place }),
    filters: { HTML: ['html'] },
  });
  if (!target) return;
  try {
    const style = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extensionUri, 'dist', 'webview', 'preview-style.css'),
    );
    // What a preview shows may be of a document that is in no editor.
    await vscode.workspace.openTextDocument(uri);
    const page = await client.exportPage(uri, new TextDecoder().decode(style));
    if (!page) throw new Error('It is not checked as a brief. Run "Brief: Check This File" first.');
    await saveWhole(target, new TextEncoder().encode(page.html));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(`${nameOf(uri)} was not exported to ${nameOf(target)}. ${reason}`);
    return;
  }
  await offerToOpen(target);
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
  const picked = await vscode.window.showInformationMessage(`The brief was exported to ${nameOf(target)}.`, 'Open');
  if (picked === undefined) return;
  // Only the machine that the window runs on can show its files in a browser.
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined;
  if (isHere) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}

/** Where an export of a brief goes unless the user chooses another place: beside it, under its name. */
function placeFor(uri: vscode.Uri, extension: string): vscode.Uri | undefined {
  const name = `${nameOf(uri).replace(/(?:\.brief)?(?:\.brief|\.md|\.markdown)$/i, '') || 'brief'}.${extension}`;
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}

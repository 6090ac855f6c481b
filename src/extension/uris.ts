import * as vscode from 'vscode';

/** The name of a file, with its extension. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The folder of a brief, below which its images and links may lead; null where it has none. */
export function folderOf(uri: vscode.Uri): vscode.Uri | null {
  return uri.scheme === 'untitled' || !uri.path.includes('/') ? null : vscode.Uri.joinPath(uri, '..');
}

/** The document of a file, as far as it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

import * as vscode from 'vscode';

/** The name of a file, with its extension. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The folder of a brief, below which its images and links may lead; null where it has none. */
export function folderOf(uri: vscode.Uri): vscode.Uri | null {
  return uri.scheme === 'untitled' || !uri.path.includes('/') ? null : vscode.Uri.joinPath(uri, '..');
}

/** A file that comes with the extension, by its path in a folder that has another folder for Chinese. */
export function inLanguage(extensionUri: vscode.Uri, folder: string, ...path: readonly string[]): vscode.Uri {
  const language = vscode.env.language.toLowerCase() === 'zh-cn' ? ['zh-cn'] : [];
  return vscode.Uri.joinPath(extensionUri, ...folder.split('/'), ...language, ...path);
}

/** The document of a file, as far as it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

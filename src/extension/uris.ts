import * as vscode from 'vscode';
import { SHOWN_TEXT } from './commands/shownTexts';
import { relativePath } from './paste/images';

/** Returns the name of a file, with its extension. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Returns the folder of a brief, below which its images and links may lead; null if it has none. */
export function folderOf(uri: vscode.Uri): vscode.Uri | null {
  return uri.scheme === 'untitled' || !uri.path.includes('/') ? null : vscode.Uri.joinPath(uri, '..');
}

/** Returns the path of a file relative to a folder; null if it isn't below it, or in Git's own folder. */
export function pathBelow(folder: vscode.Uri, file: vscode.Uri): string | null {
  const isBeside = folder.scheme === file.scheme && folder.authority === file.authority;
  return isBeside ? relativePath(folder.path, file.path) : null;
}

/** Returns the open document of a file; undefined if it isn't open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Schemes of texts that VS Code shows in text editors, but that aren't the user's files. */
const NOT_OWN: ReadonlySet<string> = new Set(['vscode-notebook-cell', 'comment', 'output', SHOWN_TEXT]);

/**
 * True if a document is the user's text. An older version in a comparison isn't, since its file system is read-only. Neither
 * are cells of notebooks, fields for comments, outputs, or texts that this extension shows. Untitled and virtual documents have
 * no read-only file system.
 */
export function isOwnText({ uri: { scheme } }: vscode.TextDocument): boolean {
  return !NOT_OWN.has(scheme) && vscode.workspace.fs.isWritableFileSystem(scheme) !== false;
}

/** Returns the new address of a file after a file or a folder was moved; null if it stays where it was. */
export function movedUri(
  uri: vscode.Uri,
  { oldUri, newUri }: { oldUri: vscode.Uri; newUri: vscode.Uri },
): vscode.Uri | null {
  const [file, old] = [uri.toString(), oldUri.toString()];
  if (file === old) return newUri;
  return file.startsWith(`${old}/`) ? vscode.Uri.parse(newUri.toString() + file.slice(old.length), true) : null;
}

/** True if there is a file or a folder. */
export function isThere(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

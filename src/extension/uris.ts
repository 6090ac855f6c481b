import * as vscode from 'vscode';
import { SHOWN_TEXT } from './commands/shownTexts';

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

/** The field in which a comment is written: its scheme; VS Code has it for a text editor of Markdown. */
export const COMMENT_FIELD = 'comment';
const NOT_OWN: ReadonlySet<string> = new Set(['vscode-notebook-cell', COMMENT_FIELD, SHOWN_TEXT]);

/**
 * Whether a document is the user's text, and not an older version of it that a file system for reading only shows in
 * a comparison, a cell of a notebook, the field for a comment, or what we say of an import. Untitled and virtual documents
 * have no such file system.
 */
export function isOwnText({ uri: { scheme } }: vscode.TextDocument): boolean {
  return !NOT_OWN.has(scheme) && vscode.workspace.fs.isWritableFileSystem(scheme) !== false;
}

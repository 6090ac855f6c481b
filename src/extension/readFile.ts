import * as vscode from 'vscode';
import { decodeText, type FileState, isSameState, NO_SUCH_FILE, REFUSAL, refusalOf } from '../files/confinement';
import type { ReadFileParams, ReadFileResult } from '../server/protocol';

/**
 * Reads a text file that a brief names, for a server that can not. VS Code tells no real paths, so no link is followed
 * at all, be it a file or a folder on the way.
 */
export async function readFile(params: ReadFileParams): Promise<ReadFileResult> {
  const { path, extensions, maxBytes, known } = params;
  const refused = refusalOf(path, extensions);
  if (refused) return { refused };
  const folder = vscode.Uri.parse(params.folder);
  // A network share is never touched: even a look at it tells its owner who is there.
  if (folder.scheme === 'file' && (folder.authority !== '' || /^\/[/\\]/.test(folder.path)))
    return { refused: REFUSAL.forbidden };
  const file = vscode.Uri.joinPath(folder, path);
  try {
    for (const uri of foldersTo(file, rootOf(folder))) if (isLink(await vscode.workspace.fs.stat(uri))) return LINK;
    const stat = await vscode.workspace.fs.stat(file);
    if (isLink(stat)) return LINK;
    const { type, size, mtime, ctime } = stat;
    if (type !== vscode.FileType.File) return { refused: REFUSAL.irregular };
    if (size > maxBytes) return { refused: REFUSAL.larger(maxBytes) };
    const state: FileState = { uri: file.toString(), size, version: `${mtime} ${ctime}` };
    // Some file systems know no times.
    if (known && mtime > 0 && isSameState(known, state)) return { unchanged: true };
    const bytes = await vscode.workspace.fs.readFile(file);
    if (bytes.length > maxBytes) return { refused: REFUSAL.larger(maxBytes) };
    const decoded = decodeText(bytes);
    return decoded ? { ...decoded, state } : { refused: REFUSAL.noText(extensions) };
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

/** Nothing outside of it is read: the workspace's folder, if the user trusts it, else the brief's own. */
function rootOf(folder: vscode.Uri): vscode.Uri {
  return (vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(folder)?.uri) || folder;
}

/** The folders between the root and a file, outermost first. */
function foldersTo(file: vscode.Uri, root: vscode.Uri): vscode.Uri[] {
  const folders: vscode.Uri[] = [];
  for (
    let uri = vscode.Uri.joinPath(file, '..');
    uri.path.length > root.path.length;
    uri = vscode.Uri.joinPath(uri, '..')
  )
    folders.unshift(uri);
  return folders;
}

const LINK = { refused: REFUSAL.link };

function isLink({ type }: vscode.FileStat): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

function reasonOf(error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return NO_SUCH_FILE;
  if (code === 'FileIsADirectory') return REFUSAL.irregular;
  if (code === 'NoPermissions') return REFUSAL.forbidden;
  return REFUSAL.unreadable;
}

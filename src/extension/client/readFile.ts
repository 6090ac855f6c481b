import * as vscode from 'vscode';
import {
  decodeText,
  extensionOf,
  type FileState,
  isSameState,
  MOST_ENTRIES,
  noSuchFile,
  noSuchFolder,
  REFUSAL,
  refusalOf,
  refusalOfFolder,
} from '../../files/confined/confinement';
import type { ReadFileParams, ReadFileResult, ReadFolderParams, ReadFolderResult } from '../../server/protocol';

/**
 * Reads a text file that a brief names, for a server that cannot. VS Code tells no real paths, so no link is followed
 * at all, be it a file or a folder on the way.
 */
export async function readFile(params: ReadFileParams): Promise<ReadFileResult> {
  const { path, extensions, maxBytes, known, looks } = params;
  const refused = refusalOf(path, extensions);
  if (refused) return { refused };
  const folder = vscode.Uri.parse(params.folder);
  if (isShare(folder)) return { refused: REFUSAL.forbidden() };
  const file = vscode.Uri.joinPath(folder, path);
  try {
    for (const uri of foldersTo(file, rootOf(folder)))
      if (isLink(await vscode.workspace.fs.stat(uri))) return { refused: REFUSAL.link() };
    const stat = await vscode.workspace.fs.stat(file);
    if (isLink(stat)) return { refused: REFUSAL.link() };
    const { type, size, mtime, ctime } = stat;
    if (type !== vscode.FileType.File) return { refused: REFUSAL.irregular() };
    if (size > maxBytes) return { refused: REFUSAL.larger(maxBytes) };
    const state: FileState = { uri: file.toString(), size, version: `${mtime} ${ctime}` };
    if (looks) return { unchanged: true };
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

/** Lists the files of a folder that a configuration names, by the same rules. */
export async function readFolder({ path, folder: base, extensions }: ReadFolderParams): Promise<ReadFolderResult> {
  const within = path.replace(/\/+$/, '');
  const refused = refusalOfFolder(within);
  if (refused) return { refused };
  const folder = vscode.Uri.parse(base);
  if (isShare(folder)) return { refused: REFUSAL.forbidden() };
  const uri = vscode.Uri.joinPath(folder, within);
  try {
    for (const on of [...foldersTo(uri, rootOf(folder)), uri])
      if (isLink(await vscode.workspace.fs.stat(on))) return { refused: REFUSAL.link() };
    const entries = await vscode.workspace.fs.readDirectory(uri);
    const files = entries
      .slice(0, MOST_ENTRIES)
      .filter(([name, type]) => type === vscode.FileType.File && extensions.includes(extensionOf(name)))
      .map(([name]) => ({ name }));
    return { uri: uri.toString(), files, isCut: entries.length > MOST_ENTRIES };
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    return { refused: code === 'FileNotFound' ? noSuchFolder() : reasonOf(error) };
  }
}

/** A network share is never touched: even a look at it tells its owner who is there. */
function isShare({ scheme, authority, path }: vscode.Uri): boolean {
  return scheme === 'file' && (authority !== '' || /^\/[/\\]/.test(path));
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

function isLink({ type }: vscode.FileStat): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

function reasonOf(error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound' || code === 'FileNotADirectory') return noSuchFile();
  if (code === 'FileIsADirectory') return REFUSAL.irregular();
  if (code === 'NoPermissions') return REFUSAL.forbidden();
  return REFUSAL.unreadable();
}

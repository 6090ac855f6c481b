import * as vscode from 'vscode';
import { noSuchFile, REFUSAL, refusalOf } from '../../files/confined/confinement';
import { activeEditor } from '../preview/source';

const EXTENSIONS = ['.brief', '.md', '.markdown'];

/**
 * Finds the brief for a tool: an open brief, or a file of an open folder.
 *
 * @param path as a model writes it: relative to an open folder, or absolute; without it, the active brief
 * @throws Error that says why there is no brief, and what to do
 */
export async function findBrief(path: string | undefined): Promise<vscode.TextDocument> {
  if (path === undefined) return activeBrief();
  // An older version in a comparison has the same path.
  const open = vscode.workspace.textDocuments.find(
    ({ uri }) =>
      vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false &&
      [uri.fsPath, uri.path, vscode.workspace.asRelativePath(uri)].includes(path),
  );
  if (open) return asBrief(open);
  const uri = await fileOf(path);
  return asBrief(await vscode.workspace.openTextDocument(uri));
}

function activeBrief(): vscode.TextDocument {
  const editor = activeEditor();
  if (!editor) throw new Error('No brief is open in the editor. Give the path of one.');
  return asBrief(editor.document);
}

function asBrief(document: vscode.TextDocument): vscode.TextDocument {
  if (/^(?:brief|markdown)$/.test(document.languageId)) return document;
  throw new Error(`${JSON.stringify(vscode.workspace.asRelativePath(document.uri))} is neither a brief nor Markdown.`);
}

/** Finds a file of an open folder. Links aren't followed, as they may lead anywhere. */
async function fileOf(path: string): Promise<vscode.Uri> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const whole = folders.flatMap((folder) => waysInto(folder, path));
  const ways = whole.length > 0 ? whole : folders.map((folder) => ({ folder, way: path }));
  const refused = ways.length > 0 ? refusalOf(ways[0]?.way ?? '', EXTENSIONS) : 'No folder is open.';
  if (refused) throw new Error(`${JSON.stringify(path)} is not read. ${refused}`);
  const found: vscode.Uri[] = [];
  for (const { folder, way } of ways)
    if (await isFile(folder.uri, way)) found.push(vscode.Uri.joinPath(folder.uri, way));
  const [first, second] = found;
  if (!first) throw new Error(`${JSON.stringify(path)} is not read. ${noSuchFile()}`);
  if (second)
    throw new Error(`${JSON.stringify(path)} is in several of the folders that are open. Give the whole path.`);
  return first;
}

/** Returns the rest of a path inside a folder, if the path is absolute or begins with the folder's name; else an empty list. */
function waysInto(folder: vscode.WorkspaceFolder, path: string) {
  const plain = path.replaceAll('\\', '/');
  const starts = [folder.uri.path, folder.uri.fsPath.replaceAll('\\', '/')];
  if ((vscode.workspace.workspaceFolders ?? []).length > 1) starts.push(folder.name);
  const start = starts.find((each) => plain.startsWith(`${each}/`));
  return start === undefined ? [] : [{ folder, way: plain.slice(start.length + 1) }];
}

/** True if there is a file. @throws Error if a link is on the way */
async function isFile(root: vscode.Uri, way: string): Promise<boolean> {
  let uri = root;
  let type = vscode.FileType.Unknown;
  for (const part of way.split('/')) {
    uri = vscode.Uri.joinPath(uri, part);
    try {
      ({ type } = await vscode.workspace.fs.stat(uri));
    } catch {
      return false;
    }
    if (type & vscode.FileType.SymbolicLink) throw new Error(`${JSON.stringify(way)} is not read. ${REFUSAL.link()}`);
  }
  return type === vscode.FileType.File;
}

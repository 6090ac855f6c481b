import * as vscode from 'vscode';

/** Names temporary files by process, and recognizes those of ended processes: `files/confined/temporary.ts`. */
export interface ProcessNames {
  temporaryName(name: string): string;
  isLeft(name: string): boolean;
}

let load: (() => Promise<ProcessNames>) | null = null;

/**
 * Sets how temporary files are named. Called once by the entry of a window that has processes. Without it, no name tells which
 * process made a file.
 */
export function nameByProcess(names: () => Promise<ProcessNames>): void {
  load = names;
}

/** Returns the address of a new temporary file beside a target that it is to replace. */
export async function temporaryBeside(target: vscode.Uri): Promise<vscode.Uri> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const names = await load?.();
  const temporary = names?.temporaryName(name) ?? `${startOf(name)}${crypto.randomUUID().slice(0, 8)}.brief.tmp`;
  return vscode.Uri.joinPath(target, '..', temporary);
}

function startOf(name: string): string {
  return `.${[...name].slice(0, 40).join('')}.`;
}

/** Age from which a temporary file counts as left behind, in milliseconds. No write takes as long. */
const LEFT_MS = 60_000;

/** Removes temporary files beside a target that were left when a window was killed. Files that can't be removed stay. */
export async function removeLeft(target: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(target, '..');
  const names = await load?.();
  const start = startOf(target.path.slice(target.path.lastIndexOf('/') + 1));
  for (const [name, type] of await fs.readDirectory(folder).then(undefined, () => [])) {
    if (type !== vscode.FileType.File) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    // If the name holds no process, only the file's age tells.
    const isUnnamed = name.startsWith(start) && /^[0-9a-f]{8}\.brief\.tmp$/.test(name.slice(start.length));
    if (names?.isLeft(name) || (isUnnamed && (await isOld(uri)))) await fs.delete(uri).then(undefined, () => undefined);
  }
}

async function isOld(uri: vscode.Uri): Promise<boolean> {
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => null);
  return stat !== null && Date.now() - stat.mtime > LEFT_MS;
}

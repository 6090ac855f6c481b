import * as vscode from 'vscode';

/** What tells temporary files of processes that have ended: `files/confined/temporary.ts`. */
export interface ProcessNames {
  temporaryName(name: string): string;
  isLeft(name: string): boolean;
}

let load: (() => Promise<ProcessNames>) | null = null;

/** Called once by the entry of a window that has processes. Without it, nothing tells whose a file is. */
export function nameByProcess(names: () => Promise<ProcessNames>): void {
  load = names;
}

/** A new file beside one, which is to take its place. */
export async function temporaryBeside(target: vscode.Uri): Promise<vscode.Uri> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const names = await load?.();
  const temporary = names?.temporaryName(name) ?? `${startOf(name)}${crypto.randomUUID().slice(0, 8)}.brief.tmp`;
  return vscode.Uri.joinPath(target, '..', temporary);
}

function startOf(name: string): string {
  return `.${[...name].slice(0, 40).join('')}.`;
}

/** No write takes as long. */
const LEFT_MS = 60_000;

/** Removes what was begun beside a file, and left when the window was killed. What cannot be removed stays. */
export async function removeLeft(target: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(target, '..');
  const names = await load?.();
  const start = startOf(target.path.slice(target.path.lastIndexOf('/') + 1));
  for (const [name, type] of await fs.readDirectory(folder).then(undefined, () => [])) {
    if (type !== vscode.FileType.File) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    // Where no process is named, only the time tells.
    const isUnnamed = name.startsWith(start) && /^[0-9a-f]{8}\.brief\.tmp$/.test(name.slice(start.length));
    if (names?.isLeft(name) || (isUnnamed && (await isOld(uri)))) await fs.delete(uri).then(undefined, () => undefined);
  }
}

async function isOld(uri: vscode.Uri): Promise<boolean> {
  const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => null);
  return stat !== null && Date.now() - stat.mtime > LEFT_MS;
}

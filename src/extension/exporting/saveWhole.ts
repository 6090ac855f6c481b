import * as vscode from 'vscode';

/**
 * Writes a file as a whole or not at all, on any file system of the window: to a new file beside it, which then takes
 * its place. VS Code flushes what it writes to a disk.
 *
 * @throws Error with what stood in the way; the old file is then as it was, and nothing new is there.
 */
export async function saveWhole(target: vscode.Uri, content: Uint8Array): Promise<void> {
  const fs = vscode.workspace.fs;
  const old = await statOf(target);
  if (old && (old.type & vscode.FileType.SymbolicLink) !== 0)
    throw vscode.FileSystemError.NoPermissions(
      vscode.l10n.t('It is a symbolic link. Choose its target, or another name.'),
    );
  // To take the place of a folder is to delete it.
  if (old && (old.type & vscode.FileType.Directory) !== 0)
    throw vscode.FileSystemError.FileIsADirectory(vscode.l10n.t('It is a folder. Choose another name.'));
  if (old?.permissions === vscode.FilePermission.Readonly)
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('It is read-only. Choose another name.'));
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const random = crypto.randomUUID().slice(0, 8);
  const start = `.${name.slice(0, 60)}.`;
  const folder = vscode.Uri.joinPath(target, '..');
  const temporary = vscode.Uri.joinPath(folder, `${start}${random}.brief.tmp`);
  try {
    await fs.writeFile(temporary, content);
    await fs.rename(temporary, target, { overwrite: true });
    await removeLeftovers(folder, start);
  } catch (error) {
    // It may never have been made, and the first error is the one to tell.
    await fs.delete(temporary).then(undefined, () => undefined);
    throw inPlainWords(error);
  }
}

/** What the system's codes mean: what VS Code says of them names a file that nobody has heard of. */
const REASONS: readonly (readonly [RegExp, () => string])[] = [
  [/\bENOSPC\b/, () => vscode.l10n.t('The disk is full.')],
  [/\bEDQUOT\b/, () => vscode.l10n.t('The quota of the disk is used up.')],
  [/\bEROFS\b/, () => vscode.l10n.t('The disk is read-only.')],
  [/\b(?:EACCES|EPERM|NoPermissions)\b/, () => vscode.l10n.t('Permission is denied. Choose another folder.')],
];

function inPlainWords(error: unknown): unknown {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  const told = `${code} ${error instanceof Error ? error.message : String(error)}`;
  const reason = REASONS.find(([pattern]) => pattern.test(told))?.[1];
  return reason === undefined ? error : new Error(reason());
}

/** No write takes as long. */
const LEFT_MS = 60_000;

/** What was begun beside a file, and left when the window was killed. What can not be seen to is left. */
async function removeLeftovers(folder: vscode.Uri, start: string): Promise<void> {
  const { fs } = vscode.workspace;
  const names = await fs.readDirectory(folder).then(undefined, () => []);
  for (const [name, type] of names) {
    const isOurs = name.startsWith(start) && /^[0-9a-f]{8}\.brief\.tmp$/.test(name.slice(start.length));
    if (!isOurs || type !== vscode.FileType.File) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    const stat = await statOf(uri);
    if (stat && Date.now() - stat.mtime > LEFT_MS) await fs.delete(uri).then(undefined, () => undefined);
  }
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | null> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return null;
  }
}

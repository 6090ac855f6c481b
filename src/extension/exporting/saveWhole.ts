import * as vscode from 'vscode';
import { removeLeft, temporaryBeside } from './temporary';

/**
 * Writes a file as a whole or not at all, on any file system of the window. Writes to a new file beside it, which then replaces
 * it. VS Code flushes what it writes to a disk.
 *
 * @throws Error with the reason; the old file is then unchanged, and no new one is left.
 */
export async function saveWhole(target: vscode.Uri, content: Uint8Array): Promise<void> {
  const fs = vscode.workspace.fs;
  const old = await statOf(target);
  if (old && (old.type & vscode.FileType.SymbolicLink) !== 0)
    throw vscode.FileSystemError.NoPermissions(
      vscode.l10n.t('It is a symbolic link. Choose its target, or another name.'),
    );
  // Replacing a folder would delete it.
  if (old && (old.type & vscode.FileType.Directory) !== 0)
    throw vscode.FileSystemError.FileIsADirectory(vscode.l10n.t('It is a folder. Choose another name.'));
  if (old?.permissions === vscode.FilePermission.Readonly)
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('It is read-only. Choose another name.'));
  const temporary = await temporaryBeside(target);
  try {
    await fs.writeFile(temporary, content);
    await fs.rename(temporary, target, { overwrite: true });
    await removeLeft(target);
  } catch (error) {
    // The temporary file may not exist, and only the first error is reported.
    await fs.delete(temporary).then(undefined, () => undefined);
    throw inPlainWords(error);
  }
}

/** Messages for the system's error codes. VS Code's own messages name a temporary file that the user doesn't know. */
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

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | null> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return null;
  }
}

import * as vscode from 'vscode';
import { refusalOf } from '../../../files/confined/confinement';
import { folderOf, nameOf, pathBelow } from '../../uris';

/**
 * Asks for a file that a brief is to name.
 *
 * @param extensions of the files that may be named, with their dots
 * @returns its path relative to the brief, else why the brief can't name it; both are empty if none was chosen
 */
export async function chooseFile(
  brief: vscode.Uri,
  extensions: readonly string[],
): Promise<{ readonly path: string; readonly why: string }> {
  const folder = folderOf(brief);
  if (!folder) return { path: '', why: vscode.l10n.t('Save this brief first. It names files relative to its folder.') };
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose File'),
      openLabel: vscode.l10n.t('Choose'),
      defaultUri: folder,
      filters: { [vscode.l10n.t('Files')]: extensions.map((extension) => extension.slice(1)) },
    })) ?? [];
  if (!file) return { path: '', why: '' };
  const path = pathBelow(folder, file);
  if (path === null)
    return {
      path: '',
      why: vscode.l10n.t("{0} is outside the brief's folder. Copy it there, and choose the copy.", nameOf(file)),
    };
  const why = refusalOf(path, extensions);
  return why === null ? { path, why: '' } : { path: '', why };
}

import * as vscode from 'vscode';
import type { CopyFolder } from '../../copies/contract';
import { assertNoLink, writeNew } from '../commands/sources/newCopy';
import { saveWhole } from '../exporting/saveWhole';

/** Longer records are none of ours. */
const MOST_BYTES = 10 * 1024 * 1024;

/** The folder of copies on a file system of the window. It must not be a link, and nothing in it is overwritten but the record. */
export function copyFolderAt(folder: vscode.Uri): CopyFolder {
  const { fs } = vscode.workspace;
  return {
    names: async () => {
      if (!(await assertNoLink(folder))) return new Set();
      return new Set((await fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
    },
    read: async (name) => {
      const uri = vscode.Uri.joinPath(folder, name);
      const stat = (await assertNoLink(folder)) ? await fs.stat(uri).then(undefined, () => null) : null;
      if (stat?.type !== vscode.FileType.File || stat.size > MOST_BYTES) return null;
      return new TextDecoder().decode(await fs.readFile(uri));
    },
    writeNew: async (name, text) => {
      await writeNew(vscode.Uri.joinPath(folder, name), text);
    },
    replace: async (name, text) => {
      if (!(await assertNoLink(folder))) await fs.createDirectory(folder);
      await saveWhole(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    },
  };
}

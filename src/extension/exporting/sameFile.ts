import * as vscode from 'vscode';

/**
 * Tells whether a file is one of others, however its name is spelt and whatever links lead to it. File systems of a window
 * give no identity of a file, so size, time and content are compared: an exact copy may count as the file itself.
 *
 * @returns false for a file that is not there yet, and for one that cannot be read
 */
export async function isOneOf(file: vscode.Uri, others: readonly vscode.Uri[]): Promise<boolean> {
  for (const other of others) if (await isSame(file, other)) return true;
  return false;
}

async function isSame(a: vscode.Uri, b: vscode.Uri): Promise<boolean> {
  if (a.toString() === b.toString()) return true;
  const { fs } = vscode.workspace;
  try {
    const [first, second] = await Promise.all([fs.stat(a), fs.stat(b)]);
    if (first.size !== second.size || first.mtime !== second.mtime || first.size === 0) return false;
    const [left, right] = await Promise.all([fs.readFile(a), fs.readFile(b)]);
    return isSameContent(left, right);
  } catch {
    return false;
  }
}

export function isSameContent(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

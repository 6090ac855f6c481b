import * as vscode from 'vscode';

/**
 * Shows where the thing at a place is used, without the place itself. Code lenses of the server ask for it, and no menu does.
 * What arrives may be anything.
 */
export async function showReferences(uri: unknown, position: unknown): Promise<void> {
  const place = readPosition(position);
  if (typeof uri !== 'string' || !place) return;
  const document = vscode.Uri.parse(uri, true);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document,
    place,
  );
  const uses = found.filter(
    ({ uri: file, range }) => file.toString() !== document.toString() || !range.contains(place),
  );
  await vscode.commands.executeCommand('editor.action.showReferences', document, place, uses);
}

function readPosition(value: unknown): vscode.Position | null {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value)) return null;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number' ? new vscode.Position(line, character) : null;
}

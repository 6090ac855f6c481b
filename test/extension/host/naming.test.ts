import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openText } from './support';

const TEXT = `---\r
sources:\r
  - id: 1\r
    title: Prices\r
  - id: 10\r
    title: Deals\r
---\r
\r
- 中国占九成【1】，另见[1, 10]。\r
- Prices rose [1].\r
`;

const RENAMED = TEXT.replace('id: 1\r', 'id: usgs-2024\r')
  .replace('【1】', '[@usgs-2024]')
  .replace('[1, 10]', '[@usgs-2024][10]')
  .replace('[1].', '[@usgs-2024].');

describe('The names of a brief', () => {
  const rename = (uri: vscode.Uri, at: vscode.Position, name: string) =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, at, name);

  it('are changed everywhere in one step, and come back to the byte', async () => {
    const { document } = await openText('naming.brief', TEXT);
    const at = document.positionAt(TEXT.indexOf('【1') + 1);
    const edit = await eventually('the rename', () =>
      rename(document.uri, at, 'usgs-2024').then(orUndefined, () => undefined),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), RENAMED);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
    await assert.rejects(async () => rename(document.uri, at, '10'), /already declared, in line 5/);
  });

  it('are listed and highlighted', async () => {
    const { document } = await openText('listed.brief', TEXT);
    const at = document.positionAt(TEXT.indexOf('[1].') + 1);
    const linesFrom = (command: string) =>
      eventually(command, async () => {
        const found = await vscode.commands.executeCommand<{ range: vscode.Range }[]>(command, document.uri, at);
        return found?.length > 1 ? found.map(({ range }) => range.start.line) : undefined;
      });
    assert.deepEqual(await linesFrom('vscode.executeReferenceProvider'), [2, 8, 8, 9]);
    assert.deepEqual(await linesFrom('vscode.executeDocumentHighlights'), [2, 8, 8, 9]);
  });
});

function orUndefined(edit: vscode.WorkspaceEdit): vscode.WorkspaceEdit | undefined {
  return edit.size > 0 ? edit : undefined;
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, codeOf, noProblemOf, openText, problemOf } from './support';

const WRONG = CITED.replace('[3].', '[9].').replace('[1].', 'here.');

/** What is said of a document, by line. */
function told(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'brief')
    .map((problem) => `${problem.range.start.line} ${codeOf(problem)} ${problem.message}`);
}

describe('A Markdown file', () => {
  const settings = () => vscode.workspace.getConfiguration('brief');

  it('that brief.include makes a brief gets the same diagnostics as a brief, in its own language', async () => {
    const { document: brief } = await openText('same.brief', WRONG);
    await problemOf(brief.uri, 'citation/unknown-source');
    const { document } = await openText('included.md', WRONG);
    assert.equal(document.languageId, 'markdown');
    await settings().update('include', ['included.md'], vscode.ConfigurationTarget.Workspace);
    try {
      await problemOf(document.uri, 'citation/unknown-source');
      assert.deepEqual(told(document.uri), told(brief.uri));
      assert.ok(told(brief.uri).length >= 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('[1] [Prices') + 1),
      );
      assert.ok(hovers);
    } finally {
      await settings().update('include', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await noProblemOf(document.uri, 'citation/unknown-source');
  });

  it('that is no brief has nobody asked for a source of it', async () => {
    await openText('notes.md', '# Notes\n');
    // A question would not end by itself.
    for (const command of ['brief.addSource', 'brief.addSourceFromFile']) await vscode.commands.executeCommand(command);
  });

  it('that is no brief is left alone, until Brief: Check This File', async () => {
    const { document } = await openText('plain.md', WRONG);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(told(document.uri), []);
    await vscode.commands.executeCommand('brief.checkFile');
    await problemOf(document.uri, 'citation/unknown-source');
    assert.equal(document.languageId, 'markdown');
  });
});

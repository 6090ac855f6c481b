import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, noProblemOf, openText, problemOf } from './support';

const WRONG = CITED.replace('[3].', '[9].');

describe('Problems that are accepted', () => {
  it('have a baseline in the configuration, and are shown no more', async () => {
    const { document } = await openText('accepted.brief', WRONG);
    const config = vscode.Uri.joinPath(document.uri, '../brief.config.yaml');
    const baseline = vscode.Uri.joinPath(document.uri, '../brief-baseline.json');
    await problemOf(document.uri, 'citation/unknown-source');
    try {
      await vscode.commands.executeCommand('brief.acceptProblems', 'file');
      const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.match(await textOf(config), /^baseline: brief-baseline\.json$/m);
      assert.deepEqual(Object.keys(JSON.parse(await textOf(baseline)).files), ['accepted.brief']);
      await noProblemOf(document.uri, 'citation/unknown-source');
    } finally {
      // What was not written is not there.
      for (const uri of [config, baseline]) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
    }
    await problemOf(document.uri, 'citation/unknown-source');
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CITED, codeOf, eventually, noProblemOf, openText, problemOf, writeText } from './support';

const WRONG = CITED.replace('[3].', '[9].');

/** The rules that report something of a document. */
function rulesIn(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'brief')
    .map(codeOf);
}

describe('brief.config.yaml', () => {
  it('is followed, saved or not', async () => {
    const { document } = await openText('configured.md', WRONG);
    const config = await writeText('brief.config.yaml', 'include: configured.md\n');
    try {
      await problemOf(document.uri, 'citation/unknown-source');
      await openText('brief.config.yaml', 'include: configured.md\nrules:\n  no/rule: off\n');
      const problem = await problemOf(config, 'config/invalid');
      assert.equal(problem.range.start.line, 2);
      const editor = await vscode.window.showTextDocument(config);
      const type = (text: string) =>
        editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), text));
      await type('include: configured.md\nrules:\n  citation/unknown-source: off\n');
      await noProblemOf(config, 'config/invalid');
      await noProblemOf(document.uri, 'citation/unknown-source');
      await type('');
      await eventually('the end of all problems', () => rulesIn(document.uri).length === 0 || undefined);
      await editor.document.save();
    } finally {
      await vscode.workspace.fs.delete(config);
    }
  });

  if (vscode.env.uiKind === vscode.UIKind.Web)
    it('names no baseline in a browser, where the files of a folder are not read', async () => {
      const { document } = await openText('accepted.brief', WRONG);
      await vscode.commands.executeCommand('brief.acceptProblems', 'file');
      const config = vscode.Uri.joinPath(document.uri, '../brief.config.yaml');
      await assert.rejects(async () => vscode.workspace.fs.stat(config));
    });
  else
    it('names a baseline once problems were accepted, which are then shown no more', async () => {
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

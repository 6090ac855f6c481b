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
});

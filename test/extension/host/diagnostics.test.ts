import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  CITED,
  codeOf,
  erase,
  eventually,
  fixesFor,
  noProblemOf,
  openText,
  problemOf,
  workspaceFolder,
} from './support';

const SEVERITIES: Readonly<Record<string, vscode.DiagnosticSeverity>> = {
  'citation/missing': vscode.DiagnosticSeverity.Warning,
  'citation/unknown-source': vscode.DiagnosticSeverity.Error,
};

describe('Problems in the editor', () => {
  it('carry our name, the code of their rule, and the address of its page', async () => {
    const { document } = await openText('codes.brief', CITED.replace('[3].', '[9].'));
    const problem = await problemOf(document.uri, 'citation/unknown-source');
    assert.equal(problem.source, 'brief');
    assert.equal(problem.severity, SEVERITIES['citation/unknown-source']);
    assert.ok(typeof problem.code === 'object', 'the code is linked');
    assert.match(problem.code.target.toString(), /citation\/unknown-source/);
  });

  it('underline just the citation that is wrong', async () => {
    const { document } = await openText('range.brief', CITED.replace('[3].', '[9].'));
    const problem = await problemOf(document.uri, 'citation/unknown-source');
    assert.match(document.getText(problem.range), /^(\[9\]|9)$/);
  });

  it('appear for every sample that has some, all of them ours', async () => {
    const files = await vscode.workspace.fs.readDirectory(workspaceFolder());
    const names = files.map(([name]) => name).filter((name) => /problem/.test(name) && name.endsWith('.brief'));
    assert.ok(names.length > 0, 'there is a sample of problems');
    for (const name of names) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), name));
      const problems = await eventually(`a problem in ${name}`, () => {
        const found = vscode.languages.getDiagnostics(document.uri);
        return found.length > 0 ? found : undefined;
      });
      for (const problem of problems) assert.equal(problem.source, 'brief', `${name}: ${problem.message}`);
    }
  });

  it('come when a citation is deleted, and go when a quick fix has put one in', async () => {
    const editor = await openText('missing.brief', CITED);
    const { document } = editor;
    await noProblemOf(document.uri, 'citation/missing');

    await erase(editor, ' [3]');
    const problem = await problemOf(document.uri, 'citation/missing');
    assert.equal(problem.severity, SEVERITIES['citation/missing']);
    assert.equal(problem.range.start.line, 4);

    const fixes = await fixesFor(document.uri, problem);
    const fix = fixes.find((action) => /\[[13]\]/.test(action.title) && action.edit);
    assert.ok(fix?.edit, `a fix cites a source: ${fixes.map((action) => action.title).join(' · ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.lineAt(4).text, /\[[13]\]/);
    await noProblemOf(document.uri, 'citation/missing');
  });

  it('go when the document is closed as a brief', async () => {
    const { document } = await openText('closed.brief', CITED.replace('[3].', '[9].'));
    await problemOf(document.uri, 'citation/unknown-source');
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await eventually('the end of all problems', () => {
      const ours = vscode.languages.getDiagnostics(plain.uri).filter((problem) => problem.source === 'brief');
      return ours.length === 0 || undefined;
    });
  });

  it('come back after the language server was restarted', async () => {
    const { document } = await openText('restart.brief', CITED.replace('[3].', '[9].'));
    await problemOf(document.uri, 'citation/unknown-source');
    await vscode.commands.executeCommand('brief.restartServer');
    const problem = await problemOf(document.uri, 'citation/unknown-source');
    assert.equal(codeOf(problem), 'citation/unknown-source');
  });
});

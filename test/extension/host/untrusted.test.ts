import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stylesOf } from '../../../src/extension/preview/appearance';
import { createWebImages } from '../../../src/extension/preview/webImages';
import { CITED, codeOf, eventually, openText, problemOf, workspaceFolder, writeText } from './support';

/** An error where no configuration says otherwise. */
const WRONG = CITED.replace('[3].', '[9].');

describe('In a folder that the user does not trust', () => {
  it('no trust is given', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('a brief is checked, as what is in its own folder says', async () => {
    await writeText('own/brief.config.yaml', 'rules:\n  citation/unknown-source: information\n');
    const { document } = await openText('own/brief.brief', WRONG);
    const problem = await eventually('the severity of the configuration', async () => {
      const found = await problemOf(document.uri, 'citation/unknown-source');
      return found.severity === vscode.DiagnosticSeverity.Information ? found : undefined;
    });
    assert.equal(problem.source, 'brief');
  });

  it('a configuration above the folder of a brief does not count', async () => {
    const { document } = await openText('own/folder/brief.brief', WRONG);
    const problem = await problemOf(document.uri, 'citation/unknown-source');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  });

  it('nothing elsewhere in the folder that is open is read by a link', async () => {
    const { mkdirSync, symlinkSync } = await import('node:fs');
    await writeText('elsewhere/refs.bib', '@misc{usgs, title = {Minerals}, url = {https://example.org/}}');
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'linked');
    mkdirSync(folder.fsPath);
    symlinkSync('../elsewhere/refs.bib', vscode.Uri.joinPath(folder, 'refs.bib').fsPath);
    const { document } = await openText('linked/a.brief', '---\nbibliography: refs.bib\n---\n\n- It rose [@usgs].\n');
    assert.match((await problemOf(document.uri, 'source/missing-file')).message, /points outside the brief's folder/);
  });

  it('a configuration that names what is outside is told so, and nothing of that is read', async () => {
    const config = await writeText(
      'outward/brief.config.yaml',
      'bibliography: ../elsewhere/refs.bib\nsources: /etc/sources.yaml\n',
    );
    const { document } = await openText('outward/a.brief', '# A\n\n- It rose by 4% [@usgs], and fell [9].\n');
    await problemOf(document.uri, 'citation/unknown-source');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('usgs')),
    );
    assert.doesNotMatch(JSON.stringify(hovers), /Minerals/);
    await vscode.window.showTextDocument(config, { preview: false });
    assert.match((await problemOf(config, 'source/missing-file')).message, /It points outside the brief's folder/);
  });

  it('no other brief of the folder is looked into', async () => {
    const keyNumber = (value: string) =>
      `---\nfigures:\n  - {id: share, title: S, value: ${value}, as-of: 2024-01-01, cites: [1]}\nsources:\n  - {id: 1, title: A, url: https://example.org/a}\n---\n\n# Found Nowhere\n\n- It rose [9].\n`;
    await writeText('many/other.brief', keyNumber('5%'));
    const { document } = await openText('many/this.brief', keyNumber('4%').replace('Nowhere', 'Here'));
    await problemOf(document.uri, 'citation/unknown-source');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Found',
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Found Here'],
    );
    const rules = vscode.languages.getDiagnostics(document.uri).map(codeOf);
    assert.equal(rules.includes('figure/conflict'), false);
  });

  it('settings of the folder count that are harmless', async () => {
    const { document } = await openText('settings.brief', CITED);
    assert.equal(vscode.workspace.getConfiguration('brief', document.uri).get('preview.fontSize'), 21);
  });

  it('no other setting of the folder counts, in whatever form it is written', async () => {
    const { document } = await openText('settings.brief', CITED);
    const { capabilities } = vscode.extensions.getExtension('research-briefs.research-briefs')?.packageJSON ?? {};
    const restricted: string[] = capabilities.untrustedWorkspaces.restrictedConfigurations;
    assert.ok(restricted.length > 1);
    for (const setting of restricted) {
      const parts = setting.split('.');
      // By each of the sections that a reader may ask for.
      for (let cut = 1; cut < parts.length; cut++) {
        const section = vscode.workspace.getConfiguration(parts.slice(0, cut).join('.'), document.uri);
        const name = parts.slice(cut).join('.');
        const { defaultValue } = vscode.workspace.getConfiguration().inspect(setting) ?? {};
        assert.deepEqual(section.get(name), defaultValue, setting);
      }
    }
    assert.deepEqual(await stylesOf(document.uri), []);
  });

  it('no image from the web is loaded, not even for a brief for which that was allowed', async () => {
    const { document } = await openText('images.brief', '# T\n\n![x](https://example.org/x.png)\n');
    const allowed: readonly string[] = [document.uri.toString()];
    const images = createWebImages({ keys: () => [], get: () => allowed, update: async () => undefined });
    assert.equal(images.loads(document.uri), false);
    images.dispose();
  });

  it('the tools for language models check a brief, and follow no link', async () => {
    const { symlinkSync } = await import('node:fs');
    const brief = await writeText('tools/a.brief', WRONG);
    symlinkSync('a.brief', vscode.Uri.joinPath(brief, '../link.brief').fsPath);
    const check = (path: string) =>
      vscode.lm.invokeTool('brief_check', { input: { path }, toolInvocationToken: undefined });
    const { content } = await check('tools/a.brief');
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    assert.match(part.value, /citation\/unknown-source/);
    await assert.rejects(async () => check('tools/link.brief'), /It is a symbolic link/);
  });

  it('a brief is previewed', async () => {
    await openText('preview.brief', CITED);
    await vscode.commands.executeCommand('brief.showPreviewToSide');
    await eventually('the tab of the preview', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .find((tab) => tab.input instanceof vscode.TabInputWebview && /brief/i.test(tab.input.viewType)),
    );
  });
});

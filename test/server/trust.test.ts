import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import { codesOf, type SpawnedClient, spawnServer } from './client';

const BRIEF = '---\ntitle: T\nbibliography: refs.bib\n---\n\n- It rose [9].\n';
const BIBLIOGRAPHY = '@misc{usgs, title = {Minerals}, url = {https://example.org/}}';

describe('A folder that the user does not trust', () => {
  let client: SpawnedClient;
  let root = '';
  const folderUri = () => pathToFileURL(root).href;
  const briefUri = () => pathToFileURL(join(root, 'briefs/a.brief')).href;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    mkdirSync(join(root, 'briefs'));
    writeFileSync(join(root, 'brief.config.yaml'), 'rules:\n  citation/unknown-source: information\n');
    writeFileSync(join(root, 'elsewhere.bib'), BIBLIOGRAPHY);
    symlinkSync(join(root, 'elsewhere.bib'), join(root, 'briefs/refs.bib'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(root, { recursive: true });
  });

  const open = async (trusted: boolean, text = BRIEF) => {
    client = await spawnServer({ root: folderUri(), initializationOptions: { trusted } });
    await client.open(text, briefUri());
  };
  const see = (when: (diagnostics: readonly Diagnostic[]) => boolean) =>
    client.diagnostics(({ uri, diagnostics }) => uri === briefUri() && when(diagnostics));
  const find = (diagnostics: readonly Diagnostic[], rule: string) => diagnostics.find(({ code }) => code === rule);

  it('has its briefs checked, with nothing read outside of the folder of each', async () => {
    await open(false);
    const problems = await see((found) => codesOf(found).includes('source/missing-file'));
    assert.match(String(find(problems, 'source/missing-file')?.message), /points outside/);
    // The configuration above says otherwise.
    assert.equal(find(problems, 'citation/unknown-source')?.severity, DiagnosticSeverity.Error);
  });

  it('is read as a whole once it is trusted', async () => {
    await open(true, BRIEF.replace('[9].', '[@usgs]. It fell [@nobody].'));
    const problems = await see((found) => codesOf(found).join() === 'citation/unknown-source');
    assert.equal(find(problems, 'citation/unknown-source')?.severity, DiagnosticSeverity.Information);
  });

  it('has what lies beside a brief read', async () => {
    rmSync(join(root, 'briefs/refs.bib'));
    writeFileSync(join(root, 'briefs/refs.bib'), BIBLIOGRAPHY);
    await open(false, BRIEF.replace('[9]', '[@usgs]'));
    await see((found) => found.length === 0);
  });

  for (const trusted of [false, true]) {
    it(`has its other images ${trusted ? 'put into an exported page once it is trusted' : 'left out of an exported page'}`, async () => {
      writeFileSync(join(root, 'elsewhere.gif'), 'GIF89a');
      writeFileSync(join(root, 'briefs/beside.gif'), 'GIF89a;');
      symlinkSync(join(root, 'elsewhere.gif'), join(root, 'briefs/link.gif'));
      await open(trusted, '# T\n\n![beside](beside.gif) ![link](link.gif)\n');
      const textDocument = { uri: briefUri() };
      const { html } = await client.connection.sendRequest<{ html: string }>('brief/export', {
        textDocument,
        style: '',
      });
      const images = [...html.matchAll(/<img src="data:[^"]*" alt="(\w+)"/g)].map(([, alt]) => alt);
      assert.deepEqual(images, trusted ? ['beside', 'link'] : ['beside']);
    });
  }
});

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codesOf, startServer, type TestClient } from './client';

const CITES = '# Tin\n\n- Output rose by 4% in 2024 [@smith2020].\n';
const BOOK = '@book{smith2020, title = {Tin and Its Uses}, publisher = {North Press}}\n';

describe('A bibliography that a file of another program names', () => {
  let client: TestClient;
  let root = '';
  const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
  const uri = () => uriOf('inner/a.brief');
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  const start = async (trusted = true) => {
    client = await startServer({ root: pathToFileURL(root).href, initializationOptions: { trusted } });
    await client.open(CITES, uri());
  };
  /** Waits for diagnostics of the brief that come after those which were seen. */
  let seen = -1;
  const see = async (expected: string) => {
    await client.diagnostics((sent) => {
      const at = client.published.indexOf(sent);
      const isMeant = at > seen && sent.uri === uri() && codesOf(sent.diagnostics).join() === expected;
      if (isMeant) seen = at;
      return isMeant;
    });
  };
  const changed = (path: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] });

  beforeEach(() => {
    seen = -1;
    root = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    mkdirSync(join(root, 'inner'));
    write('refs.bib', BOOK);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(root, { recursive: true });
  });

  it('counts for open briefs as soon as the file names it, and no longer when the file is gone', async () => {
    await start();
    await see('citation/unknown-source');
    write('_quarto.yml', 'bibliography: refs.bib\n');
    await changed('_quarto.yml');
    await see('');
    rmSync(join(root, '_quarto.yml'));
    await changed('_quarto.yml');
    await see('citation/unknown-source');
    write('index.Rmd', '---\nbibliography: refs.bib\n---\n');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf('index.Rmd') } });
    await see('');
  });

  it('is read again when it has changed', async () => {
    write('_quarto.yml', 'bibliography: refs.bib\n');
    write('refs.bib', BOOK.replace('smith2020', 'lee2019'));
    await start();
    await see('citation/unknown-source');
    write('refs.bib', BOOK);
    await changed('refs.bib');
    await see('');
  });

  it('is not read above the folder of a brief that is not trusted', async () => {
    write('_quarto.yml', 'bibliography: refs.bib\n');
    await start(false);
    await see('citation/unknown-source');
  });

  it('is read beside a brief that is not trusted', async () => {
    write('inner/_quarto.yml', 'bibliography: refs.bib\n');
    write('inner/refs.bib', BOOK);
    await start(false);
    await see('');
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver/node';
import { spawnServer } from '../server/client';
import { ended, KILLS } from './killing';

const SHARED = '@misc{usgs, title={Mineral Commodity Summaries}, url={https://example.org/mcs}}\n';
const BRIEF = '---\ntitle: Ore\nbibliography: refs.bib\n---\n\n- Output rose by 4% in 2024 [@usgs].\n';

describe('The language server that is killed at a random moment', function () {
  this.timeout(30_000 + KILLS * 10_000);
  let folder = '';
  let caches = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    caches = mkdtempSync(join(tmpdir(), 'brief-caches-'));
    writeFileSync(join(folder, 'refs.bib'), SHARED);
    for (let i = 0; i < 20; i++) writeFileSync(join(folder, `${i}.brief`), BRIEF);
  });
  after(() => {
    for (const made of [folder, caches]) rmSync(made, { recursive: true, force: true });
  });
  const files = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  const uri = () => pathToFileURL(join(folder, '3.brief')).href;
  const start = () => spawnServer({ root: pathToFileURL(folder).href, env: { XDG_CACHE_HOME: caches } });
  type Client = Awaited<ReturnType<typeof start>>;
  const rename = ({ connection }: Client) =>
    connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: uri() },
      position: { line: 5, character: 33 },
      newName: 'usgs-2024',
    });
  const asked = async (client: Client) => {
    await client.open(BRIEF, uri());
    return rename(client);
  };

  it('leaves all files as they were over a rename, and another server renames as if nothing had been', async () => {
    const before = files();
    const first = await start();
    const started = performance.now();
    const expected = await asked(first);
    const life = performance.now() - started;
    assert.equal(expected.documentChanges?.length, 21);
    await first.stop();
    for (let nth = 0; nth < KILLS; nth++) {
      const client = await start();
      const answer = asked(client).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * life));
      client.server.kill('SIGKILL');
      await ended(client.server);
      client.connection.dispose();
      await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 10))]);
      assert.deepEqual(files(), before);
    }
    const last = await start();
    assert.deepEqual(await asked(last), expected);
    await last.stop();
  });

  it('while it writes what it has compiled starts again, and says what it said', async () => {
    const problems = async (client: Client): Promise<readonly Diagnostic[]> => {
      await client.open(BRIEF.replace('usgs', 'none'), uri());
      return client.diagnostics((sent) => sent.uri === uri() && sent.diagnostics.length > 0);
    };
    const first = await start();
    const expected = await problems(first);
    await first.stop();
    for (let nth = 0; nth < KILLS; nth++) {
      rmSync(join(caches, 'research-briefs'), { recursive: true, force: true });
      const client = await start();
      assert.deepEqual(await problems(client), expected);
      // It is written on the way out.
      client.connection.sendRequest('shutdown').then(
        () => client.connection.sendNotification('exit'),
        () => undefined,
      );
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      client.server.kill('SIGKILL');
      await ended(client.server);
      client.connection.dispose();
      const next = await start();
      assert.deepEqual(await problems(next), expected);
      await next.stop();
    }
  });
});

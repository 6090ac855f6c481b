import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codesOf, startServer, type TestClient } from './client';

const BRIEF =
  '---\ntitle: T\nsources:\n  - id: 1\n    title: Ore survey\n    url: https://example.org\n    text: one.txt\n---\n\n- Output rose by 12% [1].\n';

describe('a local copy of a source', () => {
  let client: TestClient;
  let folder = '';
  let uri = '';
  const write = (text: string) => writeFileSync(join(folder, 'one.txt'), text);
  const see = (expected: readonly string[], after = 0) =>
    client.diagnostics(
      (sent) =>
        sent.uri === uri &&
        codesOf(sent.diagnostics).join() === expected.join() &&
        client.published.indexOf(sent) >= after,
    );

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    uri = pathToFileURL(join(folder, 'a.brief')).href;
    client = await startServer();
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('that is not there is said at its path', async () => {
    await client.open(BRIEF, uri);
    const [problem] = await see(['source/missing-file']);
    assert.equal(problem?.message, '"one.txt" was not read. There is no such file.');
    assert.deepEqual(problem?.range, { start: { line: 6, character: 10 }, end: { line: 6, character: 17 } });
  });

  it('is read beside the brief, and again when it has changed', async () => {
    write('Output of ore rose by 12% in 2023.\n');
    await client.open(BRIEF, uri);
    await see([]);
    const seen = client.published.length;
    write('Output of ore rose by 15% in 2023.\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await see(['number/not-in-source'], seen);
  });

  it('is read when its path is typed', async () => {
    write('Output of ore rose by 12% in 2023.\n');
    await client.open(BRIEF.replace('one.txt', 'on.txt'), uri);
    await see(['source/missing-file']);
    const seen = client.published.length;
    await client.change(2, BRIEF, undefined, uri);
    await see([], seen);
  });

  it('that did not change is no reason to check again', async () => {
    write('Output of ore rose by 12% in 2023.\n');
    await client.open(BRIEF, uri);
    // On a busy machine the file is read late: what that leads to has come once nothing more comes.
    let seen = 0;
    do {
      seen = client.published.length;
      await new Promise((resolve) => setTimeout(resolve, 700));
    } while (seen === 0 || client.published.length > seen);
    for (let i = 0; i < 3; i++)
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(client.published.length, seen);
  });

  it('is none for a brief that lies nowhere', async () => {
    await client.open(BRIEF, 'untitled:a.brief');
    const found = await client.diagnostics((sent) => sent.uri === 'untitled:a.brief');
    assert.deepEqual(codesOf(found), []);
  });
});

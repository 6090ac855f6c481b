import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CancellationTokenSource, type DocumentSymbol } from 'vscode-languageserver/node';
import { codesOf, ofVersion, type SpawnedClient, spawnServer, URI } from './client';

const SECRET = 'Palladium-7781';
const BRIEF = `# Rare earths\n\n- China mined 69% of the world's ${SECRET} in 2024 [9].\n\n## Sources\n\n- [1] [Prices](https://example.org)\n`;

const outline = (client: SpawnedClient, uri = URI) =>
  client.connection.sendRequest<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument: { uri } });

describe('the server survives', () => {
  let client: SpawnedClient;
  beforeEach(async () => {
    client = await spawnServer();
  });
  afterEach(() => client.stop());

  it('a request that throws: an error is the answer, and a line without text of documents is in the log', async () => {
    await client.open(BRIEF);
    for (const [method, params] of [
      ['textDocument/documentSymbol', {}],
      ['textDocument/codeAction', { textDocument: { uri: URI }, context: { diagnostics: [] } }],
      ['textDocument/documentLink', {}],
      ['textDocument/foldingRange', { secret: SECRET }],
    ] as const)
      await assert.rejects(client.connection.sendRequest(method, params), { code: -32603 }, method);
    assert.ok((await outline(client))?.length);
    assert.equal(client.log.length, 4);
    assert.match(client.log[0] ?? '', /^textDocument\/documentSymbol failed\. TypeError\n\s+at /);
    assert.ok(!client.log.join('\n').includes(SECRET));
  });

  it('a request that it does not know', async () => {
    await assert.rejects(client.connection.sendRequest('brief/nothing', {}), { code: -32601 });
    assert.equal(await outline(client), null);
  });

  it('notifications that make no sense', async () => {
    await client.open(BRIEF);
    await client.connection.sendNotification('textDocument/didOpen', {});
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: 2 } });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///other' } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { brief: 3 } });
    assert.ok((await outline(client))?.length);
  });

  it('a notification that throws: a line without its text is in the log', async () => {
    await client.open(BRIEF);
    const start = { line: 0, character: 0 };
    for (const [method, params] of [
      ['textDocument/didOpen', { textDocument: { uri: { secret: SECRET }, text: BRIEF } }],
      [
        'textDocument/didChange',
        { textDocument: { uri: URI, version: 2 }, contentChanges: [SECRET, { range: start }] },
      ],
      ['textDocument/didOpen', { textDocument: { uri: 'file:///b.brief', languageId: 'brief', version: 1, text: 3 } }],
      ['textDocument/didChange', { textDocument: { uri: URI, version: 3 }, contentChanges: [{ text: [SECRET] }] }],
      ['textDocument/didClose', { secret: SECRET }],
      ['textDocument/didSave', {}],
      ['workspace/didChangeWatchedFiles', { changes: SECRET }],
    ] as const)
      await client.connection.sendNotification(method, params);
    assert.ok((await outline(client))?.length);
    assert.deepEqual(
      client.log.map((line) => /^\S+ failed\. TypeError\n\s+at /.exec(line)?.[0].split(' ')[0]),
      [
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didOpen',
        'textDocument/didChange',
        'textDocument/didClose',
        'textDocument/didSave',
        'workspace/didChangeWatchedFiles',
      ],
    );
    assert.ok(!client.log.join('\n').includes(SECRET));
  });

  it('a cancelled request, and answers it', async () => {
    await client.open(BRIEF);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('brief/render', { uri: URI }, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
  });

  it('changes that come twice or late: they are left out', async () => {
    await client.open(BRIEF);
    const start = { start: { line: 2, character: 2 }, end: { line: 2, character: 7 } };
    await client.change(3, 'Chile', start);
    await client.change(3, 'Chile', start);
    await client.change(2, '', { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } });
    await client.diagnostics(ofVersion(3));
    assert.match(JSON.stringify(await outline(client)), /Chile mined 69%/);
    assert.ok(client.published.every(({ version }) => version === 1 || version === 3));
  });

  it('text that is no text: controls, lone surrogates, a mark at the start, nothing', async () => {
    for (const [i, text] of ['\u0000\u0001[\ud800', '\ufeff# A\r- b\r', '', '---\n', '[['].entries()) {
      const uri = `file:///briefs/${i}.brief`;
      await client.open(text, uri);
      await client.diagnostics((params) => params.uri === uri);
      assert.ok(Array.isArray(await outline(client, uri)));
      assert.ok(await client.connection.sendRequest('brief/render', { uri }));
    }
  });

  it('a document that is opened twice', async () => {
    await client.open(BRIEF);
    await client.open(BRIEF.replace('[9]', '[1]'));
    await client.diagnostics(({ diagnostics }) => !codesOf(diagnostics).includes('citation/unknown-source'));
  });
});

describe('the server ends', () => {
  it('with status 0 when it was shut down', async () => {
    const client = await spawnServer();
    await client.stop();
  });

  it('when its input ends', async () => {
    const client = await spawnServer();
    client.server.stdin.end();
    const [code] = await once(client.server, 'exit');
    assert.equal(code, 1);
  });

  it('with its parent', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const client = await spawnServer({ processId: parent.pid ?? 0 });
    parent.kill();
    const [code] = await once(client.server, 'exit');
    assert.equal(code, 1);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type SpawnedClient, spawnServer, URI } from './client';

/** Names a host wherever something may be named. */
const BRIEF = `---
title: T
bibliography: https://a.example/refs.bib
sources:
  - {id: 1, title: A, url: https://b.example/a, text: //c.example/share/a.txt}
figures:
  - {id: a, image: https://d.example/a.png, alt: A, own: true}
  - {id: b, vega-lite: {data: {url: https://f.example/a.json}, mark: bar, encoding: {x: {field: a}}}, own: true}
---

- It rose by 4% [1], see https://g.example/ and ![x](https://h.example/x.png) {{b}}.
`;

describe('The language server', () => {
  let client: SpawnedClient;
  before(async () => {
    client = await spawnServer();
  });
  after(() => client.stop());

  it('opens no socket, whatever a brief names and a client asks', async () => {
    await client.open(BRIEF);
    await client.diagnostics(({ uri }) => uri === URI);
    const textDocument = { uri: URI };
    const position = { line: 11, character: 20 };
    const asked = [
      'textDocument/hover',
      'textDocument/definition',
      'textDocument/references',
      'textDocument/completion',
      'textDocument/documentLink',
      'textDocument/documentSymbol',
      'textDocument/inlayHint',
      'textDocument/codeLens',
      'brief/render',
      'brief/sources',
      'brief/copies',
      'brief/links',
      'brief/uncitedStatements',
    ];
    for (const method of asked) {
      const range = { start: { line: 0, character: 0 }, end: position };
      const context = { includeDeclaration: true };
      await client.connection.sendRequest(method, {
        textDocument,
        position,
        range,
        context,
        uri: URI,
        review: false,
        have: null,
      });
    }
    for (const format of ['html', 'md', 'json', 'docx'])
      await client.connection.sendRequest('brief/export', { textDocument, format, style: '' });
    // It would have ended with the status 97.
    assert.equal(client.server.exitCode, null);
  });

  it('opens none that its arguments name, and says how it is started', () => {
    for (const transport of ['--socket=9', '--pipe=/tmp/none']) {
      const { status, stderr } = spawnSync(process.execPath, ['dist/server.js', transport], { encoding: 'utf8' });
      assert.notEqual(status, 0);
      assert.match(stderr, /Error: This server opens no sockets\. Start it with --stdio\./);
    }
  });
});

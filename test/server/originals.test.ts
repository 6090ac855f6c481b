import assert from 'node:assert/strict';
import type { OriginalParams, OriginalResult } from '../../src/server/protocol';
import { startServer, type TestClient, URI } from './client';

const BRIEF = `---
sources:
  - { id: 1, title: Mill, url: "https://mill.example/a", zotero: ABCD2345, quote: It shipped 48 crates of salt. }
---
- It shipped 48 crates [1].
`;

describe('brief/original', () => {
  let client: TestClient;
  const ask = (of: unknown, uri = URI) =>
    client.connection.sendRequest<OriginalResult | null>('brief/original', { textDocument: { uri }, of });
  afterEach(() => client.stop());

  it('says where what stands at a place, a passage and a source are outside the brief', async () => {
    client = await startServer();
    await client.open(BRIEF);
    const url = 'https://mill.example/a#:~:text=It%20shipped%2048%20crates%20of%20salt';
    const there = { citation: '[1]', url, zotero: 'zotero://select/library/items/ABCD2345', copy: null };
    const asked: OriginalParams['of'][] = [
      { position: { line: 4, character: 14 } },
      { source: '1', passage: 1, start: 0, end: 5 },
    ];
    for (const of of asked) assert.deepEqual(await ask(of), there);
    assert.deepEqual(await ask({ source: '1' }), { ...there, url: 'https://mill.example/a' });
  });

  it('is null where nothing is cited, and an error for what names nothing', async () => {
    client = await startServer();
    await client.open(BRIEF);
    assert.equal(await ask({ position: { line: 0, character: 0 } }), null);
    assert.equal(await ask({ source: 'x' }), null);
    assert.equal(await ask({ source: '1' }, 'file:///not-open.brief'), null);
    await assert.rejects(ask({}), /of must name a position or a source/);
    await assert.rejects(ask({ source: '1', passage: 'x' }), /must be numbers/);
  });
});

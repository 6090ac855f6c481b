import assert from 'node:assert/strict';
import type { AddQuotesResult } from '../../src/server/protocol';
import { startServer, type TestClient, URI } from './client';

const BRIEF = `---
sources:
  - id: 1
    title: Mill
---
- It rose [1].
`;

describe('brief/addQuotes', () => {
  let client: TestClient;
  const ask = (params: object, uri = URI) =>
    client.connection.sendRequest<AddQuotesResult | null>('brief/addQuotes', { textDocument: { uri }, ...params });
  afterEach(() => client.stop());

  it('gives the edits that add passages to a source', async () => {
    client = await startServer();
    await client.open(BRIEF);
    const end = { line: 3, character: '    title: Mill'.length };
    assert.deepEqual(
      await ask({ source: '1', quotes: [{ text: 'It shipped 48.', page: '3' }], text: 'sources/mill.txt' }),
      {
        kind: 'added',
        version: 1,
        count: 1,
        edits: [
          {
            range: { start: end, end },
            newText: '\n    text: sources/mill.txt\n    quote:\n      - text: It shipped 48.\n        page: 3',
          },
        ],
      },
    );
  });

  it('says where there is nothing to add, and no place for it', async () => {
    client = await startServer();
    await client.open(BRIEF);
    assert.deepEqual(await ask({ source: '1', quotes: [] }), { kind: 'known' });
    assert.deepEqual(await ask({ source: 'x', quotes: [{ text: 'It shipped 48.' }] }), { kind: 'no place' });
    assert.equal(await ask({ source: '1', quotes: [] }, 'file:///not-open.brief'), null);
    await assert.rejects(ask({ source: '1', quotes: [{ page: 3 }] }), /each quote must have a text/);
    await assert.rejects(ask({ quotes: [] }), /source must be a text/);
  });
});

import assert from 'node:assert/strict';
import type { LinksResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `- 😀 It rose, see [the prices](https://example.org/prices#may).

## Sources

- [1] Prices. https://example.org/prices
- [2] A paper. doi:10.1234/abc
`;

describe('brief/links', () => {
  let client: TestClient;
  const ask = (params: unknown) => client.connection.sendRequest<LinksResult | null>('brief/links', params);
  afterEach(() => client.stop());

  it('lists each page once, with its places and what may be replaced there', async () => {
    client = await startServer();
    await client.open(BRIEF);
    assert.deepEqual(await ask({ textDocument: { uri: URI } }), {
      version: 1,
      links: [
        {
          url: 'https://example.org/prices',
          places: [
            {
              uri: URI,
              range: rangeIn(BRIEF, 'https://example.org/prices#may'),
              written: 'https://example.org/prices#may',
            },
            {
              uri: URI,
              range: { start: { line: 4, character: 14 }, end: { line: 4, character: 40 } },
              written: 'https://example.org/prices',
            },
          ],
        },
        {
          url: 'https://doi.org/10.1234/abc',
          places: [{ uri: URI, range: rangeIn(BRIEF, '10.1234/abc'), written: null }],
        },
      ],
    });
  });

  it('is null for a document that is not open, and an error for what is no document', async () => {
    client = await startServer();
    assert.equal(await ask({ textDocument: { uri: URI } }), null);
    await assert.rejects(ask({}), /textDocument\.uri must be a text/);
  });
});

import assert from 'node:assert/strict';
import type { SourcesResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `- 😀 It rose [1]. Nobody knows why [?].

## Sources

- [1] Prices. https://example.org/prices
- [2] Deals. javascript:alert(1)
`;

describe('brief/sources', () => {
  let client: TestClient;
  const ask = (params: unknown) => client.connection.sendRequest<SourcesResult | null>('brief/sources', params);
  afterEach(() => client.stop());

  it('lists the sources with what rests on them, and the gaps', async () => {
    client = await startServer();
    await client.open(BRIEF);
    const result = await ask({ textDocument: { uri: URI } });
    assert.equal(result?.version, 1);
    assert.deepEqual(
      result.sources.map(({ citation, url }) => [citation, url]),
      [
        ['[1]', 'https://example.org/prices'],
        ['[2]', null],
      ],
    );
    const [first] = result.sources;
    assert.deepEqual(first?.citedBy, [{ uri: URI, range: rangeIn(BRIEF, '[1]'), text: '😀 It rose.' }]);
    assert.equal(first.declared?.range.start.line, 4);
    assert.deepEqual(result.gaps, [{ uri: URI, range: rangeIn(BRIEF, '[?]'), text: 'Nobody knows why.' }]);
  });

  it('counts bytes where that is agreed', async () => {
    client = await startServer({ capabilities: { general: { positionEncodings: ['utf-8'] } } });
    await client.open(BRIEF);
    const result = await ask({ textDocument: { uri: URI } });
    assert.equal(result?.sources[0]?.citedBy[0]?.range.start.character, '- 😀 It rose '.length + 2);
  });

  it('is null for a document that is not open, and an error for what is no document', async () => {
    client = await startServer();
    assert.equal(await ask({ textDocument: { uri: URI } }), null);
    await assert.rejects(ask({}), /textDocument\.uri must be a text/);
  });
});

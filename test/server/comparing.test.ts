import assert from 'node:assert/strict';
import type { CompareResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const OLD = '# Port\n\n- Leaks may cost 7% [1].\n\nFees rose in 2020.\n\n[1]: https://example.org/a\n';
const NOW = '# Port\n\n- Leaks cost 8% [1].\n\n[1]: https://example.org/a\n';

describe('brief/compare', () => {
  let client: TestClient;
  const ask = (params: unknown) => client.connection.sendRequest<CompareResult | null>('brief/compare', params);
  const textDocument = { uri: URI };
  beforeEach(async () => {
    client = await startServer();
  });
  afterEach(() => client.stop());

  it('tells what an open document says and an earlier text does not, with the places in both', async () => {
    await client.open(NOW);
    assert.deepEqual(await ask({ textDocument, earlier: OLD }), {
      version: 1,
      changes: [
        {
          kind: 'hedge',
          name: 'hedge',
          words: 'lost: may',
          claim: 'Leaks cost 8% [1].',
          range: rangeIn(NOW, 'Leaks cost 8% [1].'),
          old: rangeIn(OLD, 'may'),
        },
        {
          kind: 'number',
          name: 'number',
          words: '7% → 8%',
          claim: 'Leaks cost 8% [1].',
          range: rangeIn(NOW, '8%'),
          old: rangeIn(OLD, '7%'),
        },
        {
          kind: 'number',
          name: 'number',
          words: 'lost: 2020',
          claim: 'Fees rose in 2020.',
          range: null,
          old: rangeIn(OLD, '2020'),
        },
      ],
    });
  });

  it('tells the claim of a change without the comments of people', async () => {
    await client.open(NOW.replace('8% [1].', '8% [1]. {>>Where? @AZ 2026-11-28<<} It is old.'));
    const told = await ask({ textDocument, earlier: OLD });
    assert.equal(told?.changes[0]?.claim, 'Leaks cost 8% [1]. It is old.');
  });

  it('is null for a document that is not open', async () => {
    assert.equal(await ask({ textDocument: { uri: 'file:///none.brief' }, earlier: OLD }), null);
  });

  it('is an error where the earlier text is none', async () => {
    await client.open(NOW);
    await assert.rejects(ask({ textDocument, earlier: 3 }), /earlier must be a text/);
  });
});

import assert from 'node:assert/strict';
import type { MarksResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const TEXT = '# Port\n\n- Leaks cost 8% [1].\n\n## Sources\n\n[1] [A report](https://example.org/a)\n';

describe('brief/marks', () => {
  let client: TestClient;
  const ask = (uri = URI) =>
    client.connection.sendRequest<MarksResult | null>('brief/marks', { textDocument: { uri } });
  beforeEach(async () => {
    client = await startServer();
  });
  afterEach(() => client.stop());

  it('gives the marks of an open document with their places, for the version that it is about', async () => {
    await client.open(TEXT);
    const result = await ask();
    assert.equal(result?.version, 1);
    const [mark] = result?.marks ?? [];
    assert.deepEqual([mark?.range, mark?.keeps], [rangeIn(TEXT, '[1]'), false]);
    assert.match(mark?.opening ?? '', /class="chip"/);
    assert.match(result?.cards ?? '', /A report/);
  });

  it('is null for a document that is not open', async () => {
    assert.equal(await ask('file:///none.brief'), null);
  });

  it('is an error without a document', async () => {
    await assert.rejects(client.connection.sendRequest('brief/marks', {}), /textDocument/);
  });
});

import assert from 'node:assert/strict';
import type { ChangeDetailsResult, DetailChange, DetailsResult } from '../../src/server/protocol';
import { startServer, type TestClient, URI } from './client';

const TEXT = '---\ntitle: Ore # working\nsources:\n  - id: 1\n---\n\n- It rose [1].\n';
const TITLE: DetailChange = { kind: 'set', list: null, key: 'title', value: 'Zinc' };

describe('The details of a brief, over the protocol', () => {
  let client: TestClient;
  const textDocument = { uri: URI };
  const change = (wanted: unknown) =>
    client.connection.sendRequest<ChangeDetailsResult | null>('brief/changeDetails', { textDocument, change: wanted });

  beforeEach(async () => {
    client = await startServer();
  });
  afterEach(() => client.stop());

  it('are null for a document that is not open', async () => {
    assert.equal(await client.connection.sendRequest('brief/details', { textDocument }), null);
    assert.equal(await change(TITLE), null);
  });

  it('come with their version, and change by edits for it', async () => {
    await client.open(TEXT);
    const details = await client.connection.sendRequest<DetailsResult>('brief/details', { textDocument });
    assert.equal(details.version, 1);
    assert.equal(details.fields[0]?.value, 'Ore');
    assert.deepEqual(await change(TITLE), {
      version: 1,
      edits: [{ range: { start: { line: 1, character: 7 }, end: { line: 1, character: 10 } }, newText: 'Zinc' }],
    });
  });

  it('are refused with a reason', async () => {
    await client.open(TEXT);
    assert.deepEqual(await change({ kind: 'remove', list: 'sources', index: 0, id: '1' }), {
      version: 1,
      refused: '[1] is used once in this brief. Remove that use first.',
    });
  });

  it('are not changed by what is no change', async () => {
    await client.open(TEXT);
    for (const wrong of [
      null,
      {},
      { ...TITLE, value: 1 },
      { ...TITLE, list: 'rows' },
      { kind: 'remove', list: 'sources', index: 'x', id: '1' },
      { kind: 'move', list: 'sources', index: 0, id: '1', by: 2 },
    ])
      await assert.rejects(change(wrong), /brief\/changeDetails: change\./);
  });
});

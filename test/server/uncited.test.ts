import assert from 'node:assert/strict';
import type { UncitedResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `# Rare earths

- China mined 69% of them in 2024.
- Prices rose by 12% in 2025 [1].
- Exports fell by 30% in 2023.

<!-- brief-disable-next-line citation/missing -->
- Stocks fell by 10% in 2022.

## Sources

- [1] [Prices of rare earths](https://example.org/prices)
`;
const FIRST = 'China mined 69% of them in 2024.';
const LAST = 'Exports fell by 30% in 2023.';

describe('the next uncited claim, over the protocol,', () => {
  let client: TestClient;
  before(async () => {
    client = await startServer();
    await client.open(BRIEF);
  });
  after(() => client.stop());

  const ask = (params: object) =>
    client.connection.sendRequest<UncitedResult | null>('brief/uncited', { textDocument: { uri: URI }, ...params });
  const from = async (line: number, character: number, direction: 'next' | 'previous') =>
    (await ask({ position: { line, character }, direction }))?.claim;

  it('is the one that starts behind the cursor', async () => {
    assert.deepEqual(await from(0, 0, 'next'), { range: rangeIn(BRIEF, FIRST), number: 1, of: 2 });
    assert.deepEqual(await from(2, 2, 'next'), { range: rangeIn(BRIEF, LAST), number: 2, of: 2 });
    assert.deepEqual(await from(2, 9, 'next'), { range: rangeIn(BRIEF, LAST), number: 2, of: 2 });
  });

  it('is the first again behind the last, and the last before the first', async () => {
    assert.deepEqual((await from(4, 2, 'next'))?.number, 1);
    assert.deepEqual((await from(2, 2, 'previous'))?.number, 2);
  });

  it('is, backwards, the one that starts before the cursor', async () => {
    assert.deepEqual((await from(4, 2, 'previous'))?.number, 1);
    assert.deepEqual((await from(4, 9, 'previous'))?.number, 2);
    assert.deepEqual((await from(9, 0, 'previous'))?.number, 2);
  });

  it('is told of more than the hundred that the status names', async () => {
    const many = `# T\n\n${'- Exports fell by 30% in 2023.\n'.repeat(150)}`;
    await client.open(many, 'file:///briefs/many.brief');
    const result = await ask({
      textDocument: { uri: 'file:///briefs/many.brief' },
      position: { line: 140, character: 0 },
      direction: 'next',
    });
    assert.deepEqual([result?.claim?.number, result?.claim?.of, result?.claim?.range.start.line], [139, 150, 140]);
  });

  it('is null where all are cited, and so is the answer where the document is not open', async () => {
    await client.open('# T\n\n- Exports fell [own].\n', 'file:///briefs/sound.brief');
    const place = { position: { line: 0, character: 0 }, direction: 'next' };
    assert.deepEqual(await ask({ textDocument: { uri: 'file:///briefs/sound.brief' }, ...place }), {
      version: 1,
      claim: null,
    });
    assert.equal(await ask({ textDocument: { uri: 'file:///briefs/none.brief' }, ...place }), null);
  });

  it('is refused for parameters that are not these', async () => {
    for (const params of [
      { position: { line: 0, character: 0 } },
      { position: { line: 0, character: 0 }, direction: 'up' },
      { position: 3, direction: 'next' },
    ])
      await assert.rejects(ask(params), { code: -32602 });
  });
});

import assert from 'node:assert/strict';
import { applyEdits, indexLines } from '../../src/core';
import type { CandidatesResult, Edit } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `---
sources:
  - id: 1
    title: Deals of the year
    quote: The agreement is worth $500 million.
  - id: 3
    title: Where the ore is
---

- The agreement is worth 5亿 dollars 😀. It was signed in July.

## Notes
`;

function applied(text: string, edits: readonly Edit[] | undefined): string {
  const lines = indexLines(text);
  return applyEdits(
    text,
    (edits ?? []).map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

describe('brief/candidates', () => {
  let client: TestClient;
  const ask = (params: unknown) => client.connection.sendRequest<CandidatesResult | null>('brief/candidates', params);
  const at = (part: string, text = BRIEF) => ask({ textDocument: { uri: URI }, range: rangeIn(text, part) });
  beforeEach(async () => {
    client = await startServer();
  });
  afterEach(() => client.stop());

  it('gives the likely sources with passage and reasons, the others, and the edits for a version', async () => {
    await client.open(BRIEF);
    const result = await at('5亿');
    assert.equal(result?.version, 1);
    const [likely] = result.offer?.likely ?? [];
    assert.equal(likely?.id, '1');
    assert.equal(likely.passage, 'The agreement is worth $500 million.');
    assert.ok(likely.why.length > 0);
    assert.deepEqual(
      result.offer?.others.map(({ id, title, cited }) => ({ id, title, cited })),
      [{ id: '3', title: 'Where the ore is', cited: false }],
    );
    assert.equal(applied(BRIEF, likely.edits), BRIEF.replace(' 😀.', ' 😀 [1].'));
  });

  it('gives those that have the words of a search', async () => {
    await client.open(BRIEF);
    const search = async (words: unknown) => {
      const offer = (await ask({ textDocument: { uri: URI }, range: rangeIn(BRIEF, '5亿'), search: words }))?.offer;
      return {
        likely: offer?.likely.map(({ id }) => id),
        others: offer?.others.map(({ id }) => id),
        more: offer?.more,
      };
    };
    assert.deepEqual(await search(''), { likely: ['1'], others: ['3'], more: false });
    assert.deepEqual(await search('ORE'), { likely: [], others: ['3'], more: false });
    await assert.rejects(async () => search(3), /brief\/candidates: search must be a text/);
  });

  it('tells where the title of a new source is, after the edits', async () => {
    await client.open(BRIEF);
    const added = (await at('July'))?.offer?.newSource;
    assert.ok(added);
    const after = applied(BRIEF, added.edits);
    assert.equal(
      after,
      BRIEF.replace('July.', 'July [4].').replace('ore is\n', 'ore is\n  - id: 4\n    title: Title of the source\n'),
    );
    assert.deepEqual(added.title, rangeIn(after, 'Title of the source'));
  });

  it('is about the text after a change', async () => {
    await client.open(BRIEF);
    const changed = BRIEF.replace('July', 'August');
    await client.change(2, changed);
    const result = await at('August', changed);
    assert.equal(result?.version, 2);
    assert.equal(applied(changed, result.offer?.others[0]?.edits), changed.replace('August.', 'August [3].'));
  });

  it('offers nothing away from insights, and nothing of a document that is not open', async () => {
    assert.equal(await at('July'), null);
    await client.open(BRIEF);
    assert.deepEqual(await at('## Notes'), { version: 1, offer: null });
  });

  it('counts in bytes where that was agreed on', async () => {
    await client.stop();
    client = await startServer({ capabilities: { general: { positionEncodings: ['utf-8'] } } });
    await client.open(BRIEF);
    const line = BRIEF.split('\n')[9] ?? '';
    const start = { line: 9, character: 4 };
    const result = await ask({ textDocument: { uri: URI }, range: { start, end: start } });
    const place = result?.offer?.likely[0]?.edits[0]?.range.start;
    assert.deepEqual(place, { line: 9, character: Buffer.byteLength(line.slice(0, line.indexOf('. It'))) });
  });

  for (const [name, params] of [
    ['nothing', null],
    ['no document', { range: rangeIn(BRIEF, 'July') }],
    ['no range', { textDocument: { uri: URI } }],
    ['a place that is none', { textDocument: { uri: URI }, range: { start: { line: 0, character: -1 }, end: {} } }],
    ['a text for a line', { textDocument: { uri: URI }, range: { start: { line: '1', character: 0 }, end: {} } }],
  ] as const) {
    it(`says what is wrong with ${name}`, async () => {
      await client.open(BRIEF);
      await assert.rejects(async () => ask(params), /brief\/candidates: (?:textDocument|range).* must /);
      assert.deepEqual(client.log, []);
    });
  }
});

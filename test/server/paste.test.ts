import assert from 'node:assert/strict';
import type { MarkdownResult, PasteUrlResult } from '../../src/server/protocol';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = '- 😀 It rose in 2024.\n\n## Sources\n\n- [1] Prices. https://example.org/prices\n';

describe('Pasting', () => {
  let client: TestClient;
  const pasteUrl = (params: unknown) => client.connection.sendRequest<PasteUrlResult | null>('brief/pasteUrl', params);
  const markdown = (params: unknown) => client.connection.sendRequest<MarkdownResult>('brief/markdown', params);
  beforeEach(async () => {
    client = await startServer();
    await client.open(BRIEF);
  });
  afterEach(() => client.stop());

  it('makes a link of an address over selected words', async () => {
    const range = rangeIn(BRIEF, 'rose');
    const result = await pasteUrl({ textDocument: { uri: URI }, range, url: 'https://example.org/a' });
    assert.equal(result?.version, 1);
    assert.deepEqual(
      result.choices.map(({ kind, preferred, edits }) => ({ kind, preferred, edits })),
      [{ kind: 'link', preferred: true, edits: [{ range, newText: '[rose](https://example.org/a)' }] }],
    );
  });

  it('offers to cite an address behind a claim', async () => {
    const { end } = rangeIn(BRIEF, '2024.');
    const result = await pasteUrl({
      textDocument: { uri: URI },
      range: { start: end, end },
      url: 'https://example.org/a',
    });
    assert.deepEqual(
      result?.choices.map(({ kind, preferred, edits }) => [kind, preferred, edits.length]),
      [['cite', false, 2]],
    );
  });

  it('makes one value of several lines behind a key', async () => {
    const text = '---\nsummary: \n---\n';
    const uri = 'file:///value.brief';
    await client.open(text, uri);
    const end = { line: 1, character: 9 };
    const result = await pasteUrl({ textDocument: { uri }, range: { start: end, end }, url: 'Fees: up.\nQuay: shut.' });
    assert.deepEqual(
      result?.choices.map(({ kind, preferred, edits }) => ({ kind, preferred, edits })),
      [{ kind: 'value', preferred: true, edits: [{ range: { start: end, end }, newText: '"Fees: up. Quay: shut."' }] }],
    );
  });

  it('turns rich text into Markdown', async () => {
    assert.deepEqual(await markdown({ html: '<p>a <b>b</b></p>' }), { markdown: 'a **b**' });
    assert.deepEqual(await markdown({ html: '<p>a</p>' }), { markdown: null });
  });

  it('says what is wrong with its parameters', async () => {
    const range = rangeIn(BRIEF, 'rose');
    await assert.rejects(pasteUrl({ textDocument: { uri: URI }, range }), /url must be a text/);
    await assert.rejects(pasteUrl({ textDocument: { uri: URI }, url: '' }), /range must have a start and an end/);
    await assert.rejects(markdown({}), /html must be a text/);
    assert.equal(await pasteUrl({ textDocument: { uri: 'file:///other.brief' }, range, url: '' }), null);
  });
});

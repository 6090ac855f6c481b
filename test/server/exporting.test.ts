import assert from 'node:assert/strict';
import type { ExportResult } from '../../src/server/protocol';
import { startServer, type TestClient, URI } from './client';

const BRIEF = `# Ore

- It rose by 4% [1].

\`\`\`figure
id: output
title: Output
chart: bar
x: year
y: tonnes
data: [{year: "2023", tonnes: 10}, {year: "2024", tonnes: 14}]
cites: [1]
\`\`\`

## Sources

- [1] Prices. https://example.org/prices
`;

describe('brief/export', () => {
  let client: TestClient;
  const ask = (params: unknown) => client.connection.sendRequest<ExportResult | null>('brief/export', params);
  beforeEach(async () => {
    client = await startServer();
    await client.open(BRIEF);
  });
  afterEach(() => client.stop());

  it('gives one page in the style that the client sends, which loads nothing', async () => {
    const result = await ask({ textDocument: { uri: URI }, style: 'p { color: teal }' });
    assert.equal(result?.version, 1);
    assert.match(result.html, /^<!doctype html>/);
    assert.match(result.html, /<style>p \{ color: teal \}<\/style>/);
    assert.doesNotMatch(result.html, /<script|<link|<iframe|\ssrc=/i);
  });

  it('waits for the charts', async () => {
    const result = await ask({ textDocument: { uri: URI }, style: '' });
    assert.match(result?.html ?? '', /<svg/);
    assert.doesNotMatch(result?.html ?? '', /chart-waiting/);
  });

  it('lets no style end its element', async () => {
    const result = await ask({ textDocument: { uri: URI }, style: '</style><script>1</script>' });
    assert.doesNotMatch(result?.html ?? '', /<\/style><script/);
  });

  it('has no page of a document that is not open, and refuses parameters of another kind', async () => {
    assert.equal(await ask({ textDocument: { uri: 'file:///other.brief' }, style: '' }), null);
    await assert.rejects(ask({ textDocument: { uri: URI } }), /style must be a text/);
    await assert.rejects(ask({ style: '' }), /textDocument\.uri must be a text/);
  });
});

import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { codesOf, spawnServer, type TestClient, URI } from './client';

const SMALL = 'file:///briefs/small.brief';
const PARAGRAPH = `${'Nothing of much weight is said here. '.repeat(5)}[own]\n\n`;

/** Of more than a million characters, with its sources at the end. */
function longText(claim: string): string {
  return `# Long\n\n${PARAGRAPH.repeat(7000)}- ${claim}\n\n## Sources\n\n- [1] [Ore](https://example.org)\n`;
}

describe('a long document', () => {
  let client: TestClient;
  const text = longText('Output rose by 4% [99].');
  const outline = (uri: string) =>
    client.connection.sendRequest<unknown[] | null>('textDocument/documentSymbol', { textDocument: { uri } });
  const shown = async (version = 1): Promise<readonly Diagnostic[]> => {
    const is = (sent: { uri: string; version?: number }) => sent.uri === URI && sent.version === version;
    while (!client.published.some(is)) await new Promise((resolve) => setTimeout(resolve, 50));
    return client.diagnostics(is);
  };
  beforeEach(async () => {
    client = await spawnServer();
    await client.open('# Small\n\n## Part\n', SMALL);
    await client.diagnostics(({ uri }) => uri === SMALL);
  });
  afterEach(() => client.stop());

  it('that is being read lets others be asked about in between', async () => {
    await client.open(text);
    const answered = Array.from({ length: 20 }, async () => {
      assert.equal((await outline(SMALL))?.length, 1);
      return client.published.some(({ uri }) => uri === URI) ? 0 : 1;
    });
    const before = (await Promise.all(answered)).reduce<number>((sum, one) => sum + one, 0);
    // A server that reads it in one go answers none before.
    assert.ok(before > 2, `${before} answers before it was read`);
    assert.ok(codesOf(await shown()).includes('citation/unknown-source'));
  });

  it('is asked about once it has been read', async () => {
    await client.open(text);
    const symbols = await outline(URI);
    assert.ok(symbols && symbols.length > 0);
  });

  it('tells its outline when nobody types, and its problems before', async () => {
    await client.open(text);
    await shown();
    const start = { line: 2, character: 0 };
    await client.change(2, 'Output fell by 9% in 2020.\n\n', { start, end: start });
    assert.ok(await outline(URI));
    const last = client.published.findLast(({ uri, version }) => uri === URI && version === 2);
    assert.ok(codesOf(last?.diagnostics ?? []).includes('citation/missing'));
  });

  it('that is closed while its outline is waited for has none', async () => {
    await client.open(text);
    await shown();
    const start = { line: 2, character: 0 };
    await client.change(2, 'a', { start, end: start });
    const told = outline(URI);
    await client.close();
    assert.equal(await told, null);
  });

  it('that changes while it is read is checked as it has become', async () => {
    await client.open(text);
    const end = text.slice(0, text.indexOf('Output rose by 4% [99]')).split('\n').length - 1;
    const place = { line: end, character: '- Output rose by 4% ['.length };
    await client.change(2, '1', { start: place, end: { ...place, character: place.character + 2 } });
    assert.deepEqual(codesOf(await shown(2)), []);
    assert.ok(!client.published.some(({ uri, version }) => uri === URI && version === 1));
  });

  it('that is closed while it is read is forgotten, and read again when it is opened again', async () => {
    await client.open(text);
    await client.close();
    assert.equal(await outline(URI), null);
    await client.open(text.replace('[99]', '[98]'));
    const [problem] = await shown();
    assert.match(String(problem?.message), /98/);
  });
});

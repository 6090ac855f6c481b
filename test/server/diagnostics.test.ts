import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { codesOf, ofVersion, rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `# Rare earths

## Supply

- China mined 69% of the world's rare earths in 2024 [3].
- Prices rose by 12% in the first quarter of 2025 [1].

## Sources

- [1] [Prices of rare earths](https://example.org/prices)
- [3] [Mineral Commodity Summaries 2025](https://example.org/minerals)
`;

describe('diagnostics', () => {
  let client: TestClient;
  const start = async (...options: Parameters<typeof startServer>) => {
    client = await startServer(...options);
    return client;
  };
  afterEach(() => client.stop());

  it('of a sound brief are an empty list', async () => {
    await start();
    await client.open(BRIEF);
    assert.deepEqual(await client.diagnostics(ofVersion(1)), []);
  });

  it('say what is wrong, where, by which rule, and where to read about it', async () => {
    await start();
    const text = BRIEF.replace('[3].', '[9].');
    await client.open(text);
    const found = (await client.diagnostics(ofVersion(1))).find(({ code }) => code === 'citation/unknown-source');
    assert.ok(found);
    assert.equal(found.source, 'brief');
    assert.equal(found.severity, 1);
    assert.match(found.codeDescription?.href ?? '', /docs\/rules\/citation\/unknown-source\.md$/);
    assert.equal(found.range.start.line, 4);
  });

  it('tag a source that nothing cites as unnecessary', async () => {
    await start();
    await client.open(BRIEF.replace(' [1].', ' [3].'));
    const unused = (await client.diagnostics(ofVersion(1))).find(({ code }) => code === 'source/unused');
    assert.deepEqual(unused?.tags, [1]);
  });

  it('have the gravest first where they are more than an editor draws', async () => {
    await start();
    const sources = Array.from({ length: 600 }, (_, i) => `  - { id: s${i}, title: Prices ${i} }\n`);
    await client.open(`---\nsources:\n${sources.join('')}---\n\n# Ore\n\n- Output rose by 4% [@none].\n`);
    const found = await client.diagnostics(({ diagnostics }) => diagnostics.length > 600);
    assert.equal(found[0]?.code, 'citation/unknown-source');
    const severities = found.map(({ severity = 1 }) => severity);
    assert.deepEqual(severities, severities.toSorted());
  });

  it('lead to the other place of a problem', async () => {
    await start();
    const text = `${BRIEF}- [1] [Another work](https://example.org/other)\n`;
    await client.open(text);
    const found = (await client.diagnostics(ofVersion(1))).find(({ code }) => code === 'source/duplicate-id');
    const [related] = found?.relatedInformation ?? [];
    assert.equal(related?.location.uri, URI);
    assert.notDeepEqual(related.location.range, found?.range);
  });

  it('that touch the last edit wait for half a second', async () => {
    await start();
    await client.open(BRIEF);
    await client.diagnostics(ofVersion(1));
    const typed = Date.now();
    await client.change(2, '', rangeIn(BRIEF, ' [3]'));
    assert.deepEqual(codesOf(await client.diagnostics(ofVersion(2))).includes('citation/missing'), false);
    await client.diagnostics(
      (params) => params.version === 2 && codesOf(params.diagnostics).includes('citation/missing'),
    );
    // It may come late on a busy machine, but never early.
    const waited = Date.now() - typed;
    assert.ok(waited >= 450, `${waited} ms`);
  });

  it('elsewhere do not wait', async () => {
    await start();
    await client.open(BRIEF);
    await client.diagnostics(ofVersion(1));
    // The source's entry is edited; what that breaks is its citation.
    await client.change(2, '4] [Mineral', rangeIn(BRIEF, '3] [Mineral'));
    const codes = codesOf(await client.diagnostics(ofVersion(2)));
    assert.ok(codes.includes('citation/unknown-source'), codes.join());
  });

  it('that were shown already do not flicker while their insight is edited', async () => {
    await start();
    const text = BRIEF.replace(' [3]', '');
    await client.open(text);
    assert.deepEqual(codesOf(await client.diagnostics(ofVersion(1))).includes('citation/missing'), true);
    await client.change(2, '7', rangeIn(text, '69%'.slice(0, 2)));
    assert.ok(codesOf(await client.diagnostics(ofVersion(2))).includes('citation/missing'));
  });

  it('follow the settings as they change', async () => {
    let rules: Record<string, string> = { 'citation/missing': 'off' };
    await start({ capabilities: { workspace: { configuration: true } }, settings: () => ({ rules }) });
    await client.open(BRIEF.replace(' [3]', '').replace(' [1].', ' [3].'));
    await client.diagnostics(({ diagnostics }) => {
      const codes = codesOf(diagnostics);
      return codes.includes('source/unused') && !codes.includes('citation/missing');
    });
    rules = { 'citation/missing': 'error', 'source/unused': 'off' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnostics(({ diagnostics }) => {
      const codes = codesOf(diagnostics);
      return !codes.includes('source/unused') && diagnostics.some((one) => one.severity === 1);
    });
  });

  it('take the settings that a simpler client sends along', async () => {
    await start({ initializationOptions: { rules: { 'citation/missing': 'off' } } });
    await client.open(BRIEF.replace(' [3]', ''));
    assert.ok(!codesOf(await client.diagnostics(ofVersion(1))).includes('citation/missing'));
    const settings = { brief: { rules: { 'citation/missing': 'hint' } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await client.diagnostics(({ diagnostics }) => codesOf(diagnostics).includes('citation/missing'));
  });

  it('end when the document is closed', async () => {
    await start();
    await client.open(BRIEF.replace('[3].', '[9].'));
    await client.diagnostics(ofVersion(1));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    assert.deepEqual(await client.diagnostics(({ version }) => version === undefined), []);
  });

  it('of a file with CRLF and of Chinese text are where they belong', async () => {
    await start();
    const text =
      '# 稀土\r\n\r\n## 供应\r\n\r\n- 中国在2024年开采了全球69%的稀土[9]。\r\n\r\n## 来源\r\n\r\n- [1] 年报 https://example.org\r\n';
    await client.open(text);
    const found = (await client.diagnostics(ofVersion(1))).find(({ code }) => code === 'citation/unknown-source');
    const line = text.split('\r\n')[4] ?? '';
    assert.equal(found?.range.start.line, 4);
    assert.match(line.slice(found.range.start.character, found.range.end.character), /^(\[9\]|9)$/);
  });

  it('count bytes for a client that wants UTF-8', async () => {
    await start({ capabilities: { general: { positionEncodings: ['utf-8', 'utf-16'] } } });
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-8');
    const text = '# 稀土\n\n- 中国在2024年😀开采了全球69%的稀土[9]。\n\n## 来源\n\n- [1] 年报 https://example.org\n';
    await client.open(text);
    const found = (await client.diagnostics(ofVersion(1))).find(({ code }) => code === 'citation/unknown-source');
    assert.ok(found);
    const line = Buffer.from(text.split('\n')[2] ?? '');
    const underlined = line.subarray(found.range.start.character, found.range.end.character).toString();
    assert.match(underlined, /^(\[9\]|9)$/);
  });
});

describe('diagnostics for a client that asks for them', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: URI },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });

  it('are answered, not sent as well, and answered shortly where nothing changed', async () => {
    client = await startServer({ capabilities: { textDocument: { diagnostic: {} } } });
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    await client.open(BRIEF.replace('[3].', '[9].'));
    const report = await pull();
    assert.ok(report.kind === 'full');
    assert.ok(codesOf(report.items).includes('citation/unknown-source'));
    assert.equal((await pull(report.resultId)).kind, 'unchanged');
    await client.change(2, BRIEF);
    const next = await pull(report.resultId);
    assert.ok(next.kind === 'full' && next.items.length === 0 && next.resultId !== report.resultId);
    assert.deepEqual(client.published, []);
  });

  it('are asked for again when those at the last edit have waited', async () => {
    const workspace = { diagnostics: { refreshSupport: true } };
    client = await startServer({ capabilities: { textDocument: { diagnostic: {} }, workspace } });
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    await client.open(BRIEF);
    await pull();
    await client.change(2, '', rangeIn(BRIEF, ' [3]'));
    const early = await pull();
    assert.ok(early.kind === 'full' && !codesOf(early.items).includes('citation/missing'));
    await refreshed;
    const late = await pull(early.resultId);
    assert.ok(late.kind === 'full' && codesOf(late.items).includes('citation/missing'));
  });

  it('are sent to one that can ask but wants them sent', async () => {
    client = await startServer({
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { diagnostics: 'push' },
    });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(BRIEF);
    assert.deepEqual(await client.diagnostics(ofVersion(1)), []);
  });
});

import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import type {
  ArticleTextResult,
  ExtractResult,
  ImportResult,
  RenderResult,
  StatusParams,
} from '../../src/server/protocol';
import { paragraph, run as runOf, wordFile } from '../formats/wordFile';
import { linesAt, pdfFile } from '../pdf/pdfFile';
import { ARTICLE, SUMMARY } from '../summary/summary';
import { changed } from './changedPage';
import { applied, codesOf, ofVersion, rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `---
title: Rare earths
---

## Supply

- China mined 69% of the world's rare earths in 2024.
- Prices rose by 12% in the first quarter of 2025 [1].

## Sources

- [1] [Prices of rare earths](https://example.org/prices)
- [3] [Mineral Commodity Summaries 2025](https://example.org/minerals)
`;

describe('the server', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await startServer({
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true } },
        textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
      },
    });
  });
  afterEach(() => client.stop());

  it('offers a fix that gives exactly the text that it says, and the problem is gone', async () => {
    const text = BRIEF.replace('[1].', '[2].');
    await client.open(text);
    const [problem] = (await client.diagnostics(ofVersion(1))).filter(({ code }) => code === 'citation/unknown-source');
    assert.ok(problem);
    const fixes = await client.actions(problem.range);
    const fix = fixes.find((action) => action.isPreferred && action.diagnostics?.[0]?.code === problem.code);
    assert.deepEqual(fix?.diagnostics, [problem]);
    const fixed = applied(text, fix, 1);
    assert.match(fixed, /quarter of 2025 \[[13]\]\./);
    assert.equal(fixed.replace(/2025 \[[13]\]\./, '2025 [2].'), text);
    await client.change(2, fixed);
    await client.diagnostics((params) => {
      return params.version === 2 && !codesOf(params.diagnostics).includes('citation/unknown-source');
    });
  });

  it('offers to turn the rule off at the place', async () => {
    await client.open(BRIEF);
    const actions = await client.actions(rangeIn(BRIEF, '69%'));
    const suppress = actions.find(({ title }) => /off citation\/missing here/.test(title));
    const suppressed = applied(BRIEF, suppress, 1);
    assert.match(suppressed, /\n<!-- brief-disable-next-line citation\/missing -->\n- China/);
    await client.change(2, suppressed);
    assert.deepEqual(codesOf(await client.diagnostics(ofVersion(2))).includes('citation/missing'), false);
  });

  it('keeps the line breaks of a file with CRLF when it fixes something', async () => {
    const text = BRIEF.replaceAll('\n', '\r\n');
    await client.open(text);
    const actions = await client.actions(rangeIn(text, '69%'));
    for (const action of actions) assert.doesNotMatch(applied(text, action, 1), /[^\r]\n/, action.title);
  });

  it('offers no fix away from problems', async () => {
    await client.open(BRIEF);
    assert.deepEqual(await client.actions(rangeIn(BRIEF, '12%'), { only: ['quickfix'] }), []);
  });

  it('fixes all that is safe only when it is asked to', async () => {
    const text = BRIEF.replace('[1].', '[1][1].');
    await client.open(text);
    const range = rangeIn(text, text);
    const kinds = async (only?: string[]) =>
      (await client.actions(range, only ? { only } : {})).map(({ kind }) => kind ?? '');
    assert.ok(!(await kinds()).includes('source.fixAll.brief'));
    assert.deepEqual(await kinds(['source.fixAll']), ['source.fixAll.brief']);
    assert.deepEqual(await kinds(['source.fixAll.other']), []);
    assert.deepEqual([...new Set(await kinds(['quickfix']))], ['quickfix']);
    const [fixAll] = await client.actions(range, { only: ['source.fixAll.brief'] });
    assert.equal(applied(text, fixAll, 1), BRIEF);
  });

  it('shows the outline of a brief', async () => {
    await client.open(BRIEF);
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    const names = (list: readonly DocumentSymbol[], margin = ''): string[] =>
      list.flatMap(({ name, children }) => [margin + name, ...names(children ?? [], `${margin}  `)]);
    assert.deepEqual(names(symbols), [
      'Front matter',
      'Supply',
      "  China mined 69% of the world's rare earths in 2024.",
      '  Prices rose by 12% in the first quarter of 2025.',
      'Sources',
      '  [1] Prices of rare earths',
      '  [3] Mineral Commodity Summaries 2025',
    ]);
    assert.deepEqual(symbols[1]?.selectionRange, rangeIn(BRIEF, 'Supply'));
  });

  it('sends a client that says what it shows the parts of the page that are others', async () => {
    const render = (have: string | null, review = false) =>
      client.connection.sendRequest<RenderResult>('brief/render', { uri: URI, have, review });
    await client.open(BRIEF);
    const first = await render(null);
    assert.equal(first.html, '');
    assert.equal(first.changes?.base, null);
    await client.change(2, BRIEF.replace('## Supply', 'New.\n\n## Supply'));
    const second = await render(first.changes?.id ?? '');
    const fresh = await render(null);
    assert.equal(second.changes?.base, first.changes?.id);
    const parts = changed(first.changes ? changed([], first.changes) : [], second.changes ?? assert.fail());
    assert.deepEqual(parts, changed([], fresh.changes ?? assert.fail()));
    assert.ok(JSON.stringify(second).length < JSON.stringify(fresh).length / 2);
    const review = await render(second.changes?.id ?? '', true);
    assert.equal(review.changes?.base, null);
  });

  it('renders the open document, and says of which version', async () => {
    const render = () => client.connection.sendRequest<RenderResult | null>('brief/render', { uri: URI });
    assert.equal(await render(), null);
    await client.open(BRIEF);
    const first = await render();
    assert.equal(first?.version, 1);
    assert.equal(first.title, 'Rare earths');
    assert.match(first.html, /69%/);
    await client.change(2, BRIEF.replace('69%', '70%'));
    const second = await render();
    assert.equal(second?.version, 2);
    assert.match(second.html, /70%/);
  });

  it('turns pasted text into a brief', async () => {
    const text = 'Rare earths\n\nSupply\n- China mined 69% of them in 2024 [1]\n';
    const imported = await client.connection.sendRequest<ImportResult>('brief/import', { text });
    assert.ok('text' in imported);
    assert.match(imported.text, /China mined 69% of them in 2024 ?\[1\]/);
    assert.equal(imported.summary, '1 source, 1 citation. Citations whose source is not in the text: 1.');
    assert.match(imported.report, /^# Import report\n\nRead as a plain text, with citations by numbers\./);
  });

  it('turns a file into a brief, and says of one that it can not why', async () => {
    const importFile = (name: string, bytes: Uint8Array) =>
      client.connection.sendRequest<ImportResult>('brief/import', {
        name,
        base64: Buffer.from(bytes).toString('base64'),
      });
    const word = await importFile('a.docx', wordFile(paragraph(runOf('It rose [1].'))));
    assert.equal('text' in word && word.text, 'It rose [1].\n\n## Sources\n\n- [1]\n');
    const page = await importFile('a.html', Buffer.from('<h1>Ore</h1><p>It rose.</p>'));
    assert.equal('text' in page && page.text, '# Ore\n\nIt rose.\n');
    for (const [name, bytes, error] of [
      ['a.pdf', Buffer.from('%PDF-1.7'), 'it is a PDF; open it, copy its text, and import that'],
      ['a.docx', Buffer.from('PK\u0003\u0004'), 'it is not a Word document (.docx)'],
      ['a.txt', Uint8Array.of(0x61, 0xff), 'it is not valid UTF-8; save it as UTF-8'],
      ['a.txt', Uint8Array.of(0x61, 0), 'it is not text'],
      ['a.html', Buffer.from('<div>'.repeat(2000)), 'its elements are nested more than 1,000 deep'],
    ] as const)
      assert.deepEqual(await importFile(name, bytes), { error });
  });

  it('gives the text of the document of a source, with what it says of itself, or says why not', async () => {
    const extract = (name: string, bytes: Uint8Array) =>
      client.connection.sendRequest<ExtractResult>('brief/extract', {
        name,
        base64: Buffer.from(bytes).toString('base64'),
      });
    const page = '<html lang=en><title>Ore in the South</title><meta name=citation_author content="Ada Sample">';
    assert.deepEqual(
      await extract('a.html', Buffer.from(`${page}<h1>Ore in the South</h1><p>By Ada Sample. It rose.</p>`)),
      {
        text: '<!-- The text of a.html -->\n\n# Ore in the South\n\nBy Ada Sample. It rose.\n',
        extension: '.md',
        pages: null,
        source: { title: 'Ore in the South', authors: ['Ada Sample'], language: 'en' },
      },
    );
    assert.deepEqual(await extract('a.txt', Buffer.from('It rose.\n')), {
      text: 'It rose.\n',
      extension: '.txt',
      pages: null,
      source: {},
    });
    const pdf = await extract('a.pdf', pdfFile([linesAt(['It rose.'])]));
    assert.deepEqual(pdf, { text: 'It rose.\n', extension: '.txt', pages: 1, source: {} });
    const broken = await extract('a.pdf', Buffer.from('%PDF-1.7'));
    assert.match('error' in broken ? broken.error : '', /^it is not a readable PDF/);
    for (const params of [{ name: 'a.pdf' }, { name: 'a.md', base64: '%%%' }])
      await assert.rejects(client.connection.sendRequest('brief/extract', params), { code: -32602 });
  });

  it('gives the text of the article that a brief sums up, as a copy and what names it', async () => {
    const imported = await client.connection.sendRequest<ImportResult>('brief/import', { text: SUMMARY });
    assert.ok('text' in imported);
    assert.equal(imported.article, 'Rare earths come home slowly');
    assert.deepEqual(imported.others, []);
    const two = await client.connection.sendRequest<ImportResult>('brief/import', { text: `${SUMMARY}\n${SUMMARY}` });
    assert.deepEqual('others' in two && two.others.map(({ text }) => text), [imported.text]);
    await client.open(imported.text);
    const ask = (params: object) =>
      client.connection.sendRequest<ArticleTextResult | null>('brief/articleText', {
        textDocument: { uri: URI },
        path: 'sources/article.txt',
        name: 'theirs.md',
        base64: Buffer.from(`# Rare earths come home slowly\n\n${ARTICLE}`).toString('base64'),
        ...params,
      });
    const result = await ask({});
    assert.ok(result && 'edits' in result);
    assert.equal(result.text, ARTICLE);
    assert.deepEqual(result.fit, { found: 11, elsewhere: 2, notFound: 0 });
    assert.deepEqual(
      result.edits.map(({ newText }) => newText),
      ['text: sources/article.txt\n    '],
    );
    const short = await ask({ base64: btoa('Nothing of it is here.') });
    assert.ok(short && 'misfit' in short);
    assert.equal(short.misfit?.why, 'beyond');
    assert.equal(short.misfit.edits.length, 1);
    assert.deepEqual(await ask({ name: 'a.docx', base64: btoa('PK\u0003\u0004') }), {
      error: 'it is not a Word document (.docx)',
    });
    assert.equal(await ask({ textDocument: { uri: 'file:///none.brief' } }), null);
    for (const params of [
      { path: '../article.txt' },
      { path: 'sources/rare-earths.txt' },
      { base64: '%%%' },
      { name: 3 },
    ])
      await assert.rejects(ask(params), { code: -32602 });
    await client.change(2, '- It is so [1].\n');
    assert.deepEqual(await ask({}), { version: 2, none: true });
    const unnamed = SUMMARY.replace(/^.*The Weekly Assay.*\n/m, '');
    const taken = await client.connection.sendRequest<ImportResult>('brief/import', { text: unnamed });
    assert.ok('text' in taken);
    assert.deepEqual([taken.article, taken.mayCitePassages], [null, true]);
    await client.change(3, taken.text);
    const turned = await ask({});
    assert.ok(turned && 'edits' in turned);
    assert.deepEqual(turned.fit, { found: 11, elsewhere: 2, notFound: 0 });
    assert.match(turned.edits.map(({ newText }) => newText).join(), /- id: article\n(?: {4}.*\n)* {4}cite: passages/);
  });

  it('takes nothing but a text or a file to import', async () => {
    for (const params of [{ text: 3 }, { name: 'a.md' }, { name: 'a.md', base64: '%%%' }])
      await assert.rejects(client.connection.sendRequest('brief/import', params), { code: -32602 });
  });

  it('says how much is cited, and where something is not', async () => {
    const status = new Promise<StatusParams>((resolve) => {
      client.connection.onNotification('brief/status', resolve);
    });
    await client.open(BRIEF);
    const { uncited, evidence, showsHints, length, ...counts } = await status;
    assert.equal(showsHints, true);
    assert.ok(length.words > 5 && length.minutes === 1 && length.characters === 0);
    assert.deepEqual(counts, {
      uri: URI,
      version: 1,
      sources: 2,
      texts: 0,
      insights: 2,
      cited: 1,
      own: 0,
      verified: 0,
      stale: 0,
    });
    assert.deepEqual(evidence, { found: 0, differs: 0, elsewhere: 0, notFound: 0, uncheckable: 2 });
    assert.deepEqual(uncited, [rangeIn(BRIEF, "China mined 69% of the world's rare earths in 2024.")]);
  });

  it('counts a citation of a source that is not declared, or empty, as not cited', async () => {
    const status = new Promise<StatusParams>((resolve) => {
      client.connection.onNotification('brief/status', resolve);
    });
    const text = '- Output rose by 4 % in 2024 [5].\n- It fell by 3 % in 2023 [99].\n\n## Sources\n\n- [5]\n';
    await client.open(text);
    const { insights, cited, uncited } = await status;
    assert.deepEqual({ insights, cited }, { insights: 2, cited: 0 });
    assert.deepEqual(uncited, [
      rangeIn(text, 'Output rose by 4 % in 2024 [5].'),
      rangeIn(text, 'It fell by 3 % in 2023 [99].'),
    ]);
  });

  it('says how much is cited again when that has changed, and not before', async () => {
    const told: StatusParams[] = [];
    client.connection.onNotification('brief/status', (status: StatusParams) => void told.push(status));
    await client.open(BRIEF);
    await client.diagnostics(ofVersion(1));
    const mark = rangeIn(BRIEF, ' [1]');
    await client.change(2, ' ...', { start: mark.start, end: mark.start });
    await client.diagnostics(ofVersion(2));
    const moved = { start: mark.start.character + 4, end: mark.end.character + 4 };
    const at = (character: number) => ({ line: mark.start.line, character });
    await client.change(3, '', { start: at(moved.start), end: at(moved.end) });
    await client.diagnostics(ofVersion(3));
    // An answer comes after all that was sent before it.
    await client.connection.sendRequest('brief/stats', { textDocument: { uri: URI } }).catch(() => undefined);
    assert.deepEqual(
      told.map(({ version, cited }) => [version, cited]),
      [
        [1, 1],
        [3, 0],
      ],
    );
  });
});

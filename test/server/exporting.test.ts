import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../../scripts/lib/chromium.js';
import type { ExportResult } from '../../src/server/protocol';
import { folderWith } from '../cli/runBrief';
import { readPdf } from '../files/readPdf';
import { type SpawnedClient, spawnServer, URI } from './client';

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
  let client: SpawnedClient;
  const ask = (params: unknown) => client.connection.sendRequest<ExportResult | null>('brief/export', params);
  beforeEach(async () => {
    client = await spawnServer();
    await client.open(BRIEF);
  });
  afterEach(() => client.stop());

  const pageOf = async (params: object) => {
    const result = await ask({ textDocument: { uri: URI }, style: '', ...params });
    assert.ok(result && 'html' in result);
    return result.html;
  };

  it('gives one page in the style that the client sends, which loads nothing', async () => {
    assert.equal((await ask({ textDocument: { uri: URI }, style: '' }))?.version, 1);
    const html = await pageOf({ style: 'p { color: teal }' });
    assert.match(html, /^<!doctype html>/);
    assert.match(html, /<style>p \{ color: teal \}<\/style>/);
    assert.doesNotMatch(html, /<script|<link|<iframe|\ssrc=/i);
  });

  it('waits for the charts', async () => {
    for (const format of ['html', 'content']) {
      const html = await pageOf({ format });
      assert.match(html, /<svg/);
      assert.doesNotMatch(html, /chart-waiting/);
    }
  });

  it('lets no style end its element', async () => {
    assert.doesNotMatch(await pageOf({ style: '</style><script>1</script>' }), /<\/style><script/);
  });

  it('says what the sources say only where that is wanted', async () => {
    assert.doesNotMatch(await pageOf({}), /popovertarget/);
    assert.match(await pageOf({ evidence: true }), /popovertarget/);
  });

  it('writes Markdown and JSON', async () => {
    const written = async (format: string) => {
      const result = await ask({ textDocument: { uri: URI }, format });
      assert.ok(result && 'text' in result);
      return result.text;
    };
    assert.match(await written('md'), /^# Ore\n\n- It rose by 4%\[\^1\]\.\n/);
    const { version, model, html } = JSON.parse(await written('json'));
    assert.deepEqual([version, model.title], [1, 'Ore']);
    assert.match(html, /<svg/);
  });

  it('names the files that the brief rests on, over which nothing is to be written', async () => {
    const folder = folderWith({
      'refs.bib': '@misc{usgs, title={Minerals}, url={https://example.org/mcs}}\n',
      'rows.csv': 'year,tonnes\n2023,10\n',
      'copy.md': 'Output rose.\n',
    });
    const at = (name: string) => pathToFileURL(join(folder.path, name)).href;
    const figure = '```figure\nid: f\ntitle: F\nchart: bar\nx: year\ny: tonnes\ndata: rows.csv\ncites: [usgs]\n```';
    const source = 'sources: [{ id: c, title: C, text: copy.md }]';
    await client.open(`---\ntitle: A\nbibliography: refs.bib\n${source}\n---\n\n${figure}\n`, at('a.brief'));
    const result = await ask({ textDocument: { uri: at('a.brief') }, format: 'md' });
    assert.deepEqual(result?.reads, ['refs.bib', 'copy.md', 'rows.csv'].map(at));
    folder.remove();
  });

  it('writes a document for Word', async () => {
    const result = await ask({ textDocument: { uri: URI }, format: 'docx' });
    assert.ok(result && 'base64' in result, JSON.stringify(result));
    assert.equal(Buffer.from(result.base64, 'base64').subarray(0, 2).toString(), 'PK');
  });

  it('says of a brief with more citations than memory holds what to do, and writes it as Markdown', async () => {
    await client.open(`# Ore\n\n${`- Ore [@a${'; @a'.repeat(100)}].\n`.repeat(199)}`, 'file:///long.brief');
    const written = (format: string) => ask({ textDocument: { uri: 'file:///long.brief' }, style: '', format });
    for (const format of ['html', 'content', 'json', 'docx']) {
      const result = await written(format);
      assert.ok(result && 'error' in result);
      assert.match(result.error, /^The brief has over 20,000 citations, .* export it as Markdown\.$/);
    }
    const result = await written('md');
    assert.ok(result && 'text' in result);
  });

  it('has no page of a document that is not open, and refuses parameters of another kind', async () => {
    for (const format of ['html', 'pdf', 'md'])
      assert.equal(await ask({ textDocument: { uri: 'file:///other.brief' }, style: '', format }), null);
    await assert.rejects(ask({ textDocument: { uri: URI } }), /style must be a text/);
    await assert.rejects(ask({ textDocument: { uri: URI }, format: 'odt' }), /format must be one of html, /);
    await assert.rejects(ask({ style: '' }), /textDocument\.uri must be a text/);
  });
});

describe('brief/export with images', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
  let folder: ReturnType<typeof folderWith>;
  let client: SpawnedClient;
  before(() => {
    folder = folderWith({ 'briefs/in/a.png': PNG, 'briefs/b.png': PNG, 'c.png': PNG });
  });
  after(() => folder.remove());
  afterEach(() => client?.stop());
  /** How many of three images are in the page: beside the brief, above it, and outside of the folder that is open. */
  const images = async (initializationOptions: object) => {
    client = await spawnServer({ root: pathToFileURL(join(folder.path, 'briefs')).href, initializationOptions });
    const uri = pathToFileURL(join(folder.path, 'briefs/in/a.brief')).href;
    await client.open('# A\n\n![x](a.png) ![y](../b.png) ![z](../../c.png)\n', uri);
    const params = { textDocument: { uri }, style: '' };
    const result = await client.connection.sendRequest<ExportResult | null>('brief/export', params);
    assert.ok(result && 'html' in result);
    assert.match(result.html, /src="data:image\/png;base64,iVBORw0KGgoAAA==" alt="x"/);
    return result.html.match(/<img src="data:/g)?.length;
  };

  it('puts those below the folder of the brief into the page', async () => {
    assert.equal(await images({}), 1);
  });

  it('does so in a folder that is not trusted', async () => {
    assert.equal(await images({ trusted: false }), 1);
  });
});

describe('brief/export to PDF', () => {
  let client: SpawnedClient;
  const style = readFileSync('dist/webview/preview-style.css', 'utf8');
  const start = async (PATH: string) => {
    client = await spawnServer({ env: { PATH } });
    await client.open(BRIEF);
    const params = { textDocument: { uri: URI }, style, format: 'pdf' };
    return client.connection.sendRequest<ExportResult | null>('brief/export', params);
  };
  before(function () {
    // Elsewhere browsers are not found by the path.
    if (process.platform !== 'linux') this.skip();
  });
  afterEach(() => client?.stop());

  it('answers with the bytes of what a browser prints', async function () {
    this.timeout(180_000);
    const { executablePath, libraries } = await findChromium();
    if (libraries) process.env['LD_LIBRARY_PATH'] = libraries;
    const result = await start(dirname(executablePath));
    assert.ok(result && 'base64' in result, JSON.stringify(result));
    const { title, text } = readPdf(Buffer.from(result.base64, 'base64'));
    assert.equal(title, 'Ore');
    assert.match(text, /It rose by 4%/);
  });

  it('says so where there is no browser', async () => {
    const result = await start('/nowhere');
    assert.ok(result && 'error' in result && /^A PDF needs Chrome, Edge or Chromium/.test(result.error));
  });
});

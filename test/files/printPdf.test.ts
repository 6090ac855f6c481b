import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../../scripts/lib/chromium.js';
import { parseBrief, renderPage } from '../../src/core';
import { paperStyle } from '../../src/core/page/exporting/paper';
import { findBrowser, printPdf } from '../../src/files/apart/printPdf';
import { folderWith } from '../cli/runBrief';
import { readPdf } from './readPdf';

/** Programs that stand for browsers. */
const PROGRAMS = {
  'bin/chromium': '#!/bin/sh\nexec /bin/sleep 30\n',
  'bin/google-chrome': 'no program',
  'bin/ends': '#!/bin/sh\nexit 3\n',
};

describe('printing a PDF', () => {
  let folder: ReturnType<typeof folderWith>;
  const program = (name: string) => join(folder.path, 'bin', name);
  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = folderWith(PROGRAMS);
    for (const name of ['chromium', 'ends']) chmodSync(program(name), 0o755);
    chmodSync(program('google-chrome'), 0o644);
  });
  after(() => folder?.remove());

  it('finds a program on the path, and none in a relative folder of it', function () {
    if (process.platform !== 'linux') this.skip();
    assert.equal(findBrowser({ PATH: ['.', join(folder.path, 'bin')].join(delimiter) }), program('chromium'));
    assert.equal(findBrowser({ PATH: ['.', 'bin', ''].join(delimiter) }), null);
  });

  it('says so where there is no browser', async () => {
    const printed = await printPdf('<p>', { browser: null });
    assert.ok('error' in printed && /^A PDF needs Chrome, Edge or Chromium/.test(printed.error));
  });

  it('ends a browser that takes too long', async () => {
    const printed = await printPdf('<p>', { browser: program('chromium'), time: 500 });
    assert.ok('error' in printed && /took longer than 0\.5 seconds and was ended/.test(printed.error));
  });

  it('ends a browser when it is cancelled', async () => {
    const cancel = new AbortController();
    const printing = printPdf('<p>', { browser: program('chromium'), signal: cancel.signal });
    cancel.abort();
    assert.deepEqual(await printing, { error: 'It was cancelled.' });
    assert.deepEqual(await printPdf('<p>', { browser: program('ends'), signal: cancel.signal }), {
      error: 'It was cancelled.',
    });
  });

  it('says what became of a browser that does not print', async () => {
    const ended = await printPdf('<p>', { browser: program('ends') });
    assert.ok('error' in ended && /made no PDF: it ended with status 3/.test(ended.error), JSON.stringify(ended));
    const none = await printPdf('<p>', { browser: program('none') });
    assert.ok('error' in none && /made no PDF: it could not be started/.test(none.error), JSON.stringify(none));
  });
});

describe('a printed PDF', () => {
  const style = readFileSync('dist/webview/preview-style.css', 'utf8');
  let print: (text: string, more?: string) => Promise<ReturnType<typeof readPdf>>;
  before(async function () {
    this.timeout(180_000);
    const { executablePath, libraries } = await findChromium();
    if (libraries) process.env['LD_LIBRARY_PATH'] = libraries;
    print = async (text, more = '') => {
      const printed = await printPdf(renderPage(parseBrief(text), style + more), { browser: executablePath });
      assert.ok('pdf' in printed, JSON.stringify(printed));
      return readPdf(printed.pdf);
    };
  });

  it('has Chinese text that can be selected, a title, an outline and a language', async () => {
    const brief = readFileSync('samples/稀土供应.brief', 'utf8');
    const { text, title, outline, language, tagged, size } = await print(brief, paperStyle('A4'));
    // A machine without a Chinese font draws boxes; what is selected is the text all the same.
    assert.match(text, /主要产自中国南方的矿床/);
    assert.match(text, /买家已经出手：苹果公司的磁体采购协议达5\s*亿美元/);
    assert.equal(title, '稀土供应：难点不在矿山');
    assert.equal(language, 'zh-Hans');
    assert.ok(outline.includes('资源与冶炼'), outline.join());
    assert.ok(tagged);
    assert.deepEqual(size.map(Math.round), [595, 842]);
  });

  it('has the whole address of each source, and citations in brackets', async () => {
    const long = `https://example.org/${'path/'.repeat(20)}end`;
    const { text, links, outline, size } = await print(
      `# Ore\n\n## Output and a heading\n\n- It rose by 4% [1].\n\n## Sources\n\n- [1] Yearbook. ${long}\n`,
      paperStyle('Letter'),
    );
    assert.ok(text.includes(long), text);
    assert.match(text, /It rose by 4%\s\[1\]\./);
    assert.deepEqual(links, [long]);
    assert.deepEqual([...outline].sort(), ['Ore', 'Output and a heading', 'Sources']);
    assert.deepEqual(size, [612, 792]);
  });
});

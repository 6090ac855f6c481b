import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../../../scripts/lib/workbench.js';
import { type OwnServer, serve } from '../../network/servers';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `---
title: Ore
sources:
  - id: 1
    title: Ore Yearbook
    url: https://example.org/yearbook
---

# Ore

- It rose by 12% [1].
`;
const PAGE = `<!doctype html><html lang="en"><head><title>Prices rise | Ore News</title>
<meta property="og:site_name" content="Ore News"><meta name="author" content="Ada Sample">
<meta property="article:published_time" content="2025-02-03T08:00:00Z"></head>
<body><nav>Home</nav><main><h1>Prices rise</h1><p>They rose by 12% in 2024.</p></main></body></html>`;

/** As who asks a proxy names it. No name server knows the host. */
const PROXIED = 'http://ore.test/prices';

describe('A source that is looked up, in a VS Code', () => {
  let opened: Opened | undefined;
  let server: OwnServer;
  beforeEach(async () => {
    server = await serve((asked, response) => {
      if (asked.url === '/prices' || asked.url === PROXIED)
        response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      else if (asked.url !== '/silent') response.writeHead(404).end();
    });
  });
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
    await server.close();
  });

  const page = () => opened?.page ?? assert.fail('no window');
  const file = (name: string) => join(dirname(opened?.file ?? assert.fail('no window')), name);
  const dialog = () => page().locator('.monaco-dialog-box');
  const row = (words: string) => page().locator('.quick-input-list .monaco-list-row', { hasText: words });
  const toast = (words: string) => page().locator('.notification-toast', { hasText: words }).first();
  const answer = async (words: RegExp, button: string) => {
    await dialog().filter({ hasText: words }).waitFor();
    await dialog().getByRole('button', { name: button, exact: true }).click();
  };
  /** Asks for a source until the window offers to look it up. */
  const lookUp = async (written: string) => {
    await runCommand(page(), 'Brief: Add Source');
    await page().locator('.quick-input-title', { hasText: 'Add Source' }).waitFor();
    await page().locator('.quick-input-widget input[type="text"]').fill(written);
    await row('Look up at').click();
  };
  const begin = async (trust: boolean) => {
    // Names that only a proxy knows: it is asked for the page, and nobody else.
    const settings = { 'http.proxy': server.address };
    opened = await open('ore.brief', BRIEF, { trust, settings, fresh: true });
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
  };
  /** Saves the brief until its file has these words. */
  const saved = async (words: RegExp) => {
    const read = () => readFileSync(file('ore.brief'), 'utf8');
    for (let i = 0; i < 40 && !words.test(read()); i++) {
      await page().keyboard.press('Control+S');
      await page().waitForTimeout(250);
    }
    assert.match(read(), words);
  };

  it('is asked for once the user has said yes, declared, and its text kept; without an answer it is added as it is', async () => {
    await begin(true);
    await lookUp(`${server.address}/prices`);
    await dialog().waitFor();
    assert.match(
      (await dialog().textContent()) ?? '',
      /at 127\.0\.0\.1:\d+\?.*None of your text and no cookies are sent.*not asked again/s,
    );
    await answer(/Look this up/, 'Cancel');
    await lookUp(`${server.address}/prices`);
    assert.equal(server.asked.length, 0);
    await answer(/Look this up/, 'Look Up');
    await answer(/is on this machine or your local network/, 'Send Request');
    await row('Keep its text as sources/prices-rise.md').click();
    await page().locator('.view-line', { hasText: 'title: Prices rise' }).waitFor();
    await saved(
      new RegExp(`  - id: 2
    title: Prices rise
    authors: Ada Sample
    publisher: Ore News
    published: 2025-02-03
    accessed: \\d{4}-\\d\\d-\\d\\d
    url: ${server.address}/prices
    type: webpage
    language: en
    text: sources/prices-rise.md
---`),
    );
    assert.match(
      readFileSync(file('sources/prices-rise.md'), 'utf8'),
      /^<!-- http:\/\/127\.0\.0\.1:\d+\/prices, \d{4}-\d\d-\d\d -->\n\n# Prices rise\n\nThey rose by 12% in 2024\.\n$/,
    );
    assert.deepEqual(readdirSync(file('sources')).sort(), ['craft-of-the-magnet.txt', 'prices-rise.md']);
    // Who was allowed once is not asked about again, and nobody is asked for what is there.
    await lookUp(`${server.address}/prices`);
    await toast('[2] already has this address').waitFor();
    assert.equal(server.asked.length, 1);
    await lookUp(PROXIED);
    await answer(/Look this up at ore\.test\?/, 'Look Up');
    await row('Add it without its text').click();
    await saved(/ {4}url: http:\/\/ore\.test\/prices\n/);
    assert.equal(server.asked.at(-1)?.url, PROXIED);
    await lookUp(`${server.address}/silent`);
    await toast('Asking 127.0.0.1').waitFor();
    await server.close();
    await toast('It may block programs').getByRole('button', { name: 'Add as It Is' }).click();
    await saved(new RegExp(`title: Title of the source\n    url: ${server.address}/silent\n---`));
  });

  it("is not asked about again where the user has said always, by the user's own settings alone", async () => {
    opened = await open('ore.brief', BRIEF, {
      settings: { 'http.proxy': server.address, 'brief.lookUps.withoutAsking': ['doi.org'] },
      files: { '.vscode/settings.json': JSON.stringify({ 'brief.lookUps.withoutAsking': ['export.arxiv.org'] }) },
      fresh: true,
    });
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await lookUp('10.1000/182');
    await toast('doi.org').waitFor();
    assert.equal(await dialog().count(), 0);
    await lookUp('arXiv:2401.12345');
    await answer(/Look this up at export\.arxiv\.org/, 'Always Look Up There');
    await toast('export.arxiv.org').waitFor();
    await page().reload();
    await page().locator('.part.statusbar', { hasText: '1 of 1 cited' }).waitFor();
    await lookUp('arXiv:2401.12346');
    await toast('export.arxiv.org').waitFor();
    assert.equal(await dialog().count(), 0);
  });

  it('is asked about each time in a folder that is not trusted, and no text goes where a link leads', async () => {
    await begin(false);
    const elsewhere = `${dirname(file('a'))}.elsewhere`;
    mkdirSync(elsewhere);
    try {
      rmSync(file('sources'), { recursive: true });
      symlinkSync(elsewhere, file('sources'));
      await lookUp(`${server.address}/none`);
      await dialog().waitFor();
      assert.doesNotMatch((await dialog().textContent()) ?? '', /not asked again/);
      await answer(/Look this up/, 'Look Up');
      await answer(/is on this machine/, 'Send Request');
      await toast('has no entry for it').waitFor();
      await lookUp(`${server.address}/prices`);
      await answer(/Look this up/, 'Look Up');
      await answer(/is on this machine/, 'Send Request');
      await row('Keep its text').click();
      await toast('is a symbolic link').waitFor();
      await page().locator('.view-line', { hasText: 'title: Prices rise' }).waitFor();
      await saved(/language: en\n---/);
      assert.deepEqual(readdirSync(elsewhere), []);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});

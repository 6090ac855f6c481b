import assert from 'node:assert/strict';
import { existsSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { runCommand } from '../../../scripts/lib/workbench.js';
import { answers, openSite, type Site, type Page as SitePage } from '../../links/site';
import { FULL_TEXT, itemPages, zoteroPages } from '../../lookUps/zoteroSite';
import type { OwnServer } from '../../network/servers';
import { linesAt, pdfFile } from '../../pdf/pdfFile';
import { answer, lookUp, ORE, PROXIED, serveNews } from './lookingUp';
import { inWindow, until } from './support';

describe('A source that is looked up', () => {
  let server: OwnServer;
  before(async () => {
    server = await serveNews();
  });
  after(() => server.close());

  describe('for the first time', () => {
    // Names that only a proxy knows: it is asked for the page, and nobody else.
    const opened = inWindow('ore.brief', ORE, () => ({ clipboard: true, settings: { 'http.proxy': server.address } }));

    it('is asked for once the user has said yes, declared, and its text kept', async () => {
      await lookUp(opened, `${server.address}/prices`);
      await opened.dialog().waitFor();
      const asked = (await opened.dialog().textContent()) ?? '';
      assert.match(asked, /at 127\.0\.0\.1:\d+\?.*None of your text and no cookies are sent.*not asked again/s);
      await answer(opened, /Look this up/, 'Cancel');
      await lookUp(opened, `${server.address}/prices`);
      assert.equal(server.asked.length, 0);
      await answer(opened, /Look this up/, 'Look Up');
      await answer(opened, /is on this machine or your local network/, 'Send Request');
      await opened.choose('Keep its text as sources/prices-rise.md');
      await opened.page.locator('.view-line', { hasText: 'title: Prices rise' }).waitFor();
      await opened.saved(
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
        opened.read('sources/prices-rise.md'),
        /^<!-- http:\/\/127\.0\.0\.1:\d+\/prices, \d{4}-\d\d-\d\d -->\n\n# Prices rise\n\nThey rose by 12% in 2024\.\n$/,
      );
      assert.deepEqual(readdirSync(opened.at('sources')).sort(), ['craft-of-the-magnet.txt', 'prices-rise.md']);
    });

    it('is not asked about again where it was allowed, and nobody is asked for what is there', async () => {
      await lookUp(opened, `${server.address}/prices`);
      await opened.said('[2] already has this address');
      assert.equal(server.asked.length, 1);
    });

    it('is asked for by the proxy, and added without its text where the user says so', async () => {
      await lookUp(opened, PROXIED);
      await answer(opened, /Look this up at ore\.test\?/, 'Look Up');
      await opened.choose('Add it without its text');
      await opened.saved(/ {4}url: http:\/\/ore\.test\/prices\n/);
      assert.equal(server.asked.at(-1)?.url, PROXIED);
    });

    it('is added as it is without an answer', async () => {
      await lookUp(opened, `${server.address}/silent`);
      // What breaks off was asked before.
      await until('the page is asked for', () => server.asked.at(-1)?.url === '/silent');
      await server.close();
      await opened.answerMessage('cannot be read. Try again later', 'Add as It Is');
      await opened.saved(new RegExp(`title: Title of the source\n    url: ${server.address}/silent\n---`));
    });
  });

  describe('again', () => {
    let proxy: OwnServer;
    before(async () => {
      proxy = await serveNews();
    });
    after(() => proxy.close());
    const opened = inWindow('ore.brief', ORE, () => ({
      settings: { 'http.proxy': proxy.address, 'brief.lookUps.withoutAsking': ['doi.org'] },
      files: { '.vscode/settings.json': JSON.stringify({ 'brief.lookUps.withoutAsking': ['export.arxiv.org'] }) },
      clipboard: true,
      fresh: true,
    }));

    it("is not asked about where the user has said always, by the user's own settings alone", async () => {
      await lookUp(opened, '10.1000/182');
      await opened.said('doi.org');
      assert.equal(await opened.dialog().count(), 0);
      await lookUp(opened, 'arXiv:2401.12345');
      await answer(opened, /Look this up at export\.arxiv\.org/, 'Always Look Up There');
      await opened.said('export.arxiv.org');
      await opened.page.reload();
      await opened.status('1 of 1 cited').waitFor();
      await lookUp(opened, 'arXiv:2401.12346', () => runCommand(opened.page, 'Brief: Add Source'));
      await opened.said('export.arxiv.org');
      assert.equal(await opened.dialog().count(), 0);
    });
  });
});

const MINES = `---
title: Ore
sources:
  - id: 1
    title: Ore Weekly
    url: https://example.org/weekly
---

- The mines of the United States produced 43,000 tonnes in 2023.
`;
const YEARBOOK = pdfFile(
  [
    linesAt(['Yearbook of Ore', 'Ada Sample'], { size: 16, leading: 40 }),
    linesAt([
      'In 2023, as in the years before, the largest of the mines were those of the pro-',
      'vinces in the south. Those of the United States had 43,000',
      'tonnes, and all others had less.',
    ]),
  ],
  { info: '/Title (Yearbook of Ore) /Author (Ada Sample)' },
);

describe('A source from a file', () => {
  const opened = inWindow('mines.brief', MINES, { preview: true });
  const choose = async (name: string) => {
    await opened.picker().filter({ hasText: 'Add Source from File' }).waitFor();
    await opened.chooseFile(name);
  };

  it('is a PDF whose text is kept with its pages, and in which the numbers of the brief are found', async () => {
    writeFileSync(opened.at('yearbook.pdf'), YEARBOOK);
    opened.run('brief.addSource');
    await opened.choose('From a file');
    await choose('yearbook.pdf');
    await opened.picker().filter({ hasText: 'The title of the source' }).waitFor();
    assert.equal(await opened.input().inputValue(), 'Yearbook of Ore');
    await opened.input().press('Enter');
    await opened.said('is in sources/yearbook-of-ore.txt, with its pages');
    await opened.saved(
      '  - id: 2\n    title: Yearbook of Ore\n    authors: Ada Sample\n    text: sources/yearbook-of-ore.txt\n---',
    );
    assert.ok(existsSync(opened.at('yearbook.pdf')));
    assert.equal(
      opened.read('sources/yearbook-of-ore.txt'),
      'Yearbook of Ore\n\nAda Sample\n\fIn 2023, as in the years before, the largest of the mines were those of the provinces in the south. Those of the United States had 43,000 tonnes, and all others had less.\n',
    );

    // The claim stands two lines below the front matter, which has four lines more now.
    await opened.focus();
    await opened.moveTo(13, 10);
    opened.run('brief.addCitation');
    await opened.choose('Yearbook of Ore');
    const content = opened.preview().locator('body');
    await content.locator('[data-card]').first().hover();
    await content.getByText('Those of the United States had').first().waitFor();
    await content.getByText('p. 2').first().waitFor();
  });

  it('is none where a PDF has no text, which is said', async () => {
    writeFileSync(opened.at('scan.pdf'), pdfFile([[]]));
    opened.run('brief.addSourceFromFile');
    await choose('scan.pdf');
    await opened.said('scan.pdf was not read: there is no text in it');
    await opened.saved('text: sources/yearbook-of-ore.txt');
  });
});

describe('A source from a file, where the folder has a library', () => {
  const opened = inWindow('start.brief', '# Start\n', {
    files: {
      'work/brief.config.yaml': 'sources: library/\n',
      'work/library/oecd.yaml': 'title: Prices\npublisher: OECD\n',
      'work/miners.brief': '# Ore\n\n- The largest of the mines were those in the south.\n',
      'work/keller.html':
        '<html><head><title>Market Outlook</title><meta name="author" content="Ada Keller"><meta name="date" content="2024-05-01"></head>' +
        '<body><p>The largest of the mines were those in the south, and all others had less.</p></body></html>\n',
    },
  });
  const at = (path: string) => opened.at(`work/${path}`);
  /** Adds the page as a source, up to its title. */
  const addPage = async () => {
    await opened.show('work/miners.brief');
    await opened.status(/of 1 cited/).waitFor();
    opened.run('brief.addSourceFromFile');
    await opened.chooseFile('keller.html');
    await opened.picker().filter({ hasText: 'The title of the source' }).waitFor();
  };

  it('goes there as a whole, which is said, and leaves nothing beside the brief', async () => {
    await addPage();
    await opened.input().press('Enter');
    const said =
      'The source is in work/library/market-outlook-2024.yaml. Its text is in work/library/copies/market-outlook-2024.md.';
    await opened.said(said);
    const source = opened.read('work/library/market-outlook-2024.yaml');
    assert.match(source, /^text: copies\/market-outlook-2024\.md$/m);
    assert.match(opened.read('work/library/copies/market-outlook-2024.md'), /largest of the mines/);
    assert.ok(!existsSync(at('sources')), 'no folder is left beside the brief');
  });

  it('is not written through a link', async () => {
    renameSync(at('library/copies'), at('outside'));
    symlinkSync(at('outside'), at('library/copies'));
    await addPage();
    await opened.input().fill('Another Outlook');
    await opened.input().press('Enter');
    await opened.said('into the folder copies, because it is a symbolic link');
    assert.deepEqual(readdirSync(at('outside')), ['market-outlook-2024.md']);
    assert.deepEqual(readdirSync(at('library')).sort(), ['copies', 'market-outlook-2024.yaml', 'oecd.yaml']);
  });
});

const PORT = 23119;
const MAGNETS = `---
title: Magnets
sources:
  - id: 1
    title: Deals of the year
---

- The agreement over magnets is worth $500 million [1].
`;

describe('Add Source from Zotero', () => {
  /** What Zotero has at the moment, by path. */
  const pages: Record<string, SitePage> = {};
  let site: Site;
  before(async function () {
    // Another run of the tests may be a Zotero for a while; one of the user is it for good.
    const tried = await opensSite(pages, PORT);
    if (!tried) return this.skip();
    site = tried;
  });
  after(() => site?.close());
  const have = (now: Readonly<Record<string, SitePage>>) => {
    for (const path of Object.keys(pages)) delete pages[path];
    Object.assign(pages, now);
  };
  const opened = inWindow('zotero.brief', MAGNETS);

  beforeEach(() => opened.focus());

  it('asks the user before it asks Zotero, then searches while they type, and adds what they pick', async () => {
    have({ ...zoteroPages(), ...itemPages() });
    opened.run('brief.addSourceFromZotero');
    const dialog = opened.dialog();
    await dialog.waitFor();
    assert.deepEqual(site.asked, []);
    await dialog.getByRole('button', { name: 'Ask Zotero' }).click();
    const rows = opened.picks();
    await rows.nth(1).waitFor();
    // The dialog gives the focus back to the editor as it closes, perhaps only now.
    const input = opened.input();
    await input.fill('magnets');
    await rows.nth(1).waitFor({ state: 'detached' });
    assert.match((await rows.first().textContent()) ?? '', /Magnets in H2O.*Anna van den Berg and others · 2024/);
    await input.press('Enter');
    // What Zotero has of it is offered next.
    await rows.filter({ hasText: 'The mill shipped' }).waitFor();
    await opened.dismiss();
    await opened.saved(
      /- id: 2\n {4}title: Magnets in H2O\n(?: {4}.*\n| {6}.*\n)*? {4}url: https:\/\/example\.org\/magnets\n/,
    );
    assert.match(opened.read(), /doi: 10\.1234\/abc\n/);
    assert.match(opened.read(), /zotero: MAGN2345\/PQRS6789\n/);
  });

  it('brings the highlights of a source with page and link, and its full text, once the user has picked them', async () => {
    have({ ...zoteroPages(), ...itemPages() });
    opened.run('brief.addHighlightsFromZotero');
    const rows = opened.picks();
    await rows.filter({ hasText: 'Look at the yearbook' }).waitFor();
    const checked = await rows.evaluateAll((all) =>
      all.map((row) => [row.textContent, row.querySelector('.monaco-checkbox')?.getAttribute('aria-checked')]),
    );
    const isChecked = (words: string) => checked.find(([text]) => text?.includes(words))?.[1];
    for (const words of ['Keep its text as sources/magnets-in-h2o.txt', 'The mill shipped', 'Recycling met'])
      assert.equal(isChecked(words), 'true', `${words}: ${JSON.stringify(checked)}`);
    for (const words of ['Ask the author', 'Look at the yearbook']) assert.equal(isChecked(words), 'false', words);
    await opened.input().press('Enter');
    await opened.said('Quotes added to [2]: 2.');
    await opened.saved(
      /text: sources\/magnets-in-h2o\.txt\n {4}quote:\n {6}- text: The mill shipped 48 crates of magnets\.\n {8}page: 103\n {8}url: zotero:\/\/open-pdf\/library\/items\/PQRS6789\?page=3&annotation=HGLT2345\n/,
    );
    const copy = opened.read('sources/magnets-in-h2o.txt');
    assert.equal(copy, `${FULL_TEXT.trim()}\n`);
    assert.deepEqual(
      site.asked.filter((asked) => !asked.startsWith('GET ')),
      [],
    );
  });

  it('adds nothing twice', async () => {
    have({ ...zoteroPages(), ...itemPages() });
    const before = opened.read();
    opened.run('brief.addHighlightsFromZotero');
    await opened.picks('The mill shipped').waitFor();
    await opened.input().press('Enter');
    await opened.said('[2] has all of them already.');
    assert.equal(opened.read(), before);
  });

  it('is an entry of Add Source, and waits for its picker where it answers no searches', async () => {
    have({ ...zoteroPages(), '/api/users/0/items/top': answers(403) });
    opened.run('brief.addSource');
    await opened.choose('From Zotero…', 'From Zotero');
    await opened.saved(/title: Prices of the year\n/);
  });

  it('says what to do where it runs but can not be asked, and where it does not run', async () => {
    have({});
    opened.run('brief.addSourceFromZotero');
    await opened.said('tick “Allow other applications');
    await site.close();
    await opened.answerMessage('tick “Allow other applications', 'Try Again');
    await opened.said('nothing answers there at 127.0.0.1:23119');
  });
});

/** Opens a site at a port once it is free. @returns null where it stays taken */
async function opensSite(pages: Readonly<Record<string, SitePage>>, port: number): Promise<Site | null> {
  for (const deadline = Date.now() + 60_000; ; ) {
    try {
      return await openSite(pages, port);
    } catch {
      if (Date.now() > deadline) return null;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

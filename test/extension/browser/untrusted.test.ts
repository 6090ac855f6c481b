import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { ALLOWED } from '../../hostile/allowed';
import { everywhere } from '../../hostile/briefs';
import { inspectHere } from '../../hostile/inspectHere.js';
import { payloadsFor } from '../../hostile/payloads';
import type { OwnServer } from '../../network/servers';
import { answer, lookUp, ORE, serveNews } from './lookingUp';
import { inWindow } from './support';

const NESTED = { brief: { preview: { styles: ['house.css'] } }, 'brief.preview': { styles: ['house.css'] } };

describe('In a folder that is not trusted', () => {
  let server: OwnServer;
  before(async () => {
    server = await serveNews();
  });
  after(() => server.close());
  const opened = inWindow('ore.brief', `${ORE}\n![A pit, from above](https://images.example.org/pit.svg)\n`, () => ({
    trust: false,
    clipboard: true,
    preview: true,
    settings: { 'http.proxy': server.address, 'brief.preview.styles': ['house.css'] },
    files: {
      'house.css': 'body { color: rgb(1, 2, 3) }',
      '.vscode/settings.json': JSON.stringify({
        ...NESTED,
        'brief.preview.styles': ['house.css'],
        'brief.preview.fontSize': 21,
      }),
    },
  }));

  it('the preview has no style, neither of the folder, in whatever form it is written, nor of the user', async () => {
    // The settings of the folder are read: what is harmless counts.
    await opened.preview().locator('html[style*="21px"] .insight').first().waitFor();
    assert.equal(await opened.preview().locator('link[data-user-style]').count(), 0);
  });

  it('no image is loaded from the web, whatever the user clicks', async () => {
    let asked = 0;
    await opened.page.context().route('https://images.example.org/**', (route) => {
      asked++;
      return route.abort();
    });
    await opened.preview().locator('.web-image-load').click();
    await opened.said('a folder that you do not trust');
    assert.equal(await opened.preview().locator('#brief img').count(), 0);
    assert.equal(asked, 0);
  });

  it('no claim is sent to a language model', async () => {
    opened.run('brief.readAgainstSources', { scope: 'brief' });
    await opened.said('You do not trust this folder, so nothing of it is sent to a language model');
    assert.equal(await opened.picker().count(), 0);
  });

  it('a look-up is asked about each time, and no text goes where a link leads', async () => {
    const elsewhere = `${dirname(opened.file)}.elsewhere`;
    mkdirSync(elsewhere);
    try {
      rmSync(opened.at('sources'), { recursive: true });
      symlinkSync(elsewhere, opened.at('sources'));
      await opened.focus();
      await lookUp(opened, `${server.address}/none`);
      await opened.dialog().waitFor();
      assert.doesNotMatch((await opened.dialog().textContent()) ?? '', /not asked again/);
      await answer(opened, /Look this up/, 'Look Up');
      await answer(opened, /is on this machine/, 'Send Request');
      await opened.said('has no entry for it');
      await lookUp(opened, `${server.address}/prices`);
      await answer(opened, /Look this up/, 'Look Up');
      await answer(opened, /is on this machine/, 'Send Request');
      await opened.choose('Keep its text');
      await opened.said('is a symbolic link');
      await opened.page.locator('.view-line', { hasText: 'title: Prices rise' }).waitFor();
      await opened.saved(/language: en\n---/);
      assert.deepEqual(readdirSync(elsewhere), []);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});

/** The n-th part of the payloads: the preview's page alone is given all of them in `test/webview/hostile.test.ts`. */
const SHARE = 11;

describe('The preview of a hostile brief', () => {
  let knocks = 0;
  const door = createServer((socket) => {
    knocks++;
    socket.destroy();
  });

  const files = {
    'rows.csv': `a,b\n"<script>hostile()</script>",1\n`,
    'rows.json': '[{ "<img src=x onerror=hostile()>": "<img src=x onerror=hostile()>" }]',
    'refs.bib': '@article{key0, title = {<script>hostile()</script>}, url = {javascript:hostile()}}',
    'copy.html': '<p>12 things <script>hostile()</script></p>',
    'brief.config.yaml':
      'sources: [{ id: shared0, title: "<img src=x onerror=hostile()>", url: "javascript:hostile()" }]\n',
  };
  let text = '';
  before(async () => {
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const address = door.address();
    const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const texts = payloadsFor(host).flatMap(({ text: payload }, at) => (at % SHARE === 0 ? [payload] : []));
    text = (await everywhere(texts)).text;
  });
  after(() => new Promise((resolve) => door.close(resolve)));
  const opened = inWindow('hostile.brief', () => text, { files, fresh: true });

  it('runs nothing, asks for nothing, leads nowhere, and is made of nothing but our own', async () => {
    const { page } = opened;
    await page.addInitScript(() => {
      const hostileRan: unknown[] = [];
      Object.assign(globalThis, { hostileRan, hostile: (...values: unknown[]) => hostileRan.push(values) });
    });
    const [dialogs, pages]: [string[], string[]] = [[], []];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss().catch(() => undefined);
    });
    page.context().on('page', (other) => pages.push(other.url()));
    opened.run('brief.showPreview');
    const preview = opened.preview();
    await preview.locator('.sources').waitFor({ timeout: 90_000 });
    // The charts come last.
    await preview.locator('.chart-waiting').first().waitFor({ state: 'detached' });
    const base = await preview.locator('body').evaluate((body) => new URL('.', body.baseURI).href);
    const found = await preview
      .locator('body')
      .evaluate(inspectHere, { roots: '#brief', base, allowed: ALLOWED, touch: true });
    // Images of the folder have the address that VS Code gives its resources.
    const bad = found.filter(
      ({ kind, what }) => kind !== 'address' || !/^https:\/\/[\w+.-]*vscode-cdn\.net\//.test(what),
    );
    assert.deepEqual([...new Set(bad.map(({ kind, what }) => `${kind}: ${what}`))].slice(0, 20), []);
    assert.deepEqual([dialogs, pages, knocks], [[], [], 0]);
  });
});

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { ALLOWED } from '../../hostile/allowed';
import { everywhere } from '../../hostile/briefs';
import { inspectHere } from '../../hostile/inspectHere.js';
import { payloadsFor } from '../../hostile/payloads';
import { type Opened, open, pictureIfFailed } from './support';

/** The n-th part of the payloads: the preview's page alone is given all of them in `test/webview/hostile.test.ts`. */
const SHARE = 11;

describe('The preview of a hostile brief, in a VS Code', () => {
  let opened: Opened;
  let knocks = 0;
  const door = createServer((socket) => {
    knocks++;
    socket.destroy();
  });

  before(async () => {
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const address = door.address();
    const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const texts = payloadsFor(host).flatMap(({ text }, at) => (at % SHARE === 0 ? [text] : []));
    const { text } = await everywhere(texts);
    const files = {
      'rows.csv': `a,b\n"<script>hostile()</script>",1\n`,
      'rows.json': '[{ "<img src=x onerror=hostile()>": "<img src=x onerror=hostile()>" }]',
      'refs.bib': '@article{key0, title = {<script>hostile()</script>}, url = {javascript:hostile()}}',
      'copy.html': '<p>12 things <script>hostile()</script></p>',
      'brief.config.yaml':
        'sources: [{ id: shared0, title: "<img src=x onerror=hostile()>", url: "javascript:hostile()" }]\n',
    };
    opened = await open('hostile.brief', text, { files, fresh: true });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(async () => {
    await opened?.close();
    await new Promise((resolve) => door.close(resolve));
  });

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
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+Shift+v');
    const preview = previewOf(page);
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

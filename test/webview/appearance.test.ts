import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { ToPage } from '../../src/webview/messages';
import { closePages, sharedChromium } from '../chromium';
import { openPreview, type PreviewPage } from './page';

const LONG = `# Long

${Array.from({ length: 120 }, (_, i) => `- Claim ${i + 1} has some words to fill its line, and some more to break it.`).join('\n')}
`;

type Appearance = Extract<ToPage, { type: 'appearance' }>;

const PLAIN: Appearance = { type: 'appearance', fontFamily: '', fontSize: null, lineHeight: null, styles: [] };

describe('what a reader sets for the look of a preview', () => {
  let browser: Browser;
  let preview: PreviewPage;

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser);
    await preview.show(LONG);
  });
  afterEach(async () => {
    await preview.page.close();
  });

  const textStyle = () =>
    preview.page
      .locator('.body .insight')
      .first()
      .evaluate((element) => {
        const { fontFamily, fontSize, lineHeight } = getComputedStyle(element);
        return { fontFamily, fontSize, lineHeight };
      });
  const css = async (name: string, body: string, status = 200) => {
    await preview.page.route(`**/${name}`, (route) => route.fulfill({ contentType: 'text/css', body, status }));
    return `https://preview.test/${name}`;
  };
  const waitForInk = (color: string) =>
    preview.page.waitForFunction((ink) => getComputedStyle(document.body).color === ink, color);

  it('is its font, size and line height, as long as they are set', async () => {
    const before = await textStyle();
    await preview.send({ ...PLAIN, fontFamily: 'Georgia, serif', fontSize: 20, lineHeight: 2 });
    assert.deepEqual(await textStyle(), { fontFamily: 'Georgia, serif', fontSize: '20px', lineHeight: '40px' });
    await preview.send(PLAIN);
    assert.deepEqual(await textStyle(), before);
  });

  it('counts for a language that has a font and a line height of its own', async () => {
    await preview.show('# 稀土\n\n- 中国持有产能。\n');
    await preview.send({ ...PLAIN, fontFamily: 'serif', lineHeight: 2 });
    assert.deepEqual(await textStyle(), { fontFamily: 'serif', fontSize: '16px', lineHeight: '32px' });
  });

  it('is left out where it is no font', async () => {
    const before = await textStyle();
    await preview.send({ ...PLAIN, fontFamily: 'a; } body { color: red' });
    assert.deepEqual(await textStyle(), before);
  });

  it('moves nothing at the top of the view', async () => {
    const claim = preview.page.locator('.insight', { hasText: 'Claim 80 ' });
    await claim.evaluate((element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 2));
    const top = async () => (await claim.boundingBox())?.y ?? 0;
    const before = await top();
    await preview.send({ ...PLAIN, fontSize: 24, lineHeight: 2.4 });
    assert.ok(Math.abs((await top()) - before) < 2, `it was at ${before} and is at ${await top()}`);
    const tall = await css('tall.css', '.insight { padding-block: 20px } body { color: rgb(1, 2, 3) }');
    await preview.send({ ...PLAIN, styles: [tall] });
    await waitForInk('rgb(1, 2, 3)');
    assert.ok(Math.abs((await top()) - before) < 2, `it was at ${before} and is at ${await top()}`);
  });

  it('is style sheets that come after ours, in their order, and again when they change', async () => {
    const one = await css('one.css', 'body { color: rgb(1, 1, 1) }');
    const two = await css('two.css?v=1', 'body { color: rgb(2, 2, 2) }');
    const missing = await css('missing.css', '', 404);
    await preview.send({ ...PLAIN, styles: [one, missing, two] });
    await waitForInk('rgb(2, 2, 2)');
    const changed = await css('two.css?v=2', 'body { color: rgb(3, 3, 3) }');
    await preview.send({ ...PLAIN, styles: [one, changed] });
    await waitForInk('rgb(3, 3, 3)');
    assert.equal(await preview.page.locator('link[data-user-style]').count(), 2);
    await preview.send(PLAIN);
    await preview.page.waitForFunction(() => document.querySelector('link[data-user-style]') === null);
  });

  it('is never a style sheet of another host', async () => {
    const asked: string[] = [];
    preview.page.on('requestfinished', (request) => asked.push(request.url()));
    await preview.send({ ...PLAIN, styles: ['https://elsewhere.test/a.css'] });
    await preview.page.locator('link[href="https://elsewhere.test/a.css"][media="all"]').waitFor({ state: 'attached' });
    assert.deepEqual(asked, []);
    assert.match(preview.complaints.join('\n'), /elsewhere\.test.*Content Security Policy/s);
  });
});

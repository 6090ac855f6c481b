import assert from 'node:assert/strict';
import type { Browser, Request } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import { axe } from './axe';
import { openPreview, type PreviewPage, URI } from './page';

const BRIEF = `# A brief

Words before.

![A pit, from above](https://images.example.org/pit.jpg "The pit")

![Over http](http://images.example.org/b.png)

Words after.
`;

describe('An image from the web, in the preview', () => {
  let browser: Browser;
  let preview: PreviewPage;
  let requests: Request[];

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  afterEach(() => preview?.page.close());

  const open = async (webImages: boolean) => {
    preview = await openPreview(browser, 'light', webImages);
    requests = [];
    preview.page.on('request', (request) => {
      if (request.url().includes('images.example.org')) requests.push(request);
    });
    await preview.show(BRIEF, { webImages });
  };

  it('is not loaded: its place says where it is, links to it, and has a button', async () => {
    await open(false);
    const place = preview.page.locator('.web-image-place');
    assert.equal(await place.locator('.web-image-says').textContent(), 'Image from images.example.org not loaded');
    assert.equal(await place.locator('a').getAttribute('href'), 'https://images.example.org/pit.jpg');
    assert.equal(await place.locator('a').textContent(), 'A pit, from above');
    assert.equal(await preview.page.locator('#brief img').count(), 0);
    await place.locator('button').click();
    assert.deepEqual(await preview.said(), [{ type: 'loadWebImages', uri: URI }]);
    assert.deepEqual(requests, []);
    assert.deepEqual(preview.complaints, []);
    assert.deepEqual(await axe(preview.page), []);
  });

  it('is loaded where the reader wants that, without saying who asks, and once', async () => {
    await open(true);
    const image = preview.page.locator('#brief img');
    assert.equal(await image.getAttribute('alt'), 'A pit, from above');
    assert.equal(await image.getAttribute('title'), 'The pit');
    await preview.show(BRIEF.replace('Words before', 'More words before'), { webImages: true });
    await preview.page.waitForTimeout(100);
    assert.deepEqual(
      requests.map((request) => [request.url(), request.headers()['referer']]),
      [['https://images.example.org/pit.jpg', undefined]],
    );
  });

  it('is a link where it is not on https, in either case', async () => {
    await open(true);
    assert.equal(await preview.page.locator('a[href="http://images.example.org/b.png"]').count(), 1);
  });
});

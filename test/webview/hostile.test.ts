import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import { BODY, only } from '../hostile/briefs';
import { type Payload, payloadsFor } from '../hostile/payloads';
import type { Rendered } from '../hostile/subject';
import * as subject from '../hostile/subject';
import { type Door, openDoor, told } from './hostilePage';
import { inExport, inNoPage, inPreview, renderAll } from './hostileRun';

/** In each place of the body by itself, one of so many payloads. */
const APART = 7;

describe('A hostile brief', function () {
  this.timeout(300_000);
  let browser: Browser;
  let door: Door;
  let payloads: readonly Payload[];
  let rendered: Promise<readonly Rendered[]> | undefined;

  before(async () => {
    browser = await sharedChromium();
    door = await openDoor();
    payloads = payloadsFor(door.host);
  });
  after(async () => {
    await closePages();
    await door?.close();
  });

  it('is one of more than two hundred', () => {
    assert.ok(new Set(payloads.map(({ text }) => text)).size > 250, String(payloads.length));
  });

  it('becomes nothing but our own markup, by itself in a place of the body', async () => {
    const some = Object.keys(BODY).flatMap((place, index) =>
      // All places have all texts together below.
      payloads
        .filter((_, at) => at % APART === index % APART)
        .map(({ text }) => subject.renderAlone(only(place, text))),
    );
    assert.deepEqual(told(await inNoPage(browser, some, door)), []);
  });

  it('is sent to the preview as nothing but our own markup', async () => {
    const sent = (await all()).flatMap((page) => page.sent);
    assert.deepEqual(told(await inNoPage(browser, sent, door)), []);
  });

  it('does nothing in the preview', async () => {
    assert.deepEqual(told(await inPreview(browser, await all(), door)), []);
  });

  it('does nothing in an exported page', async () => {
    assert.deepEqual(told(await inExport(browser, await all(), door)), []);
  });

  /** All payloads in all places, some at a time. */
  function all(): Promise<readonly Rendered[]> {
    rendered ??= renderAll(payloads, subject);
    return rendered;
  }
});

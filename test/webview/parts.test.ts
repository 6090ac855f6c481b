import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { RenderChanges } from '../../src/server/protocol';
import { closePages, sharedChromium } from '../chromium';
import { openPreview, type PreviewPage, URI } from './page';

const claims = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `A claim of ${from + i} parts, with some words to fill its line. [1]`);

const HEAD = `---
title: A long brief
sources:
  - { id: 1, title: Minerals, url: "https://usgs.example/a", quote: "As it is written." }
  - { id: 2, title: Energy }
figures:
  - { id: share, value: 90%, title: of it, cites: [1] }
---
`;

const BLOCKS = [
  '## First',
  ...claims(1, 30),
  '## Second',
  'The middle has 90% of it. [2]',
  'A remark.[^n]',
  '- one of 5\n- two of 6 [1]\n- three',
  ...claims(31, 30),
  '[^n]: What the note says.',
];

const textOf = (blocks: readonly string[]) => `${HEAD}\n${blocks.join('\n\n')}\n`;
const MIDDLE = BLOCKS.indexOf('The middle has 90% of it. [2]');
const withMiddle = (...middle: readonly string[]) =>
  textOf([...BLOCKS.slice(0, MIDDLE), ...middle, ...BLOCKS.slice(MIDDLE + 1)]);

describe('a preview that is changed part by part', () => {
  let browser: Browser;
  let preview: PreviewPage;

  before(async function () {
    // The first run may have to fetch a browser.
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser);
    await preview.show(textOf(BLOCKS));
  });
  afterEach(async () => {
    await preview.page.close();
  });

  const middle = () => preview.page.locator('.body > p', { hasText: 'The middle' });
  const frames = () =>
    preview.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  /** All elements of the page with their attributes and own words, but for the names that blocks were given. */
  const content = ({ page }: PreviewPage) =>
    page.evaluate(() =>
      [...document.querySelectorAll('#brief *')].map((element) => {
        const attributes = [...element.attributes].map(({ name, value }) =>
          name === 'id' && value.startsWith('block-') ? '' : `${name}=${value}`,
        );
        const words = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.nodeValue);
        return [element.parentElement?.tagName, element.tagName, ...attributes.sort(), ...words].join(' ').trim();
      }),
    );
  /** Counts the nodes that are added, removed or changed by what is done. */
  const changesBy = async (work: () => Promise<void>): Promise<string[]> => {
    await preview.page.evaluate(() => {
      const seen: string[] = [];
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          seen.push(element?.closest('.head, .source, .body > *')?.tagName ?? 'BODY');
        }
      });
      const root = document.getElementById('brief');
      if (root) observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      Object.assign(window, { seen, observer });
    });
    await work();
    await frames();
    return preview.page.evaluate(() => Array.from(new Set((window as unknown as { seen: string[] }).seen)));
  };

  it('is after each change what a new preview is', async () => {
    const versions: readonly (readonly string[])[] = [
      BLOCKS.toSpliced(MIDDLE, 1, 'The middle has 91% of it. [2]'),
      BLOCKS.toSpliced(MIDDLE, 1, 'The middle', 'has 91% of it. [2]'),
      BLOCKS.toSpliced(2, 5),
      BLOCKS.slice(0, -1),
      BLOCKS.toSpliced(3, 0, '[^n]: A note that comes early.', '## Sources', '- [3] One more. https://more.example/'),
      [...BLOCKS.slice(10), ...BLOCKS.slice(0, 10)],
      [
        '# Its title',
        ...BLOCKS.slice(20),
        '## Sources',
        '- [4] Four. https://four.example/',
        '## More',
        ...claims(70, 2),
      ],
      [],
      BLOCKS,
    ];
    for (const [index, blocks] of versions.entries()) {
      const text = blocks.length === 0 ? '' : textOf(blocks);
      await preview.show(text);
      const fresh = await openPreview(browser);
      await fresh.show(text);
      assert.deepEqual(await content(preview), await content(fresh), `version ${index}`);
      await fresh.page.close();
    }
  });

  it('changes no more than the block that is typed in and what counts it', async () => {
    const kinds = await changesBy(() => preview.show(withMiddle('The middle has 90% of it, they say. [2]')));
    // The source has a link back, to where it is cited.
    assert.deepEqual(kinds.sort(), ['LI', 'P']);
  });

  it('changes no element of the blocks below a line that is added', async () => {
    const kinds = await changesBy(() => preview.show(withMiddle('***', 'The middle has 90% of it. [2]')));
    assert.deepEqual(kinds, ['BODY']);
    await preview.page.locator('.body > p', { hasText: 'claim of 31 parts' }).dblclick({ position: { x: 20, y: 10 } });
    const revealed = (await preview.said()).find(({ type }) => type === 'reveal');
    const lines = withMiddle('***', 'The middle has 90% of it. [2]').split('\n');
    assert.equal(lines[revealed?.type === 'reveal' ? revealed.line : 0]?.startsWith('A claim of 31 parts'), true);
  });

  it('scrolls to the lines of blocks that have moved', async () => {
    const text = withMiddle('New words', 'More new words', 'The middle has 90% of it. [2]');
    await preview.show(text);
    const line = text.split('\n').findIndex((written) => written.startsWith('A claim of 35 parts'));
    await preview.send({ type: 'scrollTo', line });
    await frames();
    const box = await preview.page.locator('.body > p', { hasText: 'claim of 35 parts' }).boundingBox();
    assert.ok(box && Math.abs(box.y - 16) < 3, `it is at ${box?.y}`);
  });

  it('moves nothing on screen while text in the middle of it is typed', async () => {
    await middle().evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await frames();
    const above = preview.page.locator('.body > h2', { hasText: 'Second' });
    const before = await above.boundingBox();
    const top = (await middle().boundingBox())?.y;
    for (const typed of [
      'The middle has 90% of it, a [2]',
      'The middle has 90% of it, as [2]',
      'The middle has 90% of it, as said [2].',
    ]) {
      await preview.show(withMiddle(typed));
      await frames();
      assert.equal((await above.boundingBox())?.y, before?.y);
      assert.equal((await middle().boundingBox())?.y, top);
    }
  });

  it('moves nothing on screen while blocks come and go above it', async () => {
    await preview.page
      .locator('.body > p', { hasText: 'claim of 40 parts' })
      .evaluate((element) => element.scrollIntoView());
    await frames();
    const seen = preview.page.locator('.body > p', { hasText: 'claim of 42 parts' });
    const before = (await seen.boundingBox())?.y ?? 0;
    for (const blocks of [['One', 'Two', 'Three'], ['One'], [], ['A', 'list:', '- a\n- b\n- c']]) {
      await preview.show(withMiddle(...blocks));
      await frames();
      assert.ok(Math.abs(((await seen.boundingBox())?.y ?? 0) - before) < 2);
    }
  });

  it('keeps a selection in a block that stays', async () => {
    await preview.page.locator('.body > p', { hasText: 'claim of 31 parts' }).evaluate((element) => {
      getSelection()?.selectAllChildren(element);
    });
    const selected = () => preview.page.evaluate(() => getSelection()?.toString() ?? '');
    const before = await selected();
    assert.match(before, /claim of 31 parts/);
    await preview.show(withMiddle('New', 'The middle has 95% of it. [2]'));
    assert.equal(await selected(), before);
  });

  it('keeps the focus in the block that changes', async () => {
    const chip = middle().locator('.chip');
    await chip.focus();
    await preview.show(withMiddle('The middle has 90% of it, they say. [2]'));
    assert.equal(
      await preview.page.evaluate(() => document.activeElement?.closest('p')?.textContent?.includes('they say')),
      true,
    );
  });

  it('asks for all of it when what comes does not go with what it shows', async () => {
    const before = await content(preview);
    const update = (changes: Partial<RenderChanges>) =>
      preview.send({
        type: 'update',
        uri: URI,
        version: 2,
        title: '',
        language: 'en',
        html: '',
        resourceRoot: 'https://preview.test/r/',
        changes: { id: 'b', base: 'a', frame: '<article></article>', splices: [], moves: [], ...changes },
      });
    await update({});
    assert.deepEqual(await preview.said(), [{ type: 'stale', uri: URI }]);
    assert.deepEqual(await content(preview), before);
    await update({
      base: null,
      splices: [{ start: 0, removed: 0, parts: [{ slot: 'body', line: 0, html: '<p>One</p>' }] }],
    });
    await preview.forget();
    await update({ base: 'b', splices: [{ start: 0, removed: 5, parts: [] }] });
    assert.deepEqual(await preview.said(), [{ type: 'stale', uri: URI }]);
    assert.equal(await preview.page.locator('.body').textContent(), 'One');
  });

  it('drops changes that are none of ours', async () => {
    const before = await content(preview);
    const good = { id: 'b', base: null, frame: '<article></article>', splices: [], moves: [] };
    for (const changes of [
      5,
      { ...good, id: 1 },
      { ...good, splices: {} },
      { ...good, splices: [{ start: -1, removed: 0, parts: [] }] },
      { ...good, splices: [{ start: 0, removed: 0, parts: [{ slot: 'script', line: 0, html: '' }] }] },
      { ...good, moves: [[1, 2]] },
    ]) {
      const message = { type: 'update', uri: URI, version: 2, title: '', language: 'en', html: '', changes };
      await preview.page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), message);
    }
    assert.deepEqual(await content(preview), before);
    assert.deepEqual(await preview.said(), []);
  });
});

import assert from 'node:assert/strict';
import { again, focusEditor, lineStarting, moveCursor } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
title: Magnets
sources:
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
    published: 2024-03-15
  - id: 3
    title: Deals of the year
    quote: The agreement over magnets is worth $500 million.
figures:
  - id: share
    title: China's share
    value: 90%
    cites: [1]
---

## Magnets

- The agreement over magnets is worth $500 million.
- China's share is high.
- 镍价下跌
`;

/** The number of the line that starts so, from 1. */
const lineOf = (start: string) => TEXT.slice(0, TEXT.indexOf(start)).split('\n').length;

describe('Completion in the editor', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const rows = () => page().locator('.suggest-widget.visible .monaco-list-row');
  const press = (key: string) => page().keyboard.press(key);
  const type = (text: string) => page().keyboard.type(text, { delay: 30 });
  /** Puts the cursor behind some words of a line. */
  const goBehind = (words: string) => {
    const line = TEXT.split('\n')[lineOf(words) - 1] ?? '';
    return moveCursor(page(), lineOf(words), line.indexOf(words) + words.length + 1);
  };
  /** Waits for a row, and gives the texts of all. */
  const shown = async (text: string | RegExp) => {
    await rows().filter({ hasText: text }).first().waitFor();
    return rows().allTextContents();
  };
  /** Waits until what is typed has left a row behind. */
  const left = (text: string) => rows().filter({ hasText: text }).first().waitFor({ state: 'detached' });
  const gone = () => page().locator('.suggest-widget.visible').waitFor({ state: 'detached' });

  before(async () => {
    opened = await open('completion.brief', TEXT, { settings: { 'editor.inlayHints.enabled': 'off' } });
    await page().locator('.part.statusbar', { hasText: 'cited' }).waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('comes up at [, with the likely source first', async () => {
    await goBehind('- The agreement over magnets is worth $500 million');
    await type(' [');
    const texts = await shown('Deals of the year');
    assert.match(texts[0] ?? '', /^\[3\].*Deals of the year/, texts.join('\n'));
    assert.match(texts[1] ?? '', /^\[1\].*Prices of rare earths.*2024 · Sample Notes/);
  });

  it('puts the source in, and closes the bracket once', async () => {
    await press('Enter');
    await lineStarting(page(), '- The agreement over magnets is worth $500 million [3].').waitFor();
    await type(' So');
    await lineStarting(page(), '- The agreement over magnets is worth $500 million [3] So.').waitFor();
    for (const _ of ' So') await press('Backspace');
  });

  it('finds a source by a word of its title, and says what it is', async () => {
    await type('[');
    await shown('Prices of rare earths');
    await type('rare');
    await left('Deals');
    const details = page().locator('.suggest-details-container:visible, .suggest-details:visible');
    await again(async () => {
      if ((await details.count()) === 0) await press('Control+Space');
      await details.filter({ hasText: 'Sample Notes' }).first().waitFor({ timeout: 5000 });
    });
    await press('Enter');
    await lineStarting(page(), '- The agreement over magnets is worth $500 million [3][1].').waitFor();
  });

  it('offers a new source last, which is added and cited in the bracket', async () => {
    await type(' [');
    const texts = await shown('New source…');
    assert.match(texts[0] ?? '', /^\[1\]|^\[3\]/);
    assert.match(texts.at(-1) ?? '', /^New source…/, texts.join('\n'));
    // From the first row to the last.
    await press('ArrowUp');
    await press('Enter');
    const input = page().locator('.quick-input-widget input').first();
    await page().locator('.quick-input-widget', { hasText: 'Add as it is' }).waitFor();
    await input.fill('Ore in 2024');
    await press('Enter');
    await lineStarting(page(), '    title: Ore in 2024').waitFor();
    await lineStarting(page(), '- The agreement over magnets is worth $500 million [3][1] [4].').waitFor();
    await press('Control+z');
    await lineStarting(page(), '- The agreement over magnets is worth $500 million [3][1] [].').waitFor();
    await lineStarting(page(), '    title: Ore in 2024').waitFor({ state: 'detached' });
  });

  it('goes on with a list of sources', async () => {
    await moveCursor(page(), lineOf('- 镍价下跌'), 1);
    await press('End');
    await type('[1');
    await shown('Prices of rare earths');
    await press('Escape');
    await type(', ');
    const texts = await shown('Deals of the year');
    assert.equal(texts.length, 1, texts.join('\n'));
    await press('Enter');
    await lineStarting(page(), '- 镍价下跌[1, 3]').waitFor();
  });

  it('offers figures after @fig: and {{', async () => {
    await goBehind("- China's share is high");
    await type(', see @fig:');
    await shown(/90% · China's share/);
    await press('Enter');
    await lineStarting(page(), "- China's share is high, see @fig:share.").waitFor();
    await type(' of {{');
    await shown(/90% · China's share/);
    await press('Enter');
    await lineStarting(page(), "- China's share is high, see @fig:share of {{share}}.").waitFor();
  });

  it('leaves a box to tick alone', async () => {
    await press('End');
    await press('Enter');
    await type('[ ] To do');
    await lineStarting(page(), '- [ ] To do').waitFor();
    assert.equal(await rows().count(), 0);
    await gone();
  });

  it('offers the keys of a source, and goes on with the values of the one that is taken', async () => {
    await goBehind('    quote: The agreement over magnets is worth $500 million.');
    await press('Enter');
    await press('Control+Space');
    const keys = await shown('publisher');
    assert.ok(!keys.some((text) => text.startsWith('title')), keys.join('\n'));
    await type('typ');
    await left('publisher');
    await press('Enter');
    await shown('article-journal');
    await type('rep');
    await left('article-journal');
    await press('Enter');
    await lineStarting(page(), '    type: report').waitFor();
  });

  it('offers values once a key is typed', async () => {
    await press('Enter');
    await type('language: ');
    await shown('English');
    await type('zh-H');
    await left('English');
    await press('Enter');
    await lineStarting(page(), '    language: zh-Hant').waitFor();
  });
});

import assert from 'node:assert/strict';
import { focusEditor, lineStarting, moveCursor } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
sources:
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
    published: 2024-03-15
  - id: 3
    title: Deals of the year
    quote: >-
      It was a long summer in which much was said about magnets and little was done, until at the end of July the
      agreement was signed; it is worth $500 million, more than anybody had thought it would be.
---

## Magnets

- The agreement over magnets is worth $500 million. It was signed in July.
`;

const LINE = TEXT.slice(0, TEXT.indexOf('- The agreement')).split('\n').length;

describe('Adding a citation with the keyboard', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const picker = () => page().locator('.quick-input-widget');
  const rows = () => picker().locator('.quick-input-list-entry');

  before(async () => {
    opened = await open('citation.brief', TEXT);
    await page().locator('.part.statusbar', { hasText: '0 of 1 cited' }).waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('shows the likely source on top, with the words of its passage', async () => {
    await moveCursor(page(), LINE, 10);
    await page().keyboard.press('Control+k');
    await page().keyboard.press('a');
    await rows().filter({ hasText: 'Deals of the year' }).waitFor();
    const texts = await rows().allTextContents();
    assert.match(texts[0] ?? '', /Deals of the year.*\[3\].*“….*worth \$500 million.*”/s, texts.join('\n'));
    assert.match(texts[1] ?? '', /Prices of rare earths.*\[1\].*Sample Notes.*2024/s);
    assert.match(texts[2] ?? '', /Add a new source…/);
    assert.equal(await picker().getByText('Likely sources').count(), 1);
    assert.equal(await picker().getByText('All other sources').count(), 1);
  });

  it('finds a source by its publisher and year', async () => {
    await page().keyboard.type('notes · 2024');
    await rows().filter({ hasText: 'Deals' }).waitFor({ state: 'detached' });
    assert.match((await rows().allTextContents())[0] ?? '', /Prices of rare earths/);
    for (const _ of 'notes · 2024') await page().keyboard.press('Backspace');
    await rows().filter({ hasText: 'Deals' }).waitFor();
  });

  it('puts the citation of the one that is picked at the end of the sentence', async () => {
    await page().keyboard.press('Home');
    await page().keyboard.press('Enter');
    await lineStarting(page(), '- The agreement over magnets is worth $500 million [3]. It was').waitFor();
    await page().locator('.part.statusbar', { hasText: '1 of 1 cited' }).waitFor();
    await page().keyboard.press('Control+z');
    await lineStarting(page(), '- The agreement over magnets is worth $500 million. It was').waitFor();
  });
});

describe('Adding a citation where there are very many sources', () => {
  const declared = Array.from({ length: 900 }, (_, i) => `  - id: ${i + 1}\n    title: Report ${i + 1} on ore\n`).join(
    '',
  );
  const text = `---\nsources:\n${declared}---\n\n- It rose by 4%.\n`;
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const rows = () => page().locator('.quick-input-widget .quick-input-list-entry');
  const ask = async () => {
    await moveCursor(page(), text.split('\n').length - 1, 5);
    await page().keyboard.press('Control+k');
    await page().keyboard.press('a');
    await rows().filter({ hasText: 'Report 1 on ore' }).waitFor();
  };

  before(async () => {
    opened = await open('many-sources.brief', text);
    await page().locator('.part.statusbar', { hasText: '0 of 1 cited' }).waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('finds those that were not listed, by words in any order', async () => {
    await ask();
    await page().locator('.quick-input-widget').getByText('The first 300 other sources: type to find more').waitFor();
    await page().keyboard.type('ore 77 report', { delay: 20 });
    await rows().filter({ hasText: 'Report 777 on ore' }).waitFor();
    const texts = await rows().allTextContents();
    assert.match(texts[0] ?? '', /Report 77 on ore/);
    assert.ok(
      texts.every((row) => /Report \d*77\d* on ore|Add a new source/.test(row)),
      texts.join('\n'),
    );
    await page().keyboard.press('Escape');
  });

  it('cites the one that is typed, however soon Enter comes', async () => {
    await ask();
    await page().keyboard.type('845');
    await page().keyboard.press('Enter');
    await lineStarting(page(), '- It rose by 4% [845].').waitFor();
  });
});

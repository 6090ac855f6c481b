import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Browser } from 'playwright-core';
import { axeIn } from '../accessibility/axe';
import { closePages, sharedChromium } from '../chromium';
import { type FormPage, openForm } from './formPage';

const TEXT = `---
# about ore
title: "Ore in 2024" # a working title
date: 2024-05-01
sources:
  - id: 1
    title: Prices of ore
  - id: 2
    title: Output
figures:
  - id: share
    value: 90%
---

- Prices rose by 12% [1]. The share was {{share}} [1].
`;

describe('The form for the details of a brief', () => {
  let browser: Browser;
  let form: FormPage;
  const field = (label: string, within = 'main > .field') =>
    form.page.locator(within).getByLabel(label, { exact: true });
  const summary = (text: string) => form.page.locator('summary', { hasText: text });
  const entry = (text: string) =>
    form.page.locator('details', { has: form.page.locator('summary', { hasText: text }) });
  const focused = () => form.page.evaluate(() => document.activeElement?.getAttribute('data-name') ?? '');
  /** Waits until the text is what it should be. */
  const becomes = async (text: string) => {
    for (let i = 0; i < 200 && form.text() !== text; i++) await form.page.waitForTimeout(25);
    assert.equal(form.text(), text);
  };

  /** Waits until the page has said something last. */
  const told = async (message: unknown) => {
    for (let i = 0; i < 200 && !isDeepStrictEqual(form.said.at(-1), message); i++) await form.page.waitForTimeout(25);
    assert.deepEqual(form.said.at(-1), message);
  };

  before(async () => {
    browser = await sharedChromium();
  });
  beforeEach(async () => {
    form = await openForm(browser, TEXT);
  });
  afterEach(async () => {
    assert.deepEqual(form.complaints, []);
    await form.page.close();
  });
  after(closePages);

  it('starts in the title, and changes it when it is left, in the text alone where it stands', async () => {
    assert.equal(await focused(), 'title');
    await field('Title').fill('Ore: a primer');
    await form.page.keyboard.press('Tab');
    await becomes(TEXT.replace('Ore in 2024', 'Ore: a primer'));
    assert.equal(await focused(), 'authors');
  });

  it('writes what is typed when nothing more comes, and leaves the cursor where it is', async () => {
    await field('Title').press('End');
    await form.page.keyboard.type(': a primer');
    await form.page.keyboard.press('ArrowLeft');
    await becomes(TEXT.replace('Ore in 2024', 'Ore in 2024: a primer'));
    assert.equal(await focused(), 'title');
    await form.page.keyboard.type('e');
    assert.equal(await field('Title').inputValue(), 'Ore in 2024: a primeer');
  });

  it('writes an id, and that a field is empty, only when the field is left', async () => {
    await summary('[2] Output').click();
    await field('Id', 'details[open]').fill('out');
    await form.page.waitForTimeout(1500);
    assert.equal(form.text(), TEXT);
    await field('Title').fill('');
    const renamed = TEXT.replace('id: 2', 'id: out');
    await becomes(renamed);
    await form.page.waitForTimeout(1500);
    assert.equal(form.text(), renamed);
    await form.page.keyboard.press('Tab');
    await becomes(renamed.replace('title: "Ore in 2024" #', 'title: #'));
  });

  it('writes what was typed before the text changed elsewhere', async () => {
    await field('Title').fill('Zinc');
    await form.write(TEXT.replace('2024-05-01', '2024-06-01'));
    await form.page.keyboard.press('Tab');
    await becomes(TEXT.replace('2024-05-01', '2024-06-01').replace('Ore in 2024', 'Zinc'));
  });

  it('tells what is typed at once, and nothing of what is taken back', async () => {
    await field('Title').fill('Zinc');
    const change = { kind: 'set', list: null, key: 'title', value: 'Zinc' };
    await told({ type: 'typed', changes: [change] });
    await form.page.keyboard.press('Escape');
    assert.equal(await field('Title').inputValue(), 'Ore in 2024');
    await told({ type: 'typed', changes: [] });
  });

  it('says at the field what is wrong, keeps what was typed, and takes it back by Escape', async () => {
    await field('Date').fill('soon');
    await form.page.keyboard.press('Enter');
    await form.page.getByText('must be a date such as').first().waitFor();
    const date = field('Date');
    assert.equal(await date.getAttribute('aria-invalid'), 'true');
    assert.match((await date.getAttribute('aria-describedby')) ?? '', /published-error/);
    assert.equal(await date.inputValue(), 'soon');
    assert.equal(form.text(), TEXT);
    await form.page.keyboard.press('Escape');
    assert.equal(await date.inputValue(), '2024-05-01');
    assert.equal(await form.page.locator('.error').count(), 0);
  });

  it('follows the text, and leaves what somebody is typing', async () => {
    await field('Title').fill('Half a tit');
    await form.write(TEXT.replace('2024-05-01', '2024-06-01').replace('Ore in 2024', 'Zinc'));
    assert.equal(await field('Date').inputValue(), '2024-06-01');
    assert.equal(await field('Title').inputValue(), 'Half a tit');
    assert.equal(await focused(), 'title');
  });

  it('adds a source, whose title has the focus', async () => {
    await form.page.getByRole('button', { name: 'Add Source' }).click();
    await becomes(TEXT.replace('title: Output\n', 'title: Output\n  - id: 3\n'));
    await form.page.waitForFunction(() => document.activeElement?.getAttribute('data-name') === 'sources/2/title');
    await form.page.keyboard.type('Deals');
    await form.page.keyboard.press('Enter');
    await becomes(TEXT.replace('title: Output\n', 'title: Output\n  - id: 3\n    title: Deals\n'));
  });

  it('moves an entry by keys alone, and the focus along', async () => {
    await summary('[2] Output').focus();
    await form.page.keyboard.press('Enter');
    const moveUp = entry('[2] Output').getByRole('button', { name: 'Move Up: [2] Output' });
    await moveUp.waitFor();
    await moveUp.focus();
    await form.page.keyboard.press('Enter');
    await becomes(
      TEXT.replace(
        '  - id: 1\n    title: Prices of ore\n  - id: 2\n    title: Output\n',
        '  - id: 2\n    title: Output\n  - id: 1\n    title: Prices of ore\n',
      ),
    );
    await form.page.waitForFunction(() => document.activeElement?.getAttribute('data-name') === 'sources/0/down');
    assert.equal(await entry('[2] Output').getAttribute('open'), '');
  });

  it('takes out an entry that nothing uses, and says of others what does', async () => {
    await summary('[1] Prices').click();
    await entry('[1] Prices').getByText('Used 2 times in this brief.').waitFor();
    await entry('[1] Prices').getByRole('button', { name: 'Remove' }).click();
    await entry('[1] Prices').getByText('[1] is used 2 times in this brief. Remove those uses first.').waitFor();
    assert.equal(form.text(), TEXT);
    await summary('[2] Output').click();
    await entry('[2] Output').getByRole('button', { name: 'Remove' }).click();
    await becomes(TEXT.replace('  - id: 2\n    title: Output\n', ''));
  });

  it('asks to show an entry in the text', async () => {
    await summary('[2] Output').click();
    await entry('[2] Output').getByRole('button', { name: 'Show in Text' }).click();
    assert.deepEqual(form.said.at(-1), { type: 'show', line: 7 });
  });

  it('offers the kinds of charts for a figure of data, and writes the chosen one', async () => {
    const data = TEXT.replace(/value: .*\n/, 'data: prices.csv\n');
    await form.write(data);
    await summary('share').click();
    const kind = form.page.locator('select');
    assert.deepEqual(await kind.locator('option').allTextContents(), [
      '',
      'bar',
      'line',
      'area',
      'point',
      'pie',
      'table',
    ]);
    await kind.selectOption('line');
    await becomes(data.replace('data: prices.csv\n', 'data: prices.csv\n    chart: line\n'));
    assert.deepEqual(await axeIn(form.page), []);
  });

  it('shows a new figure without an error, and a passage in several lines', async () => {
    await form.page.getByRole('button', { name: 'Add Figure' }).click();
    await form.page.waitForFunction(() => document.activeElement?.getAttribute('data-name') === 'figures/1/title');
    assert.equal(await form.page.locator('.error, .wrong').count(), 0);
    await summary('[1] Prices').click();
    const quote = form.page.locator('textarea[id="sources/0/quote"]');
    await quote.fill('Prices rose: by 12%.\n\nThey fell "later".');
    await form.page.keyboard.press('Tab');
    await becomes(
      TEXT.replace(
        /title: Prices of ore\n/,
        `title: Prices of ore\n    quote: 'Prices rose: by 12%. They fell "later".'\n`,
      ).replace(/(figures:\n(?: .*\n)+)/, '$1  - id: figure-1\n'),
    );
  });

  it('asks for the file of a field, and writes its path in place of what was typed', async () => {
    const data = TEXT.replace(/value: .*\n/, 'data: prices.csv\n');
    await form.write(data);
    await summary('share').click();
    const choose = form.page.getByRole('button', { name: 'Choose File... Data file' });
    await choose.press('Enter');
    await told({ type: 'choose', files: ['.csv', '.tsv', '.json'] });
    await form.send({ type: 'chosen', path: 'data/ore.csv', why: '' });
    await becomes(data.replace('prices.csv', 'data/ore.csv'));
    await form.page.waitForFunction(() => document.activeElement?.getAttribute('data-name') === 'figures/0/data');
  });

  it('says at the field why a chosen file cannot be named, and leaves the text as it is if none was chosen', async () => {
    await summary('[1] Prices').click();
    const choose = form.page.getByRole('button', { name: 'Choose File... Text file' });
    await choose.click();
    await form.send({ type: 'chosen', path: '', why: 'It is elsewhere.' });
    await form.page.locator('[id="sources/0/text-error"]', { hasText: 'It is elsewhere.' }).waitFor();
    assert.deepEqual(await axeIn(form.page), []);
    await choose.click();
    await form.send({ type: 'chosen', path: '', why: '' });
    await choose.click();
    await form.send({ type: 'chosen', path: 'ore.txt', why: '' });
    await becomes(TEXT.replace('title: Prices of ore\n', 'title: Prices of ore\n    text: ore.txt\n'));
    assert.equal(await form.page.locator('.error').count(), 0);
  });

  it('opens at a source that is wanted', async () => {
    await form.page.close();
    form = await openForm(browser, TEXT, '2');
    assert.equal(await focused(), 'sources/1/title');
  });

  it('says that front matter cannot be read, and has no field then', async () => {
    await form.write(TEXT.replace('"Ore in 2024"', '"Ore in 2024'));
    await form.page.getByText('The front matter cannot be read in line 3.').waitFor();
    assert.equal(await form.page.locator('input').count(), 0);
  });

  it('takes words of a brief for words', async () => {
    await form.write(TEXT.replace('Ore in 2024', '<img src=x onerror=alert(1)>').replace('Output', '<b>x</b>'));
    assert.equal(await form.page.locator('main img, main b').count(), 0);
    assert.equal(await field('Title').inputValue(), '<img src=x onerror=alert(1)>');
  });

  it('does nothing with messages of others', async () => {
    for (const message of [
      null,
      'details',
      { type: 'details' },
      { type: 'refused' },
      { type: 'details', details: {}, words: {}, open: 1 },
    ])
      await form.send(message);
    assert.equal(await field('Title').inputValue(), 'Ore in 2024');
  });

  it('has no fault that axe finds, with all entries open and errors shown', async () => {
    await form.write(TEXT.replace('2024-05-01', 'soon'));
    for (const name of ['[1] Prices', '[2] Output', 'share']) await summary(name).click();
    await entry('[1] Prices').getByRole('button', { name: 'Remove' }).click();
    await form.page.getByText('Remove those uses first').first().waitFor();
    assert.deepEqual(await axeIn(form.page), []);
  });
});

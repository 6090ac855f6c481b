import assert from 'node:assert/strict';
import { drawn } from '../accessibility/everythingDrawn';
import { closePages, sharedChromium } from '../chromium';
import { CHINESE, EVERYTHING } from '../everything';
import { openPreview, type PreviewPage } from './page';

describe('Each kind of figure in a preview', function () {
  this.timeout(120_000);
  let preview: PreviewPage;
  const figure = (id: string) => preview.page.locator(`#figure-${id}`);
  const chart = (id: string) => figure(id).getByRole('img');
  const show = async (text: string) => {
    preview = await openPreview(await sharedChromium());
    const { brief, charts } = await drawn(text);
    await preview.show(brief, { charts });
  };
  before(async function () {
    this.timeout(300_000);
    await show(EVERYTHING);
  });
  after(closePages);

  it('a key number is a tile with its unit, its date, what it is compared with, and its source', async () => {
    const tiles = preview.page.getByRole('list', { name: 'Key numbers' }).getByRole('listitem');
    assert.deepEqual(await tiles.locator('.tile-value').allTextContents(), [
      '90%',
      '500\u00a0million dollars',
      '1,234,567',
    ]);
    const first = tiles.first();
    assert.match((await first.textContent()) ?? '', /Share of the harbour3 points more than in 2022as of 2023/);
    assert.equal(await first.locator('.chip[data-source="1"]').count(), 1);
    assert.match((await tiles.nth(1).textContent()) ?? '', /own work/);
    assert.match((await tiles.nth(2).textContent()) ?? '', /no source/);
  });

  for (const [id, words] of Object.entries({
    bars: /^Bars of rows in the brief\. Bar chart, share by step: China: 90 \(Separation\), 69 \(Alloys\); Others: 10/,
    lines:
      /Line chart, output by year: China: from 100 \(2017\) to 240 \(2024\), lowest 100 \(2017\), highest 240 \(2024\); Others: from 60/,
    areas: /Area chart, tonnes by month: 12 \(2024-01\), 15 \(2024-02\)/,
    points: /Scatter plot, height by width: width from 1 to 9, height from 0 to 9\./,
    slices: /Pie chart, share by part: 50 \(Ore\), 30 \(Alloys\), 20 \(Magnets\)\./,
    cjk: /按省份的产量\. Bar chart, 产量 by 省份: 12,500 \(内蒙古自治区\)/,
    spec: /^Three bars that rise from left to right\.$/,
  })) {
    it(`the chart "${id}" is drawn, and says in words what it shows`, async () => {
      assert.match((await chart(id).getAttribute('aria-label')) ?? '', words);
      assert.ok((await chart(id).locator('path, rect').count()) > 2);
      const box = await chart(id).boundingBox();
      assert.ok(box && box.width > 100 && box.height > 100);
    });
  }

  it('labels are Chinese where the data are', async () => {
    assert.match((await chart('cjk').textContent()) ?? '', /内蒙古自治区/);
  });

  it('the data behind a chart are a table, one click away', async () => {
    await figure('lines').getByText('Data', { exact: true }).click();
    const rows = figure('lines').getByRole('row');
    assert.deepEqual(await rows.first().getByRole('columnheader').allTextContents(), ['year', 'country', 'output']);
    assert.deepEqual(await rows.nth(1).getByRole('cell').allTextContents(), ['2017', 'China', '100']);
    assert.equal(await rows.count(), 17);
  });

  it('a table is one, with its numbers as the language writes them', async () => {
    assert.deepEqual(await figure('rows').getByRole('cell').allTextContents(), [
      'Separation',
      '1985',
      '1,234,567.5',
      'Alloys',
      '1990',
      '890',
    ]);
  });

  it('an image has its words', async () => {
    await figure('picture').getByRole('img', { name: 'Four links of a chain; the second is thin.' }).waitFor();
  });

  it('each has a number, a title and a caption, and a mention leads to it', async () => {
    assert.equal(await figure('bars').locator('figcaption').textContent(), 'Figure 1 Bars of rows in the brief');
    assert.match((await figure('bars').locator('.figure-note').textContent()) ?? '', /^In percent of all/);
    await preview.page.getByRole('link', { name: 'Figure 2' }).click();
    await preview.page.locator('#figure-lines:focus').waitFor();
  });

  it('each has chips of its sources, with their passages on hover and on focus', async () => {
    const passage = preview.page.locator('#card', { hasText: 'Numbers of the harbour' });
    await figure('bars').locator('.chip[data-source="1"]').hover();
    await preview.answerCard();
    await passage.waitFor();
    await preview.page.mouse.move(5, 5);
    await passage.waitFor({ state: 'hidden' });
    await figure('bars').locator('summary').focus();
    await preview.page.keyboard.press('Tab');
    await preview.answerCard();
    await passage.waitFor();
    await preview.page.keyboard.press('Escape');
  });

  it('one that fails says why in its place, and all else is shown', async () => {
    const missing = (await figure('missing').textContent()) ?? '';
    assert.match(missing, /"data\/missing\.csv" was not read\. There is no such file/);
    assert.equal(await figure('wrong').getByRole('img').count(), 0);
    assert.equal(await preview.page.getByRole('heading', { name: 'Sources' }).count(), 1);
  });

  describe('of a Chinese brief', () => {
    before(() => show(CHINESE));

    it('has words and numbers as Chinese writes them', async () => {
      assert.match((await chart('output').textContent()) ?? '', /1\.25万/);
      assert.equal(
        await chart('output').getAttribute('aria-label'),
        '产量。条形图，按省份的产量：12,500（江西省），4100（四川省）。',
      );
      assert.match((await preview.page.locator('.tile').first().textContent()) ?? '', /截至 ?2023年5月/);
      assert.match((await figure('output').locator('figcaption').textContent()) ?? '', /^图 1/);
    });
  });
});

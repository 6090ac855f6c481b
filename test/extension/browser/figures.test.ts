import assert from 'node:assert/strict';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { CHINESE, EVERYTHING, EVERYTHING_FILES } from '../../everything';
import { type Opened, open, pictureIfFailed } from './support';

let opened: Opened;
const preview = () => previewOf(opened.page);
const figure = (id: string) => preview().locator(`#figure-${id}`);
const chart = (id: string) => figure(id).getByRole('img');

describe('Figures, in one window', () => {
  before(async () => {
    // Were the editor to follow the preview, it would be followed in turn, and a chip would leave the pointer.
    const settings = { 'brief.preview.scrollEditorWithPreview': false, 'brief.preview.scrollPreviewWithEditor': false };
    opened = await open('rare-earths.brief', null, { preview: true, files: EVERYTHING_FILES, settings });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  describe('The figures of the sample, in the preview of a VS Code', () => {
    after(() => opened.page.setViewportSize({ width: 1400, height: 900 }));

    it('are key numbers, charts of rows in the brief and of a file beside it, images and tables', async () => {
      await preview().locator('.tile', { hasText: '90%' }).waitFor();
      await chart('shares').waitFor();
      await chart('output').waitFor();
      await figure('chain').locator('img').waitFor();
      await figure('steps').locator('td', { hasText: 'Separation' }).first().waitFor();
    });

    it('take the room that they have in a narrow preview, to the last year', async () => {
      await opened.page.setViewportSize({ width: 1000, height: 900 });
      for (const id of ['shares', 'output']) {
        await preview()
          .locator(`#figure-${id} .chart-narrow, #figure-${id} .chart-medium`)
          .filter({ visible: true })
          .waitFor();
        const over = await figure(id)
          .locator('.chart')
          .evaluate((element) => element.scrollWidth - element.clientWidth);
        assert.equal(over, 0, id);
      }
      await chart('output').getByText('2023', { exact: true }).waitFor();
    });
  });

  describe('Each kind of figure, in the preview of a VS Code', () => {
    before(() => opened.preview('all.brief', EVERYTHING));
    before(() => chart('spec').waitFor());

    it('a key number is a tile with its unit, its date, what it is compared with, and its source', async () => {
      const tiles = preview().getByRole('list', { name: 'Key numbers' }).getByRole('listitem');
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
        await chart(id).waitFor();
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

    it('an image is loaded, and has its words', async () => {
      const image = figure('picture').getByRole('img', { name: 'Four links of a chain; the second is thin.' });
      await image.waitFor();
      assert.ok(Number(await image.evaluate((element) => Reflect.get(element, 'naturalWidth'))) > 0);
    });

    it('each has a number, a title and a caption, and a mention leads to it', async () => {
      assert.equal(await figure('bars').locator('figcaption').textContent(), 'Figure 1 Bars of rows in the brief');
      assert.match((await figure('bars').locator('.figure-note').textContent()) ?? '', /^In percent of all/);
      await preview().getByRole('link', { name: 'Figure 2' }).click();
      await preview().locator('#figure-lines:focus').waitFor();
    });

    it('each has chips of its sources, with their passages on hover and on focus', async () => {
      const chip = figure('bars').locator('.chip[data-source="1"]');
      const passage = preview().locator('#card', { hasText: 'Numbers of the harbour' });
      await chip.hover();
      await passage.waitFor();
      await opened.page.mouse.move(5, 5);
      await passage.waitFor({ state: 'hidden' });
      await figure('bars').locator('summary').focus();
      await opened.page.keyboard.press('Tab');
      await passage.waitFor();
      await opened.page.keyboard.press('Escape');
    });

    it('one that fails says why in its place, and all else is shown', async () => {
      assert.match(
        (await figure('missing').textContent()) ?? '',
        /"data\/missing\.csv" was not read\. There is no such file/,
      );
      assert.match(
        (await figure('wrong').textContent()) ?? '',
        /Name a file beside the brief, without ":", not an address/,
      );
      assert.equal(await preview().getByRole('heading', { name: 'Sources' }).count(), 1);
    });
  });

  describe('The figures of a Chinese brief, in the preview of a VS Code', () => {
    before(() => opened.preview('zh.brief', CHINESE));

    it('have words and numbers as Chinese writes them', async () => {
      await chart('output').waitFor();
      assert.match((await chart('output').textContent()) ?? '', /1\.25万/);
      assert.equal(
        await chart('output').getAttribute('aria-label'),
        '产量。条形图，按省份的产量：12,500（江西省），4100（四川省）。',
      );
      assert.match((await preview().locator('.tile').first().textContent()) ?? '', /截至 ?2023年5月/);
      assert.match((await figure('output').locator('figcaption').textContent()) ?? '', /^图 1/);
    });
  });
});

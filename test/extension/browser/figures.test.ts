import assert from 'node:assert/strict';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

describe('The figures of the sample, in the preview of a VS Code', () => {
  let opened: Opened;
  before(async () => {
    opened = await open('rare-earths.brief', null, { preview: true });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('are key numbers, charts of rows in the brief and of a file beside it, images and tables', async () => {
    const preview = previewOf(opened.page);
    await preview.locator('.tile', { hasText: '90%' }).waitFor();
    await preview.locator('#figure-shares svg[role="img"]').waitFor();
    await preview.locator('#figure-output svg[role="img"]').waitFor();
    await preview.locator('#figure-chain img').waitFor();
    await preview.locator('#figure-steps td', { hasText: 'Separation' }).first().waitFor();
    const words = await preview.locator('#figure-output svg[role="img"]').getAttribute('aria-label');
    assert.match(words ?? '', /Line chart: China: 2018 120/);
  });

  it('have the data behind a chart one click away', async () => {
    const preview = previewOf(opened.page);
    await preview.locator('#figure-output summary').click();
    await preview.locator('#figure-output td', { hasText: 'Australia' }).first().waitFor();
  });
});

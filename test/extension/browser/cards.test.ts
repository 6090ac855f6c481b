import assert from 'node:assert/strict';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const PASSAGE = "China held 90% of the world's smelting and separation capacity";

describe('The card of a citation, in the preview of a VS Code', () => {
  let opened: Opened;
  before(async () => {
    // Were the editor to follow the preview, it would be followed in turn, and the chip would leave the pointer.
    const settings = { 'brief.preview.scrollEditorWithPreview': false, 'brief.preview.scrollPreviewWithEditor': false };
    opened = await open('rare-earths.brief', null, { preview: true, settings });
    // When its charts are drawn, all stands where it stays.
    await preview().locator('#figure-output svg[role="img"]:visible').waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const preview = () => previewOf(opened.page);
  const chip = () =>
    preview().locator('.insight', { hasText: 'In 2023, China held 90%' }).locator('.chip[data-source="5"]').first();
  const card = () => preview().locator('#card');
  const hasPassage = async () => {
    const passage = card().locator('blockquote', { hasText: PASSAGE });
    await passage.locator('mark', { hasText: '90%' }).waitFor();
  };

  it('shows the passage with the number marked while the pointer is on the chip', async () => {
    await chip().hover();
    await hasPassage();
    assert.equal(await chip().getAttribute('data-verdict'), 'found');
    await opened.page.mouse.move(5, 5);
    await card().waitFor({ state: 'hidden' });
  });

  it('shows it on focus, is entered with Enter, and left with Escape', async () => {
    // The window gives the keyboard to the preview.
    await preview().locator('h2').first().click();
    await chip().focus();
    await opened.page.keyboard.press('Enter');
    await hasPassage();
    await card().locator('a:focus').waitFor();
    await opened.page.keyboard.press('Escape');
    await card().waitFor({ state: 'hidden' });
    await preview().locator('.chip[data-source="5"]:focus').waitFor();
  });

  it('sets each claim beside its passages, and back', async () => {
    const button = () => preview().getByRole('button', { name: 'Evidence beside claims' });
    await button().click();
    const row = preview().locator('.review-row', { hasText: 'In 2023, China held 90%' });
    await row.locator('.review-evidence mark', { hasText: '90%' }).waitFor();
    assert.equal(await button().getAttribute('aria-pressed'), 'true');
    await button().click();
    await preview().locator('.review').waitFor({ state: 'detached' });
  });

  it('shows it, and opens the form for details, when the text is closed', async () => {
    const { page } = opened;
    await page
      .locator('.tab', { hasText: /^rare-earths\.brief/ })
      .locator('.tab-actions .action-label')
      .click();
    await page.locator('.tab', { hasText: /^rare-earths\.brief/ }).waitFor({ state: 'detached' });
    await chip().hover();
    await hasPassage();
    await page.mouse.move(5, 5);
    await preview().locator('h2').first().click();
    opened.run('brief.editDetails');
    const form = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
    await form.getByRole('heading', { name: 'Details of rare-earths.brief' }).waitFor();
  });
});

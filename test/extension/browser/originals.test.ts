import assert from 'node:assert/strict';
import { previewOf, runCommand } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const COPY = `# News of the mill

The mill opened in May.

It shipped 48 crates of salt, and 12 of rope.
`;
const BRIEF = `---
title: The mill
sources:
  - { id: 1, title: News of the mill, url: "https://mill.example/news", text: mill.md, zotero: ABCD2345 }
---

- It shipped 48 crates [1].
`;

describe('The original of a citation, in a VS Code', () => {
  let opened: Opened;
  before(async () => {
    const settings = { 'brief.preview.scrollEditorWithPreview': false, 'brief.preview.scrollPreviewWithEditor': false };
    opened = await open('mill.brief', BRIEF, { preview: true, settings, files: { 'mill.md': COPY } });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const card = () => previewOf(opened.page).locator('#card');
  const openCard = async () => {
    await previewOf(opened.page).locator('.chip[data-source="1"]').first().click();
    await card().locator('.ways').waitFor();
  };
  const dialog = () => opened.page.locator('.monaco-dialog-box');

  it('is opened on the web at its words, from the card', async () => {
    await openCard();
    await card().getByText('In the original').click();
    await dialog().waitFor();
    const asked = (await dialog().textContent()) ?? '';
    assert.ok(asked.includes('https://mill.example/news#:~:text=shipped-,48,-crates%20of'), asked);
    await opened.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('is opened in its local copy, with the words selected and the passage marked', async () => {
    await openCard();
    await card().getByText('In the local copy').click();
    await opened.page.locator('.tab.active', { hasText: 'mill.md' }).waitFor();
    await opened.page.locator('.statusbar-item', { hasText: 'Ln 5, Col 14 (2 selected)' }).waitFor();
    await opened.page.locator('.tab', { hasText: 'mill.brief' }).first().waitFor();
  });

  it('is opened from the cursor, and a message says what is missing', async () => {
    const { page } = opened;
    await page.locator('.tab', { hasText: 'mill.brief' }).first().click();
    await page.locator('.view-line', { hasText: 'title: The mill' }).first().click();
    await runCommand(page, 'Brief: Open Original');
    await page.locator('.notification-toast', { hasText: 'Nothing is cited here.' }).waitFor();
  });
});

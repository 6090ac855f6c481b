import assert from 'node:assert/strict';
import { focusEditor, moveCursor, previewOf, problemsIn, runCommand } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
title: Rare earths
sources:
  - id: 1
    title: Survey of producers
    url: https://example.org/survey
    quote: Plants in China refine 90% of the world's output, and mines there dig 69% of it.
---

## Supply

- China refines 90% of the world's rare earths [1].
- Its mines dig 69% of them [1].
`;

const CLAIM = '- China refines 9';
const LINE = TEXT.slice(0, TEXT.indexOf(CLAIM)).split('\n').length;

describe('Verifying a claim', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const stale = () => problemsIn(page()).filter({ hasText: 'review/stale' });
  const statusBar = (words: string) => page().locator('.part.statusbar', { hasText: words });
  const input = () => page().locator('.quick-input-widget input');

  const question = () => page().locator('.quick-input-widget', { hasText: 'Your initials' });
  const mark = (seen: () => Promise<unknown>) => runCommand(page(), 'Brief: Mark as Verified', seen);

  before(async () => {
    opened = await open('reviewing.brief', TEXT, { problems: true, preview: true });
    await statusBar('2 of 2 cited').waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('says so where there is no insight, before it asks for initials', async () => {
    await moveCursor(page(), 1, 1);
    const said = page().locator('.notification-toast', { hasText: 'There is no insight here.' });
    await mark(() => said.or(question()).first().waitFor({ timeout: 5000 }));
    assert.equal(await question().isVisible(), false);
    await said.waitFor();
  });

  it('asks once for initials, and puts a mark behind it', async () => {
    await moveCursor(page(), LINE, CLAIM.length);
    await mark(() => question().waitFor({ timeout: 5000 }));
    await input().fill('A Z');
    await page().locator('.quick-input-widget', { hasText: 'One word' }).waitFor();
    await input().fill('AZ');
    await page().keyboard.press('Enter');
    await page()
      .locator('.view-lines', { hasText: /brief:\sverified\s\d{4}-\d\d-\d\d\sAZ/ })
      .first()
      .waitFor();
    await statusBar('2 of 2 cited, 1 verified').waitFor();
  });

  it('keeps them', async () => {
    await focusEditor(page());
    await moveCursor(page(), LINE + 1, 5);
    const verified = statusBar('2 of 2 cited, 2 verified');
    // It takes a moment until the setting is there.
    for (let asking = 0; asking < 5 && !(await verified.isVisible()); asking++) {
      await mark(() => verified.or(question()).first().waitFor({ timeout: 5000 }));
      if (await question().isVisible()) await page().keyboard.press('Escape');
    }
    await verified.waitFor();
  });

  it('shows a check mark in the preview', async () => {
    await previewOf(page()).locator('.verified', { hasText: '✓ AZ' }).first().waitFor();
  });

  it('is reported as stale at once when a number changes, and not any more when that is undone', async () => {
    assert.equal(await stale().count(), 0);
    await moveCursor(page(), LINE, CLAIM.length + 1);
    await page().keyboard.type('1');
    await stale().filter({ hasText: 'The claim has changed since AZ verified it on' }).waitFor();
    await page().locator('.squiggly-warning').first().waitFor();
    await statusBar('1 verified').waitFor();
    await page().keyboard.press('Control+z');
    await stale().first().waitFor({ state: 'detached' });
    await statusBar('2 verified').waitFor();
  });
});

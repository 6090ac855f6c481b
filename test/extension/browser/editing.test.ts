import assert from 'node:assert/strict';
import {
  lineStarting,
  moveCursor,
  previewOf,
  problemsIn,
  scrollOf,
  scrollPreview,
  settled,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

/** Long enough that the preview scrolls: thirty sections, each with a cited insight. */
const SECTIONS = 30;
const TEXT = `# Rare earths

${Array.from(
  { length: SECTIONS },
  (_, i) => `## Section ${i + 1}\n\n- Deposit ${i + 1} held ${100 + i} million tonnes of ore in 2024 [3].\n`,
).join('\n')}
## Sources

- [1] [Mineral Commodity Summaries 2025](https://example.org/minerals)
- [3] [Deposits of the world](https://example.org/deposits)
`;

/** An insight in the middle. */
const INSIGHT = 'Deposit 15 held 114 million tonnes of ore in 2024';
const LINE = TEXT.slice(0, TEXT.indexOf(INSIGHT)).split('\n').length;

describe('Editing a brief beside its preview', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const inPreview = () => previewOf(page()).locator('body').getByText(INSIGHT).first();
  const missing = () => problemsIn(page()).filter({ hasText: 'citation/missing' });

  before(async () => {
    // Hints that come and go wrap lines, and the preview follows the editor's lines.
    const settings = { 'editor.inlayHints.enabled': 'off' };
    opened = await open('editing.brief', TEXT, { preview: true, problems: true, settings });
    await inPreview().waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  /** Where the preview stands before the edits. */
  let scroll = 0;

  it('starts without a problem, the cursor at an insight and the preview scrolled to it', async () => {
    await scrollPreview(page(), 600);
    // The first line may be behind a heading that stays at the top: it cannot be clicked.
    await page().keyboard.press('Control+1');
    await moveCursor(page(), LINE, `- ${INSIGHT} [3]`.length + 1);
    await settled(() => scrollOf(page()));
    await scrollPreview(page(), -40);
    scroll = await scrollOf(page());
    assert.ok(scroll > 100, `the preview is scrolled by ${scroll} px`);
    assert.equal(await missing().count(), 0);
  });

  it('warns when the citation is deleted', async () => {
    await page().keyboard.press('Backspace');
    await page().keyboard.press('Backspace');
    await page().keyboard.press('Backspace');
    await lineStarting(page(), `- ${INSIGHT} .`).waitFor();
    await missing().first().waitFor();
    assert.equal(await missing().count(), 1);
    await page().locator('.squiggly-warning').first().waitFor();
  });

  it('shows the deletion in the preview, which stays where it is', async () => {
    await assertInPreview((text) => !text.includes('3'));
    assert.equal(await scrollOf(page()), scroll);
  });

  it('puts a citation in by a quick fix, with the keyboard', async () => {
    const cited = lineStarting(page(), `- ${INSIGHT} [`);
    const titles = await takeFix(page(), /\[[13]\]/, () => cited.waitFor({ timeout: 10_000 }));
    assert.match(titles[0] ?? '', /\[[13]\]/, `the first fix cites a source: ${titles.join(' · ')}`);
    await missing().first().waitFor({ state: 'detached' });
  });

  it('shows the citation in the preview, which stays where it is', async () => {
    await assertInPreview((text) => /[13]/.test(text));
    assert.equal(await scrollOf(page()), scroll);
  });

  it('keeps the count of cited insights in the status bar while the preview has the focus', async () => {
    const count = page().locator('.part.statusbar', { hasText: `${SECTIONS} of ${SECTIONS} cited` });
    await count.waitFor();
    await inPreview().click();
    await page().locator('.part.statusbar', { hasText: /Ln \d/ }).waitFor({ state: 'detached' });
    await count.waitFor();
  });

  /** Waits until what follows the insight's words in the preview is as it should be. */
  async function assertInPreview(holds: (after: string) => boolean): Promise<void> {
    const deadline = Date.now() + 20_000;
    let after = '';
    do {
      const block = previewOf(page()).locator('li, p', { hasText: INSIGHT }).last();
      after = ((await block.textContent()) ?? '').split(INSIGHT)[1] ?? '';
      if (holds(after)) return;
      await page().waitForTimeout(100);
    } while (Date.now() < deadline);
    assert.fail(`The preview shows "${after}" after the insight.`);
  }
});

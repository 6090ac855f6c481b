import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { focusEditor, moveCursor, runCommand, settled, takeFix } from '../../../scripts/lib/workbench.js';
import { CITED, COPIES, TWENTY, WORDS } from '../../suggest/claims';
import { type Opened, open, pictureIfFailed } from './support';

describe('Suggesting a source for each claim', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const picker = () => page().locator('.quick-input-widget');
  const asked = (number: number) =>
    picker().getByText(`Suggest a Source: Claim ${number} of 20`, { exact: true }).waitFor({ timeout: 5000 });
  const active = (words: string | RegExp) =>
    picker().locator('.monaco-list-row.focused', { hasText: words }).waitFor({ timeout: 5000 });
  const press = (key: string) => page().keyboard.press(key);
  const status = (words: string) => page().locator('.part.statusbar', { hasText: words }).waitFor();
  const beside = (words: string) =>
    page().locator('.editor-group-container').nth(1).locator('.view-line', { hasText: words }).waitFor();
  const start = () => runCommand(page(), 'Brief: Suggest a Source for Each Statement', () => asked(1));
  const saved = async () => {
    await press('Control+S');
    await page().locator('.tab.active.dirty').waitFor({ state: 'detached' });
    return readFileSync(opened?.file ?? '', 'utf8');
  };

  before(async () => {
    opened = await open('velden.brief', TWENTY, {
      files: COPIES,
      settings: { 'brief.inlayHints.citations': 'off' },
    });
    await status('0 of 20 cited');
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('goes through twenty of them by keys alone, with the passage beside each', async () => {
    await moveCursor(page(), 2, 1);
    await takeFix(page(), /^Suggest a source for each statement$/, () => asked(1));
    await active('Cite [1] Port report');
    await beside('Velden port handled');
    await press('Enter');
    await asked(2);
    await beside('On average the cranes moved');
    await press('Enter');
    await asked(3);
    await page().keyboard.type('skip');
    await active('Skip');
    await press('Enter');
    await asked(4);
    await page().keyboard.type('all above');
    await active(/Cite all above 90%.*Claims: 14/);
    await press('Enter');
    for (const number of [18, 19, 20]) {
      await asked(number);
      await active('Skip');
      await press('Enter');
    }
    await status('Cited: 16. Skipped: 4.');
    await status('16 of 20 cited');
    await picker().waitFor({ state: 'hidden' });
    assert.equal(await page().locator('.editor-group-container').count(), 1, 'what was opened beside is closed');
    const text = await saved();
    for (const [i, words] of WORDS.entries())
      assert.ok(text.includes(`- ${(i === 2 ? null : CITED[i]) ?? words}\n`), words);
  });

  it('takes back each answer by one undo', async () => {
    for (const left of ['2 of 20', '1 of 20', '0 of 20']) {
      await press('Control+z');
      await status(`${left} cited`);
    }
    assert.equal(await saved(), TWENTY);
  });

  it('cites the claim that was shown, when the text has changed meanwhile', async () => {
    await start();
    await page().locator('.editor-group-container').first().locator('.view-line', { hasText: '## Facts' }).click();
    await press('End');
    await page().keyboard.type('\n\nA new line.');
    await picker().locator('input[type="text"]').click();
    await active('Cite [1] Port report');
    await press('Enter');
    await asked(2);
    await press('Escape');
    await status('Cited: 1. Skipped: 0.');
    assert.equal(
      await saved(),
      TWENTY.replace('## Facts\n', '## Facts\n\nA new line.\n').replace(`- ${WORDS[0]}`, `- ${CITED[0]}`),
    );
  });

  it('starts at the claim of the cursor, where its problem offers it', async () => {
    const at = (await saved()).split('\n').findIndex((line) => line.includes(WORDS[10] ?? '')) + 1;
    await moveCursor(page(), at, 4);
    await takeFix(page(), /^Suggest a source for each statement$/, () =>
      picker().getByText('Claim 1 of 19').waitFor({ timeout: 5000 }),
    );
    await active('Cite [2] Rail survey');
    await beside('At the border freight trains waited');
    await press('Escape');
    await picker().waitFor({ state: 'hidden' });
  });

  it('leaves a brief closed that was closed meanwhile', async () => {
    await saved();
    await runCommand(page(), 'Brief: Suggest a Source for Each Statement', () =>
      picker().getByText('Claim 1 of 19').waitFor({ timeout: 5000 }),
    );
    await page().locator('.editor-group-container').nth(1).locator('.view-line').first().waitFor();
    opened?.run('workbench.action.closeAllEditors');
    await page().locator('.tab').first().waitFor({ state: 'detached' });
    await press('Escape');
    await picker().waitFor({ state: 'hidden' });
    await settled(() => page().locator('.tab').count());
    assert.equal(await page().locator('.tab').count(), 0);
  });
});

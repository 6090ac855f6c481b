import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { focusEditor, lineStarting, previewOf, runCommand, settled, takeFix } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
# about ore
title: "Ore in 2024" # a working title
date: soon
sources:
  - id: 1
    title: Prices of ore
  - id: 2
    title: Output
---

# Ore

- Prices rose by 12% [1].
`;
describe('The form for the details of a brief, in a VS Code', () => {
  let opened: Opened;
  const page = () => opened.page;
  const form = () => previewOf(page());
  const typeTitle = async (title: string) => {
    await form().locator('input[data-name="title"]').click();
    await page().keyboard.press('End');
    await page().keyboard.press('Shift+Home');
    await page().keyboard.type(title);
  };
  const line = (start: string) => lineStarting(page(), start);

  before(async () => {
    opened = await open('ore.brief', TEXT, { files: { 'other.txt': 'Something else.' } });
    await page().locator('.part.statusbar', { hasText: '1 of 1 cited' }).waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('opens beside the text, with its title ready to be typed', async () => {
    await runCommand(page(), 'Brief: Edit Details');
    await form().getByRole('heading', { name: 'Details of ore.brief' }).waitFor();
    await form().locator('input[data-name="title"]:focus').waitFor();
    await form().getByText('must be a date such as').waitFor();
  });

  it('changes the text by keys alone, in one step to undo, and follows it', async () => {
    // VS Code selects all by Control+a a moment later.
    await page().keyboard.press('End');
    await page().keyboard.press('Shift+Home');
    await page().keyboard.type('Ore: a primer');
    await page().keyboard.press('Tab');
    await line('title: "Ore: a primer" # a working title').waitFor();
    await focusEditor(page());
    await page().keyboard.press('Control+z');
    await line('title: "Ore in 2024" # a working title').waitFor();
    const title = form().locator('input[data-name="title"]');
    await settled(() => title.inputValue());
    assert.equal(await title.inputValue(), 'Ore in 2024');
  });

  it('adds a source to the text, and renames another with its citations', async () => {
    await form().getByRole('button', { name: 'Add Source' }).click();
    await line('  - id: 3').waitFor();
    await form().locator('input[data-name="sources/2/title"]:focus').waitFor();
    await form().locator('summary', { hasText: '[1] Prices of ore' }).click();
    await form().locator('input[data-name="sources/0/id"]').fill('ore-2024');
    await page().keyboard.press('Enter');
    await line('- Prices rose by 12% [@ore-2024]').waitFor();
  });

  it('shows the entry of a source in the text', async () => {
    await form().locator('summary', { hasText: '[2] Output' }).click();
    await form().getByRole('button', { name: 'Show in Text: [2] Output' }).click();
    await page().locator('.part.statusbar', { hasText: 'Ln 8, Col 1' }).waitFor();
  });

  it('writes what was typed when it is closed by its tab, or by a command', async () => {
    const tab = page().locator('.tab', { hasText: 'Details of ore.brief' });
    const ways = [
      () => tab.locator('.tab-actions .action-label').click(),
      () => opened.run('workbench.action.closeActiveEditor'),
    ];
    for (const [index, close] of ways.entries()) {
      await typeTitle(`Ore ${index}`);
      await close();
      await tab.waitFor({ state: 'detached' });
      await line(`title: "Ore ${index}" # a working title`).waitFor();
      await focusEditor(page());
      await runCommand(page(), 'Brief: Edit Details');
      await form().locator('input[data-name="title"]:focus').waitFor();
    }
  });

  it('takes no focus from where somebody goes on writing', async () => {
    await typeTitle('Ore, left');
    await line('# Ore').click();
    await page().keyboard.press('End');
    await line('title: "Ore, left" # a working title').waitFor();
    await settled(() => form().locator('input[data-name="title"]').inputValue());
    await page().keyboard.type('!');
    await line('# Ore!').waitFor();
    await page().keyboard.press('Backspace');
  });

  it('keeps what was typed while another file is before it, right or wrong', async () => {
    const date = form().locator('input[data-name="published"]');
    await date.fill('2024-05-01');
    await date.press('Enter');
    await line('date: 2024-05-01').waitFor();
    await date.fill('20');
    await typeTitle('Ore, covered');
    opened.run('vscode.open', { file: opened.file.replace('ore.brief', 'other.txt') });
    await page().locator('.tab.active', { hasText: 'other.txt' }).waitFor();
    await line('title: "Ore, covered" # a working title').waitFor();
    await line('date: 2024-05-01').waitFor();
    opened.run('workbench.action.closeActiveEditor');
    await page().locator('.tab.active', { hasText: 'Details of ore.brief' }).waitFor();
    assert.equal(await form().locator('input[data-name="title"]').inputValue(), 'Ore, covered');
    assert.equal(await date.inputValue(), '20');
  });

  it('saves the brief with what was typed', async () => {
    await typeTitle('Ore, saved');
    await page().keyboard.press('Control+s');
    await page().locator('.tab.dirty').waitFor({ state: 'detached' });
    assert.match(readFileSync(opened.file, 'utf8'), /^title: "Ore, saved" # a working title$/m);
  });

  it('stays with a brief that gets another name', async () => {
    await focusEditor(page());
    opened.run('workbench.files.action.showActiveFileInExplorer');
    await page().locator('.explorer-folders-view .monaco-list-row.focused', { hasText: 'ore.brief' }).waitFor();
    await page().keyboard.press('F2');
    await page().locator('.explorer-folders-view input').fill('zinc.brief');
    await page().keyboard.press('Enter');
    await page().locator('.tab', { hasText: 'Details of zinc.brief' }).waitFor();
    opened.run('workbench.action.closeSidebar');
    await page().locator('.explorer-folders-view').waitFor({ state: 'hidden' });
    await form().getByRole('heading', { name: 'Details of zinc.brief' }).waitFor();
    await typeTitle('Zinc');
    await page().keyboard.press('Tab');
    await line('title: "Zinc" # a working title').waitFor();
  });

  it('asks for the title of a number that becomes a key number, and writes it', async () => {
    await line('- Prices rose').click();
    await page().keyboard.press('Home');
    for (const _ of '- Prices rose by ') await page().keyboard.press('ArrowRight');
    for (const _ of '12%') await page().keyboard.press('Shift+ArrowRight');
    const input = page().locator('.quick-input-widget input').first();
    await takeFix(page(), /^Extract .* to a key number$/, () => input.waitFor({ timeout: 5000 }));
    assert.equal(await input.inputValue(), 'Prices rose');
    await input.fill('Rise of prices: 2024');
    await page().keyboard.press('Enter');
    await line('    title: "Rise of prices: 2024"').waitFor();
    await line('- Prices rose by {{prices-rose}} [@ore-2024]').waitFor();
  });
});

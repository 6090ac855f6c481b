import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.js';
import { acceptFile, settled, takeFix } from '../../../scripts/lib/workbench.js';
import { inWindow, until } from './support';

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
describe('The form for the details of a brief', () => {
  const form = () => opened.preview();
  const title = () => form().locator('input[data-name="title"]');
  /** Chooses a file for the text of source 2, in the dialog that VS Code shows. */
  const choose = async (path: string) => {
    await form().locator('[data-name="sources/1/text/file"]').click();
    // The dialog writes the folder into its field a moment after it has opened.
    await until('the dialog shows the folder', async () => (await opened.input().inputValue()) === opened.at('/'));
    await opened.input().fill(path);
    await acceptFile(opened.page);
  };
  const opened = inWindow('ore.brief', TEXT, {
    files: { 'other.txt': 'Something else.', 'texts/output.txt': 'Output grew.' },
  });
  before(async () => {
    await opened.status('1 of 1 cited').waitFor();
  });

  it('opens beside the text, with its title ready to be typed', async () => {
    opened.run('brief.editDetails');
    await form().getByRole('heading', { name: 'Details of ore.brief' }).waitFor();
    await form().locator('input[data-name="title"]:focus').waitFor();
    await form().getByText('must be a date such as').waitFor();
  });

  it('changes the text by keys alone, in one step to undo, and follows it', async () => {
    // VS Code selects all by Control+a a moment later.
    await opened.press('End');
    await opened.press('Shift+Home');
    await opened.type('Ore: a primer');
    await opened.press('Tab');
    await opened.line('title: "Ore: a primer" # a working title').waitFor();
    await opened.focus();
    await opened.press('Control+z');
    await opened.line('title: "Ore in 2024" # a working title').waitFor();
    await until('the form follows', async () => (await title().inputValue()) === 'Ore in 2024');
  });

  it('adds a source to the text, and renames another with its citations', async () => {
    await form().getByRole('button', { name: 'Add Source' }).click();
    await opened.line('  - id: 3').waitFor();
    await form().locator('input[data-name="sources/2/title"]:focus').waitFor();
    await form().locator('summary', { hasText: '[1] Prices of ore' }).click();
    const id = form().locator('input[data-name="sources/0/id"]');
    await id.fill('ore-2024');
    await id.press('Enter');
    await opened.line('- Prices rose by 12% [@ore-2024]').waitFor();
  });

  it('shows the entry of a source in the text', async () => {
    await form().locator('summary', { hasText: '[2] Output' }).click();
    await form().getByRole('button', { name: 'Show in Text: [2] Output' }).click();
    await opened.status('Ln 8, Col 1').waitFor();
  });

  it('writes what was typed when it is closed by its tab, or by a command', async () => {
    const tab = opened.tab('Details of ore.brief');
    const ways = [
      () => tab.locator('.tab-actions .action-label').click(),
      () => opened.run('workbench.action.closeActiveEditor'),
    ];
    for (const [index, close] of ways.entries()) {
      await title().fill(`Ore ${index}`);
      await close();
      await tab.waitFor({ state: 'detached' });
      await opened.line(`title: "Ore ${index}" # a working title`).waitFor();
      await opened.focus();
      opened.run('brief.editDetails');
      await form().locator('input[data-name="title"]:focus').waitFor();
    }
  });

  it('takes no focus from where somebody goes on writing', async () => {
    await title().fill('Ore, left');
    await opened.line('# Ore').click();
    await opened.press('End');
    await opened.line('title: "Ore, left" # a working title').waitFor();
    await settled(() => title().inputValue());
    await opened.type('!');
    await opened.line('# Ore!').waitFor();
    await opened.press('Backspace');
  });

  it('keeps what was typed while another file is before it, right or wrong', async () => {
    const date = form().locator('input[data-name="published"]');
    await date.fill('2024-05-01');
    await date.press('Enter');
    await opened.line('date: 2024-05-01').waitFor();
    await date.fill('20');
    await title().fill('Ore, covered');
    opened.run('vscode.open', { file: opened.at('other.txt') });
    await opened.page.locator('.tab.active', { hasText: 'other.txt' }).waitFor();
    await opened.line('title: "Ore, covered" # a working title').waitFor();
    await opened.line('date: 2024-05-01').waitFor();
    opened.run('workbench.action.closeActiveEditor');
    await opened.page.locator('.tab.active', { hasText: 'Details of ore.brief' }).waitFor();
    await until('the form has what was typed', async () => {
      return (await title().inputValue()) === 'Ore, covered' && (await date.inputValue()) === '20';
    });
  });

  it('saves the brief with what was typed', async () => {
    await title().fill('Ore, saved');
    await title().press('Control+s');
    await until('it is saved', () => /^title: "Ore, saved" # a working title$/m.test(opened.read()));
  });

  it('stays with a brief that gets another name', async () => {
    await opened.focus();
    opened.run('workbench.files.action.showActiveFileInExplorer');
    const explorer = opened.page.locator('.explorer-folders-view');
    await explorer.locator('.monaco-list:focus .monaco-list-row.focused', { hasText: 'ore.brief' }).waitFor();
    await opened.press('F2');
    await explorer.locator('input').fill('zinc.brief');
    await explorer.locator('input').press('Enter');
    await opened.tab('Details of zinc.brief').waitFor();
    opened.run('workbench.action.closeSidebar');
    await explorer.waitFor({ state: 'hidden' });
    await form().getByRole('heading', { name: 'Details of zinc.brief' }).waitFor();
    await title().fill('Zinc');
    await title().press('Tab');
    await opened.line('title: "Zinc" # a working title').waitFor();
  });

  it('asks for the text file of a source, and writes its path', async () => {
    await form().locator('summary', { hasText: '[2] Output' }).click();
    await choose(opened.at('texts/output.txt'));
    await opened.line('    text: texts/output.txt').waitFor();
  });

  it('says of a file outside the folder of the brief that it cannot be named', async () => {
    await choose(join(ROOT, 'README.md'));
    await form()
      .getByText("README.md is outside the brief's folder. Copy it there, and choose the copy.")
      .first()
      .waitFor();
    await opened.line('    text: texts/output.txt').waitFor();
  });

  it('asks for the title of a number that becomes a key number, and writes it', async () => {
    await opened.line('- Prices rose').click();
    await opened.press('Home');
    for (const _ of '- Prices rose by ') await opened.press('ArrowRight');
    for (const _ of '12%') await opened.press('Shift+ArrowRight');
    await takeFix(opened.page, /^Extract .* to a key number$/, () => opened.input().waitFor());
    assert.equal(await opened.input().inputValue(), 'Prices rose');
    await opened.input().fill('Rise of prices: 2024');
    await opened.input().press('Enter');
    await opened.line('    title: "Rise of prices: 2024"').waitFor();
    await opened.line('- Prices rose by {{prices-rose}} [@ore-2024]').waitFor();
  });
});

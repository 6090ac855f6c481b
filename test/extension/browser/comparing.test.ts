import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { focusEditor, lineStarting, moveCursor, runCommand } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const SOURCES = `
## Sources

[1] [Harbour report](https://example.org/harbour)
[2] [Water ledger](https://example.org/water)
`;
const BEFORE = `# Lindhaven

- The port of Lindhaven handled 4.2 million containers in 2023 [1].
- Leaks may waste a fifth of the water [2].
- The old pipes were laid in 1911 [2].
${SOURCES}`;
const AFTER = `# Lindhaven

- In 2023, 4.7 million containers passed through the port of Lindhaven [1].
- In 1911, the old pipes were laid.
- Leaks waste a fifth of the water [2].
${SOURCES}`;

describe('Compare with Revision', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const picker = () => page().locator('.quick-input-widget');
  const rows = () => picker().locator('.quick-input-list-entry');
  const title = (words: string) => picker().getByText(words, { exact: true }).waitFor({ timeout: 10_000 });
  const compare = () => runCommand(page(), 'Brief: Compare with Revision...', () => title('Compare with Revision'));
  const cursorAt = (line: number) =>
    page()
      .locator('.part.statusbar', { hasText: `Ln ${line}, Col` })
      .waitFor({ timeout: 10_000 });

  before(async function () {
    this.timeout(180_000);
    opened = await open('compared.brief', BEFORE, { git: true });
    const cwd = dirname(opened.file);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=a@a.example', ...args], { cwd, stdio: 'ignore' });
    git('init', '-q');
    git('add', 'compared.brief');
    git('commit', '-qm', 'Write about the port');
    writeFileSync(opened.file, AFTER);
    // VS Code may not watch the file yet.
    opened.run('workbench.action.files.revert');
    await lineStarting(page(), '- In 1911').waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('offers the commits of the brief, and lists what it said otherwise then', async () => {
    await compare();
    await picker().getByText('Write about the port').waitFor({ timeout: 20_000 });
    await page().keyboard.press('Enter');
    await title('Changes, without Rewording: 3');
    const texts = await rows().allTextContents();
    assert.equal(texts.length, 3);
    assert.match(texts[0] ?? '', /4\.2 million → 4\.7 million.*number · line 3/);
    assert.match(texts[1] ?? '', /lost: \[2\].*citation · line 4/);
    assert.match(texts[2] ?? '', /lost: may.*hedge · line 5/);
  });

  it('goes to the change that is picked, in the comparison', async () => {
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('Enter');
    await picker().waitFor({ state: 'hidden' });
    await cursorAt(5);
    assert.equal((await page().locator('.diff-editor, .monaco-diff-editor').count()) > 0, true);
  });

  it('compares unsaved text with what is saved', async () => {
    await moveCursor(page(), 3, 1);
    await page().keyboard.press('End');
    await page().keyboard.type(' It has 12 cranes.');
    await compare();
    await picker().getByText('Saved on Disk').waitFor();
    await page().keyboard.type('Saved');
    await page().keyboard.press('Enter');
    await title('Changes, without Rewording: 1');
    assert.match((await rows().allTextContents()).join(), /added: 12/);
    await page().keyboard.press('Escape');
    await page().keyboard.press('ControlOrMeta+z');
  });

  it('goes to the change in the comparison, where the brief is in another group of editors, too', async () => {
    opened?.run('workbench.action.files.revert');
    await page().locator('.tab.dirty').first().waitFor({ state: 'detached' });
    opened?.run('workbench.action.closeAllEditors');
    await page().locator('.tab').first().waitFor({ state: 'detached' });
    opened?.run('vscode.open', { file: opened.file });
    await lineStarting(page(), '- In 1911').waitFor();
    await focusEditor(page());
    await page().keyboard.press('Control+\\');
    await page().locator('.editor-group-container').nth(1).locator('.view-line', { hasText: 'In 1911' }).waitFor();
    await compare();
    await picker().getByText('Write about the port').waitFor({ timeout: 20_000 });
    await page().keyboard.type('Write about');
    await page().keyboard.press('Enter');
    await title('Changes, without Rewording: 3');
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('Enter');
    await picker().waitFor({ state: 'hidden' });
    await cursorAt(5);
  });
});

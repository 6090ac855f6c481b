import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  focusEditor,
  lineStarting,
  moveCursor,
  previewOf,
  runCommand,
  settled,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `# Lindhaven

- The port of Lindhaven handled 4.2 million containers in 2023 [1].
- The old pipes were laid in 1911 [1]. {>>By **whom**? [Run](command:workbench.action.quit) @AZ 2026-11-28<<}

## Sources

[1] [Harbour report](https://example.org/harbour)
`;

describe('Comments', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const thread = () => page().locator('.review-widget');
  const comments = () => thread().locator('.comment-body');
  /** The last row of the versions to compare a brief with. */
  const otherFile = () => page().locator('.quick-input-widget').getByText('Another File...');
  const onDisk = () => readFileSync(opened?.file ?? '', 'utf8');
  /** Saves the file, and waits until it has a text on the disk. */
  const saved = async (expected: (text: string) => boolean) => {
    for (;;) {
      await page().keyboard.press('Control+S');
      if (expected(onDisk())) return onDisk();
      await page().waitForTimeout(100);
    }
  };
  /** What a button of a thread or comment does, by the keyboard. */
  const press = async (name: string) => {
    await thread().getByRole('button', { name }).first().focus();
    await page().keyboard.press('Enter');
  };

  before(async function () {
    this.timeout(180_000);
    opened = await open('commented.brief', BRIEF, { settings: { 'brief.reviewer': 'BC' } });
    await lineStarting(page(), '- The old pipes').waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('are written at the cursor by the keyboard, and kept behind the insight', async () => {
    await moveCursor(page(), 3, 10);
    await runCommand(page(), 'Brief: Add Comment', () => thread().waitFor({ timeout: 10_000 }));
    await page().keyboard.type('Which year do you mean?');
    await page().keyboard.press('Control+Enter');
    await comments().getByText('Which year do you mean?').waitFor({ timeout: 10_000 });
    await focusEditor(page());
    const text = await saved((now) => now.includes('{>>Which'));
    const day = new Date().toISOString().slice(0, 4);
    assert.match(
      text,
      new RegExp(`2023 \\[1\\]\\. \\{>>Which year do you mean\\? @BC ${day}-\\d\\d-\\d\\d<<\\}\\n- The old`),
    );
    assert.equal(text.replace(/ \{>>Which.*?<<\}(?=\n)/, ''), BRIEF);
  });

  it('are answered in their thread', async () => {
    await moveCursor(page(), 4, 1);
    await runCommand(page(), 'Brief: Next Open Comment', () => comments().getByText('By **whom**?').waitFor());
    await thread().locator('.review-thread-reply-button').last().click();
    await page().keyboard.type('By the city.');
    await page().keyboard.press('Control+Enter');
    await comments().getByText('By the city.').waitFor({ timeout: 10_000 });
    await focusEditor(page());
    const text = await saved((now) => now.includes('{>>By the city.'));
    assert.match(text, /2026-11-28<<\} \{>>By the city\. @BC \d{4}-\d\d-\d\d<<\}\n/);
  });

  it('are written in a field that is not checked, as it is no text of the user', async () => {
    await page().keyboard.press('Control+Shift+M');
    const problems = page().locator('.markers-panel .monaco-list-row');
    await settled(() => problems.count());
    assert.deepEqual(await problems.filter({ hasText: 'brief.config' }).allTextContents(), []);
  });

  it('leave the commands and the status bar at their brief while one is written', async () => {
    await thread().locator('.review-thread-reply-button').last().click();
    await thread().locator('.monaco-editor.focused').waitFor();
    opened?.run('brief.compareWithRevision');
    await otherFile().waitFor();
    await page().keyboard.press('Escape');
    await page().locator('.part.statusbar').getByText('2 of 2 cited').waitFor();
    await focusEditor(page());
  });

  it('are not taken for briefs beside the one that the preview shows', async () => {
    opened?.run('brief.showPreviewToSide');
    await previewOf(page()).locator('h1').click();
    opened?.run('brief.compareWithRevision');
    await otherFile().waitFor();
    await page().keyboard.press('Escape');
    await page().locator('.tab', { hasText: 'Preview' }).click({ button: 'middle' });
    await page().locator('iframe.webview').waitFor({ state: 'detached' });
    await focusEditor(page());
  });

  it('are plain text, whatever stands in them', async () => {
    const asked = comments().filter({ hasText: 'By **whom**?' });
    assert.equal(await asked.locator('a, strong').count(), 0);
    await asked.getByText('[Run](command:workbench.action.quit)').waitFor();
  });

  it('are resolved by the keyboard, and opened again by undo', async () => {
    await thread().locator('.head').getByText('Open comment').first().waitFor();
    await press('Resolve');
    await saved((now) => / resolved<<\}/.test(now));
    await focusEditor(page());
    await page().keyboard.press('Control+Z');
    await saved((now) => !now.includes('resolved'));
  });

  it('get another text, which keeps their author and day', async () => {
    await press('Edit Comment');
    await thread().getByRole('button', { name: 'Save Comment' }).waitFor();
    await thread().locator('.comment-body .monaco-editor.focused, .edit-container .monaco-editor.focused').waitFor();
    await page().keyboard.press('Control+End');
    await page().keyboard.type(' Exactly.');
    await page().keyboard.press('Control+Enter');
    await focusEditor(page());
    const text = await saved((now) => now.includes('Exactly.'));
    assert.match(text, /\{>>[^{]* Exactly\. @(?:AZ|BC) \d{4}-\d\d-\d\d<<\}/);
  });

  it('are deleted with the space before them, and come back by undo', async () => {
    const before = onDisk();
    await press('Delete Thread');
    const after = await saved((now) => now.length < before.length);
    assert.doesNotMatch(after, / \n/);
    await focusEditor(page());
    await page().keyboard.press('Control+Z');
    assert.equal(await saved((now) => now.length === before.length), before);
  });

  it('are listed in the Comments panel', async () => {
    await runCommand(page(), 'Brief: Show Open Comments', () =>
      page().locator('.comments-panel').getByText('Which year do you mean?').waitFor({ timeout: 10_000 }),
    );
  });

  it('stay listed when their brief is closed', async () => {
    const panel = page().locator('.comments-panel');
    await page().locator('.tab.dirty').waitFor({ state: 'detached' });
    opened?.run('workbench.action.closeAllEditors');
    await page().locator('.tab').first().waitFor({ state: 'detached' });
    await settled(() => panel.textContent());
    await panel.getByText('Which year do you mean?').waitFor({ timeout: 5000 });
  });
});

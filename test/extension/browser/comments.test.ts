import assert from 'node:assert/strict';
import { problemsIn, settled } from '../../../scripts/lib/workbench.js';
import { inWindow } from './support';

const BRIEF = `# Lindhaven

- The port of Lindhaven handled 4.2 million containers in 2023 [1].
- The old pipes were laid in 1911 [1]. {>>By **whom**? [Run](command:workbench.action.quit) @AZ 2026-11-28<<}
- The new pipes were laid in 1987.
- The water of Lindhaven comes from two lakes [1].

## Sources

[1] [Harbour report](https://example.org/harbour)
`;

describe('Comments', () => {
  const thread = () => opened.page.locator('.review-widget');
  const comments = () => thread().locator('.comment-body');
  /** The last row of the versions to compare a brief with. */
  const otherFile = () => opened.picker().getByText('Another File...');
  /** Waits until a comment can be written: VS Code shows its field first, and gives it the focus then. */
  const writing = () => thread().locator('.monaco-editor.focused').waitFor();
  /** Begins an answer in the last thread: VS Code shows a button for that, or the field itself. */
  const reply = async () => {
    await thread().locator('.review-thread-reply-button:visible, .comment-form .monaco-editor:visible').last().click();
    await writing();
  };
  /** The fields of comments that are no thread yet. */
  const fields = () => opened.page.locator('.review-widget:not(:has(.comment-body)) .monaco-editor');
  /** What a button of a thread or comment does, by the keyboard. */
  const press = (name: string) => thread().getByRole('button', { name }).first().press('Enter');

  const opened = inWindow('commented.brief', BRIEF, {
    settings: { 'brief.reviewer': 'BC', 'comments.openView': 'never' },
  });
  before(async () => {
    await opened.line('- The old pipes').waitFor();
    // VS Code opens the panel by itself, but not always on a busy machine.
    opened.run('brief.showComments');
    await opened.page.locator('.comments-panel').getByText('By **whom**?').waitFor();
    await opened.focus();
  });

  it('are written at the cursor by the keyboard, and kept behind the insight', async () => {
    await opened.moveTo(3, 10);
    opened.run('brief.addComment');
    await writing();
    await opened.type('Which year do you mean?');
    await opened.press('Control+Enter');
    await comments().getByText('Which year do you mean?').waitFor();
    await opened.focus();
    const text = await opened.saved((now) => now.includes('{>>Which'));
    const day = new Date().toISOString().slice(0, 4);
    assert.match(
      text,
      new RegExp(`2023 \\[1\\]\\. \\{>>Which year do you mean\\? @BC ${day}-\\d\\d-\\d\\d<<\\}\\n- The old`),
    );
    assert.equal(text.replace(/ \{>>Which.*?<<\}(?=\n)/, ''), BRIEF);
  });

  it('are answered in their thread', async () => {
    await opened.moveTo(4, 1);
    opened.run('brief.nextComment');
    await comments().getByText('By **whom**?').waitFor();
    await reply();
    await opened.type('By the city.');
    await opened.press('Control+Enter');
    await comments().getByText('By the city.').waitFor();
    await opened.focus();
    const text = await opened.saved((now) => now.includes('{>>By the city.'));
    assert.match(text, /2026-11-28<<\} \{>>By the city\. @BC \d{4}-\d\d-\d\d<<\}\n/);
  });

  it('are written in a field that is not checked, as it is no text of the user', async () => {
    opened.run('workbench.actions.view.problems');
    // What is wrong with the brief itself is there.
    await problemsIn(opened.page).filter({ hasText: 'citation/missing' }).waitFor();
    const problems = opened.page.locator('.markers-panel .monaco-list-row');
    assert.deepEqual(await problems.filter({ hasText: 'brief.config' }).allTextContents(), []);
  });

  it('leave the commands and the status bar at their brief while one is written', async () => {
    await reply();
    opened.run('brief.compareWithRevision');
    await otherFile().waitFor();
    await opened.dismiss();
    await opened.status('3 of 4 cited').waitFor();
    await opened.focus();
  });

  it('are not taken for briefs beside the one that the preview shows', async () => {
    opened.run('brief.showPreviewToSide');
    await opened.preview().locator('h1').click();
    await opened.activeTab('Preview').waitFor();
    opened.run('brief.compareWithRevision');
    await otherFile().waitFor();
    await opened.dismiss();
    await opened.tab('Preview').click({ button: 'middle' });
    await opened.page.locator('iframe.webview').waitFor({ state: 'detached' });
    await opened.focus();
  });

  it('are plain text, whatever stands in them', async () => {
    const asked = comments().filter({ hasText: 'By **whom**?' });
    assert.equal(await asked.locator('a, strong').count(), 0);
    await asked.getByText('[Run](command:workbench.action.quit)').waitFor();
  });

  it('are resolved by the keyboard, and opened again by undo', async () => {
    await thread().locator('.head').getByText('Open comment').first().waitFor();
    await press('Resolve');
    await opened.saved((now) => / resolved<<\}/.test(now));
    await opened.focus();
    await opened.press('Control+Z');
    await opened.saved((now) => !now.includes('resolved'));
  });

  it('get another text, which keeps their author and day', async () => {
    await press('Edit Comment');
    await thread().getByRole('button', { name: 'Save Comment' }).waitFor();
    await writing();
    await opened.press('Control+End');
    await opened.type(' Exactly.');
    await opened.press('Control+Enter');
    await opened.focus();
    const text = await opened.saved((now) => now.includes('Exactly.'));
    assert.match(text, /\{>>[^{]* Exactly\. @(?:AZ|BC) \d{4}-\d\d-\d\d<<\}/);
  });

  it('are deleted with the space before them, and come back by undo', async () => {
    const before = opened.read();
    await press('Delete Thread');
    const after = await opened.saved((now) => now.length < before.length);
    assert.doesNotMatch(after, / \n/);
    await opened.focus();
    await opened.press('Control+Z');
    assert.equal(await opened.saved((now) => now.length === before.length), before);
  });

  it('are written in the box of their own line while another one is open', async () => {
    const before = opened.read();
    await opened.moveTo(5, 10);
    opened.run('brief.addComment');
    await writing();
    await opened.type('Half a rem');
    await opened.focus();
    await opened.moveTo(6, 10);
    opened.run('brief.addComment');
    await fields().nth(1).waitFor();
    await writing();
    await opened.type('Says who?');
    await opened.press('Control+Enter');
    await opened.focus();
    const text = await opened.saved(/two lakes \[1\]\. \{>>Says who\? @BC/);
    assert.doesNotMatch(text, /Half a rem/);
    await fields().filter({ hasText: 'Half a rem' }).click();
    await opened.press('Control+Enter');
    await opened.focus();
    await opened.saved(/laid in 1987\. \{>>Half a rem @BC/);
    await opened.press('Control+Z');
    await opened.press('Control+Z');
    assert.equal(await opened.saved((now) => !/Half|Says/.test(now)), before);
  });

  it('are written on a blank line for the claim above it, and nowhere where nothing is claimed', async () => {
    await opened.moveTo(7, 1);
    opened.run('brief.addComment');
    await writing();
    await opened.type('Where?');
    await opened.press('Control+Enter');
    await opened.focus();
    await opened.saved(/two lakes \[1\]\. \{>>Where\? @BC/);
    await opened.moveTo(8, 1);
    opened.run('brief.addComment');
    await opened.said('A comment goes after a list item');
    assert.equal(await opened.page.locator('.review-widget .monaco-editor.focused').count(), 0);
  });

  it('are listed in the Comments panel', async () => {
    opened.run('brief.showComments');
    await opened.page.locator('.comments-panel').getByText('Which year do you mean?').waitFor();
  });

  it('stay listed when their brief is closed', async () => {
    const panel = opened.page.locator('.comments-panel');
    await opened.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await opened.closeAll();
    await opened.status(/of \d cited/).waitFor({ state: 'detached' });
    await settled(() => panel.textContent());
    await panel.getByText('Which year do you mean?').waitFor({ timeout: 5000 });
  });
});

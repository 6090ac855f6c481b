import assert from 'node:assert/strict';
import { problemsIn, runCommand, takeFile, takeFix } from '../../../scripts/lib/workbench.js';
import { commit } from './folder';
import { inWindow, until } from './support';

const BRIEF = `---
title: Ore
sources:
  - id: 1
    title: Yearbook of ore
    publisher: Sample Institute
    quote: In 2024 the mill shipped 48 crates of ore.
---

- Prices of ore may rise [own].
`;

describe('Without a mouse', () => {
  const title = (words: string) => opened.picker().getByText(words, { exact: true }).waitFor();
  /** Waits until the editor shows a line that starts so. */
  const line = (start: string) => opened.line(start).first().waitFor();

  const opened = inWindow('ore.brief', BRIEF, {
    problems: true,
    git: true,
    prepare: (path) => commit(path, 'ore.brief', 'Begin the brief'),
    settings: { 'brief.reviewer': 'BC', 'editor.inlayHints.enabled': 'off' },
  });
  before(async () => {
    await line('- Prices');
    // The repository is known.
    await opened.status('main').waitFor();
    await opened.page.evaluate(`addEventListener('mousedown', () => { window.wasClicked = true; }, true)`);
    await opened.focus();
  });

  it('a claim is written, and its source taken from the list', async () => {
    await opened.moveTo(10, 1);
    await opened.press('End');
    await opened.press('Enter');
    await opened.type('In 2024 the mill shipped 84 crates of ore [');
    await opened.page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Yearbook of ore' })
      .and(opened.page.locator('.focused'))
      .waitFor();
    await opened.press('Enter');
    await opened.type('.');
    await line('- In 2024 the mill shipped 84 crates of ore [1].');
  });

  it('a problem is gone to, and its fix taken', async () => {
    // What was wrong while the claim was typed may still stand there.
    await problemsIn(opened.page).filter({ hasText: '84 is not found in [1]' }).waitFor();
    await opened.press('F8');
    await opened.page.locator('.zone-widget', { hasText: '84 is not found in [1]' }).waitFor();
    await opened.press('Escape');
    await takeFix(opened.page, /Take the source's number: 48/, () =>
      line('- In 2024 the mill shipped 48 crates of ore [1].'),
    );
  });

  it('a comment is written, and its thread left', async () => {
    const thread = opened.page.locator('.review-widget');
    await runCommand(opened.page, 'Brief: Add Comment');
    await thread.locator('.monaco-editor.focused').waitFor();
    await opened.type('Of which mill?');
    await opened.press('Control+Enter');
    await thread.locator('.comment-body').getByText('Of which mill?').waitFor();
    await opened.press('Escape');
    await opened.focus();
    await opened.page.locator('.view-line', { hasText: '{>>Of which mill? @BC' }).first().waitFor();
  });

  it('versions are compared', async () => {
    await opened.press('Control+s');
    await until('the comment is saved', () => opened.read().includes('{>>Of which mill?'));
    await runCommand(opened.page, 'Brief: Compare with Revision...', () => title('Compare with Revision'));
    await opened.choose('Begin the brief');
    await title('Changes, without Rewording: 3');
    await opened.dismiss();
  });

  it('the brief is exported', async () => {
    await takeFile(
      opened.page,
      'ore.html',
      async () => {
        await runCommand(opened.page, 'Brief: Export as HTML', () => opened.picks('Without Comments').waitFor());
        await opened.choose('Without Comments');
      },
      { byKeys: true },
    );
    assert.match(await opened.written('ore.html'), /48/);
  });

  it('all that was done without a click', async () => {
    assert.equal(await opened.page.evaluate('window.wasClicked === true'), false);
  });
});

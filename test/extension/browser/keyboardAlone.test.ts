import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import {
  again,
  focusEditor,
  lineStarting,
  moveCursor,
  runCommand,
  takeFile,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed, textWritten } from './support';

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
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const picker = () => page().locator('.quick-input-widget');
  const title = (words: string) => picker().getByText(words, { exact: true }).waitFor({ timeout: 10_000 });
  const press = (key: string) => page().keyboard.press(key);
  /** Waits until the editor shows a line that starts so. */
  const line = (start: string) => lineStarting(page(), start).first().waitFor({ timeout: 10_000 });

  before(async function () {
    this.timeout(180_000);
    opened = await open('ore.brief', BRIEF, {
      git: true,
      settings: { 'brief.reviewer': 'BC', 'editor.inlayHints.enabled': 'off' },
    });
    const cwd = dirname(opened.file);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=a@a.example', ...args], { cwd, stdio: 'ignore' });
    git('init', '-q');
    git('add', 'ore.brief');
    git('commit', '-qm', 'Begin the brief');
    await line('- Prices');
    await page().evaluate(`addEventListener('mousedown', () => { window.wasClicked = true; }, true)`);
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('a claim is written, and its source taken from the list', async () => {
    await moveCursor(page(), 10, 1);
    await press('End');
    await press('Enter');
    await page().keyboard.type('In 2024 the mill shipped 84 crates of ore [');
    await page().locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Yearbook of ore' }).waitFor();
    await press('Enter');
    await page().keyboard.type('.');
    await line('- In 2024 the mill shipped 84 crates of ore [1].');
  });

  it('a problem is gone to, and its fix taken', async () => {
    await page().locator('.squiggly-warning').first().waitFor();
    // What was wrong while the claim was typed may still stand there.
    await again(async () => {
      await press('F8');
      await page().locator('.zone-widget', { hasText: '84 is not found in [1]' }).waitFor({ timeout: 3000 });
    });
    await press('Escape');
    await takeFix(page(), /Take the source's number: 48/, () =>
      line('- In 2024 the mill shipped 48 crates of ore [1].'),
    );
  });

  it('a comment is written, and its thread left', async () => {
    const thread = page().locator('.review-widget');
    await runCommand(page(), 'Brief: Add Comment', () => thread.waitFor({ timeout: 10_000 }));
    await page().keyboard.type('Of which mill?');
    await press('Control+Enter');
    await thread.locator('.comment-body').getByText('Of which mill?').waitFor({ timeout: 10_000 });
    await press('Escape');
    await focusEditor(page());
    await page().locator('.view-line', { hasText: '{>>Of which mill? @BC' }).first().waitFor();
  });

  it('versions are compared', async () => {
    await press('Control+s');
    await page().locator('.tabs-container .tab.dirty').waitFor({ state: 'detached' });
    await runCommand(page(), 'Brief: Compare with Revision...', () => title('Compare with Revision'));
    await picker().getByText('Begin the brief').waitFor({ timeout: 20_000 });
    await press('Enter');
    await title('Changes, without Rewording: 3');
    await press('Escape');
  });

  it('the brief is exported', async () => {
    const path = join(dirname(opened?.file ?? ''), 'ore.html');
    await takeFile(page(), 'ore.html', async () => {
      await runCommand(page(), 'Brief: Export as HTML', () =>
        picker().getByText('Without Comments').waitFor({ timeout: 5000 }),
      );
      await press('Enter');
    });
    assert.match(await textWritten(page(), path), /48/);
  });

  it('all that was done without a click', async () => {
    assert.equal(await page().evaluate('window.wasClicked === true'), false);
  });
});

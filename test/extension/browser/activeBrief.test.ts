import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  focusEditor,
  lineStarting,
  moveCursor,
  openFile,
  previewOf,
  runCommand,
  settled,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const briefOf = (title: string) => `---
sources:
  - id: 1
    title: Report of ${title}
  - id: 2
    title: Ledger of ${title}
---

# ${title}

- Prices in ${title} rose by 12% in 2024 [1].
- Output in ${title} was 40 tons in 2024 [1].
- Exports of ${title} fell by 31% in 2022.
`;
const MINE = briefOf('Mine');
/** Markdown with sources of its own, which is checked once that is asked for. */
const OTHER = `# Other

Prices in Other rose by 12% in 2024 [1]. Output was 40 tons in 2024 [1].

Exports fell by 31% in 2022.

## Sources

- [1] [Report of Other](https://example.org/other)
`;
const FILES = { 'mine.brief': MINE, 'plain.md': '# Plain\n\n- Exports fell by 31% in 2022 [7].\n', 'other.md': OTHER };
const lineOf = (words: string) => MINE.slice(0, MINE.indexOf(words)).split('\n').length;

describe('The brief that the user is at', () => {
  let opened: Opened;
  let count = 0;
  /** What the brief of a test is about, and its file. */
  let [town, name] = ['', ''];
  const page = () => opened.page;
  const view = () =>
    page().locator('.pane', { has: page().locator('.pane-header .title').getByText('Sources', { exact: true }) });
  const row = (text: string) => view().locator('.monaco-list-row', { hasText: text }).first();
  const picker = () => page().locator('.quick-input-widget');
  const status = (words: string | RegExp) => page().locator('.part.statusbar .statusbar-item', { hasText: words });
  const path = (of: string) => join(dirname(opened.file), of);
  const file = (of: string) => ({ file: path(of) });
  const run = (command: string, ...given: readonly unknown[]) => opened.run(command, ...given);
  /** Saves all, and waits until the brief has a text on the disk. */
  const saved = async (text: string | RegExp) => {
    const isThere = (now: string) => (typeof text === 'string' ? now.includes(text) : text.test(now));
    while (!isThere(readFileSync(path(name), 'utf8')) || (await page().locator('.tab.dirty').count()) > 0) {
      run('workbench.action.files.saveAll');
      await page().waitForTimeout(200);
    }
  };
  const pressInView = async (title: string) => {
    await view().locator('.pane-header').hover();
    await view().locator(`.pane-header .action-label[aria-label^="${title}"]`).first().click();
  };
  const citeHere = async (text: string) => {
    await row(text).hover();
    await row(text).locator('.action-label[aria-label*="Cite"]').click();
  };
  /** Adds a source by the button of the view. */
  const addSource = async (title: string) => {
    await pressInView('Add Source');
    await picker().locator('input').first().fill(title);
    await picker().locator('.monaco-list-row.focused', { hasText: 'Add as it is' }).waitFor();
    await page().keyboard.press('Enter');
  };
  const focusOutput = async () => {
    run('workbench.panel.output.focus');
    await page().locator('.panel .monaco-editor.focused').waitFor();
  };

  before(async () => {
    opened = await open('mine.brief', MINE, {
      files: FILES,
      settings: { 'editor.inlayHints.enabled': 'off', 'diffEditor.useInlineViewWhenSpaceIsLimited': false },
    });
    await page().locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    await row('[1] Report of Mine').waitFor();
  });
  // A file that was closed may stay open for VS Code.
  beforeEach(async () => {
    town = `Town ${++count}`;
    name = `town-${count}.brief`;
    writeFileSync(path(name), briefOf(town));
    run('workbench.action.closeAllEditors');
    await page().locator('.tab').first().waitFor({ state: 'detached' });
    run('vscode.open', file(name));
    await row(`[1] Report of ${town}`).waitFor();
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('is the side of a comparison that can be changed, while the other one has the focus', async () => {
    await compare();
    await page().locator('.editor.original .view-line', { hasText: 'Output' }).click();
    run('brief.nextUncited');
    await status('Uncited claim 1 of 1').waitFor();
    await status('2 of 3 cited').waitFor();
    await saved('They fell later.');
  });

  it('keeps its preview and its sources while the old side of a comparison has the focus', async () => {
    run('brief.showPreviewToSide');
    await previewOf(page()).locator('h1', { hasText: town }).waitFor();
    await focusEditor(page());
    await compare();
    await page().locator('.editor.original .view-line', { hasText: 'Output' }).click();
    await page().locator('.monaco-editor.original-in-monaco-diff-editor.focused').waitFor();
    await settled(() => previewOf(page()).locator('body').textContent());
    await previewOf(page()).locator('h1', { hasText: town }).waitFor();
    await row(`[1] Report of ${town}`).waitFor();
    await saved('They fell later.');
  });

  it('is the one that the Sources view names, when its buttons add sources', async () => {
    run('brief.showLockedPreviewToSide');
    await previewOf(page()).locator('h1', { hasText: town }).waitFor();
    await focusEditor(page());
    run('vscode.open', file('mine.brief'));
    await row('[1] Report of Mine').waitFor();
    await previewOf(page()).locator('h1').first().click();
    await row(`[1] Report of ${town}`).waitFor();
    await addSource('Charts of the coast');
    await saved('Charts of the coast');
    assert.equal(readFileSync(path('mine.brief'), 'utf8'), MINE);
  });

  it('takes sources while its preview covers it, and while Markdown that is not checked is active', async () => {
    run('brief.showPreview');
    await previewOf(page()).locator('h1').click();
    await addSource('Charts of the coast');
    await saved('Charts of the coast');
    run('vscode.open', file('plain.md'), 2);
    await lineStarting(page(), '# Plain').waitFor();
    await addSource('Maps of the coast');
    await saved('Maps of the coast');
  });

  it('cites by Cite Here at the cursor of its active editor', async () => {
    await moveCursor(page(), lineOf('- Prices'), 5);
    run('workbench.action.splitEditor');
    await page().locator('.editor-instance').nth(1).waitFor();
    await moveCursor(page(), lineOf('- Output'), 5);
    await citeHere('[2] Ledger');
    await saved(/Output.*\[1\]\[2\]/);
  });

  it('comes forward to be cited in', async () => {
    await moveCursor(page(), lineOf('- Output'), 5);
    run('brief.showPreview');
    await previewOf(page()).locator('h1').click();
    await citeHere('[2] Ledger');
    await saved(/Output.*\[1\]\[2\]/);
  });

  it('has its text in the active tab while the output has the focus', async () => {
    await moveCursor(page(), 1, 1);
    await focusOutput();
    await status('2 of 3 cited').waitFor();
    run('brief.addCitation');
    await picker().locator('input[placeholder^="Find a source"]').waitFor();
    await page().keyboard.press('Escape');
    run('brief.nextUncited');
    await status('Uncited claim 1 of 1').waitFor();
  });

  it('is checked in place of the output', async () => {
    await openFile(page(), 'plain.md');
    await focusOutput();
    run('brief.checkFile');
    await status('1 of 1 cited').waitFor();
  });

  it('is none once its Markdown is not checked any more', async () => {
    await openFile(page(), 'other.md');
    await focusEditor(page());
    run('brief.checkFile');
    await status('1 of 2 cited').waitFor();
    await row('[1] Report of Other').waitFor();
    run('brief.showPreviewToSide');
    await previewOf(page()).locator('h1', { hasText: 'Other' }).waitFor();
    await focusEditor(page());
    await page().locator('.editor-instance .comment-range-glyph').first().waitFor({ state: 'attached' });
    run('brief.stopChecking');
    await previewOf(page()).getByText('not checked as a brief').waitFor();
    await status('1 of 2 cited').waitFor({ state: 'detached' });
    await row('[1] Report of Other').waitFor({ state: 'detached' });
    await page().locator('.editor-instance .comment-range-glyph').first().waitFor({ state: 'detached' });
  });

  /** Compares the text, which changes, with what is saved. */
  async function compare(): Promise<void> {
    await moveCursor(page(), lineOf('- Prices'), 1);
    await page().keyboard.press('End');
    await page().keyboard.type(' They fell later.');
    await runCommand(page(), 'Brief: Compare with Revision...', () => picker().getByText('Saved on Disk').waitFor());
    await picker().locator('input').first().fill('Saved');
    await page().keyboard.press('Enter');
    await page().locator('.monaco-diff-editor').waitFor();
    await page().keyboard.press('Escape');
  }
});

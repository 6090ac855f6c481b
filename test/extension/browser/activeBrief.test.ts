import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { again, settled } from '../../../scripts/lib/workbench.js';
import { inWindow } from './support';

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
  let count = 0;
  /** What the brief of a test is about, and its file. */
  let [town, name] = ['', ''];
  const view = () => opened.pane('Sources');
  const row = (text: string) => view().locator('.monaco-list-row', { hasText: text }).first();
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
    await opened.picks('Add as it is').waitFor();
    await opened.choose('Add as it is', title);
  };
  const focusOutput = async () => {
    opened.run('workbench.panel.output.focus');
    await opened.page.locator('.panel .monaco-editor.focused').waitFor();
  };

  const opened = inWindow('mine.brief', MINE, {
    files: FILES,
    settings: { 'editor.inlayHints.enabled': 'off', 'diffEditor.useInlineViewWhenSpaceIsLimited': false },
  });
  before(async () => {
    await opened.page.locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    await row('[1] Report of Mine').waitFor();
  });
  // A file that was closed may stay open for VS Code.
  beforeEach(async () => {
    town = `Town ${++count}`;
    name = `town-${count}.brief`;
    writeFileSync(opened.at(name), briefOf(town));
    await opened.closeAll();
    await opened.show(name);
    await row(`[1] Report of ${town}`).waitFor();
    await opened.focus();
  });

  it('is the side of a comparison that can be changed, while the other one has the focus', async () => {
    await compare();
    await focusOldSide();
    opened.run('brief.nextUncited');
    await opened.status('Uncited claim 1 of 1').waitFor();
    await opened.status('2 of 3 cited').waitFor();
    await opened.saved('They fell later.', name);
  });

  it('keeps its preview and its sources while the old side of a comparison has the focus', async () => {
    opened.run('brief.showPreviewToSide');
    await opened.preview().locator('h1', { hasText: town }).waitFor();
    await opened.focus();
    await compare();
    await focusOldSide();
    await settled(() => opened.preview().locator('body').textContent());
    await opened.preview().locator('h1', { hasText: town }).waitFor();
    await row(`[1] Report of ${town}`).waitFor();
    await opened.saved('They fell later.', name);
  });

  it('is the one that the Sources view names, when its buttons add sources', async () => {
    opened.run('brief.showLockedPreviewToSide');
    await opened.preview().locator('h1', { hasText: town }).waitFor();
    await opened.focus();
    await opened.show('mine.brief');
    await row('[1] Report of Mine').waitFor();
    await opened.preview().locator('h1').first().click();
    await row(`[1] Report of ${town}`).waitFor();
    await addSource('Charts of the coast');
    await opened.saved('Charts of the coast', name);
    assert.equal(opened.read('mine.brief'), MINE);
  });

  it('takes sources while its preview covers it, and while Markdown that is not checked is active', async () => {
    opened.run('brief.showPreview');
    await opened.preview().locator('h1').click();
    await opened.activeTab('Preview').waitFor();
    await addSource('Charts of the coast');
    await opened.saved('Charts of the coast', name);
    await opened.show('plain.md', 2);
    await addSource('Maps of the coast');
    await opened.saved('Maps of the coast', name);
  });

  it('cites by Cite Here at the cursor of its active editor', async () => {
    await opened.moveTo(lineOf('- Prices'), 5);
    opened.run('workbench.action.splitEditor');
    await opened.page.locator('.editor-group-container').nth(1).locator('.monaco-editor.focused').waitFor();
    await opened.moveTo(lineOf('- Output'), 5);
    await citeHere('[2] Ledger');
    await opened.saved(/Output.*\[1\]\[2\]/, name);
  });

  it('comes forward to be cited in', async () => {
    await opened.moveTo(lineOf('- Output'), 5);
    opened.run('brief.showPreview');
    await opened.preview().locator('h1').click();
    await opened.activeTab('Preview').waitFor();
    await citeHere('[2] Ledger');
    await opened.saved(/Output.*\[1\]\[2\]/, name);
  });

  it('has its text in the active tab while the output has the focus', async () => {
    await opened.moveTo(lineOf('- Output'), 5);
    await focusOutput();
    await opened.status('2 of 3 cited').waitFor();
    // VS Code closes the picker when the focus moves from the output to the text after it has opened.
    await again(async () => {
      opened.run('brief.addCitation');
      await opened.picker().locator('input[placeholder^="Find a source"]').waitFor({ timeout: 10_000 });
    });
    await opened.dismiss();
    opened.run('brief.nextUncited');
    await opened.status('Uncited claim 1 of 1').waitFor();
  });

  it('is checked in place of the output', async () => {
    await opened.show('plain.md');
    await focusOutput();
    opened.run('brief.checkFile');
    await opened.status('0 of 1 cited').waitFor();
  });

  it('is none once its Markdown is not checked any more', async () => {
    await opened.show('other.md');
    await opened.focus();
    opened.run('brief.checkFile');
    await opened.status('1 of 2 cited').waitFor();
    await row('[1] Report of Other').waitFor();
    opened.run('brief.showPreviewToSide');
    await opened.preview().locator('h1', { hasText: 'Other' }).waitFor();
    await opened.focus();
    await opened.page.locator('.editor-instance .comment-range-glyph').first().waitFor({ state: 'attached' });
    opened.run('brief.stopChecking');
    await opened.preview().getByText('not checked as a brief').waitFor();
    await opened.status('1 of 2 cited').waitFor({ state: 'detached' });
    await row('[1] Report of Other').waitFor({ state: 'detached' });
    await opened.page.locator('.editor-instance .comment-range-glyph').first().waitFor({ state: 'detached' });
  });

  /** Compares the text, which changes, with what is saved. */
  async function compare(): Promise<void> {
    await opened.moveTo(lineOf('- Prices'), 1);
    await opened.press('End');
    await opened.type(' They fell later.');
    await opened.page.locator('.tab.active.dirty').waitFor();
    opened.run('brief.compareWithRevision');
    await opened.choose('Saved on Disk', 'Saved');
    await opened.page.locator('.monaco-diff-editor').waitFor();
    await opened.said('has changed since');
  }

  async function focusOldSide(): Promise<void> {
    await opened.page.locator('.editor.original .view-line', { hasText: 'Output' }).click();
    await opened.page.locator('.monaco-editor.original-in-monaco-diff-editor.focused').waitFor();
  }
});

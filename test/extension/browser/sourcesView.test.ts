import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { settled } from '../../../scripts/lib/workbench.js';
import { hasTitles, inMenuOf, titlesOf, WELCOMES } from './menus';
import { inWindow, until } from './support';

const TEXT = `---
sources:
  - id: 1
    title: Prices of ore
    text: prices.txt
  - id: 2
    title: Output of ore
    copy: abstract
    text: output.txt
  - id: 3
    title: Deals of the year
---

# Ore

- Prices rose by 12% in 2024 [1]. They fell later.
- Output was 40 tons [2]. <!-- brief: verified 2025-08-07 AZ 000000 -->
`;
const FILES = { 'prices.txt': 'Prices of ore rose by 12% in 2024.\n', 'output.txt': 'Output was 40 tons.\n' };
const CLAIM = TEXT.slice(0, TEXT.indexOf('- Prices')).split('\n').length;

describe('The Sources view', () => {
  const view = () => opened.pane('Sources');
  const row = (text: string) => view().locator('.monaco-list-row', { hasText: text }).first();
  const action = (title: string) => view().locator(`.pane-header .action-label[aria-label^="${title}"]`);

  const opened = inWindow('view.brief', TEXT, {
    files: FILES,
    settings: { 'editor.inlayHints.enabled': 'off' },
  });
  before(async () => {
    await opened.page.locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    await row('[1] Prices of ore').waitFor();
  });

  it('has in its title what adds sources, fetches copies, filters and refreshes', async () => {
    await view().locator('.pane-header').hover();
    await hasTitles(
      () => titlesOf(view().locator('.pane-header .actions .action-label')),
      ['Add Source', 'Add Source from File', 'Filter Sources...', 'Keep Copies of All Sources', 'Refresh'],
    );
  });

  it('says of each source how much text is here, and what is to be verified again, to screen readers, too', async () => {
    await row('[2] Output of ore').getByText('abstract only · to verify again: 1').waitFor();
    await row('[1] Prices of ore').getByText('text here').waitFor();
    const label = await row('[2] Output of ore').getAttribute('aria-label');
    assert.match(label ?? '', /\[2\] Output of ore\. abstract only\. to verify again: 1\. cited once/);
  });

  it('lists only what a filter lets through, says so, and lists all again by one click', async () => {
    await view().locator('.pane-header').hover();
    await action('Filter Sources').click();
    const picks = opened.picks();
    await picks.filter({ hasText: 'Without text' }).getByText('1', { exact: true }).waitFor();
    await picks.filter({ hasText: 'Without text' }).click();
    await view().getByText('Without text: 1 of 3 sources are shown.').waitFor();
    await row('[1] Prices of ore').waitFor({ state: 'detached' });
    await row('[3] Deals of the year').waitFor();
    await view().locator('.pane-header').hover();
    await action('Show All Sources').click();
    await row('[1] Prices of ore').waitFor();
    await view().getByText('sources are shown').waitFor({ state: 'detached' });
  });

  it('goes to where a source stands, and finds sources by typing, as all trees do', async () => {
    await focusRow('[3] Deals of the year');
    await opened.press('Control+Alt+f');
    await view().locator('.monaco-tree-type-filter input').fill('Output');
    await row('[2] Output of ore').locator('.monaco-highlighted-label .highlight').getByText('Output').waitFor();
    await view().locator('.monaco-tree-type-filter input').press('Escape');
    await view().locator('.monaco-tree-type-filter').waitFor({ state: 'detached' });
  });

  it('cites a source where it is dropped, in one step to undo', async () => {
    await opened.focus();
    await opened.moveTo(CLAIM, 1);
    await drag(row('[3] Deals of the year'), opened.line('- Prices rose').locator('span > span').first());
    await opened.line('- Prices rose by 12% in 2024 [1][3]. They fell later.').waitFor();
    await row('Not cited').waitFor({ state: 'detached' });
    await opened.focus();
    await opened.press('Control+z');
    await opened.line('- Prices rose by 12% in 2024 [1]. They fell later.').waitFor();
    await row('Not cited').waitFor();
  });

  it('gives a source another id by F2, wherever it stands, in one step to undo', async () => {
    const box = await askForId('[1] Prices of ore');
    assert.equal(await box.inputValue(), '1');
    await box.fill('ore-2024');
    await box.press('Enter');
    await opened.line('- Prices rose by 12% in 2024 [@ore-2024]. They').waitFor();
    await row('[@ore-2024] Prices of ore').waitFor();
    await opened.focus();
    await opened.press('Control+z');
    await opened.line('- Prices rose by 12% in 2024 [1]. They fell').waitFor();
    await row('[1] Prices of ore').waitFor();
  });

  it('says why an id cannot be another one', async () => {
    const box = await askForId('[1] Prices of ore');
    await box.fill('3');
    await box.press('Enter');
    await opened.page.getByText('[3] is already declared').first().waitFor();
  });

  /** Gives a row the keyboard. By a click a source is shown in the text first, which may take the keyboard until then. */
  async function focusRow(name: string): Promise<void> {
    await opened.focus();
    await opened.moveTo(1, 1);
    await settled(() => view().textContent(), 300);
    await row(name).click();
    await opened.status('selected').waitFor();
    opened.run('brief.sources.focus');
    await view().locator('.monaco-list:focus .monaco-list-row.focused', { hasText: name }).waitFor();
  }

  async function askForId(name: string): Promise<Locator> {
    await focusRow(name);
    await opened.press('F2');
    await opened.input().waitFor();
    return opened.input();
  }

  /** Drags with Shift, as VS Code wants it for what is dropped into a text. */
  async function drag(from: Locator, to: Locator): Promise<void> {
    await settled(async () => [await from.boundingBox(), await to.boundingBox()], 300);
    const [a, b] = [await from.boundingBox(), await to.boundingBox()];
    assert.ok(a && b);
    const target = { x: b.x + 30, y: b.y + b.height / 2 };
    await opened.page.mouse.move(a.x + 60, a.y + a.height / 2);
    await opened.page.mouse.down();
    await opened.page.mouse.move(a.x + 90, a.y + a.height / 2 + 4, { steps: 4 });
    await opened.page.keyboard.down('Shift');
    await opened.page.mouse.move(target.x, target.y, { steps: 12 });
    const dropping = opened.page.locator('.editor-instance .dnd-target');
    let moves = 0;
    await until('VS Code shows where it drops', async () => {
      await opened.page.mouse.move(target.x + (moves++ % 3), target.y);
      return (await dropping.count()) > 0;
    });
    await opened.page.mouse.up();
    await opened.page.keyboard.up('Shift');
  }

  it('lists the sources of a preview whose text is closed', async () => {
    const text = opened.tab(/^view\.brief/);
    await opened.line('# Ore').click();
    opened.run('workbench.action.files.save');
    await opened.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    opened.run('brief.showPreviewToSide');
    await opened.preview().locator('h1', { hasText: 'Ore' }).waitFor();
    await text.locator('.tab-actions .action-label').click();
    await text.waitFor({ state: 'detached' });
    await view().locator('.pane-header').hover();
    await action('Refresh').click();
    await settled(() => view().textContent());
    await row('Prices of ore').waitFor();
  });
});

const WITH_SOURCES = `# Ore

Prices rose by 12% in 2024 [1], and fell later [9].

## Sources

- [1] [Prices of ore](https://example.org/prices)
- [2] Output of ore, a table.
`;
const WITHOUT_SOURCES = '# Ore\n\nPrices rose.\n';

/** Our commands in the menu of each row, and on the row itself. */
const ROWS: Readonly<Record<string, { readonly menu: readonly string[]; readonly row: readonly string[] }>> = {
  '[1] Prices of ore': {
    menu: ['Cite Here', 'Copy Citation', 'Edit Details', 'Open Link', 'Rename Source...', 'Show in File'],
    row: ['Cite Here', 'Open Link'],
  },
  '[2] Output of ore': {
    menu: ['Cite Here', 'Copy Citation', 'Edit Details', 'Rename Source...', 'Show in File'],
    row: ['Cite Here'],
  },
  '[9]': { menu: ['Copy Citation', 'Rename Source...', 'Show in File'], row: [] },
};

const BRIEFS_OF_VIEWS = { 'checked.md': WITH_SOURCES, 'empty.brief': WITHOUT_SOURCES, 'cited.brief': WITH_SOURCES };

describe('The views of a window that is served, where the extension host is remote', () => {
  const view = (name: string) => opened.pane(name);
  const row = (text: string) => view('Sources').locator('.monaco-list-row', { hasText: text }).first();
  /** The first words of what a view says in the place of rows, in its several states. */
  const welcome = (name: string, when: RegExp) => {
    const said = WELCOMES.find(({ view, when: condition }) => view === name && when.test(condition ?? ''));
    return opened.page.locator('.welcome-view', { hasText: said?.contents.split('.')[0] ?? 'no such state' });
  };

  const opened = inWindow('plain.md', WITHOUT_SOURCES, {
    files: BRIEFS_OF_VIEWS,
    // What the workspace cites is asked for.
    fresh: true,
  });
  before(async () => {
    await opened.page.locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
  });

  it('say that no brief is open, beside Markdown that is none', async () => {
    await welcome('brief.sources', /!= listed/).waitFor();
  });

  // Before a brief is opened: VS Code may keep one open for minutes, as it asks where comments may be written in it.
  it('say that the workspace cites no source, once no brief is left', async () => {
    await view('Sources in the Workspace').locator('.pane-header').click();
    await view('Sources in the Workspace').locator('.monaco-list-row').first().waitFor();
    const folder = opened.at('');
    for (const brief of globSync('**/*.{brief,md,yaml}', { cwd: folder })) rmSync(join(folder, brief));
    await opened.closeAll();
    opened.run('brief.restartServer');
    await welcome('brief.workspaceSources', /empty/).waitFor();
    await view('Sources in the Workspace').locator('.pane-header').click();
    for (const [name, text] of Object.entries(BRIEFS_OF_VIEWS)) writeFileSync(join(folder, name), text);
  });

  it('list the sources of Markdown that is checked as a brief', async () => {
    await opened.show('checked.md');
    opened.run('brief.checkFile');
    await row('[1] Prices of ore').waitFor();
  });

  it('say that a brief has no source yet', async () => {
    await opened.show('empty.brief');
    await welcome('brief.sources', /sourcesState == empty/).waitFor();
  });

  for (const [text, { menu, row: inline }] of Object.entries(ROWS))
    it(`offer for ${text} what can be done with it`, async () => {
      await opened.show('cited.brief');
      await row(text).waitFor();
      await hasTitles(() => inMenuOf(opened.page, row(text)), menu);
      await row(text).hover();
      await hasTitles(() => titlesOf(row(text).locator('.actions .action-label')), inline);
    });

  it('offer to show the place where a source is cited', async () => {
    await row('[1] Prices of ore').locator('.monaco-tl-twistie').click();
    const menu = ['Open Local Copy to the Side', 'Open Original', 'Show in File'];
    await hasTitles(() => inMenuOf(opened.page, row('Prices rose by')), menu);
  });

  it('leave a new brief its place among the new files', async () => {
    opened.run('welcome.showNewFileEntries');
    await opened.picks('Brief').first().waitFor();
    await opened.dismiss();
  });
});

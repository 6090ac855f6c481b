import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { openFile, runCommand } from '../../../scripts/lib/workbench.js';
import { inMenuOf, titlesOf, WELCOMES } from './menus';
import { type Opened, open, pictureIfFailed } from './support';

const CITED = `# Ore

Prices rose by 12% in 2024 [1], and fell later [9].

## Sources

- [1] [Prices of ore](https://example.org/prices)
- [2] Output of ore, a table.
`;
const UNCITED = '# Ore\n\nPrices rose.\n';

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

const FILES = { 'checked.md': CITED, 'empty.brief': UNCITED, 'cited.brief': CITED };

describe('The views of a window that is served, where the extension host is remote', () => {
  let opened: Opened;
  const page = () => opened.page;
  const view = (name: string) =>
    page().locator('.pane', { has: page().locator('.pane-header .title').getByText(name, { exact: true }) });
  const row = (text: string) => view('Sources').locator('.monaco-list-row', { hasText: text }).first();
  /** The first words of what a view says in the place of rows, in its several states. */
  const welcome = (name: string, when: RegExp) => {
    const said = WELCOMES.find(({ view, when: condition }) => view === name && when.test(condition ?? ''));
    return page().locator('.welcome-view', { hasText: said?.contents.split('.')[0] ?? 'no such state' });
  };

  before(async () => {
    opened = await open('plain.md', UNCITED, {
      files: FILES,
      // What the workspace cites is asked for.
      fresh: true,
    });
    await page().locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('say that no brief is open, beside Markdown that is none', async () => {
    await welcome('brief.sources', /!= listed/).waitFor();
  });

  // Before a brief is opened: VS Code may keep one open for minutes, as it asks where comments may be written in it.
  it('say that the workspace cites no source, once no brief is left', async () => {
    await view('Sources in the Workspace').locator('.pane-header').click();
    await view('Sources in the Workspace').locator('.monaco-list-row').first().waitFor();
    const folder = dirname(opened.file);
    for (const brief of globSync('**/*.{brief,md,yaml}', { cwd: folder })) rmSync(join(folder, brief));
    opened.run('workbench.action.closeAllEditors');
    await page().locator('.tab').first().waitFor({ state: 'detached' });
    await runCommand(page(), 'Brief: Restart Language Server');
    await welcome('brief.workspaceSources', /empty/).waitFor();
    await view('Sources in the Workspace').locator('.pane-header').click();
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  });

  it('list the sources of Markdown that is checked as a brief', async () => {
    await openFile(page(), 'checked.md');
    await runCommand(page(), 'Brief: Check This File');
    await row('[1] Prices of ore').waitFor();
  });

  it('say that a brief has no source yet', async () => {
    await openFile(page(), 'empty.brief');
    await welcome('brief.sources', /sourcesState == empty/).waitFor();
  });

  for (const [text, { menu, row: inline }] of Object.entries(ROWS))
    it(`offer for ${text} what can be done with it`, async () => {
      await openFile(page(), 'cited.brief');
      await row(text).waitFor();
      assert.deepEqual(await inMenuOf(page(), row(text)), menu);
      await row(text).hover();
      assert.deepEqual(await titlesOf(row(text).locator('.actions .action-label')), inline);
    });

  it('offer to show the place where a source is cited', async () => {
    await row('[1] Prices of ore').locator('.monaco-tl-twistie').click();
    const menu = ['Open Local Copy to the Side', 'Open Original', 'Show in File'];
    assert.deepEqual(await inMenuOf(page(), row('Prices rose by')), menu);
  });

  it('leave a new brief its place among the new files', async () => {
    await runCommand(page(), 'Create: New File...');
    await page().locator('.quick-input-list .monaco-list-row', { hasText: 'Brief' }).first().waitFor();
    await page().keyboard.press('Escape');
  });
});

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import {
  copyImageToClipboard,
  copyToClipboard,
  focusEditor,
  lineStarting,
  moveCursor,
  openFile,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed, textWritten } from './support';

const TEXT = `# Prices

Prices rose in 2024.

1. one
2. two

| Year | Price |
| ---- | ----- |
| 2023 | 12    |

- China mined most of it.

## Sources

- [1] Prices. https://example.org/prices
`;

describe('Writing in a window', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const line = (start: string) => lineStarting(page(), start).waitFor({ timeout: 10_000 });
  const press = (key: string) => page().keyboard.press(key);
  const moveTo = (row: number, column: number) => moveCursor(page(), row, column);

  before(async () => {
    opened = await open('writing.brief', TEXT, {
      files: {
        'prices/brief.config.yaml': 'sources: library/\n',
        'prices/library/oecd.yaml': 'title: Prices\npublisher: OECD\n',
        'prices/fall.brief': '# Prices\n\n- Prices fell by 3%.\n',
        'notes/ore.brief': '# Ore\n\n- Output fell by 3%.\n',
      },
    });
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await focusEditor(page());
    await page()
      .locator('.part.statusbar', { hasText: /of \d+ cited/ })
      .waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('goes on with a numbered list while one types', async () => {
    await moveTo(5, 7);
    // Before a line is coloured, the editor begins the next one without its marker: its own limit, beyond any typist.
    for (const typed of ['\nalpha', '\nbeta']) {
      await page().waitForTimeout(500);
      await page().keyboard.type(typed, { delay: 40 });
    }
    await line('2. alpha');
    await line('3. beta');
    await line('2. two');
  });

  it('moves an item in and out by its keys, and makes a word bold by Ctrl+B', async () => {
    await moveTo(6, 5);
    await press('Control+k');
    await press(']');
    await line('   1. alpha');
    await press('Control+b');
    await line('   1. **alpha**');
    await press('Control+k');
    await press('[');
    await line('2. **alpha**');
  });

  it('leaves Tab to the editor in plain text', async () => {
    await moveTo(3, 1);
    await press('Tab');
    await line('  Prices rose');
    await press('Control+z');
    await line('Prices rose');
  });

  it('makes a link of an address over selected words', async () => {
    await copyToClipboard(page(), { 'text/plain': 'https://example.org/rise' });
    await moveTo(3, 1);
    for (let i = 0; i < 'Prices'.length; i++) await press('Shift+ArrowRight');
    await press('Control+v');
    await line('[Prices](https://example.org/rise) rose');
  });

  it('makes a source of an address on an empty line of the sources', async () => {
    await press('Control+End');
    await press('Control+v');
    await line('- [2] https://example.org/rise');
  });

  it('keeps the links of rich text', async () => {
    await copyToClipboard(page(), {
      'text/plain': 'A bold link',
      'text/html': 'A <b>bold</b> <a href="https://example.org/l">link</a>',
    });
    await moveTo(2, 1);
    await press('Control+v');
    await line('A **bold** [link](https://example.org/l)');
  });

  it('makes a figure of an image, and saves it beside the brief', async () => {
    await copyImageToClipboard(page());
    await moveTo(4, 1);
    await press('Control+v');
    await line('image: writing-figure.png');
    await press('Escape');
    const image = join(dirname(opened?.file ?? ''), 'writing-figure.png');
    assert.equal((await textWritten(page(), image, 'latin1')).slice(1, 4), 'PNG');
  });

  it('lists the sources in their view, which goes to where they are cited', async () => {
    await page().locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    const row = (text: string) => page().locator('.pane-body .monaco-list-row', { hasText: text }).first();
    await row('Not cited').waitFor();
    await row('[1] Prices').click();
    await page().locator('.part.statusbar', { hasText: 'selected' }).waitFor();
  });

  it('makes a file of the library of an address behind a claim, which it cites', async () => {
    await openFile(page(), 'fall.brief');
    await line('- Prices fell');
    await copyToClipboard(page(), { 'text/plain': 'https://www.example.org/fall' });
    await moveTo(3, 21);
    await press('Control+v');
    await line('- Prices fell by 3%.https:');
    await takeFix(page(), /^Cite as a new source/, () => line('- Prices fell by 3% [@example].'));
    const file = join(dirname(opened?.file ?? ''), 'prices/library/example.yaml');
    assert.equal(await textWritten(page(), file), 'title:\nurl: https://www.example.org/fall\n');
  });

  it('turns a rule off in the folder of a brief, by a configuration that it makes', async () => {
    await openFile(page(), 'ore.brief');
    await line('- Output fell');
    const squiggle = page().locator('.editor-instance .squiggly-warning');
    await squiggle.first().waitFor();
    await moveTo(3, 10);
    await takeFix(page(), /^Turn off citation\/missing in this folder/, () =>
      squiggle.first().waitFor({ state: 'detached', timeout: 10_000 }),
    );
    const file = join(dirname(opened?.file ?? ''), 'notes/brief.config.yaml');
    assert.equal(await textWritten(page(), file), 'rules:\n  citation/missing: off\n');
  });
});

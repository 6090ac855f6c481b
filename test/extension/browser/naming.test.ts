import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { focusEditor, lineStarting, moveCursor } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = [
  '---',
  'sources:',
  '  - id: 1',
  '    title: Prices of rare earths',
  '  - id: 10',
  '    title: Deals of the year',
  '---',
  '',
  '## Magnets',
  '',
  '- The agreement was signed in July [1, 10].',
  '- 价格上涨了一成【1】。',
  '- Prices rose by a tenth [1].',
  '',
].join('\r\n');

const RENAMED = TEXT.replace('id: 1\r', 'id: usgs-2024\r')
  .replace('[1, 10]', '[@usgs-2024][10]')
  .replace('【1】', '[@usgs-2024]')
  .replace('[1].', '[@usgs-2024].');

const LINE = TEXT.split('\n').findIndex((line) => line.startsWith('- Prices rose')) + 1;
const COLUMN = '- Prices rose by a tenth ['.length + 1;

describe('The name of a source, with the keyboard', () => {
  let opened: Opened | undefined;
  const window = () => {
    assert.ok(opened, 'the window is open');
    return opened;
  };
  const page = () => window().page;
  /** Saves, and waits until the file holds a text. */
  const savedAs = async (expected: string) => {
    await page().keyboard.press('Control+s');
    const deadline = Date.now() + 10_000;
    while (readFileSync(window().file, 'utf8') !== expected && Date.now() < deadline) await page().waitForTimeout(100);
    assert.equal(readFileSync(window().file, 'utf8'), expected);
  };

  before(async () => {
    opened = await open('naming.brief', TEXT);
    await page().locator('.part.statusbar', { hasText: '3 of 3 cited' }).waitFor();
    await focusEditor(page());
    await moveCursor(page(), LINE, COLUMN);
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('is refused by F2 where it is taken, with the reason', async () => {
    await rename('10');
    await page().getByText('[10] is already declared, in line 5').first().waitFor();
    await page().keyboard.press('Escape');
  });

  it('is changed everywhere by F2', async () => {
    await rename('usgs-2024');
    await lineStarting(page(), '- Prices rose by a tenth [@usgs-2024].').waitFor();
    await savedAs(RENAMED);
  });

  it('comes back to the byte on Ctrl+Z', async () => {
    await page().keyboard.press('Control+z');
    await lineStarting(page(), '- Prices rose by a tenth [1].').waitFor();
    await savedAs(TEXT);
  });

  it('is listed wherever it stands by Shift+F12', async () => {
    await moveCursor(page(), LINE, COLUMN);
    await page().keyboard.press('Shift+F12');
    const rows = page().locator('.reference-zone-widget .ref-tree .monaco-list-row .referenceMatch');
    await rows.first().waitFor();
    const found = (await rows.allTextContents()).map((text) => text.replaceAll('\u00a0', ' ').trim());
    assert.equal(found.length, 4, found.join('\n'));
    await page().keyboard.press('Escape');
  });

  async function rename(to: string): Promise<void> {
    await page().keyboard.press('F2');
    const box = page().locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), '1');
    await box.fill(to);
    await page().keyboard.press('Enter');
  }
});

import assert from 'node:assert/strict';
import { focusEditor, lineStarting, problemsIn, runCommand } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

describe('A new brief, in a VS Code', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const line = async (start: string) => {
    const found = lineStarting(page(), start).first();
    await found.waitFor({ timeout: 10_000 });
    return ((await found.textContent()) ?? '').replaceAll('\u00a0', ' ');
  };
  /** Waits until a line is so: what is typed is made whole a moment after its place is left. */
  const becomes = async (start: string, whole: string) => {
    for (let tries = 0; tries < 100 && (await line(start)) !== whole; tries++) await page().waitForTimeout(100);
    assert.equal(await line(start), whole);
  };
  const begin = async () => {
    await runCommand(page(), 'Brief: New Brief');
    await lineStarting(page(), 'sources:').waitFor();
    await page().waitForTimeout(300);
  };
  before(async () => {
    opened = await open('start.brief', '# Start\n');
    await focusEditor(page());
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('takes a title with a colon, quotes, a backslash and a hash as it is typed', async () => {
    await begin();
    await page().keyboard.type('Rare earths: the "magnet" race \\ part #2');
    await page().keyboard.press('Tab');
    await page().keyboard.type('- Ore: a "primer"');
    await page().keyboard.press('Tab');
    await page().keyboard.press('Shift+Tab');
    await page().keyboard.press('Shift+Tab');
    await page().keyboard.press('Tab');
    await becomes('title:', 'title: "Rare earths: the \\"magnet\\" race \\\\ part #2"');
    await becomes('    title:', '    title: "- Ore: a \\"primer\\""');
    // What was wrong while the title was typed is gone by now, or goes.
    await page().keyboard.press('Control+Shift+M');
    await page().locator('.markers-panel').waitFor();
    await problemsIn(page()).filter({ hasText: 'brief/front-matter' }).waitFor({ state: 'detached' });
  });
});

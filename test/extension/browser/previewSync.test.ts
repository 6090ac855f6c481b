import assert from 'node:assert/strict';
import {
  moveCursor,
  previewOf,
  runCommand,
  scrollOf,
  scrollPreview,
  settled,
  topLineOfEditor,
  topLineOfPreview,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

/** How far apart text and page may be, in lines of the text. */
const APART = 2;

/**
 * 2,000 lines of all that makes a page and its text differ in height: paragraphs that wrap, lists, tables, code. Every
 * block says at which line it starts.
 */
function longText(): string {
  const lines = ['# A long brief', ''];
  const here = () => `L${lines.length + 1}`;
  for (let section = 1; lines.length < 1990; section++) {
    lines.push(`## ${here()} Section ${section}`, '');
    lines.push(`${here()} ${'A paragraph that is longer than a line is wide, here and there. '.repeat(5)}[1]`, '');
    for (let i = 0; i < 5; i++) lines.push(`- ${here()} An item. [1]`);
    lines.push('');
    if (section % 2 === 0) {
      lines.push('| a | b |', '| - | - |');
      for (let i = 0; i < 4; i++) lines.push(`| ${here()} | ${i} |`);
      lines.push('');
    }
    if (section % 3 === 0) {
      lines.push('```');
      for (let i = 0; i < 6; i++) lines.push(`${here()} code`);
      lines.push('```', '');
    }
    lines.push(`### ${here()} Details`, '');
    lines.push(`${here()} A short one. [1]`, '');
  }
  lines.push('## Sources', '', '- [1] [A source](https://example.org/a)', '');
  return lines.join('\n');
}

const TEXT = longText();
const LINES = TEXT.split('\n').length;

describe('A brief of 2,000 lines and its preview', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };

  before(async () => {
    assert.ok(LINES >= 1990, `${LINES} lines`);
    opened = await open('long.brief', TEXT, { preview: true, fresh: true });
    await previewOf(page()).locator('h1', { hasText: 'A long brief' }).waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const topOfPreview = () => topLineOfPreview(page());
  const topOfEditor = () => topLineOfEditor(page());
  const atRest = () => settled(async () => [await topOfPreview(), await topOfEditor()]);

  async function assertTogether(): Promise<void> {
    await atRest();
    const [inPreview, inEditor] = [await topOfPreview(), await topOfEditor()];
    assert.ok(Math.abs(inPreview - inEditor) <= APART, `preview at line ${inPreview}, editor at line ${inEditor}`);
  }

  it("scrolls the preview along with the editor's wheel", async () => {
    // The lines themselves are more than the window has room for: pointing at their middle would scroll there.
    await page().locator('.editor-instance .overflow-guard').first().hover();
    for (let i = 0; i < 20; i++) await page().mouse.wheel(0, 400);
    await atRest();
    assert.ok((await topOfEditor()) > 20, 'the editor was scrolled');
    await assertTogether();
  });

  for (const line of [700, 1500, 1234, 90])
    it(`scrolls the preview to where the editor goes, line ${line}`, async () => {
      await page().keyboard.press('Control+1');
      await moveCursor(page(), line, 1);
      await atRest();
      assert.ok(Math.abs((await topOfEditor()) - line) < 40, 'the editor was scrolled');
      await assertTogether();
    });

  for (const by of [5000, -12_000, 20_000, -900])
    it(`scrolls the editor to the preview's line, from ${by} pixels on`, async () => {
      const before = await topOfPreview();
      await scrollPreview(page(), by);
      await atRest();
      assert.notEqual(await topOfPreview(), before, 'the preview was scrolled');
      await assertTogether();
    });

  it('leaves both where they are after that', async () => {
    const before = [await topOfPreview(), await topOfEditor()];
    await page().waitForTimeout(1500);
    assert.deepEqual([await topOfPreview(), await topOfEditor()], before);
  });

  it("marks the block of the editor's cursor in the preview", async () => {
    await page().keyboard.press('Control+1');
    await moveCursor(page(), 7, 1);
    await previewOf(page()).locator('.at-cursor', { hasText: 'L7 ' }).waitFor();
    await page().keyboard.press('ArrowDown');
    await previewOf(page()).locator('.at-cursor', { hasText: 'L8 ' }).waitFor();
    assert.equal(await previewOf(page()).locator('.at-cursor').count(), 1);
  });

  it('selects in the editor the word that is clicked twice in the preview', async () => {
    const item = previewOf(page()).locator('.body li', { hasText: /^L9 An item/ });
    await item.dblclick({ position: { x: 10, y: 10 } });
    await page().locator('.part.statusbar', { hasText: 'Ln 9, Col 5 (2 selected)' }).waitFor();
  });

  it('moves nothing on the screen while text is typed in the middle', async () => {
    const line = TEXT.split('\n').findIndex((text, i) => i > 1000 && text.startsWith('- L')) + 1;
    await page().keyboard.press('Control+1');
    await moveCursor(page(), line, 3);
    await settled(() => scrollOf(page()));
    await atRest();
    const before = [await scrollOf(page()), await topOfPreview(), await topOfEditor()];
    await page().keyboard.type('typed words ', { delay: 30 });
    await previewOf(page()).locator('li', { hasText: 'typed words' }).waitFor();
    await atRest();
    assert.deepEqual([await scrollOf(page()), await topOfPreview(), await topOfEditor()], before);
  });

  it('brings the preview back after a reload, where it was', async () => {
    await scrollPreview(page(), 2500);
    await atRest();
    const before = await topOfPreview();
    await page().waitForTimeout(1000);
    const loaded = page().waitForEvent('load', { timeout: 60_000 });
    await runCommand(page(), 'Developer: Reload Window');
    await loaded;
    await previewOf(page()).locator('h1', { hasText: 'A long brief' }).waitFor({ timeout: 60_000 });
    await settled(topOfPreview);
    const after = await topOfPreview();
    assert.ok(Math.abs(after - before) <= APART, `line ${before} before, line ${after} after`);
    assert.equal(await page().locator('.tab', { hasText: 'Preview long.brief' }).count(), 1);
  });
});

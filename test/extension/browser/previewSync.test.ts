import assert from 'node:assert/strict';
import {
  problemsIn,
  runCommand,
  scrollOf,
  scrollPreview,
  settled,
  takeFix,
  topLineOfEditor,
  topLineOfPreview,
} from '../../../scripts/lib/workbench.js';
import { inWindow, until } from './support';

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

const LONG = longText();
const LONG_LINES = LONG.split('\n').length;

describe('A brief of 2,000 lines and its preview', () => {
  assert.ok(LONG_LINES >= 1990, `${LONG_LINES} lines`);
  const opened = inWindow('long.brief', LONG, { preview: true, fresh: true });
  before(async () => {
    await opened.preview().locator('h1', { hasText: 'A long brief' }).waitFor();
  });

  const topOfPreview = () => topLineOfPreview(opened.page);
  const topOfEditor = () => topLineOfEditor(opened.page);
  const atRest = () => settled(async () => [await topOfPreview(), await topOfEditor()]);

  async function assertTogether(): Promise<void> {
    const apart = async () => Math.abs((await topOfPreview()) - (await topOfEditor()));
    await until('text and page are together', async () => (await apart()) <= APART);
    await atRest();
    const [inPreview, inEditor] = [await topOfPreview(), await topOfEditor()];
    assert.ok(Math.abs(inPreview - inEditor) <= APART, `preview at line ${inPreview}, editor at line ${inEditor}`);
  }

  it("scrolls the preview along with the editor's wheel", async () => {
    // The lines themselves are more than the window has room for: pointing at their middle would scroll there.
    await opened.page.locator('.editor-instance .overflow-guard').first().hover();
    for (let i = 0; i < 20; i++) await opened.page.mouse.wheel(0, 400);
    await until('the editor was scrolled', async () => (await topOfEditor()) > 20);
    await assertTogether();
  });

  for (const line of [700, 1500, 1234, 90])
    it(`scrolls the preview to where the editor goes, line ${line}`, async () => {
      await opened.focus();
      await opened.moveTo(line, 1);
      await until('the editor was scrolled', async () => Math.abs((await topOfEditor()) - line) < 40);
      await assertTogether();
    });

  for (const by of [5000, -12_000, 20_000, -900])
    it(`scrolls the editor to the preview's line, from ${by} pixels on`, async () => {
      const before = await topOfPreview();
      await scrollPreview(opened.page, by);
      await until('the preview was scrolled', async () => (await topOfPreview()) !== before);
      await assertTogether();
    });

  it('leaves both where they are after that', async () => {
    const before = [await topOfPreview(), await topOfEditor()];
    await settled(async () => [await topOfPreview(), await topOfEditor()], 1500);
    assert.deepEqual([await topOfPreview(), await topOfEditor()], before);
  });

  it("marks the block of the editor's cursor in the preview", async () => {
    await opened.focus();
    await opened.moveTo(7, 1);
    await opened.preview().locator('.at-cursor', { hasText: 'L7 ' }).waitFor();
    await opened.press('ArrowDown');
    await opened.preview().locator('.at-cursor', { hasText: 'L8 ' }).waitFor();
    assert.equal(await opened.preview().locator('.at-cursor').count(), 1);
  });

  it('selects in the editor the word that is clicked twice in the preview', async () => {
    const item = opened.preview().locator('.body li', { hasText: /^L9 An item/ });
    await item.dblclick({ position: { x: 10, y: 10 } });
    await opened.status('Ln 9, Col 5 (2 selected)').waitFor();
  });

  it('moves nothing on the screen while text is typed in the middle', async () => {
    const line = LONG.split('\n').findIndex((text, i) => i > 1000 && text.startsWith('- L')) + 1;
    await opened.focus();
    await opened.moveTo(line, 3);
    await settled(() => scrollOf(opened.page));
    await atRest();
    const before = [await scrollOf(opened.page), await topOfPreview(), await topOfEditor()];
    await opened.type('typed words ', 30);
    await opened.preview().locator('li', { hasText: 'typed words' }).waitFor();
    await atRest();
    assert.deepEqual([await scrollOf(opened.page), await topOfPreview(), await topOfEditor()], before);
  });

  it('brings the preview back after a reload, where it was', async () => {
    await scrollPreview(opened.page, 2500);
    await atRest();
    const before = await topOfPreview();
    const loaded = opened.page.waitForEvent('load', { timeout: 60_000 });
    await runCommand(opened.page, 'Developer: Reload Window');
    await loaded;
    await opened.preview().locator('h1', { hasText: 'A long brief' }).waitFor({ timeout: 60_000 });
    await settled(topOfPreview);
    const after = await topOfPreview();
    assert.ok(Math.abs(after - before) <= APART, `line ${before} before, line ${after} after`);
    assert.equal(await opened.tab('Preview long.brief').count(), 1);
  });
});

/** Long enough that the preview scrolls: thirty sections, each with a cited insight. */
const SECTIONS = 30;
const SECTIONED = `# Rare earths

${Array.from(
  { length: SECTIONS },
  (_, i) => `## Section ${i + 1}\n\n- Deposit ${i + 1} held ${100 + i} million tonnes of ore in 2024 [3].\n`,
).join('\n')}
## Sources

- [1] [Mineral Commodity Summaries 2025](https://example.org/minerals)
- [3] [Deposits of the world](https://example.org/deposits)
`;

/** An insight in the middle. */
const INSIGHT = 'Deposit 15 held 114 million tonnes of ore in 2024';
const LINE = SECTIONED.slice(0, SECTIONED.indexOf(INSIGHT)).split('\n').length;

describe('Editing a brief beside its preview', () => {
  const inPreview = () => opened.preview().locator('body').getByText(INSIGHT).first();
  const missing = () => problemsIn(opened.page).filter({ hasText: 'citation/missing' });

  // Hints that come and go wrap lines, and the preview follows the editor's lines.
  const settings = { 'editor.inlayHints.enabled': 'off' };
  const opened = inWindow('editing.brief', SECTIONED, { preview: true, problems: true, settings });
  /** Where the preview stands before the edits. */
  let scroll = 0;
  before(async () => {
    await inPreview().waitFor();
    await scrollPreview(opened.page, 600);
    // The first line may be behind a heading that stays at the top: it cannot be clicked.
    await opened.focus();
    await opened.moveTo(LINE, `- ${INSIGHT} [3]`.length + 1);
    await atRest();
    await scrollPreview(opened.page, -40);
    await atRest();
    scroll = await scrollOf(opened.page);
    assert.ok(scroll > 100, `the preview is scrolled by ${scroll} px`);
  });
  const atRest = () => settled(async () => [await scrollOf(opened.page), await topLineOfEditor(opened.page)]);

  it('warns when the citation is deleted, which the preview shows where it stands', async () => {
    await opened.status(`${SECTIONS} of ${SECTIONS} cited`).waitFor();
    assert.equal(await missing().count(), 0);
    for (const _ of '[3]') await opened.press('Backspace');
    await opened.line(`- ${INSIGHT} .`).waitFor();
    await missing().first().waitFor();
    assert.equal(await missing().count(), 1);
    await opened.page.locator('.squiggly-warning').first().waitFor();
    await assertInPreview((text) => !text.includes('3'));
    assert.equal(await scrollOf(opened.page), scroll);
  });

  it('puts a citation in by a quick fix, with the keyboard, which the preview shows where it stands', async () => {
    const cited = opened.line(`- ${INSIGHT} [`);
    const titles = await takeFix(opened.page, /\[[13]\]/, () => cited.waitFor());
    assert.match(titles[0] ?? '', /\[[13]\]/, `the first fix cites a source: ${titles.join(' · ')}`);
    await missing().first().waitFor({ state: 'detached' });
    await assertInPreview((text) => /[13]/.test(text));
    assert.equal(await scrollOf(opened.page), scroll);
  });

  it('keeps the count of cited insights in the status bar while the preview has the focus', async () => {
    const count = opened.status(`${SECTIONS} of ${SECTIONS} cited`);
    await count.waitFor();
    await inPreview().click();
    await opened.status(/Ln \d/).waitFor({ state: 'detached' });
    await count.waitFor();
  });

  /** Waits until what follows the insight's words in the preview is as it should be. */
  async function assertInPreview(holds: (after: string) => boolean): Promise<void> {
    await until('the preview shows the edit', async () => {
      const block = opened.preview().locator('li, p', { hasText: INSIGHT }).last();
      return holds(((await block.textContent()) ?? '').split(INSIGHT)[1] ?? '');
    });
  }
});

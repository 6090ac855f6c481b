import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.js';
import {
  focusEditor,
  lineStarting,
  moveCursor,
  problemsIn,
  showHover,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = readFileSync(join(ROOT, 'samples/rare-earths.brief'), 'utf8');
const START = '- In 2023, China held ';
const LINE = lineOf(START);
const PASSAGE = lineOf("      - text: Sample text; China held 90% of the world's");

describe('A number that its source does not hold', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const reported = (words: string) =>
    problemsIn(page()).filter({ hasText: 'number/not-in-source' }).filter({ hasText: words });

  before(async () => {
    opened = await open('rare-earths.brief', null, { problems: true });
    await problemsIn(page()).filter({ hasText: 'citation/missing' }).first().waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('is reported with what the passage says, once the number was changed', async () => {
    assert.equal(await reported('').count(), 0);
    await focusEditor(page());
    await moveCursor(page(), LINE, `${START}90`.length + 1);
    await page().keyboard.press('Backspace');
    await page().keyboard.type('6');
    await reported('96% is not found in [5], whose passage says 90%.').waitFor();
    await page().locator('.squiggly-warning').first().waitFor();
  });

  it('shows the passage, with the number that it has, on hover', async () => {
    const hover = await showHover(page());
    await hover.locator('blockquote', { hasText: 'smelting and separation capacity' }).waitFor();
    await hover.locator('blockquote strong', { hasText: '90%' }).waitFor();
    await hover.getByText('The passage of [').waitFor();
    // Once for all: the problem says what is wrong, the link where, and the card what the passage says.
    const words = (await hover.allTextContents()).join('');
    assert.equal(words.match(/not found/gi)?.length, 1, words);
    assert.equal(words.match(/smelting and separation capacity/g)?.length, 1, words);
    await page().keyboard.press('Escape');
  });

  it('is put right by a quick fix, with the keyboard', async () => {
    const right = lineStarting(page(), `${START}90%`);
    const titles = await takeFix(page(), /Take the source's number: 90%/, () => right.waitFor({ timeout: 10_000 }));
    assert.match(titles[0] ?? '', /Take the source's number: 90%/, titles.join(' · '));
    await reported('').first().waitFor({ state: 'detached' });
  });

  it('leads to its place in the passage', async () => {
    await moveCursor(page(), LINE, `${START}9`.length + 1);
    await page().keyboard.press('F12');
    await page()
      .locator('.part.statusbar', { hasText: `Ln ${PASSAGE},` })
      .waitFor();
  });

  it('is reported with the source that has it, once another one is cited', async () => {
    const line = TEXT.split('\n')[LINE - 1] ?? '';
    await moveCursor(page(), LINE, line.indexOf('[5]') + 3);
    await page().keyboard.press('Backspace');
    await page().keyboard.type('7');
    await reported('90% is not found in [7], but [5] has it.').waitFor();
  });

  it('is cited where it stands by a quick fix', async () => {
    await moveCursor(page(), LINE, `${START}9`.length + 1);
    const fix = /Cite \[5\].* instead of \[7\]/;
    const right = lineStarting(page(), START).filter({ hasText: '[5]' });
    const titles = await takeFix(page(), fix, () => right.waitFor({ timeout: 10_000 }));
    assert.match(titles[0] ?? '', fix, titles.join(' · '));
    await reported('').first().waitFor({ state: 'detached' });
  });
});

/** The number of the line that starts so, from 1. */
function lineOf(start: string): number {
  const line = TEXT.split('\n').findIndex((text) => text.startsWith(start));
  assert.ok(line >= 0, start);
  return line + 1;
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.js';
import { piecesOf, problemsIn, showHover, takeFix } from '../../../scripts/lib/workbench.js';
import { inWindow, until } from './support';

const TEXT = `---
title: Rare earths
sources:
  - id: 1
    title: Mineral Commodity Summaries 2025
    url: https://example.org/minerals
---

## Supply

- China mined 69% of the world's rare earths in 2024 [1].
- Prices rose by 12% in the first quarter of 2025 [9].
- Demand for magnets doubled between 2015 and 2023.
`;

/** Where {@link TEXT} has a claim without a source. */
const UNCITED = TEXT.slice(0, TEXT.indexOf('- Demand')).split('\n').length;

describe('A brief in the editor', () => {
  const opened = inWindow('language.brief', TEXT, { problems: true });
  const missing = () => problemsIn(opened.page).filter({ hasText: 'citation/missing' }).first();

  it('has its language and its citations counted in the status bar', async () => {
    await opened.page.locator('.part.statusbar').getByText('Brief', { exact: true }).waitFor();
    await opened.status(/\d+ of 3 cited/).waitFor();
  });

  it('has its citations and the keys of its front matter coloured', async () => {
    await hasColoursOfItsOwn('- China', ['China', '[1]']);
    await hasColoursOfItsOwn('title', ['title', 'Rare earths']);
  });

  it('has what is wrong underlined', async () => {
    await opened.line('- Prices').waitFor();
    await opened.page.locator('.squiggly-error').first().waitFor();
    await opened.page.locator('.squiggly-warning').first().waitFor();
  });

  it('has its problems listed, each with a link to the page of its rule', async () => {
    for (const rule of ['citation/unknown-source', 'citation/missing']) {
      const row = problemsIn(opened.page).filter({ hasText: rule }).first();
      await row.waitFor();
      assert.equal(await row.locator('.marker-source').textContent(), 'brief');
      const address = await row.locator('a', { hasText: rule }).getAttribute('href');
      assert.match(address ?? '', new RegExp(`^[a-z-]+://research-briefs\\.research-briefs/${rule}$`));
    }
  });

  describe('has a page for the rule of a problem, which', () => {
    const tab = () => opened.tab('Preview missing.md');
    afterEach(async () => {
      await tab().click({ button: 'middle' });
      await tab().waitFor({ state: 'detached' });
    });
    const cursorAtProblem = async () => {
      await opened.focus();
      await opened.moveTo(UNCITED, '- Demand for magnets doubled between 20'.length);
    };
    /** The Markdown preview shows the page that came with the extension. */
    const shown = async () => {
      await tab().waitFor();
      const inner = opened.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
      await inner.locator('h1', { hasText: 'citation/missing' }).waitFor();
      await inner.locator('body', { hasText: 'An insight that states something checkable' }).waitFor();
    };

    it('opens from the code of a problem in the panel', async () => {
      await missing().locator('a.monaco-link').click();
      await shown();
    });

    it('opens from the code in a hover', async () => {
      await cursorAtProblem();
      const hover = await showHover(opened.page);
      await hover.locator('a', { hasText: 'citation/missing' }).first().click();
      await shown();
    });

    it('opens from the fixes', async () => {
      await cursorAtProblem();
      await takeFix(opened.page, /Show documentation for citation\/missing/, shown);
    });
  });

  /** Waits until the grammar has parted some words of a line, and each is in another colour. */
  async function hasColoursOfItsOwn(start: string, words: readonly string[]): Promise<void> {
    await until(`${words} have colours of their own`, async () => {
      const pieces = await piecesOf(opened.page, start);
      return new Set(words.map((word) => pieces.find(({ text }) => text.includes(word))?.color)).size === words.length;
    });
  }
});

const SAMPLE = readFileSync(join(ROOT, 'samples/rare-earths.brief'), 'utf8');
const START = '- In 2023, China held ';
const HELD_LINE = lineOfSample(START);
const PASSAGE = lineOfSample("      - text: Sample text; China held 90% of the world's");

describe('A number that its source does not hold', () => {
  const reported = (words: string) =>
    problemsIn(opened.page).filter({ hasText: 'number/not-in-source' }).filter({ hasText: words });

  const opened = inWindow('rare-earths.brief', null, { problems: true });
  before(async () => {
    await problemsIn(opened.page).filter({ hasText: 'citation/missing' }).first().waitFor();
  });

  it('is reported with what the passage says, once the number was changed', async () => {
    assert.equal(await reported('').count(), 0);
    await opened.focus();
    await opened.moveTo(HELD_LINE, `${START}90`.length + 1);
    await opened.press('Backspace');
    await opened.type('6');
    await reported('96% is not found in [5], whose passage says 90%.').waitFor();
    await opened.page.locator('.squiggly-warning').first().waitFor();
  });

  it('shows the passage, with the number that it has, on hover', async () => {
    const hover = await showHover(opened.page);
    await hover.locator('blockquote', { hasText: 'smelting and separation capacity' }).waitFor();
    await hover.locator('blockquote strong', { hasText: '90%' }).waitFor();
    await hover.getByText('The passage of [').waitFor();
    // Once for all: the problem says what is wrong, the link where, and the card what the passage says.
    const words = (await hover.allTextContents()).join('');
    assert.equal(words.match(/not found/gi)?.length, 1, words);
    assert.equal(words.match(/smelting and separation capacity/g)?.length, 1, words);
    await opened.press('Escape');
  });

  it('is put right by a quick fix, with the keyboard', async () => {
    const right = opened.line(`${START}90%`);
    const titles = await takeFix(opened.page, /Take the source's number: 90%/, () => right.waitFor());
    assert.match(titles[0] ?? '', /Take the source's number: 90%/, titles.join(' · '));
    await reported('').first().waitFor({ state: 'detached' });
  });

  it('leads to its place in the passage', async () => {
    await opened.moveTo(HELD_LINE, `${START}9`.length + 1);
    await opened.press('F12');
    await opened.status(`Ln ${PASSAGE},`).waitFor();
  });
});

/** The number of the line that starts so, from 1. */
function lineOfSample(start: string): number {
  const line = SAMPLE.split('\n').findIndex((text) => text.startsWith(start));
  assert.ok(line >= 0, start);
  return line + 1;
}

const CLAIMS = `---
title: Rare earths
sources:
  - id: 1
    title: Survey of producers
    url: https://example.org/survey
    quote: Plants in China refine 90% of the world's output, and mines there dig 69% of it.
---

## Supply

- China refines 90% of the world's rare earths [1].
- Its mines dig 69% of them [1].
`;

const CLAIM = '- China refines 9';
const CLAIM_LINE = CLAIMS.slice(0, CLAIMS.indexOf(CLAIM)).split('\n').length;

describe('Verifying a claim', () => {
  const stale = () => problemsIn(opened.page).filter({ hasText: 'review/stale' });

  const question = () => opened.page.locator('.quick-input-widget', { hasText: 'Your initials' });
  const mark = () => opened.run('brief.markVerified');

  const opened = inWindow('reviewing.brief', CLAIMS, { problems: true, preview: true });
  before(async () => {
    await opened.status('2 of 2 cited').waitFor();
    await opened.focus();
  });

  it('says so where there is no insight, before it asks for initials', async () => {
    await opened.moveTo(1, 1);
    const said = opened.toast('There is no insight here.');
    mark();
    await said.or(question()).first().waitFor();
    assert.equal(await question().isVisible(), false);
    await said.waitFor();
  });

  it('asks once for initials, and puts a mark behind it', async () => {
    await opened.moveTo(CLAIM_LINE, CLAIM.length);
    mark();
    await question().waitFor();
    await opened.input().fill('A Z');
    await opened.page.locator('.quick-input-widget', { hasText: 'One word' }).waitFor();
    await opened.input().fill('AZ');
    await opened.input().press('Enter');
    await opened.page
      .locator('.view-lines', { hasText: /brief:\sverified\s\d{4}-\d\d-\d\d\sAZ/ })
      .first()
      .waitFor();
  });

  it('keeps them, however soon the next claim is marked', async () => {
    await opened.focus();
    await opened.moveTo(CLAIM_LINE + 1, 5);
    mark();
    const verified = opened.status('2 of 2 cited, 2 verified');
    await verified.or(question()).first().waitFor();
    assert.equal(await question().isVisible(), false);
  });

  it('shows a check mark in the preview', async () => {
    await opened.preview().locator('.verified', { hasText: '✓ AZ' }).first().waitFor();
  });

  it('is reported as stale at once when a number changes, and not any more when that is undone', async () => {
    assert.equal(await stale().count(), 0);
    await opened.focus();
    await opened.moveTo(CLAIM_LINE, CLAIM.length + 1);
    await opened.type('1');
    await stale().filter({ hasText: 'The claim has changed since AZ verified it on' }).waitFor();
    await opened.page.locator('.squiggly-warning').first().waitFor();
    await opened.status('1 verified').waitFor();
    await opened.press('Control+z');
    await stale().first().waitFor({ state: 'detached' });
    await opened.status('2 verified').waitFor();
  });
});

const NAMES = [
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

const RENAMED = NAMES.replace('id: 1\r', 'id: usgs-2024\r')
  .replace('[1, 10]', '[@usgs-2024][10]')
  .replace('【1】', '[@usgs-2024]')
  .replace('[1].', '[@usgs-2024].');

const NAMES_LINE = NAMES.split('\n').findIndex((line) => line.startsWith('- Prices rose')) + 1;
const COLUMN = '- Prices rose by a tenth ['.length + 1;

describe('The name of a source, with the keyboard', () => {
  // A hint would stand within the line that is waited for.
  const opened = inWindow('naming.brief', NAMES, { settings: { 'editor.inlayHints.enabled': 'off' } });
  before(async () => {
    await opened.status('3 of 3 cited').waitFor();
    await opened.focus();
    await opened.moveTo(NAMES_LINE, COLUMN);
  });

  const box = () => opened.page.locator('.rename-box input');

  it('is refused by F2 where it is taken, with the reason', async () => {
    await rename('10');
    await opened.page.getByText('[10] is already declared, in line 5').first().waitFor();
    await opened.press('Escape');
    await box().waitFor({ state: 'hidden' });
    await opened.focus();
  });

  it('is changed everywhere by F2, and comes back to the byte on Ctrl+Z', async () => {
    await rename('usgs-2024');
    await opened.line('- Prices rose by a tenth [@usgs-2024].').waitFor();
    await opened.saved((text) => text === RENAMED);
    await opened.focus();
    await opened.press('Control+z');
    await opened.line('- Prices rose by a tenth [1].').waitFor();
    await opened.saved((text) => text === NAMES);
  });

  async function rename(to: string): Promise<void> {
    await opened.press('F2');
    await box().waitFor();
    assert.equal(await box().inputValue(), '1');
    await box().fill(to);
    await box().press('Enter');
  }
});

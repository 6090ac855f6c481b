import assert from 'node:assert/strict';
import { again, settled, takeFix } from '../../../scripts/lib/workbench.js';
import { CITED, COPIES, TWENTY, WORDS } from '../../suggest/claims';
import { inWindow } from './support';

const MAGNETS = `---
title: Magnets
sources:
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
    published: 2024-03-15
  - id: 3
    title: Deals of the year
    quote: The agreement over magnets is worth $500 million.
figures:
  - id: share
    title: China's share
    value: 90%
    cites: [1]
---

## Magnets

- The agreement over magnets is worth $500 million.
- China's share is high.
- 镍价下跌
`;

/** The number of the line that starts so, from 1. */
const lineOfMagnets = (start: string) => MAGNETS.slice(0, MAGNETS.indexOf(start)).split('\n').length;

describe('Completion in the editor', () => {
  const rows = () => opened.page.locator('.suggest-widget.visible .monaco-list-row');
  /** Puts the cursor behind some words of a line. */
  const goBehind = (words: string) => {
    const line = MAGNETS.split('\n')[lineOfMagnets(words) - 1] ?? '';
    return opened.moveTo(lineOfMagnets(words), line.indexOf(words) + words.length + 1);
  };
  /** Waits for a row, and gives the texts of all. */
  const shown = async (text: string | RegExp) => {
    await rows().filter({ hasText: text }).first().waitFor();
    return rows().allTextContents();
  };
  /** Takes the row that Enter takes, once that is the one that is meant. */
  const take = async (text: string | RegExp) => {
    await rows().and(opened.page.locator('.focused')).filter({ hasText: text }).waitFor();
    await opened.press('Enter');
  };
  /** Waits until what is typed has left a row behind. */
  const left = (text: string) => rows().filter({ hasText: text }).first().waitFor({ state: 'detached' });
  const gone = () => opened.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });

  const opened = inWindow('completion.brief', MAGNETS, { settings: { 'editor.inlayHints.enabled': 'off' } });
  before(async () => {
    await opened.status('cited').waitFor();
    await opened.focus();
  });

  it('comes up at [, with the likely source first', async () => {
    await goBehind('- The agreement over magnets is worth $500 million');
    await opened.type(' [', 30);
    const texts = await shown('Deals of the year');
    assert.match(texts[0] ?? '', /^\[3\].*Deals of the year/, texts.join('\n'));
    assert.match(texts[1] ?? '', /^\[1\].*Prices of rare earths.*2024 · Sample Notes/);
  });

  it('puts the source in, and closes the bracket once', async () => {
    await take(/^\[3\]/);
    await opened.line('- The agreement over magnets is worth $500 million [3].').waitFor();
    await opened.type(' So', 30);
    await opened.line('- The agreement over magnets is worth $500 million [3] So.').waitFor();
    for (const _ of ' So') await opened.press('Backspace');
  });

  it('finds a source by a word of its title, and says what it is', async () => {
    await opened.type('[', 30);
    await shown('Prices of rare earths');
    await opened.type('rare', 30);
    await left('Deals');
    const details = opened.page.locator('.suggest-details-container:visible, .suggest-details:visible');
    await again(async () => {
      if ((await details.count()) === 0) await opened.press('Control+Space');
      await details.filter({ hasText: 'Sample Notes' }).first().waitFor({ timeout: 5000 });
    });
    await take('Prices of rare earths');
    await opened.line('- The agreement over magnets is worth $500 million [3][1].').waitFor();
  });

  it('offers a new source last, which is added and cited in the bracket', async () => {
    await opened.type(' [', 30);
    const texts = await shown('New source…');
    assert.match(texts[0] ?? '', /^\[1\]|^\[3\]/);
    assert.match(texts.at(-1) ?? '', /^New source…/, texts.join('\n'));
    // From the first row to the last, once no more come: VS Code goes back to the first with them.
    await settled(() => rows().allTextContents(), 500);
    await opened.press('ArrowUp');
    await take(/^New source…/);
    await opened.picks('Add as it is').waitFor();
    await opened.choose('Add as it is', 'Ore in 2024');
    await opened.line('    title: Ore in 2024').waitFor();
    await opened.line('- The agreement over magnets is worth $500 million [3][1] [4].').waitFor();
    // What is typed next goes on with the sentence, two lines further down.
    const cited = '- The agreement over magnets is worth $500 million [3][1] [4]';
    await opened.status(`Ln ${lineOfMagnets('- The agreement') + 2}, Col ${cited.length + 1}`).waitFor();
    await opened.type(' today', 30);
    await opened.line('- The agreement over magnets is worth $500 million [3][1] [4] today.').waitFor();
    await opened.press('Control+z');
    await opened.line('- The agreement over magnets is worth $500 million [3][1] [4].').waitFor();
    await opened.press('Control+z');
    await opened.line('- The agreement over magnets is worth $500 million [3][1] [].').waitFor();
    await opened.line('    title: Ore in 2024').waitFor({ state: 'detached' });
  });

  it('goes on with a list of sources', async () => {
    await opened.moveTo(lineOfMagnets('- 镍价下跌'), 1);
    await opened.press('End');
    await opened.type('[1', 30);
    await shown('Prices of rare earths');
    await opened.press('Escape');
    await gone();
    await opened.type(', ', 30);
    const texts = await shown('Deals of the year');
    assert.equal(texts.length, 1, texts.join('\n'));
    await take('Deals of the year');
    await opened.line('- 镍价下跌[1, 3]').waitFor();
  });

  it('offers figures after @fig: and {{', async () => {
    await goBehind("- China's share is high");
    await opened.type(', see @fig:', 30);
    await take(/90% · China's share/);
    await opened.line("- China's share is high, see @fig:share.").waitFor();
    await opened.type(' of {{', 30);
    await take(/90% · China's share/);
    await opened.line("- China's share is high, see @fig:share of {{share}}.").waitFor();
  });

  it('leaves a box to tick alone', async () => {
    await opened.press('End');
    await opened.press('Enter');
    await opened.type('[ ] To do', 30);
    await opened.line('- [ ] To do').waitFor();
    await settled(() => rows().count());
    assert.equal(await rows().count(), 0);
  });

  it('offers the keys of a source, and goes on with the values of the one that is taken', async () => {
    await goBehind('    quote: The agreement over magnets is worth $500 million.');
    await opened.press('Enter');
    await opened.press('Control+Space');
    const keys = await shown('publisher');
    assert.ok(!keys.some((text) => text.startsWith('title')), keys.join('\n'));
    await opened.type('typ', 30);
    await left('publisher');
    await take(/^type/);
    await shown('article-journal');
    await opened.type('rep', 30);
    await left('article-journal');
    await take(/^report/);
    await opened.line('    type: report').waitFor();
  });

  it('offers values once a key is typed', async () => {
    await opened.press('Enter');
    await opened.type('language: ', 30);
    await shown('English');
    await opened.type('zh-H', 30);
    await left('English');
    await take(/zh-Hant/);
    await opened.line('    language: zh-Hant').waitFor();
  });
});

const LIKELY = `---
sources:
  - id: 1
    title: Prices of rare earths
    publisher: Sample Notes
    published: 2024-03-15
  - id: 3
    title: Deals of the year
    quote: >-
      It was a long summer in which much was said about magnets and little was done, until at the end of July the
      agreement was signed; it is worth $500 million, more than anybody had thought it would be.
---

## Magnets

- The agreement over magnets is worth $500 million. It was signed in July.
`;

const LIKELY_LINE = LIKELY.slice(0, LIKELY.indexOf('- The agreement')).split('\n').length;

describe('Adding a citation with the keyboard', () => {
  const rows = () => opened.picker().locator('.quick-input-list-entry');

  const opened = inWindow('citation.brief', LIKELY);
  before(async () => {
    await opened.status('0 of 1 cited').waitFor();
    await opened.focus();
  });

  it('shows the likely source on top, with the words of its passage', async () => {
    await opened.moveTo(LIKELY_LINE, 10);
    await opened.press('Control+k');
    await opened.press('a');
    await rows().filter({ hasText: 'Deals of the year' }).waitFor();
    const texts = await rows().allTextContents();
    assert.match(texts[0] ?? '', /Deals of the year.*\[3\].*“….*worth \$500 million.*”/s, texts.join('\n'));
    assert.match(texts[1] ?? '', /Prices of rare earths.*\[1\].*Sample Notes.*2024/s);
    assert.match(texts[2] ?? '', /Add a new source…/);
    assert.equal(await opened.picker().getByText('Likely sources').count(), 1);
    assert.equal(await opened.picker().getByText('All other sources').count(), 1);
  });

  it('finds a source by its publisher and year', async () => {
    await opened.input().fill('notes · 2024');
    await rows().filter({ hasText: 'Deals' }).waitFor({ state: 'detached' });
    assert.match((await rows().allTextContents())[0] ?? '', /Prices of rare earths/);
    await opened.input().fill('');
    await rows().filter({ hasText: 'Deals' }).waitFor();
  });

  it('puts the citation of the one that is picked at the end of the sentence', async () => {
    await opened.choose('Deals of the year', 'deals');
    await opened.line('- The agreement over magnets is worth $500 million [3]. It was').waitFor();
    await opened.status('1 of 1 cited').waitFor();
    await opened.focus();
    await opened.press('Control+z');
    await opened.line('- The agreement over magnets is worth $500 million. It was').waitFor();
  });
});

describe('Adding a citation where there are very many sources', () => {
  const declared = Array.from({ length: 900 }, (_, i) => `  - id: ${i + 1}\n    title: Report ${i + 1} on ore\n`).join(
    '',
  );
  const text = `---\nsources:\n${declared}---\n\n- It rose by 4%.\n`;
  const rows = () => opened.picker().locator('.quick-input-list-entry');
  const ask = async () => {
    await opened.moveTo(text.split('\n').length - 1, 5);
    await opened.press('Control+k');
    await opened.press('a');
    await rows().filter({ hasText: 'Report 1 on ore' }).waitFor();
  };

  const opened = inWindow('many-sources.brief', text);
  before(async () => {
    await opened.status('0 of 1 cited').waitFor();
    await opened.focus();
  });

  it('finds those that were not listed, by words in any order', async () => {
    await ask();
    await opened.picker().getByText('The first 300 other sources: type to find more').waitFor();
    await opened.input().pressSequentially('ore 77 report', { delay: 20 });
    await rows().filter({ hasText: 'Report 777 on ore' }).waitFor();
    const texts = await rows().allTextContents();
    assert.match(texts[0] ?? '', /Report 77 on ore/);
    assert.ok(
      texts.every((row) => /Report \d*77\d* on ore|Add a new source/.test(row)),
      texts.join('\n'),
    );
    await opened.dismiss();
  });

  it('cites the one that is typed, however soon Enter comes', async () => {
    await ask();
    await opened.input().pressSequentially('845');
    await opened.press('Enter');
    await opened.line('- It rose by 4% [845].').waitFor();
  });
});

describe('Suggesting a source for each claim', () => {
  const asked = (number: number) =>
    opened.picker().getByText(`Suggest a Source: Claim ${number} of 20`, { exact: true }).waitFor();
  /** Takes the row that Enter takes, once that is the one that is meant. */
  const take = async (words: string | RegExp) => {
    await opened.focusedPick(words).waitFor();
    await opened.input().press('Enter');
  };
  const status = (words: string) => opened.status(words).waitFor();
  const beside = (words: string) =>
    opened.page.locator('.editor-group-container').nth(1).locator('.view-line', { hasText: words }).waitFor();

  const opened = inWindow('velden.brief', TWENTY, {
    files: COPIES,
    settings: { 'brief.inlayHints.citations': 'off' },
  });
  before(async () => {
    await status('0 of 20 cited');
    await opened.focus();
  });

  it('goes through twenty of them by keys alone, with the passage beside each', async () => {
    await opened.moveTo(2, 1);
    await takeFix(opened.page, /^Suggest a source for each statement$/, () => asked(1));
    await beside('Velden port handled');
    await take('Cite [1] Port report');
    await asked(2);
    await beside('On average the cranes moved');
    await take('Cite [');
    await asked(3);
    await opened.input().fill('skip');
    await take('Skip');
    await asked(4);
    await opened.input().fill('all above');
    await take(/Cite all above 90%.*Claims: 14/);
    for (const number of [18, 19, 20]) {
      await asked(number);
      await take('Skip');
    }
    await status('Cited: 16. Skipped: 4.');
    await status('16 of 20 cited');
    await opened.picker().waitFor({ state: 'hidden' });
    assert.equal(await opened.page.locator('.editor-group-container').count(), 1, 'what was opened beside is closed');
    const lines = WORDS.map((words, i) => `- ${(i === 2 ? null : CITED[i]) ?? words}\n`);
    const text = await opened.saved(lines[0] ?? '');
    assert.deepEqual(
      lines.filter((line) => !text.includes(line)),
      [],
    );
  });

  it('takes back each answer by one undo', async () => {
    await opened.focus();
    for (const left of ['2 of 20', '1 of 20', '0 of 20']) {
      await opened.press('Control+z');
      await status(`${left} cited`);
    }
    await opened.saved((text) => text === TWENTY);
  });

  it('cites the claim that was shown, when the text has changed meanwhile', async () => {
    opened.run('brief.suggestSources');
    await asked(1);
    await opened.page.locator('.editor-group-container').first().locator('.view-line', { hasText: '## Facts' }).click();
    await opened.press('End');
    // Until VS Code has noticed that the list lost the focus, Enter takes a row of it.
    const heading = TWENTY.split('\n').indexOf('## Facts') + 1;
    await status(`Ln ${heading}, Col ${'## Facts'.length + 1}`);
    await opened.type('\n\nA new line.');
    await opened.picker().locator('input[type="text"]').click();
    await take('Cite [1] Port report');
    await asked(2);
    await opened.dismiss();
    await status('Cited: 1. Skipped: 0.');
    const cited = TWENTY.replace('## Facts\n', '## Facts\n\nA new line.\n').replace(`- ${WORDS[0]}`, `- ${CITED[0]}`);
    await opened.saved((text) => text === cited);
  });

  it('starts at the claim of the cursor, where its problem offers it', async () => {
    const at =
      opened
        .read()
        .split('\n')
        .findIndex((line) => line.includes(WORDS[10] ?? '')) + 1;
    await opened.focus();
    await opened.moveTo(at, 4);
    await takeFix(opened.page, /^Suggest a source for each statement$/, () =>
      opened.picker().getByText('Claim 1 of 19').waitFor(),
    );
    await opened.focusedPick('Cite [2] Rail survey').waitFor();
    await beside('At the border freight trains waited');
    await opened.dismiss();
  });

  it('leaves a brief closed that was closed meanwhile', async () => {
    opened.run('brief.suggestSources');
    await opened.picker().getByText('Claim 1 of 19').waitFor();
    await opened.page.locator('.editor-group-container').nth(1).locator('.view-line').first().waitFor();
    await opened.closeAll();
    await opened.dismiss();
    await settled(() => opened.page.locator('.tab').count());
    assert.equal(await opened.page.locator('.tab').count(), 0);
  });
});

const FILLER = Array.from({ length: 30 }, (_, i) => `- Look at map ${i + 1} of the north again.\n`).join('');
const NO_CITATION = `---
title: Ore and magnets
sources:
  - id: 2
    title: Yearbook of pits
    quote: The pit at Norrby shipped 4,100 tons of ore.
  - id: 5
    title: Loans for smelters
---

## Pits

- The pit at Norrby shipped 4,100 tons of ore in 2023.

## To do

${FILLER}
## Loans

- Loans for smelters reached $80 million in 2024.
- Exports of garlic fell by 31% in 2022.
- Loans for smelters will be cheaper, the bank said on 4 May 2024.
`;
const REPORT = `# Ore

- Pit 1 shipped 12% more in 2023.
- Pit 2 shipped 9% less in 2023.

## References

- Miller, J. Garlic. https://ore.example/garlic
`;
const lineOfUncited = (words: string) => NO_CITATION.slice(0, NO_CITATION.indexOf(words)).split('\n').length;
const NORRBY = '- The pit at Norrby shipped 4,100 tons of ore in 2023';
const LOANS = '- Loans for smelters reached $80 million in 2024';

describe('A document that cites nothing', () => {
  const rows = () => opened.picker().locator('.quick-input-list-entry');
  const cursorAt = (at: number) => opened.status(`Ln ${at}, Col`);
  const SHOW = 'Uncited Statements: 4';
  const list = (title: string) => opened.picker().getByText(title, { exact: true }).waitFor();
  const opened = inWindow('uncited.brief', NO_CITATION, {
    files: { 'report.brief': REPORT },
    // Their words stand in the lines that are read.
    settings: { 'brief.inlayHints.citations': 'off' },
  });
  before(async () => {
    await opened.status('0 of 4 cited').waitFor();
    await opened.focus();
  });

  it('offers at its title to show the statements, and to suggest sources for them', async () => {
    await opened.moveTo(2, 1);
    const titles = await takeFix(opened.page, /^Show each statement$/, () => list(SHOW));
    assert.deepEqual(titles.slice(0, 3), [
      'Show each statement',
      'Suggest a source for each statement',
      'Turn off citation/none here',
    ]);
    const texts = await rows().allTextContents();
    assert.equal(texts.length, 4);
    assert.ok(
      texts.some((row) => /The pit at Norrby shipped 4,100 tons.*Pits · line 13/.test(row)),
      texts.join('\n'),
    );
  });

  it('shows the statement of the row that the list is moved to, and is as before after Escape', async () => {
    await opened.goDownTo('Exports of garlic');
    await opened.line('- Exports of garlic').waitFor();
    await opened.goDownTo('Norrby');
    await opened.line(NORRBY).waitFor();
    await opened.goDownTo('Loans for smelters reached');
    await opened.line(LOANS).waitFor();
    await opened.dismiss();
    await opened.line('title: Ore and magnets').waitFor();
    await cursorAt(2).waitFor();
  });

  it('goes to the statement that is picked', async () => {
    opened.run('brief.showUncited');
    await list(SHOW);
    await opened.goDownTo('Exports of garlic');
    await opened.input().press('Enter');
    await cursorAt(lineOfUncited('- Exports of garlic')).waitFor();
    await opened.picker().waitFor({ state: 'hidden' });
  });

  it('is imported as it stands in the editor, saved or not, with its works as sources', async () => {
    await opened.show('report.brief');
    await opened.focus();
    await opened.moveTo(3, 7);
    await opened.type('7');
    await opened.moveTo(1, 1);
    const tab = opened.page.locator('.tab.active:not([data-resource-name="report.brief"])');
    const titles = await takeFix(opened.page, /^Import as Brief$/, () => tab.waitFor());
    assert.equal(titles.indexOf('Import as Brief'), 2, titles.join());
    await opened.line('- Pit 71 shipped').waitFor();
    await opened.line('- [1] Miller, J. Garlic.').waitFor();
  });

  it('is said to have no likely source where none shares anything with it, with what would help', async () => {
    await opened.show('report.brief');
    await opened.focus();
    const said = opened.toast('No source here is likely for any statement.');
    opened.run('brief.suggestSources');
    await said.waitFor();
    await said.getByRole('button', { name: 'Import as Brief' }).waitFor();
    await opened.picker().waitFor({ state: 'hidden' });
  });
});

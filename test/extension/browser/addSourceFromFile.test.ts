import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moveCursor, openFile, previewOf, runCommand } from '../../../scripts/lib/workbench.js';
import { linesAt, pdfFile } from '../../pdf/pdfFile';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `---
title: Ore
sources:
  - id: 1
    title: Ore Weekly
    url: https://example.org/weekly
---

- The mines of the United States produced 43,000 tonnes in 2023.
`;
const YEARBOOK = pdfFile(
  [
    linesAt(['Yearbook of Ore', 'Ada Sample'], { size: 16, leading: 40 }),
    linesAt([
      'In 2023, as in the years before, the largest of the mines were those of the pro-',
      'vinces in the south. Those of the United States had 43,000',
      'tonnes, and all others had less.',
    ]),
  ],
  { info: '/Title (Yearbook of Ore) /Author (Ada Sample)' },
);

describe('A source from a file, in a VS Code', () => {
  let opened: Opened | undefined;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });

  it('is a PDF whose text is kept with its pages, and in which the numbers of the brief are found', async () => {
    opened = await open('ore.brief', BRIEF, { preview: true });
    const { page, file } = opened;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const beside = (name: string) => join(dirname(file), name);
    const row = (words: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: words });
    const input = page.locator('.quick-input-widget input[type="text"]');
    const choose = async (name: string) => {
      await page.locator('.quick-input-widget', { hasText: 'Add Source from File' }).waitFor();
      await row(name).first().click();
    };
    writeFileSync(beside('yearbook.pdf'), YEARBOOK);
    writeFileSync(beside('scan.pdf'), pdfFile([[]]));

    await runCommand(page, 'Brief: Add Source');
    await row('From a file').click();
    await choose('yearbook.pdf');
    await page.locator('.quick-input-widget', { hasText: 'The title of the source' }).waitFor();
    assert.equal(await input.inputValue(), 'Yearbook of Ore');
    await page.keyboard.press('Enter');
    await page
      .locator('.notification-toast', { hasText: 'is in sources/yearbook-of-ore.txt, with its pages' })
      .waitFor();
    await page.keyboard.press('Control+S');
    const declared =
      '  - id: 2\n    title: Yearbook of Ore\n    authors: Ada Sample\n    text: sources/yearbook-of-ore.txt\n---';
    for (let i = 0; i < 100 && !readFileSync(file, 'utf8').includes(declared); i++) await page.waitForTimeout(50);
    assert.ok(readFileSync(file, 'utf8').includes(declared), readFileSync(file, 'utf8'));
    assert.ok(existsSync(beside('yearbook.pdf')));
    assert.equal(
      readFileSync(beside('sources/yearbook-of-ore.txt'), 'utf8'),
      'Yearbook of Ore\n\nAda Sample\n\fIn 2023, as in the years before, the largest of the mines were those of the provinces in the south. Those of the United States had 43,000 tonnes, and all others had less.\n',
    );

    // The claim stands two lines below the front matter, which has four lines more now.
    await moveCursor(page, 13, 10);
    await runCommand(page, 'Brief: Add Citation');
    await row('Yearbook of Ore').first().click();
    const content = previewOf(page).locator('body');
    await content.locator('[data-card]').first().hover();
    const card = content.getByText('Those of the United States had').first();
    await card.waitFor();
    await content.getByText('p. 2').first().waitFor();

    await runCommand(page, 'Brief: Add Source from File');
    await choose('scan.pdf');
    await page.locator('.notification-toast', { hasText: 'scan.pdf was not read: there is no text in it' }).waitFor();
  });

  it('goes to the library of the folder as a whole, which is said, and leaves nothing beside the brief', async () => {
    opened = await open('start.brief', '# Start\n', {
      files: {
        'work/brief.config.yaml': 'sources: library/\n',
        'work/library/oecd.yaml': 'title: Prices\npublisher: OECD\n',
        'work/miners.brief': '# Ore\n\n- The largest of the mines were those in the south.\n',
        'work/keller.html':
          '<html><head><title>Market Outlook</title><meta name="author" content="Ada Keller"><meta name="date" content="2024-05-01"></head>' +
          '<body><p>The largest of the mines were those in the south, and all others had less.</p></body></html>\n',
      },
    });
    const { page, file } = opened;
    const at = (path: string) => join(dirname(file), 'work', path);
    await openFile(page, 'miners.brief');
    await page.locator('.part.statusbar', { hasText: /of 1 cited/ }).waitFor();
    await runCommand(page, 'Brief: Add Source from File');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'keller.html' }).click();
    await page.locator('.quick-input-widget', { hasText: 'The title of the source' }).waitFor();
    await page.keyboard.press('Enter');
    await page
      .locator('.notification-toast', {
        hasText:
          'The source is in work/library/market-outlook-2024.yaml. Its text is in work/library/copies/market-outlook-2024.md.',
      })
      .waitFor();
    assert.match(
      readFileSync(at('library/market-outlook-2024.yaml'), 'utf8'),
      /^text: copies\/market-outlook-2024\.md$/m,
    );
    assert.match(readFileSync(at('library/copies/market-outlook-2024.md'), 'utf8'), /largest of the mines/);
    assert.ok(!existsSync(at('sources')), 'no folder is left beside the brief');

    if (process.platform === 'win32') return;
    const outside = at('outside');
    renameSync(at('library/copies'), outside);
    symlinkSync(outside, at('library/copies'));
    await openFile(page, 'miners.brief');
    await runCommand(page, 'Brief: Add Source from File');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'keller.html' }).click();
    await page.locator('.quick-input-widget', { hasText: 'The title of the source' }).waitFor();
    await page.locator('.quick-input-widget input[type="text"]').fill('Another Outlook');
    await page.keyboard.press('Enter');
    await page
      .locator('.notification-toast', { hasText: 'into the folder copies, because it is a symbolic link' })
      .waitFor();
    assert.deepEqual(readdirSync(outside), ['market-outlook-2024.md']);
    assert.deepEqual(readdirSync(at('library')).sort(), ['copies', 'market-outlook-2024.yaml', 'oecd.yaml']);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openFile, previewOf, takeFix } from '../../../scripts/lib/workbench.js';
import { answers, archiveWith, openSite, type Site } from '../../links/site';
import { type Opened, open, pictureIfFailed } from './support';

const textOf = (origin: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Prices of rare earths
    url: ${origin}/prices
  - id: 2
    title: Deals of the year
    url: ${origin}/deals
---

# Rare earths

- Prices rose by 12% in 2025 [1], see [more](${origin}/prices#part).
- The agreement over magnets is worth $500 million [2], as [the site](${origin}/guarded) says.
`;

describe('Check Links, in a VS Code', () => {
  let site: Site;
  let archive: Site;
  let opened: Opened;
  before(async () => {
    site = await openSite({
      '/prices': answers(301, { location: '/prices-2025' }),
      '/prices-2025': answers(200),
      '/guarded': answers(403),
    });
    const stamp = '20250807101112';
    const url = `http://web.archive.org/web/${stamp}/${site.origin}/deals`;
    archive = await openSite({
      '/wayback/available': archiveWith({ [`${site.origin}/deals`]: { url, timestamp: stamp } }),
    });
    opened = await open('links.brief', textOf(site.origin), { files: { 'plain.md': '# Notes\n\nIt rose.\n' } });
  });
  after(async () => {
    await opened?.close();
    await site.close();
    await archive.close();
  });
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
  });

  const squiggles = (kind: string) => opened.page.locator(`.cdr.squiggly-${kind}`);
  const toast = (hasText: string) => opened.page.locator('.notification-toast', { hasText });

  it('asks the user before it asks anybody, then marks what is dead and what has moved', async () => {
    const { page } = opened;
    opened.run('brief.checkLinks', { allowPrivate: true, archive: archive.origin });
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /Ask 127\.0\.0\.1:\d+ whether its pages still exist\? Links: 3\./);
    assert.deepEqual(site.asked, []);
    await dialog.getByRole('button', { name: 'Check Links' }).click();
    await toast('Checked links: 3. Dead: 1. Moved: 1. Not reached: 0. Could not be checked: 1.').waitFor();
    await squiggles('error').first().waitFor();
    await squiggles('info').first().waitFor();
    assert.equal(archive.asked.length, 1);
  });

  it('offers the archived copy and the new address, whose marks go with the old ones', async () => {
    const { page } = opened;
    const declared = (address: string) => page.locator('.view-line', { hasText: `url: ${address}` });
    for (const [word, title, address] of [
      ['/deals', /^Replace by the archived copy of 7 August 2025/, 'https://web.archive.org/'],
      ['/prices', /^Replace all addresses that have moved \(2\)/, `${site.origin}/prices-2025`],
    ] as const) {
      await declared(`${site.origin}${word}`).click();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await takeFix(page, title, () => declared(address).waitFor({ timeout: 10_000 }));
    }
    await squiggles('error').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+s');
    const saved = () => readFileSync(opened.file, 'utf8');
    for (let waited = 0; !saved().includes('prices-2025') && waited < 5000; waited += 50) await page.waitForTimeout(50);
    assert.match(saved(), /url: http:\/\/127\.0\.0\.1:\d+\/prices-2025\n/);
    assert.match(saved(), /see \[more\]\(http:\/\/127\.0\.0\.1:\d+\/prices-2025#part\)/);
    assert.match(saved(), /url: https:\/\/web\.archive\.org\/web\/20250807101112\/http:\/\/127\.0\.0\.1:\d+\/deals\n/);
  });

  it('tells a brief whose links nobody is asked for from one without links', async () => {
    await openFile(opened.page, 'rare-earths.brief');
    await opened.page.locator('.part.statusbar', { hasText: '19 of 20 cited' }).waitFor();
    opened.run('brief.checkLinks');
    await toast('This brief has no links to check').waitFor();
    assert.equal(await opened.page.locator('.monaco-dialog-box').count(), 0);
  });

  it('says of a Markdown file that is no brief how it becomes one', async () => {
    // Else the brief that is left is the one that is meant.
    opened.run('workbench.action.closeAllEditors');
    await opened.page.locator('.tab').first().waitFor({ state: 'detached' });
    await openFile(opened.page, 'plain.md');
    await opened.page.locator('.part.statusbar', { hasText: 'Markdown' }).waitFor();
    opened.run('brief.checkLinks', {});
    await toast('Run "Brief: Check This File" first').waitFor();
    opened.run('brief.showPreviewToSide');
    await previewOf(opened.page).getByText('Run "Brief: Check This File" first').waitFor();
  });
});

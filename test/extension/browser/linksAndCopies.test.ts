import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { copyToClipboard, takeFix } from '../../../scripts/lib/workbench.js';
import { answers, archiveWith, openSite, type Site } from '../../links/site';
import { linesAt, pdfFile } from '../../pdf/pdfFile';
import { inWindow, until } from './support';

const withLinks = (origin: string) => `---
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

describe('Check Links', () => {
  let site: Site;
  let archive: Site;
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
  });
  after(async () => {
    await site?.close();
    await archive?.close();
  });
  const opened = inWindow('links.brief', () => withLinks(site.origin), {
    files: { 'plain.md': '# Notes\n\nIt rose.\n' },
  });

  const squiggles = (kind: string) => opened.page.locator(`.cdr.squiggly-${kind}`);

  it('asks the user before it asks anybody, then marks what is dead and what has moved', async () => {
    opened.run('brief.checkLinks', { allowPrivate: true, archive: archive.origin });
    const dialog = opened.dialog();
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /Ask 127\.0\.0\.1:\d+ whether its pages still exist\? Links: 3\./);
    assert.deepEqual(site.asked, []);
    await dialog.getByRole('button', { name: 'Check Links' }).click();
    await opened.said('Checked links: 3. Dead: 1. Moved: 1. Not reached: 0. Could not be checked: 1.');
    await squiggles('error').first().waitFor();
    await squiggles('info').first().waitFor();
    assert.equal(archive.asked.length, 1);
  });

  it('offers the archived copy and the new address, whose marks go with the old ones', async () => {
    const declared = (address: string) => opened.page.locator('.view-line', { hasText: `url: ${address}` });
    for (const [word, title, address] of [
      ['/deals', /^Replace by the archived copy of 7 August 2025/, 'https://web.archive.org/'],
      ['/prices', /^Replace all addresses that have moved \(2\)/, `${site.origin}/prices-2025`],
    ] as const) {
      await declared(`${site.origin}${word}`).click();
      await opened.press('End');
      await opened.press('ArrowLeft');
      await takeFix(opened.page, title, () => declared(address).waitFor());
    }
    await squiggles('error').waitFor({ state: 'hidden' });
    const saved = await opened.saved(/url: http:\/\/127\.0\.0\.1:\d+\/prices-2025\n/);
    assert.match(saved, /see \[more\]\(http:\/\/127\.0\.0\.1:\d+\/prices-2025#part\)/);
    assert.match(saved, /url: https:\/\/web\.archive\.org\/web\/20250807101112\/http:\/\/127\.0\.0\.1:\d+\/deals\n/);
  });

  it('tells a brief whose links nobody is asked for from one without links', async () => {
    await opened.show('rare-earths.brief');
    await opened.status('19 of 20 cited').waitFor();
    opened.run('brief.checkLinks');
    await opened.said('This brief has no links to check');
    assert.equal(await opened.dialog().count(), 0);
  });

  it('says of a Markdown file that is no brief how it becomes one', async () => {
    // Else the brief that is left is the one that is meant.
    await opened.closeAll();
    await opened.show('plain.md');
    await opened.status('Markdown').waitFor();
    opened.run('brief.checkLinks', {});
    await opened.said('Run "Brief: Check This File" first');
    opened.run('brief.showPreviewToSide');
    await opened.preview().getByText('Run "Brief: Check This File" first').waitFor();
  });

  it('shows a message whole that is longer than a row', async () => {
    opened.run('brief.checkLinks', {});
    const toast = opened.toast('Run "Brief: Check This File" first');
    await toast.getByRole('button', { name: 'OK' }).waitFor();
    const words = toast.locator('.notification-list-item-message');
    assert.equal(await words.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), false);
    await toast.getByRole('button', { name: 'OK' }).click();
    await toast.waitFor({ state: 'detached' });
  });
});

const html = (body: string) =>
  answers(
    200,
    { 'content-type': 'text/html' },
    `<!doctype html><html><head><meta name="citation_doi" content="10.1/x"></head><main>${body}</main></html>`,
  );

const textOf = (origin: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Prices of rare earths
    url: ${origin}/prices
  - id: 2
    title: Tables of the year
    url: ${origin}/tables.pdf
  - id: 3
    title: Magnets from waste
    url: ${origin}/abstract
  - id: 4
    title: Deals of the year
    url: ${origin}/deals
---

# Rare earths

- Prices rose by 12% in 2025 [1], and output by 15% [2].
- The works regain 42% of the metals, and 77% of the water [3].
- The deal is worth $500 million [4].
`;

describe('Keep Copies of All Sources', () => {
  let site: Site;
  /** Answers that wait. */
  const held: (() => void)[] = [];
  let samples: readonly string[] = [];
  before(async () => {
    site = await openSite({
      '/prices': html('<h1>Prices</h1><p>Prices rose by 12% in 2025.</p>'),
      '/tables.pdf': (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/pdf' });
        response.end(pdfFile([linesAt(['Output rose by 15% in 2025.'])]));
      },
      '/abstract': html(
        '<h1>Magnets</h1><h2>Abstract</h2><p>We regain 42% of the metals.</p><p>Access this article</p>',
      ),
      '/held': (request, response) => {
        held.push(() => html('<p>It fell by 3%.</p>')(request, response));
      },
      '/wayback/available': answers(200, { 'content-type': 'application/json' }, '{"archived_snapshots":{}}'),
    });
  });
  after(() => site?.close());
  const opened = inWindow(
    'copies.brief',
    () => textOf(site.origin),
    () => {
      const stopped = `# T\n\n- It fell by 3% [1], and by 4% [2].\n\n## Sources\n\n1. [A](${site.origin}/held)\n2. [B](${site.origin}/held?2)\n3. [C](${site.origin}/held?3)\n`;
      const beside = '# T\n\n- It fell by 3%.\n';
      return { clipboard: true, files: { 'stopped.brief': stopped, 'beside.brief': beside } };
    },
  );
  before(() => {
    samples = copiesIn();
  });

  const copiesIn = () => readdirSync(opened.at('sources'));
  it('asks no question about hosts of this machine, as they are not asked', async () => {
    // At what cannot be checked.
    await opened.focus();
    await opened.moveTo(20, 19);
    const none = opened.toast('Copies kept: 0. Not downloaded: 4.');
    await takeFix(opened.page, /^Keep copies of all sources/, () => none.waitFor());
    assert.equal(await opened.dialog().count(), 0);
    assert.deepEqual(site.asked, []);
  });

  it('names every host in one question, and asks nobody if the answer is no', async () => {
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await opened.dialog().waitFor();
    const said = (await opened.dialog().textContent()) ?? '';
    assert.match(said, /Download the text of the sources from these hosts\? Pages: 4\./);
    assert.ok(said.includes(`${new URL(site.origin).host} (4)`), said);
    await opened.dialog().getByRole('button', { name: 'Cancel' }).click();
    await opened.dialog().waitFor({ state: 'hidden' });
    assert.deepEqual(site.asked, []);
    assert.deepEqual(copiesIn(), samples);
  });

  it('keeps the texts beside the brief, and lists what could not be had, with the reason', async () => {
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await opened.dialog().getByRole('button', { name: 'Keep Copies' }).click();
    await opened.answerMessage('Copies kept: 3. Only an abstract or excerpt: 1. Not downloaded: 1.', 'Show List');
    await opened.activeTab('Copies of Sources.md').waitFor();
    await opened.page.locator('.view-line', { hasText: 'The page does not exist any more' }).waitFor();
    opened.run('workbench.action.closeActiveEditor');
    await opened.tab('Copies of Sources.md').waitFor({ state: 'detached' });
    const made = copiesIn().filter((name) => !samples.includes(name));
    assert.deepEqual(made.sort(), ['1.md', '2.txt', '3.md', 'copies.json']);
  });

  it('names them in one step that can be undone', async () => {
    const named = textOf(site.origin)
      .replace('/prices\n', '/prices\n    text: sources/1.md\n')
      .replace('/tables.pdf\n', '/tables.pdf\n    text: sources/2.txt\n')
      .replace('/abstract\n', '/abstract\n    text: sources/3.md\n    copy: abstract\n');
    await opened.saved((text) => text === named);
    await opened.focus();
    await opened.press('Control+z');
    await opened.saved((text) => text === textOf(site.origin));
    await opened.press('Control+Shift+z');
    await opened.saved((text) => text === named);
  });

  it('asks for nothing twice', async () => {
    const asked = site.asked.length;
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await opened.said('Copies kept: 0. Not downloaded: 1.');
    assert.equal(site.asked.length, asked);
    assert.equal(await opened.dialog().count(), 0);
  });

  it('lists the last run, also where the list of the one before is open', async () => {
    const listed = async (address: string) => {
      await opened.answerMessage('Not downloaded: 1.', 'Show List');
      await opened.page.locator('.editor-group-container.active .view-line', { hasText: address }).waitFor();
    };
    await listed('/deals');
    await opened.show('copies.brief');
    const text = (await opened.saved(() => true)).replace('/deals', '/lost');
    writeFileSync(opened.file, text);
    await opened.line(`    url: ${site.origin}/lost`).waitFor();
    await opened.focus();
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await opened.dialog().getByRole('button', { name: 'Keep Copies' }).click();
    await listed('/lost');
    await opened.show('copies.brief');
  });

  it('can be stopped: what was begun is kept and named, and the rest is not asked for', async () => {
    await opened.show('stopped.brief');
    await opened.status('1 of 1 cited').waitFor();
    opened.run('brief.keepCopies', { allowPrivate: true, archive: site.origin });
    await opened.dialog().getByRole('button', { name: 'Keep Copies' }).click();
    await until('two pages are asked for', () => held.length === 2);
    await opened.answerMessage('Keeping copies', 'Cancel');
    // Nothing shows that this has reached the server. What the server says of another brief, it says behind it.
    await opened.show('beside.brief');
    await opened.status('0 of 1 cited').waitFor();
    await opened.show('stopped.brief');
    for (const answer of held.splice(0)) answer();
    await opened.said('Copies kept: 2.');
    await opened.page.locator('.view-line', { hasText: 'text: sources/' }).nth(1).waitFor();
    assert.equal(site.asked.filter((each) => each.includes('/held')).length, 2);
  });

  it('is offered after an import whose sources have addresses', async () => {
    await copyToClipboard(opened.page, {
      'text/plain': `# Deals\n\n- It is worth $500 million [1].\n\n## Sources\n\n1. [Deals](${site.origin}/deals)\n`,
    });
    opened.run('brief.importText');
    await opened.answerMessage('Imported:', 'Keep Copies of All Sources');
    // A copy is kept beside a file: the brief is saved under its title.
    await opened.written('deals.brief');
  });
});

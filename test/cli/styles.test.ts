import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const BRIEF = `---
title: Rare earths
style: apa
sources:
  - { id: 1, title: Mines & men, authors: Ada Lovelace, publisher: Nature, published: 2020-05, doi: 10.1000/x }
  - { id: 2, title: Nobody cites this }
---

- China refines 90% of the world's rare earths [1].
`;
const STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Ours</title><id>ours</id></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title" prefix="OURS: "/></layout></bibliography>
</style>`;
const APA = 'Lovelace, A. (2020). Mines & men. Nature. https://doi.org/10.1000/x';

describe('brief bibliography', () => {
  const folder = folderWith({
    'a.brief': BRIEF,
    'own.brief': BRIEF.replace('style: apa', 'style: ours.csl'),
    'broken.brief': BRIEF.replace('style: apa', 'style: broken.csl'),
    'plain.brief': BRIEF.replace('style: apa\n', ''),
    'ours.csl': STYLE,
    'broken.csl': STYLE.replace('</layout></citation>', '</layout>'),
  });
  after(() => folder.remove());
  const run = (...args: string[]) => runBrief(args, { cwd: folder.path });

  it('prints the sources that a brief cites, in its style', async () => {
    const { stdout, stderr, status } = await run('bibliography', 'a.brief');
    assert.deepEqual([stdout, stderr, status], [`${APA}\n`, '', 0]);
  });

  it('prints them in another style, with those that nothing cites, in Markdown and HTML', async () => {
    assert.equal(
      (await run('bibliography', 'a.brief', '--style=ieee', '--all')).stdout,
      '[1] A. Lovelace, “Mines & men,” Nature, May 2020, doi: 10.1000/x.\n[2] “Nobody cites this.”\n',
    );
    assert.equal(
      (await run('bibliography', 'a.brief', '--format=md')).stdout,
      'Lovelace, A. (2020). Mines \\& men. *Nature*. <https://doi.org/10.1000/x>\n',
    );
    assert.equal(
      (await run('bibliography', 'a.brief', '--format=html')).stdout,
      '<p>Lovelace, A. (2020). Mines &amp; men. <i>Nature</i>. <a href="https://doi.org/10.1000/x" rel="noopener noreferrer">https://doi.org/10.1000/x</a></p>\n',
    );
  });

  it('prints them as data', async () => {
    const { stdout } = await run('bibliography', 'a.brief', '--format=csl-json');
    assert.deepEqual(JSON.parse(stdout), [
      {
        id: '1',
        type: 'article-journal',
        title: 'Mines & men',
        author: [{ family: 'Lovelace', given: 'Ada' }],
        'container-title': 'Nature',
        issued: { 'date-parts': [[2020, 5]] },
        DOI: '10.1000/x',
        language: 'en',
      },
    ]);
  });

  it('is compact where nothing else is asked for', async () => {
    const { stdout } = await run('bibliography', 'plain.brief');
    assert.equal(stdout, '[1] Ada Lovelace, Mines & men, Nature, May 2020. https://doi.org/10.1000/x\n');
  });

  it('takes a style of the folder, which the brief or the command names', async () => {
    assert.equal((await run('bibliography', 'own.brief')).stdout, 'OURS: Mines & men\n');
    assert.equal((await run('bibliography', 'a.brief', '--style=ours.csl')).stdout, 'OURS: Mines & men\n');
  });

  it('ends with an error where there is no such style, or it is broken', async () => {
    const none = await run('bibliography', 'a.brief', '--style=apaa');
    assert.equal(none.status, 2);
    assert.match(
      none.stderr,
      /^brief: there is no style "apaa"\. Known: compact, ama, .* and paths of \.csl files\.\n$/,
    );
    const broken = await run('bibliography', 'broken.brief');
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /^brief: cannot list the sources in the style "broken\.csl": Unexpected close tag/);
  });

  it('is what pages and Markdown have for a list', async () => {
    const page = await run('render', 'a.brief');
    assert.match(page.stdout, /<span class="source-entry">Lovelace, A\. \(2020\)\. Mines &amp; men\. <i>Nature<\/i>\./);
    assert.match(page.stdout, /<li id="source-1" class="source".*<a href="#cite-1/);
    const { stdout } = await run('export', 'a.brief', '--to=md');
    assert.match(
      stdout,
      /^\[\^1\]: Lovelace, A\. \(2020\)\. Mines \\& men\. \*Nature\*\. <https:\/\/doi\.org\/10\.1000\/x>$/m,
    );
    await run('export', 'a.brief', '--to=docx', '-o', 'a.docx');
    assert.ok(readFileSync(join(folder.path, 'a.docx')).length > 1000);
  });

  it('is compact in a page whose style is broken, and standard error and a problem say why', async () => {
    const page = await run('render', 'broken.brief', '--evidence');
    assert.equal(page.status, 0);
    assert.match(page.stderr, /^brief: the sources are listed in the compact style, not in "broken\.csl": Unexpected/);
    assert.match(
      page.stdout,
      /<p class="unreadable">The sources are not in the style &quot;.?broken\.csl.?&quot;\. Unexpected close tag\.<\/p>/,
    );
    assert.match(page.stdout, /<cite>Mines &amp; men<\/cite>/);
    const check = await run('check', '--no-cache', 'broken.brief', '--format=json');
    const { files } = JSON.parse(check.stdout);
    const [problem] = files[0].problems.filter(({ rule }: { rule: string }) => rule === 'bibliography/invalid');
    assert.deepEqual(problem.range, { start: { line: 2, character: 7 }, end: { line: 2, character: 17 } });
    assert.equal(problem.message, '"broken.csl" has an error: Unexpected close tag.');
  });
});

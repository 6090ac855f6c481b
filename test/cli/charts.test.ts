import assert from 'node:assert/strict';
import { folderWith, runBrief } from './runBrief';

const BRIEF =
  '---\ntitle: T\nfigures:\n  - {id: a, chart: line, x: year, y: share, own: true, data: data/a.csv}\n---\n\nA @fig:a.\n';

describe('a chart', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  it('is drawn by brief render, of a file beside the brief', async () => {
    folder = folderWith({ 'a.brief': BRIEF, 'data/a.csv': 'year,share\n2022,4\n2023,5\n' });
    const { stdout, status } = await runBrief(['render', 'a.brief'], { cwd: folder.path });
    assert.equal(status, 0);
    const figure = stdout.slice(stdout.indexOf('<figure'), stdout.indexOf('</figure>'));
    assert.match(figure, /<svg [^>]*role="img" aria-label="[^"]*4 \(2022\), 5 \(2023\)\."/);
    assert.doesNotMatch(figure, /chart-waiting|<script|url\(http/);
  });

  it('whose file is not there is missed by brief check, and said in the page', async () => {
    folder = folderWith({ 'a.brief': BRIEF });
    const { stdout, status } = await runBrief(['check', '--format', 'json'], { cwd: folder.path });
    const problems: { rule: string }[] = JSON.parse(stdout).files[0].problems;
    assert.ok(problems.some(({ rule }) => rule === 'figure/bad-data'));
    assert.equal(status, 1);
    const page = await runBrief(['render', 'a.brief'], { cwd: folder.path });
    assert.match(page.stdout, /There is no such file\./);
  });

  it('reads nothing above the folder of the brief', async () => {
    folder = folderWith({ 'briefs/a.brief': BRIEF.replace('data/a.csv', '../a.csv'), 'a.csv': 'year,share\n2022,4\n' });
    const { stdout } = await runBrief(['render', 'a.brief'], { cwd: `${folder.path}/briefs` });
    assert.match(stdout, /It points outside the brief&#39;s folder\./);
    assert.doesNotMatch(stdout, /<svg [^>]*role="img"/);
  });
});

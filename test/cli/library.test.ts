import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const BRIEF = '# Ore\n\n- Output rose by 4% in 2024 [@usgs].\n';
const USGS = 'title: Summaries\npublisher: USGS\nurl: https://example.org/mcs\ntext: copies/usgs.txt\n';
const FILES = {
  'brief.config.yaml': 'sources: sources/\n',
  'x/a.brief': BRIEF,
  'sources/usgs.yaml': USGS,
  'sources/other.md': '---\ntitle: Other\npublisher: P\n---\n\nOwn notes.\n',
  'sources/copies/usgs.txt': 'Output rose by 4% in 2024.\n',
};

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly { readonly rule: string }[];
    readonly stats: { readonly evidence: { readonly found: number; readonly notFound: number } };
  }[];
  readonly totals: { readonly unchanged?: number };
}

describe('A library folder on the command line', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  const check = async (...args: readonly string[]): Promise<Report> => {
    const { stdout, stderr } = await runBrief(['check', '--format', 'json', ...args], { cwd: folder.path });
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  };
  const shown = ({ files }: Report) =>
    files.map(({ path, problems }) => [path, ...problems.map(({ rule }) => rule)].join(': '));

  it('has the sources of the briefs beside it and below, with their local copies', async () => {
    folder = folderWith(FILES);
    const report = await check();
    assert.deepEqual(shown(report), ['x/a.brief']);
    assert.equal(report.files[0]?.stats.evidence.found, 2);
  });

  it('has its problems in its own files, where its folder or the file is checked', async () => {
    folder = folderWith({
      ...FILES,
      'sources/other.md': '---\ntitel: T\nurl: www.usgs.gov\n---\n',
      'sources/usgs.yml': USGS,
    });
    const wrong = 'sources/other.md: source/incomplete: brief/unknown-key: source/bad-url';
    const twin = 'sources/usgs.yml: source/duplicate-id';
    assert.deepEqual(shown(await check()), [wrong, twin, 'x/a.brief']);
    assert.deepEqual(shown(await check('x/a.brief')), ['x/a.brief']);
    assert.deepEqual(shown(await check('sources/usgs.yml')), [twin]);
    assert.deepEqual(shown(await check('sources/usgs.yaml')), ['sources/usgs.yaml']);
  });

  it('has its problems in a baseline, too', async () => {
    folder = folderWith({ ...FILES, 'sources/other.md': '---\ntitle: T\npublisher: P\ntitel: T\n---\n' });
    const wrong = 'sources/other.md: brief/unknown-key';
    assert.deepEqual(shown(await check('--baseline', 'known.json', '--update-baseline')), [
      'sources/other.md',
      'x/a.brief',
    ]);
    assert.deepEqual(shown(await check('--baseline', 'known.json')), ['sources/other.md', 'x/a.brief']);
    assert.deepEqual(shown(await check()), [wrong, 'x/a.brief']);
  });

  it('is named: a folder of that name alone is none', async () => {
    folder = folderWith({ ...FILES, 'brief.config.yaml': 'must-cite: [figure]\n' });
    assert.deepEqual(shown(await check()), ['x/a.brief: citation/unknown-source']);
  });

  it('that is not there is an error of the configuration', async () => {
    folder = folderWith({ ...FILES, 'brief.config.yaml': 'sources: library/\n' });
    const { status, stderr } = await runBrief(['check'], { cwd: folder.path });
    assert.equal(status, 2);
    assert.match(stderr, /brief\.config\.yaml:1:10: The folder "library\/" was not read\. There is no such folder\./);
  });

  it('has no briefs, though a glob says so', async () => {
    folder = folderWith({ ...FILES, 'brief.config.yaml': 'sources: sources/\ninclude: "**/*.md"\n', 'b.md': '# B\n' });
    assert.deepEqual(shown(await check()), ['b.md', 'x/a.brief']);
  });

  it('has a source or a copy that changed counted, whatever a cache knows', async () => {
    folder = folderWith(FILES);
    const evidence = async () => (await check()).files[0]?.stats.evidence;
    assert.equal((await evidence())?.found, 2);
    writeFileSync(join(folder.path, 'sources/copies/usgs.txt'), 'Output rose by 5% in 2024.\n');
    assert.equal((await evidence())?.notFound, 1);
    writeFileSync(join(folder.path, 'sources/usgs.yaml'), USGS.replace(/text:.*/, 'quote: Output rose by 4% in 2024.'));
    assert.equal((await evidence())?.found, 2);
    rmSync(join(folder.path, 'sources/usgs.yaml'));
    assert.deepEqual(shown(await check()), ['x/a.brief: citation/unknown-source']);
  });

  it('has its briefs checked where it changed since a revision', async () => {
    folder = folderWith({ ...FILES, '.gitignore': '' });
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], { cwd: folder.path });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'A');
    assert.equal((await check('--changed-since', 'HEAD')).totals.unchanged, 1);
    writeFileSync(join(folder.path, 'sources/copies/usgs.txt'), 'Output rose by 5%.\n');
    assert.equal((await check('--changed-since', 'HEAD')).totals.unchanged, 0);
    git('checkout', '-q', '.');
    rmSync(join(folder.path, 'sources/other.md'));
    assert.equal((await check('--changed-since', 'HEAD')).totals.unchanged, 0);
  });

  it('is in what is inspected and listed', async () => {
    folder = folderWith(FILES);
    const { stdout } = await runBrief(['inspect', 'x/a.brief'], { cwd: folder.path });
    const { sources } = JSON.parse(stdout);
    assert.deepEqual(
      sources.map(({ id, notes }: { id: string; notes?: string }) => [id, notes ?? null]),
      [
        ['other', 'Own notes.'],
        ['usgs', null],
      ],
    );
    const listed = await runBrief(['bibliography', 'x/a.brief'], { cwd: folder.path });
    assert.equal(listed.stdout, '[usgs] Summaries, USGS. https://example.org/mcs\n');
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const UNCITED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024.\n';
const KEYED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024 [@usgs].\n';
const LIBRARY = 'sources:\n  - id: usgs\n    title: Mineral Commodity Summaries\n    url: https://example.org/mcs\n';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly { readonly rule: string; readonly severity: string }[];
  }[];
}

describe('brief.config.yaml on the command line', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  const run = (files: Readonly<Record<string, string>>, args: readonly string[] = [], inner = '') => {
    folder = folderWith(files);
    return runBrief(['check', '--format', 'json', ...args], { cwd: join(folder.path, inner) });
  };
  /** `path: rule severity` of all problems. */
  const found = async (...args: Parameters<typeof run>) => {
    const { stdout, stderr } = await run(...args);
    assert.equal(stderr, '');
    const report: Report = JSON.parse(stdout);
    return report.files.map(({ path, problems }) =>
      [path, ...problems.map(({ rule, severity }) => `${rule} ${severity}`)].join(': '),
    );
  };

  it('gives rules their severity', async () => {
    const config = 'rules:\n  citation/missing: error\n';
    assert.deepEqual(await found({ 'brief.config.yaml': config, 'a.brief': UNCITED }), [
      'a.brief: citation/missing error',
    ]);
  });

  it('counts less than --rule, and that less than the front matter', async () => {
    const files = {
      'brief.config.yaml': 'rules:\n  citation/missing: error\n',
      'a.brief': UNCITED,
      'b.brief': `---\nrules:\n  citation/missing: hint\n---\n\n${UNCITED}`,
    };
    assert.deepEqual(await found(files, ['--rule', 'citation/missing=information']), [
      'a.brief: citation/missing information',
      'b.brief: citation/missing hint',
    ]);
  });

  it('is the nearest one, above the file or beside it', async () => {
    const files = {
      'brief.config.yaml': 'rules:\n  citation/missing: error\n',
      'a.brief': UNCITED,
      'deep/er/a.brief': UNCITED,
      'other/brief.config.yaml': 'must-cite: [figure]\n',
      'other/a.brief': UNCITED,
    };
    assert.deepEqual(await found(files), [
      'a.brief: citation/missing error',
      'deep/er/a.brief: citation/missing error',
      'other/a.brief',
    ]);
  });

  it('is looked for up to the top of the repository, and no further than the working folder without one', async () => {
    const files = { 'brief.config.yaml': 'must-cite: []\n', 'inner/a.brief': UNCITED };
    assert.deepEqual(await found(files, [], 'inner'), ['a.brief: citation/missing warning']);
    mkdirSync(join(folder.path, '.git'));
    const { stdout } = await runBrief(['check', '--format', 'json'], { cwd: join(folder.path, 'inner') });
    assert.deepEqual(JSON.parse(stdout).files[0].problems, []);
  });

  it('has sources that every brief may cite, here or in a file', async () => {
    assert.deepEqual(await found({ 'brief.config.yaml': LIBRARY, 'x/a.brief': KEYED, 'x/b.brief': '# T\n' }), [
      'x/a.brief',
      'x/b.brief',
    ]);
    folder.remove();
    const files = {
      'brief.config.yaml': 'sources: shared/library.yaml\n',
      'shared/library.yaml': LIBRARY,
      'a.brief': KEYED,
    };
    assert.deepEqual(await found(files), ['a.brief']);
  });

  it('has sources whose local copies are read from its own folder', async () => {
    const config = `${LIBRARY}    text: copies/mcs.txt\n`;
    const files = { 'brief.config.yaml': config, 'copies/mcs.txt': 'Output rose by 7% in 2024.\n', 'x/a.brief': KEYED };
    assert.deepEqual(await found(files), ['x/a.brief: number/not-in-source warning']);
  });

  it('has bibliographies that every brief may cite', async () => {
    const files = {
      'brief.config.yaml': 'bibliography: refs.bib\n',
      'refs.bib': '@book{usgs, title = {Mineral Commodity Summaries}, publisher = {USGS}}\n',
      'x/a.brief': KEYED,
    };
    assert.deepEqual(await found(files), ['x/a.brief']);
  });

  it('names sections that need no citations', async () => {
    const brief = UNCITED.replace('## Supply', '## Field notes');
    assert.deepEqual(await found({ 'brief.config.yaml': 'exempt-sections: [Field notes]\n', 'a.brief': brief }), [
      'a.brief',
    ]);
  });

  it('makes briefs of Markdown files', async () => {
    const files = {
      'brief.config.yaml': 'include: ["reports/**/*.md", "!**/README.md"]\n',
      'reports/a.md': UNCITED,
      'reports/README.md': UNCITED,
      'notes/a.md': UNCITED,
      'notes/brief.config.yaml': 'include: ["*.markdown"]\n',
      'notes/b.markdown': UNCITED,
    };
    assert.deepEqual(await found(files), [
      'notes/b.markdown: citation/missing warning',
      'reports/a.md: citation/missing warning',
    ]);
  });

  it('may be another file, which --config names', async () => {
    const files = {
      'brief.config.yaml': 'must-cite: []\n',
      'ci.yaml': 'rules:\n  citation/missing: error\n',
      'a.brief': UNCITED,
    };
    assert.deepEqual(await found(files, ['--config', 'ci.yaml']), ['a.brief: citation/missing error']);
  });

  it('is honoured for one file too, by brief inspect as well', async () => {
    folder = folderWith({ 'brief.config.yaml': LIBRARY, 'a.brief': KEYED });
    const { stdout } = await runBrief(['inspect', 'a.brief'], { cwd: folder.path });
    assert.equal(JSON.parse(stdout).sources[0].title, 'Mineral Commodity Summaries');
  });

  for (const [name, text, message] of [
    ['an unknown key', 'rules: {}\nincludes: [a.md]\n', /brief\.config\.yaml:2:1: "includes" is not a key/],
    ['a value that is wrong', 'rules:\n  citation/missing: loud\n', /brief\.config\.yaml:2:21: .*must be off, hint/],
    ['a rule that there is not', 'rules:\n  citation/mising: off\n', /Did you mean "citation\/missing"\?/],
    ['a file that is not there', 'bibliography: refs.bib\n', /"refs\.bib" was not read/],
    ['a path that leads out', 'sources: ../library.yaml\n', /It points outside/],
    ['no YAML', 'rules: [\n', /brief\.config\.yaml:\d+:\d+: /],
  ] as const) {
    it(`ends with status 2 and one line for ${name}`, async () => {
      const { status, stdout, stderr } = await run({ 'brief.config.yaml': text, 'a.brief': UNCITED });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /^brief: bad configuration: [^\n]*\n$/);
    });
  }

  it('ends with status 2 where --config names no file', async () => {
    const { status, stderr } = await run({ 'a.brief': UNCITED }, ['--config', 'none.yaml']);
    assert.deepEqual([status, stderr.includes('none.yaml')], [2, true]);
  });

  it('that is a link out of its folder is not followed', async () => {
    folder = folderWith({ 'secret.yaml': 'must-cite: []\n', 'inner/a.brief': UNCITED });
    symlinkSync(join(folder.path, 'secret.yaml'), join(folder.path, 'inner/brief.config.yaml'));
    const { status, stderr } = await runBrief(['check'], { cwd: join(folder.path, 'inner') });
    assert.equal(status, 2);
    assert.match(stderr, /was not read\. It points outside/);
  });
});

describe('figure/conflict on the command line', () => {
  it('compares the briefs that are checked together, and names the other place', async () => {
    const brief = (value: string) =>
      `---\ntitle: T\nsources:\n  - id: usgs\n    title: S\n    url: https://example.org/mcs\nfigures:\n  - id: share\n    value: ${value}\n    as-of: 2023\n    cites: [usgs]\n---\n`;
    const folder = folderWith({ 'a.brief': brief('90%'), 'b/c.brief': brief('85%') });
    const { stdout } = await runBrief(['check', '--format', 'json'], { cwd: folder.path });
    folder.remove();
    const [a, c] = JSON.parse(stdout).files;
    assert.deepEqual(
      [a.problems[0].rule, a.problems[0].related[0].path, c.problems[0].related[0].path],
      ['figure/conflict', 'b/c.brief', 'a.brief'],
    );
  });
});

describe('number/conflict on the command line', () => {
  const brief = (value: string) => `---\ntitle: Acme\n---\n\n- The revenue of Acme was ${value} in 2024.\n`;
  const conflictsIn = (stdout: string) =>
    JSON.parse(stdout).files.flatMap(({ path, problems }: { path: string; problems: Reported[] }) =>
      problems.flatMap(({ rule, related }) => (rule === 'number/conflict' ? `${path} ${related[0]?.path}` : [])),
    );
  interface Reported {
    readonly rule: string;
    readonly related: readonly { readonly path: string }[];
  }

  it('compares the claims of the briefs that are checked together, in one thread or several', async () => {
    const folder = folderWith({
      'a.brief': brief('$130 million'),
      'b/c.brief': brief('$120 million'),
      'd.brief': '# Tents\n\nNothing.\n',
    });
    for (const how of [[], ['--jobs', '2'], ['--fix']]) {
      const { stdout } = await runBrief(['check', '--format', 'json', '--no-cache', ...how], { cwd: folder.path });
      assert.deepEqual(conflictsIn(stdout), ['a.brief b/c.brief', 'b/c.brief a.brief'], how.join(' '));
    }
    folder.remove();
  });

  it('counts what it fixed in a brief that it checks once more', async () => {
    const flawed = `${brief('$130 million')}\nText .[own]\n`;
    const folder = folderWith({ 'a.brief': flawed, 'b.brief': brief('$120 million'), 'c.brief': '# C\n' });
    const alone = await runBrief(['check', '--format', 'json', '--fix', 'a.brief'], { cwd: folder.path });
    writeFileSync(join(folder.path, 'a.brief'), flawed);
    const { stdout } = await runBrief(['check', '--format', 'json', '--fix'], { cwd: folder.path });
    folder.remove();
    assert.equal(JSON.parse(stdout).files[0].fixed, JSON.parse(alone.stdout).files[0].fixed);
    assert.equal(conflictsIn(stdout).length, 2);
  });
});

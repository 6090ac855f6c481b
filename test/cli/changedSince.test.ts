import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const UNCITED = '# Ore\n\n- Output rose by 4% in 2024.\n';
const CHANGED = `${UNCITED}- Prices fell by 3% in 2024.\n`;
const NAMES_COPY = `---\nsources:\n  - { id: a, title: Ore, text: copy.txt }\n---\n\n${UNCITED}`;
const NAMES_FILES = `---\nbibliography: ref.bib\nfigures:\n  - { id: f, title: Output, chart: bar, data: rows.csv, x: year, y: output, own: true }\n---\n\n${UNCITED}`;
const STYLE =
  '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>House</title><id>house</id></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>\n';
const FILES = {
  'a.brief': UNCITED,
  'b.brief': UNCITED,
  'sub/c.brief': UNCITED,
  'sub/copies.brief': NAMES_COPY,
  'sub/names.brief': NAMES_FILES,
  'sub/copy.txt': 'Output rose.\n',
  'sub/ref.bib': '@misc{lee, title={Lee}}\n',
  'sub/rows.csv': 'year,output\n2023,4\n',
};
/** Nothing that whoever runs the tests has set up counts. */
const PLAIN = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

describe('brief check --changed-since', () => {
  let folder: ReturnType<typeof folderWith>;
  before(function () {
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
  });
  afterEach(() => folder.remove());

  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'init.defaultBranch=main', ...args],
      {
        cwd: folder.path,
        env: { ...process.env, ...PLAIN },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'x', '--allow-empty');
  };
  /** A repository with one commit. */
  const repository = (files: Readonly<Record<string, string>> = FILES) => {
    folder = folderWith(files);
    git('init', '-q');
    commit();
  };
  const write = (name: string, text: string) => {
    mkdirSync(join(folder.path, name, '..'), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  };
  const run = (args: readonly string[], { at = '.', env = {} }: { at?: string; env?: NodeJS.ProcessEnv } = {}) =>
    runBrief(['check', ...args], { cwd: join(folder.path, at), env });
  /** The paths that are checked. */
  const checked = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { stdout, stderr } = await run(['--format=json', '--changed-since', 'HEAD', '--no-cache', ...args]);
    assert.equal(stderr, '');
    return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  };

  it('checks nothing where nothing has changed, and says so', async () => {
    repository();
    const { status, stdout } = await run(['--changed-since', 'HEAD', '--fail-on=hint']);
    assert.deepEqual([status, stdout], [0, 'No files checked, 5 left out as unchanged: no problems.\n']);
    const { totals } = JSON.parse((await run(['--changed-since=HEAD', '--format=json'])).stdout);
    assert.deepEqual([totals.files, totals.unchanged], [0, 5]);
  });

  it('checks what was committed, staged, changed, made, renamed or replaced since then', async () => {
    repository({ ...FILES, 'd.brief': UNCITED, 'e.brief': UNCITED, 'f.brief': UNCITED, '.gitignore': 'ignored/\n' });
    write('a.brief', CHANGED);
    commit();
    write('b.brief', CHANGED);
    git('add', 'b.brief');
    write('d.brief', CHANGED);
    write('sub/new é\n.brief', UNCITED);
    write('ignored/g.brief', UNCITED);
    git('mv', 'e.brief', 'renamed.brief');
    rmSync(join(folder.path, 'f.brief'));
    const { stdout } = await run(['.', 'ignored/g.brief', '--changed-since', 'HEAD~1', '--format', 'json']);
    const { files, totals } = JSON.parse(stdout);
    assert.deepEqual(
      files.map(({ path }: { path: string }) => path),
      ['a.brief', 'b.brief', 'd.brief', 'ignored/g.brief', 'renamed.brief', 'sub/new é\n.brief'],
    );
    assert.equal(totals.unchanged, 3);
  });

  it('leaves out what was changed and is as it was again', async () => {
    repository();
    write('a.brief', CHANGED);
    commit();
    write('a.brief', UNCITED);
    write('b.brief', UNCITED.replaceAll('\n', '\r\n'));
    const { stdout } = await run(['--changed-since', 'HEAD~1']);
    assert.match(stdout, /^No files checked, 5 left out/);
  });

  it('takes for changed what is too large to be read, and does not read it', async () => {
    repository();
    write('a.brief', '\r\n');
    truncateSync(join(folder.path, 'a.brief'), 700 * 1024 * 1024);
    const { status, stderr } = await run(['--changed-since', 'HEAD', '--no-cache']);
    assert.equal(status, 2);
    assert.match(stderr, /^brief: cannot [^\n]*"a\.brief"[^\n]*\n$/);
  });

  it('works in a folder of the repository, for paths above it and outside', async () => {
    repository();
    const outside = folderWith({ 'o.brief': UNCITED });
    try {
      write('a.brief', CHANGED);
      write('sub/c.brief', CHANGED);
      const args = [
        '.',
        '../a.brief',
        '../b.brief',
        join(outside.path, 'o.brief'),
        '--changed-since',
        'HEAD',
        '--format=json',
      ];
      const { stdout } = await run(args, { at: 'sub' });
      const paths = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
      assert.deepEqual(
        paths.map((path: string) => path.split('/').at(-1)),
        ['o.brief', 'a.brief', 'c.brief'],
      );
    } finally {
      outside.remove();
    }
  });

  it('checks standard input', async () => {
    repository();
    const args = ['check', '-', '--stdin-path=a.brief', '--changed-since=HEAD', '--fail-on=warning'];
    assert.equal((await runBrief(args, { cwd: folder.path, input: UNCITED })).status, 1);
  });

  describe('checks a brief that did not change', () => {
    const changes: readonly (readonly [what: string, change: () => void, expected: readonly string[]])[] = [
      ['where data that it names did', () => write('sub/rows.csv', 'year,output\n2023,5\n'), ['sub/names.brief']],
      ['where its bibliography did', () => write('sub/ref.bib', '@misc{leo, title={Leo}}\n'), ['sub/names.brief']],
      ['where its style did', () => write('sub/house.csl', '<nothing/>\n'), ['sub/styled.brief']],
      ['where a local copy is gone', () => rmSync(join(folder.path, 'sub/copy.txt')), ['sub/copies.brief']],
      [
        'where a configuration appears',
        () => write('sub/brief.config.yaml', 'rules: {}\n'),
        ['sub/c.brief', 'sub/copies.brief', 'sub/names.brief', 'sub/styled.brief'],
      ],
    ];
    for (const [what, change, expected] of changes)
      it(what, async () => {
        repository({
          ...FILES,
          'sub/styled.brief': `---\nstyle: house.csl\n---\n\n${UNCITED}`,
          'sub/house.csl': STYLE,
        });
        change();
        assert.deepEqual(await checked(), expected);
      });

    it('where a cache knows what it names', async () => {
      repository();
      const cache = '--cache-dir=.git/cache';
      write('sub/rows.csv', 'year,output\n2023,5\n');
      await run([cache, '--format=json']);
      const { stdout } = await run([cache, '--format=json', '--changed-since=HEAD']);
      assert.deepEqual(
        JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
        ['sub/names.brief'],
      );
    });

    it('where its configuration, or a file that this names, is another one, or gone', async () => {
      const config =
        'style: house.csl\nbibliography: shared.bib\nsources:\n  - { id: 3, title: Three, text: three.txt }\n';
      repository({
        'sub/brief.config.yaml': config,
        'sub/shared.bib': '@misc{lee, title={Lee}}\n',
        'sub/three.txt': 'Three.\n',
        'sub/house.csl': STYLE,
        'a.brief': UNCITED,
        'sub/c.brief': UNCITED,
        'sub/in/d.brief': UNCITED,
      });
      const below = ['sub/c.brief', 'sub/in/d.brief'];
      write('sub/shared.bib', '@misc{leo, title={Leo}}\n');
      assert.deepEqual(await checked(), below);
      git('checkout', '-q', '.');
      write('sub/house.csl', STYLE.replaceAll('House', 'Home'));
      assert.deepEqual(await checked(), below);
      git('checkout', '-q', '.');
      write('sub/three.txt', 'Four.\n');
      assert.deepEqual(await checked(), below);
      git('checkout', '-q', '.');
      assert.deepEqual(await checked(), []);
      rmSync(join(folder.path, 'sub/brief.config.yaml'));
      assert.deepEqual(await checked(), below);
      git('checkout', '-q', '.');
      write('other.yaml', 'rules: {}\n');
      assert.deepEqual(await checked('--config', 'other.yaml'), ['a.brief', ...below]);
    });

    it('where a file of another program that names its bibliography, or that one, is another, new or gone', async () => {
      repository({
        'sub/_quarto.yml': 'bibliography: shared.bib\n',
        'sub/shared.bib': '@misc{lee, title={Lee}}\n',
        'a.brief': UNCITED,
        'sub/in/d.brief': UNCITED,
      });
      const changes: readonly (() => void)[] = [
        () => write('sub/_quarto.yml', 'bibliography: [shared.bib, other.bib]\n'),
        () => write('sub/shared.bib', '@misc{leo, title={Leo}}\n'),
        () => rmSync(join(folder.path, 'sub/shared.bib')),
        () => rmSync(join(folder.path, 'sub/_quarto.yml')),
        () => write('sub/in/index.Rmd', '---\nbibliography: in.bib\n---\n'),
      ];
      for (const change of changes) {
        change();
        assert.deepEqual(await checked(), ['sub/in/d.brief'], String(change));
        git('checkout', '-q', '.');
        git('clean', '-qfd');
        assert.deepEqual(await checked(), [], String(change));
      }
      write('sub/_quarto.yml', 'bibliography: [shared.bib, other.bib]\n');
      write('none.yaml', 'rules: {}\n');
      git('add', 'none.yaml');
      git('commit', '-qm', 'x', 'none.yaml');
      assert.deepEqual(await checked('--config', 'none.yaml'), ['sub/in/d.brief']);
    });
  });

  it('compares key numbers with those of briefs that did not change', async () => {
    const share = (value: string) =>
      `---\nsources:\n  - { id: 1, title: Ore, url: "https://ore.example/a" }\nfigures:\n  - { id: share, value: ${value}, as-of: 2024, cites: [1] }\n---\n\nThe share is {{share}} [1].\n`;
    repository({ 'a.brief': share('37%'), 'b.brief': share('37%') });
    write('b.brief', share('52%'));
    const { stdout } = await run(['--changed-since', 'HEAD']);
    assert.match(stdout, /^b\.brief:\d+:\d+ {2}warning {2}figure\/conflict/m);
    assert.doesNotMatch(stdout, /^a\.brief/m);
  });

  it('compares claims with those of briefs that did not change', async () => {
    const revenue = (sum: string) => `---\ntitle: Acme\n---\n\n- The revenue of Acme was ${sum} in 2024.\n`;
    repository({ 'a.brief': revenue('$130 million'), 'b.brief': revenue('$130 million') });
    write('b.brief', revenue('$120 million'));
    const { stdout } = await run(['--changed-since', 'HEAD']);
    assert.match(stdout, /^b\.brief:\d+:\d+ {2}warning {2}number\/conflict/m);
    assert.doesNotMatch(stdout, /^a\.brief/m);
  });

  describe('refuses in one line', () => {
    const refusal = async (revision: string, env: NodeJS.ProcessEnv = {}) => {
      const { status, stdout, stderr } = await run([`--changed-since=${revision}`], { env });
      assert.deepEqual([status, stdout], [2, '']);
      return stderr;
    };

    it('a revision that there is not, and what looks like an option', async () => {
      repository();
      for (const revision of ['none', '--all', '--output=made', 'HEAD:a.brief', '$(touch made)'])
        assert.equal(
          await refusal(revision),
          `brief: --changed-since ${revision}: git does not know this revision. Name a branch, a tag or a commit.\n`,
        );
      assert.deepEqual(readdirSync(folder.path).sort(), ['.git', 'a.brief', 'b.brief', 'sub']);
    });

    it("a folder that is in no repository, or in git's own", async () => {
      folder = folderWith(FILES);
      const words = 'brief: --changed-since HEAD: this folder is in no git repository.\n';
      // The folder for temporary files may itself be in one.
      assert.equal(await refusal('HEAD', { GIT_CEILING_DIRECTORIES: join(folder.path, '..') }), words);
      git('init', '-q', '--bare', 'bare');
      const { stderr } = await run(['--changed-since=HEAD'], { at: 'bare' });
      assert.equal(stderr, words);
    });

    it('a revision that a shallow clone does not have', async () => {
      repository();
      commit();
      git('clone', '-q', '--depth=1', `file://${folder.path}`, 'clone');
      const { status, stderr } = await run(['--changed-since=HEAD~1'], { at: 'clone' });
      assert.equal(status, 2);
      assert.match(stderr, /^brief: --changed-since HEAD~1: this clone lacks that revision, .*"fetch-depth: 0".*\.\n$/);
      assert.equal((await run(['--changed-since=HEAD'], { at: 'clone' })).status, 0);
    });

    it('a machine without git', async () => {
      repository();
      assert.equal(
        await refusal('HEAD', { PATH: ['', '.', join(folder.path, 'sub')].join(delimiter) }),
        'brief: --changed-since HEAD: git is not installed, or not on the PATH.\n',
      );
    });
  });

  describe('runs nothing of a repository that a stranger made', () => {
    /** Writes down that it was run. */
    const trap = (name: string) => {
      const path = join(folder.path, name);
      write(name, `#!/bin/sh\ntouch '${folder.path}/ran'\nexit 1\n`);
      chmodSync(path, 0o755);
      return path;
    };
    const ran = () => existsSync(join(folder.path, 'ran'));

    it('that its configuration and its attributes name', async function () {
      if (process.platform === 'win32') this.skip();
      repository();
      const program = trap('.git/trap');
      for (const hook of [
        'post-index-change',
        'post-checkout',
        'pre-commit',
        'reference-transaction',
        'fsmonitor-watchman',
      ])
        trap(`.git/hooks/${hook}`);
      appendFileSync(
        join(folder.path, '.git/config'),
        `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n\tsshCommand = ${program}\n\teditor = ${program}\n` +
          `[filter "f"]\n\tclean = ${program}\n\tsmudge = ${program}\n\tprocess = ${program}\n\trequired = true\n` +
          `[diff]\n\texternal = ${program}\n[diff "f"]\n\ttextconv = ${program}\n\tcommand = ${program}\n` +
          `[alias]\n\trev-parse = !${program}\n\tls-tree = !${program}\n[pager]\n\tls-tree = ${program}\n\trev-parse = ${program}\n`,
      );
      write('.gitattributes', '* filter=f diff=f\n');
      write('a.brief', CHANGED);
      assert.deepEqual(await checked(), ['a.brief']);
      assert.equal(ran(), false);
      // It would have been run.
      spawnSync('git', ['status'], { cwd: folder.path });
      assert.equal(ran(), true);
    });

    it('to fetch what a partial clone lacks', async function () {
      if (process.platform === 'win32') this.skip();
      repository();
      const program = trap('.git/trap');
      const tree = git('rev-parse', 'HEAD:sub').trim();
      const object = `.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`;
      rmSync(join(folder.path, object));
      appendFileSync(
        join(folder.path, '.git/config'),
        `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[protocol]\n\tallow = always\n` +
          `[remote "origin"]\n\turl = ext::${program}\n\tpromisor = true\n\tuploadpack = ${program}\n`,
      );
      const { status, stderr } = await run(['--changed-since=HEAD']);
      assert.equal(status, 2);
      assert.match(stderr, /^brief: --changed-since HEAD: git says: .*\.\n$/);
      assert.equal(ran(), false);
      spawnSync('git', ['ls-tree', '-r', 'HEAD'], { cwd: folder.path });
      assert.equal(ran(), true);
    });

    it('that is called git, and is in the repository', async function () {
      if (process.platform === 'win32') this.skip();
      repository();
      trap('node_modules/.bin/git');
      const env = { PATH: `${join(folder.path, 'node_modules/.bin')}${delimiter}${process.env['PATH']}` };
      assert.equal((await run(['--changed-since=HEAD'], { env })).status, 0);
      assert.equal(ran(), false);
    });
  });
});

import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { folderWith, runNode } from './runBrief';

const CITED = '---\nbibliography: ref.bib\n---\n\n# Ore\n\n- Output rose by 4% in 2024 [@lee], as $x = 1$.\n';
const UNKNOWN = '# Ore\n\n- Output rose by 4% in 2024 [3].\n';

interface Hook {
  readonly id: string;
  readonly language: string;
  readonly entry: string;
  readonly files: string;
  readonly additional_dependencies: readonly string[];
}

/** What https://pre-commit.com does with the hook of this repository: packs it, installs that, and runs it with the names of files. */
describe('the hook for pre-commit', () => {
  const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  let installed: ReturnType<typeof folderWith>;
  let folder: ReturnType<typeof folderWith>;
  before(async function () {
    if (process.platform === 'win32') this.skip();
    this.timeout(120_000);
    installed = folderWith({});
    folder = folderWith({
      'a.brief': UNKNOWN,
      'notes/b c.brief.md': CITED,
      'notes/ref.bib': '@misc{lee, title={Lee}, url={https://lee.example}}\n',
      'read.md': UNKNOWN,
    });
    const run = promisify(execFile);
    const npm = (args: readonly string[], cwd: string) => run('npm', [...args, '--offline', '--no-audit'], { cwd });
    await npm(['pack', '--pack-destination', installed.path], '.');
    const [name = ''] = readdirSync(installed.path);
    await npm(['install', '--global', '--prefix', installed.path, join(installed.path, name)], installed.path);
  });
  after(() => {
    installed?.remove();
    folder?.remove();
  });

  const hook = (...names: readonly string[]) => hookIn({}, ...names);
  const hookIn = (env: NodeJS.ProcessEnv, ...names: readonly string[]) => {
    const [program = '', ...args] = hooks[0]?.entry.split(' ') ?? [];
    return runNode(join(installed.path, 'bin', program), [...args, ...names], { cwd: folder.path, env });
  };

  it('is one, of Node, for the files that are briefs by their names', () => {
    assert.deepEqual(
      hooks.map(({ id, language }) => [id, language]),
      [['brief-check', 'node']],
    );
    const files = new RegExp(hooks[0]?.files ?? '');
    for (const name of ['a.brief', 'notes/b c.brief.md']) assert.match(name, files);
    for (const name of ['read.md', 'a.briefs', 'brief', 'a.brief.mdx', 'debrief']) assert.doesNotMatch(name, files);
  });

  it('takes what is built from npm, in the version of this repository', () => {
    const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(hooks[0]?.additional_dependencies, [`research-briefs@${version}`]);
  });

  it('is run by pre-commit as docs/ci.md sets it up', function () {
    if (spawnSync('pre-commit', ['--version']).status !== 0) return this.skip();
    const page = readFileSync('docs/ci.md', 'utf8');
    const [, setUp = ''] = /^```yaml\n(repos:\n[^`]*?additional_dependencies[^`]*?)^```$/m.exec(page) ?? [];
    const [name = ''] = readdirSync(installed.path).filter((each) => each.endsWith('.tgz'));
    writeFileSync(
      join(folder.path, '.pre-commit-config.yaml'),
      setUp.replace(/research-briefs@[\d.]+/, join(installed.path, name)),
    );
    const env = { ...process.env, PRE_COMMIT_HOME: join(installed.path, 'pre-commit'), npm_config_offline: 'true' };
    const run = (program: string, ...args: readonly string[]) =>
      spawnSync(program, args, { cwd: folder.path, encoding: 'utf8', env });
    run('git', 'init', '--quiet');
    run('git', 'add', '.');
    const { status, stdout } = run('pre-commit', 'run', '--all-files');
    assert.equal(status, 1, stdout);
    assert.match(stdout, /^a\.brief:3:\d+ {2}error {2}citation\/unknown-source\n/m);
  });

  it('has the words of another language with it', async () => {
    const { stdout } = await hookIn({ BRIEF_LANGUAGE: 'zh-cn' }, 'a.brief');
    assert.match(stdout, /来源 \[3\] 未声明/);
  });

  it('fails for a brief with an error, and for no other', async () => {
    const failed = await hook('a.brief', 'notes/b c.brief.md');
    assert.equal(failed.status, 1, failed.stderr);
    assert.match(failed.stdout, /^a\.brief:3:\d+ {2}error {2}citation\/unknown-source\n/);
    const passed = await hook('notes/b c.brief.md');
    assert.deepEqual([passed.status, passed.stderr], [0, ''], passed.stdout);
  });

  it('installs a program that has all its parts', async () => {
    const program = join(installed.path, 'bin/brief');
    const brief = (...args: readonly string[]) => runNode(program, args, { cwd: folder.path });
    for (const to of ['html', 'md', 'json', 'docx']) {
      const { status, stderr } = await brief('export', 'notes/b c.brief.md', '--to', to, '-o', `out.${to}`);
      assert.deepEqual([status, stderr], [0, ''], to);
    }
    assert.match(readFileSync(join(folder.path, 'out.html'), 'utf8'), /<style>/);
    assert.match(readFileSync(join(folder.path, 'out.html'), 'utf8'), /<math/);
    const parts = readdirSync(join(installed.path, 'lib/node_modules/research-briefs/dist'));
    assert.deepEqual(
      parts.filter((name) => !/\.js$|\.LICENSE\.txt$/.test(name)),
      ['ThirdPartyNotices.txt', 'browser', 'engine.d.ts', 'pages.json', 'parts.pack', 'webview'],
    );
    assert.deepEqual(
      readdirSync('dist').filter((name) => /\.js$/.test(name) && !parts.includes(name)),
      [],
    );
  });
});

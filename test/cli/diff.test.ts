import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const SOURCES = '\n## Sources\n\n[1] [Harbour report](https://example.org/harbour)\n';
const OLD = `# Port\n\n- The port handled 4.2 million containers in 2023 [1].\n- Leaks may waste water [1].\n${SOURCES}`;
const NOW = `# Port\n\n- In 2023, 4.7 million containers passed through the port.\n- Leaks may waste water [1].\n${SOURCES}`;
const REWORDED = OLD.replace('may waste', 'might cost us').replace('The port handled', 'The port took in');
/** Nothing that whoever runs the tests has set up counts. */
const PLAIN = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

describe('brief diff', () => {
  let folder: ReturnType<typeof folderWith>;
  before(function () {
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
  });
  beforeEach(() => {
    folder = folderWith({
      'a.brief': OLD,
      'sub/b.brief': OLD,
      'lfs.brief': 'version https://git-lfs.github.com/spec/v1\n',
    });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
  });
  afterEach(() => folder.remove());

  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
      cwd: folder.path,
      env: { ...process.env, ...PLAIN },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (name: string, text: string) => {
    mkdirSync(join(folder.path, name, '..'), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  };
  const run = (args: readonly string[], { at = '.', input = '' } = {}) =>
    runBrief(['diff', ...args], { cwd: join(folder.path, at), input });

  it('prints what has changed since the last commit, below each claim', async () => {
    write('a.brief', NOW);
    const { stdout, status } = await run([]);
    assert.equal(
      stdout,
      `a.brief:3
  In 2023, 4.7 million containers passed through the port.
    citation  lost: [1]
    number    4.2 million → 4.7 million

3 files compared with HEAD: 2 changes.
`,
    );
    assert.equal(status, 0);
  });

  it('exits with 1 where there are changes, if it is asked to', async () => {
    write('a.brief', NOW);
    assert.equal((await run(['--exit-code'])).status, 1);
    write('a.brief', REWORDED);
    const { stdout, status } = await run(['--exit-code', 'HEAD', 'a.brief']);
    assert.equal(stdout, '1 file compared with HEAD: only the wording changed.\n');
    assert.equal(status, 0);
  });

  it('compares with any revision, some paths alone, from any folder', async () => {
    write('a.brief', NOW);
    write('sub/b.brief', NOW);
    git('add', '-A');
    git('commit', '-qm', 'y');
    assert.match((await run([])).stdout, /^3 files compared with HEAD: no changes\.\n$/);
    const { stdout } = await run(['HEAD~1', 'b.brief'], { at: 'sub' });
    assert.match(stdout, /^b\.brief:3\n[\s\S]*1 file compared with HEAD~1: 2 changes\.\n$/);
  });

  it('compares a file that is named alone with the last commit', async () => {
    write('a.brief', NOW);
    assert.match((await run(['a.brief'])).stdout, /1 file compared with HEAD: 2 changes\./);
  });

  it('compares two files, or a file and standard input', async () => {
    write('now.brief', NOW);
    assert.match(
      (await run(['a.brief', 'now.brief'])).stdout,
      /^now\.brief:3\n[\s\S]*compared with "a\.brief": 2 changes/,
    );
    assert.match((await run(['a.brief', '-'], { input: NOW })).stdout, /^-:3\n/);
  });

  it('counts the briefs of a folder that are new', async () => {
    write('new.brief', NOW);
    assert.equal((await run([])).stdout, '3 files compared with HEAD: no changes. 1 new since then.\n');
  });

  it('prints JSON with the places of both versions', async () => {
    write('a.brief', NOW);
    const { stdout } = await run(['--format', 'json', 'HEAD', 'a.brief']);
    const { version, with: revision, files, failed, totals } = JSON.parse(stdout);
    assert.deepEqual([version, revision, failed], [1, 'HEAD', []]);
    assert.deepEqual(totals, { files: 1, unchanged: 0, new: 0, changes: 2 });
    assert.equal(files[0].path, 'a.brief');
    const [citation, number] = files[0].changes;
    assert.deepEqual(
      [citation.kind, citation.what, citation.old.text, citation.now.text],
      ['citation', 'lost', '[1]', null],
    );
    assert.deepEqual(number.now.range, { start: { line: 2, character: 11 }, end: { line: 2, character: 22 } });
    assert.equal(number.old.claim.text, 'The port handled 4.2 million containers in 2023 [1].');
  });

  it('says what is wrong, and exits with 2', async () => {
    write('new.brief', NOW);
    write('lfs.brief', NOW);
    for (const [args, message] of [
      [['none'], /^brief: none: git does not know this revision\. Name a branch, a tag or a commit\.\n$/],
      [['HEAD', 'none.brief'], /"none\.brief": it does not exist/],
      [['a'.repeat(5000)], /a: git does not know this revision/],
      [['HEAD', 'a'.repeat(5000)], /its name is too long/],
      [['HEAD', 'new.brief'], /"new\.brief": it is not in HEAD\. If it had another name then, compare the two files/],
      [['HEAD', 'lfs.brief'], /"lfs\.brief": its content in HEAD is not in this repository \(git LFS\)/],
    ] as const) {
      const { stderr, status } = await run(args);
      assert.match(stderr, message);
      assert.equal(status, 2);
    }
    rmSync(join(folder.path, '.git'), { recursive: true });
    assert.match((await run([])).stderr, /^brief: HEAD: this folder is in no git repository\.\n$/);
  });

  it('runs no program that a repository names', async () => {
    write('.gitattributes', '*.brief diff=x filter=x\n');
    git('config', 'diff.x.textconv', 'touch ran; cat');
    git('config', 'filter.x.smudge', 'touch ran; cat');
    write('a.brief', NOW);
    assert.match((await run(['HEAD', 'a.brief'])).stdout, /2 changes/);
    assert.equal(spawnSync('ls', [join(folder.path, 'ran')]).status === 0, false);
  });

  it('speaks Chinese', async () => {
    write('a.brief', NOW);
    assert.match(
      (await run(['--language', 'zh-cn', 'HEAD', 'a.brief'])).stdout,
      /引用 {2}丢失：\[1\]\n[\s\S]*2 处变化。\n$/,
    );
  });
});

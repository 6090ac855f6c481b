import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const UNCITED = '# Ore\n\n- Output rose by 4 % in 2024.\n';
const CITED = '# Ore\n\n- Output rose by 4 % in 2024 [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example\n';
const NAMES_COPY =
  '---\nsources:\n  - { id: a, title: Ore, url: "https://ore.example", text: copies/copy.txt }\n---\n\n- Output of ore rose by 4% [@a].\n';

describe('brief check --watch', () => {
  let folder: ReturnType<typeof folderWith>;
  let program: ChildProcess;
  let printed = '';
  /** Number of checks that were printed. */
  let checks = 0;
  afterEach(() => {
    program.kill();
    folder.remove();
  });

  const start = (...args: readonly string[]) => {
    printed = '';
    checks = 0;
    const given = ['check', '--watch', '--cache-dir', join(folder.path, 'kept'), ...args];
    program = spawn(process.execPath, [resolve('dist/cli.js'), ...given], { cwd: join(folder.path, 'work') });
    for (const stream of [program.stdout, program.stderr])
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        printed += piece;
        if (piece.includes(WAITING)) checks++;
        program.emit('printed');
      });
  };
  /** Waits until checks have printed something, and changes are waited for. */
  const shows = async (expected: RegExp): Promise<void> => {
    while (!expected.test(printed) || !printed.includes(WAITING))
      await new Promise<void>((done, fail) => {
        program.once('printed', done);
        program.once('exit', () => fail(new Error(`It ended: ${printed}`)));
      });
    printed = '';
  };
  const at = (name: string) => join(folder.path, 'work', name);

  it('checks again when a brief changes, comes and goes', async () => {
    folder = folderWith({ 'work/a.brief': UNCITED });
    start();
    await shows(/a\.brief:3:\d+ {2}warning[\s\S]*1 file checked/);
    writeFileSync(at('a.brief'), CITED);
    await shows(/1 file checked: no problems\./);
    mkdirSync(at('new'));
    writeFileSync(at('new/b.brief'), UNCITED);
    await shows(/new\/b\.brief:3[\s\S]*2 files checked/);
    rmSync(at('new'), { recursive: true });
    await shows(/1 file checked: no problems\./);
  });

  it('checks again when a file in another folder changes that a brief names', async () => {
    folder = folderWith({ 'work/b.brief': NAMES_COPY, 'work/copies/copy.txt': 'Output of ore rose by 5%.\n' });
    start('b.brief');
    await shows(/number\/not-in-source/);
    const next = `${at('copies/copy.txt')}.next`;
    writeFileSync(next, 'Output of ore rose by 4%.\n');
    renameSync(next, at('copies/copy.txt'));
    await shows(/1 file checked: 1 information\. 1 of 1/);
  });

  it('leaves a change of another file alone', async () => {
    folder = folderWith({ 'work/a.brief': UNCITED, 'work/notes.txt': '' });
    start();
    await shows(/1 warning/);
    appendFileSync(at('notes.txt'), 'x');
    appendFileSync(at('a.brief'), '- Prices fell by 7% [own].\n');
    await shows(/0 of 1 insights cited, 1 own/);
    assert.equal(checks, 2);
  });

  it('prints an error of a configuration, and goes on when it is mended', async () => {
    folder = folderWith({ 'work/a.brief': UNCITED, 'work/brief.config.yaml': 'rules: [' });
    start();
    await shows(/bad configuration: brief\.config\.yaml:1/);
    writeFileSync(at('brief.config.yaml'), 'rules:\n  citation/none: off\n');
    await shows(/1 file checked/);
    appendFileSync(at('brief.config.yaml'), '  citation/missing: error\n');
    await shows(/error {2}citation\/missing/);
  });

  for (const args of [['--fix'], ['--update-baseline', '--baseline', 'b.json'], ['--no-cache'], ['-']])
    it(`is refused with ${args.join(' ')}`, async () => {
      folder = folderWith({ 'work/a.brief': UNCITED });
      start();
      const { status, stderr } = await runBrief(['check', '--watch', ...args], { cwd: at('.') });
      assert.equal(status, 2);
      assert.match(stderr, /--watch and \S+ do not go together\./);
    });
});

const WAITING = 'Waiting for changes. Ctrl+C ends it.\n';

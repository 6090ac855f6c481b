import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { changedProgram } from '../cli/changedProgram';

const PROGRAM = resolve('dist/cli.js');
const DAY = 24 * 60 * 60;

describe('What is compiled', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'brief-compiled-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const run = (args: readonly string[] = ['rules'], program = PROGRAM) => {
    const env = {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      LOCALAPPDATA: home,
    };
    return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  };
  const kept = () => {
    const folder = readdirSync(home, { recursive: true, encoding: 'utf8' });
    const files = folder.filter((name) => /compiled[/\\]cli-/.test(name));
    assert.equal(files.length, 1, folder.join());
    return join(home, files[0] ?? '');
  };

  it('is kept by the first run, and used by the next', () => {
    const first = run();
    const before = statSync(kept()).mtimeMs;
    assert.ok(statSync(kept()).size > 100_000);
    const second = run();
    assert.deepEqual(second.stdout, first.stdout);
    assert.deepEqual(second.stderr, '');
    assert.equal(statSync(kept()).mtimeMs, before);
  });

  it('is made again where it is damaged, which V8 does not see', () => {
    const first = run();
    const good = readFileSync(kept());
    for (const share of [0, 0.3, 0.6, 0.9]) {
      const damaged = Buffer.from(good);
      damaged.fill(0, Math.floor(share * good.length), Math.floor(share * good.length) + 4096);
      for (const bytes of [damaged, good.subarray(0, Math.floor(share * good.length))]) {
        writeFileSync(kept(), bytes);
        assert.deepEqual(run().stdout, first.stdout);
        assert.ok(!readFileSync(kept()).equals(bytes));
      }
    }
  });

  it('is made again where others may write it', function () {
    if (process.platform === 'win32') this.skip();
    run();
    const before = statSync(kept()).ino;
    chmodSync(kept(), 0o666);
    run();
    assert.notEqual(statSync(kept()).ino, before);
    assert.equal(statSync(kept()).mode & 0o777, 0o600);
  });

  it('grows by what only some runs load', () => {
    run();
    const before = statSync(kept()).size;
    run(['check', '--no-cache', 'nothing.brief']);
    const grown = statSync(kept()).size;
    assert.ok(grown > before);
    run();
    assert.equal(statSync(kept()).size, grown);
  });

  it('is not taken for another text of the same length', () => {
    const other = join(home, 'other');
    const words = 'An insight that states';
    const program = changedProgram(other, words, words);
    assert.match(run(['rules'], program).stdout, /An insight that states/);
    changedProgram(other, words, 'An insight taht states');
    assert.match(run(['rules'], program).stdout, /An insight taht states/);
  });

  it('is removed when it has not been made anew for months', () => {
    run();
    const old = join(kept(), '..', 'server-1234');
    const recent = join(kept(), '..', 'server-1235');
    for (const path of [old, recent]) writeFileSync(path, '');
    const long = Date.now() / 1000 - 100 * DAY;
    utimesSync(old, long, long);
    writeFileSync(kept(), '');
    run();
    const names = readdirSync(join(kept(), '..'));
    assert.ok(names.includes('server-1235') && !names.includes('server-1234'));
  });
});

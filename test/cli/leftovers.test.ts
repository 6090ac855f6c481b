import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ended } from '../kill/killing';
import { folderWith, runBrief, withoutSockets } from './runBrief';

const PROGRAM = resolve('dist/cli.js');
const BRIEF = '# Ore\n\n- Output rose by 4% [@one][@one].\n\n## Sources\n\n- [one] Ore. https://example.org/ore\n';
const LEFT = /^\.out\.html\..+\.brief\.tmp$/;

/** Ends the program, or stops it, at the moment in which a file that it has written would take its place. */
const PRELOAD = `const fs = require('node:fs');
fs.renameSync = (from) => {
  if (process.env.AT_RENAME === 'stop') {
    process.stderr.write('stopped');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  if (from.includes('out.html')) process.kill(process.pid, 'SIGKILL');
};`;

describe('What a killed write leaves beside a file', () => {
  let folder: ReturnType<typeof folderWith>;
  let preload: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({ 'a.brief': BRIEF });
    preload = folderWith({ 'preload.cjs': PRELOAD });
  });
  afterEach(() => {
    for (const made of [folder, preload]) made.remove();
  });
  const names = () => readdirSync(folder.path).sort();
  const left = () => names().filter((name) => LEFT.test(name));
  const run = (...args: readonly string[]) => runBrief(args, { cwd: folder.path });
  const write = ['render', 'a.brief', '-o', 'out.html'];

  /** Writes a page up to the moment in which it would take its place. */
  function begin(atRename: 'kill' | 'stop'): ChildProcess {
    const env = { ...process.env, AT_RENAME: atRename };
    return spawn(process.execPath, [PROGRAM, ...write], {
      cwd: folder.path,
      env: { ...env, NODE_OPTIONS: `${withoutSockets({})} --require=${join(preload.path, 'preload.cjs')}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
  async function killed(): Promise<string> {
    await ended(begin('kill'));
    const [name = '', ...others] = left();
    assert.match(name, LEFT);
    assert.deepEqual(others, []);
    return name;
  }

  it('is gone after the next write of that name', async () => {
    await killed();
    await run(...write);
    assert.deepEqual(names(), ['a.brief', 'out.html']);
  });

  for (const args of [
    ['check'],
    ['check', 'a.brief'],
    ['check', '--fix'],
    ['inspect', 'a.brief'],
    ['import', 'a.brief'],
  ])
    it(`is gone after "brief ${args.join(' ')}" in that folder`, async () => {
      await killed();
      await run(...args);
      assert.deepEqual(names(), ['a.brief']);
    });

  it('is left alone as long as its process lives', async () => {
    const child = begin('stop');
    await new Promise((done) => child.stderr?.once('data', done));
    const [name = ''] = left();
    const text = readFileSync(join(folder.path, name), 'utf8');
    assert.match(text, /^<!doctype html>/);
    await run(...write);
    await run('check');
    assert.deepEqual(left(), [name]);
    assert.equal(readFileSync(join(folder.path, name), 'utf8'), text);
    child.kill('SIGKILL');
    await ended(child);
    await run('check');
    assert.deepEqual(left(), []);
  });

  it('is left alone where its process is one of another machine, or none is named', async () => {
    const name = await killed();
    const [machine = ''] = /[0-9a-f]{8}(?=-)/.exec(name) ?? [];
    const other = name.replace(
      machine,
      machine.replaceAll(/./g, (digit) => (digit === '0' ? '1' : '0')),
    );
    renameSync(join(folder.path, name), join(folder.path, other));
    const unknown = ['.notes.brief.tmp', '.out.html.0123456789ab.brief.tmp', `${name.slice(1)}`];
    for (const each of unknown) writeFileSync(join(folder.path, each), 'mine');
    await run(...write);
    await run('check');
    assert.deepEqual(names(), ['a.brief', 'out.html', other, ...unknown].sort());
  });

  it('has a name that the system takes, however long that of the file is', async () => {
    const name = `${'稀'.repeat(80)}.html`;
    const { status, stderr } = await run('render', 'a.brief', '-o', name);
    assert.equal(status, 0, stderr);
    assert.deepEqual(names(), ['a.brief', name]);
  });

  it('is gone where another process has got the number of that one since', async function () {
    // Elsewhere nothing tells when a process began.
    if (process.platform !== 'linux') return this.skip();
    const name = await killed();
    const ours = name.replace(/(?<=[0-9a-f]{8}-)[0-9a-f]+(?=-)/, process.pid.toString(16));
    assert.notEqual(ours, name);
    renameSync(join(folder.path, name), join(folder.path, ours));
    await run('check');
    assert.deepEqual(names(), ['a.brief']);
  });
});

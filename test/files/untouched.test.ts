import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { parseBrief } from '../../src/core';
import { entriesConfined } from '../../src/files/confined/entriesConfined';
import { listConfined } from '../../src/files/confined/listConfined';
import { LOCAL_FILES, pathOf } from '../../src/files/confined/localFiles';
import { readConfined, readConfinedBytes } from '../../src/files/confined/readConfined';
import { filesBelow } from '../../src/files/finding/filesBelow';
import { findBriefs, includesOf } from '../../src/files/finding/findBriefs';
import { workspaceBelow } from '../../src/files/finding/workspaceBelow';
import { pathsNamedBy } from '../../src/files/named/readNamedFiles';

/** All by which Node asks the system about a path. */
const PROMISES = ['access', 'lstat', 'open', 'opendir', 'readdir', 'readFile', 'readlink', 'realpath', 'stat'] as const;
const SYNC = [
  'lstatSync',
  'openSync',
  'readdirSync',
  'readFileSync',
  'readlinkSync',
  'realpathSync',
  'statSync',
] as const;

/** By which what runs the tests sees now and then that somebody still waits for it. */
const OF_THE_RUNNER = `/proc/${process.ppid}/stat`;

/** Runs something, and gives each path that it asked the system about meanwhile. */
async function pathsTouchedBy(run: () => Promise<unknown>): Promise<string[]> {
  const touched: string[] = [];
  const restore: (() => void)[] = [];
  const watch = <M extends object>(module: M, name: keyof M) => {
    const original = module[name];
    if (typeof original !== 'function') throw new Error(`There is no ${String(name)}.`);
    const watched = (...args: unknown[]): unknown => {
      if (args[0] !== OF_THE_RUNNER) touched.push(String(args[0]));
      return Reflect.apply(original, module, args);
    };
    Object.assign(module, { [name]: watched });
    restore.push(() => Object.assign(module, { [name]: original }));
  };
  for (const name of PROMISES) watch(fsp, name);
  for (const name of SYNC) watch(fs, name);
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    for (const undo of restore) undo();
    syncBuiltinESMExports();
  }
  return touched;
}

describe('Beside a brief of a stranger', () => {
  let top = '';
  let root = '';
  const place = () => ({ folder: join(root, 'briefs'), root });
  const read = (path: string) =>
    readConfined(path, { ...place(), extensions: ['.txt', '.bib', '.csv'], maxBytes: 1024 * 1024 });
  const link = (target: string, path: string) => symlinkSync(target, join(root, 'briefs', path));

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'untouched-')));
    root = join(top, 'root');
    mkdirSync(join(root, 'briefs/data'), { recursive: true });
    mkdirSync(join(root, 'shared'));
    mkdirSync(join(top, 'outside'));
    writeFileSync(join(root, 'briefs/a.txt'), 'inside');
    writeFileSync(join(root, 'briefs/data/b.txt'), 'below');
    writeFileSync(join(root, 'shared/c.txt'), 'shared');
    writeFileSync(join(top, 'outside/a.txt'), 'secret');
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  /** Whether a path is none of the folder that is open, nor one that leads to it. */
  const isOutside = (path: string) => path !== root && !path.startsWith(`${root}/`) && !root.startsWith(path);

  it('no path that is refused for its form touches the system', async () => {
    const touched = await pathsTouchedBy(async () => {
      for (const path of [
        '//server/share/a.txt',
        '\\\\server\\share\\a.txt',
        '\\\\?\\UNC\\server\\share\\a.txt',
        '/etc/a.txt',
        '~/a.txt',
        'C:/a.txt',
        'file:///etc/a.txt',
        '../outside/a.txt',
        '%2e%2e/outside/a.txt',
        '%2f%2fserver/share/a.txt',
        'a.txt:b.txt',
        'nul.txt',
        '.git/a.txt',
        'a\0.txt',
        'a.exe',
      ]) {
        assert.ok('refused' in (await read(path)), path);
        assert.deepEqual(
          await listConfined(path.replace(/[^/\\]*$/, '') || '..', { ...place(), extensions: ['.txt'] }),
          [],
        );
        const folder = path.replace(/[^/\\]*$/, '') || '..';
        assert.ok('refused' in (await entriesConfined(folder, { ...place(), extensions: ['.txt'] })), folder);
      }
    });
    assert.deepEqual(touched, []);
  });

  for (const [name, target] of [
    ['a network share', '//server/share'],
    ['a mount that a look makes', '/net/server/share'],
    ['the folder above', '../..'],
    ['another folder beside', '../../outside'],
    ['a place that is gone up to and down from', '../../root/../outside'],
    ['a device', '/dev'],
    ['the folder of a process', '/proc/self'],
  ] as const) {
    it(`a link to ${name} is refused, and nothing there is looked at`, async () => {
      link(target, 'way');
      link(`${target}/a.txt`, 'file.txt');
      const touched = await pathsTouchedBy(async () => {
        for (const path of ['way/a.txt', 'way/b/a.txt', 'file.txt'])
          assert.deepEqual(await read(path), { refused: "It points outside the brief's folder." }, path);
        assert.deepEqual(await listConfined('way', { ...place(), extensions: ['.txt'] }), []);
        assert.deepEqual(await entriesConfined('way', { ...place(), extensions: ['.txt'] }), {
          refused: "It points outside the brief's folder.",
        });
      });
      assert.ok(touched.length > 0);
      assert.deepEqual(touched.filter(isOutside), []);
    });
  }

  it('a link over a link that stays inside is refused where it leaves', async () => {
    link('data', 'one');
    symlinkSync('../../../outside', join(root, 'briefs/data/two'));
    assert.deepEqual(await read('one/two/a.txt'), { refused: "It points outside the brief's folder." });
  });

  it('links that stay inside are followed, absolute and relative, to files and folders', async () => {
    link('../shared', 'relative');
    link(join(root, 'shared'), 'absolute');
    link('relative/c.txt', 'chain.txt');
    link('data/../relative/../shared/c.txt', 'winding.txt');
    for (const path of ['relative/c.txt', 'absolute/c.txt', 'chain.txt', 'winding.txt']) {
      const found = await read(path);
      assert.equal('text' in found && found.text, 'shared', path);
    }
    assert.deepEqual(await listConfined('relative', { ...place(), extensions: ['.txt'] }), ['c.txt']);
  });

  it('links that go round in a circle end', async () => {
    link('loop-b.txt', 'loop-a.txt');
    link('loop-a.txt', 'loop-b.txt');
    link('.', 'self');
    assert.deepEqual(await read('loop-a.txt'), { refused: 'It is a symbolic link.' });
    const found = await read(`${'self/'.repeat(30)}a.txt`);
    assert.equal('text' in found && found.text, 'inside');
    assert.deepEqual(await read(`${'self/'.repeat(60)}a.txt`), { refused: 'It is a symbolic link.' });
  });

  it('a pipe is refused and not waited for', async () => {
    execFileSync('mkfifo', [join(root, 'briefs/pipe.txt')]);
    assert.deepEqual(await read('pipe.txt'), { refused: 'It is not a regular file.' });
  });

  it('a pipe in the place of .gitignore or of a configuration is not waited for', async () => {
    for (const name of ['.gitignore', 'brief.config.yaml', 'c.brief'])
      execFileSync('mkfifo', [join(root, 'briefs', name)]);
    const workspace = workspaceBelow([pathToFileURL(root).href]);
    const brief = pathToFileURL(join(root, 'briefs/c.brief')).href;
    assert.equal(await workspace.read(brief), null);
    const config = await workspace.config(brief);
    assert.match(config?.unreadable ?? '', /regular file/);
    const found: string[] = [];
    for await (const each of findBriefs(root, async () => includesOf(null)))
      if ('names' in each) found.push(...each.names);
    assert.deepEqual(found, []);
  });

  it('a device in the place of a file is refused', async () => {
    link('/dev/zero', 'zero.txt');
    assert.deepEqual(await read('zero.txt'), { refused: "It points outside the brief's folder." });
  });

  it('a brief that is a link is not looked into by the workspace', async () => {
    writeFileSync(join(top, 'outside/x.brief'), '# Secret\n');
    link('../../outside/x.brief', 'x.brief');
    const touched = await pathsTouchedBy(async () => {
      const workspace = workspaceBelow([pathToFileURL(root).href]);
      assert.equal(await workspace.read(pathToFileURL(join(root, 'briefs/x.brief')).href), null);
      for await (const uri of workspace.briefs([])) assert.fail(uri);
    });
    assert.deepEqual(
      touched.filter((path) => path.startsWith(join(top, 'outside'))),
      [],
    );
  });

  it('the address of a network share is no place on this machine', () => {
    for (const uri of [
      'file://server/share/a.brief',
      'file:////server/share/a.brief',
      'file://///server/share/a.brief',
    ])
      assert.equal(pathOf(uri), null, uri);
  });

  it('what takes the place of a folder between the look and the reading is not read', async () => {
    const worker = new Worker(SWAPPER, { eval: true, workerData: { briefs: join(root, 'briefs') } });
    try {
      await new Promise((resolve) => worker.once('message', resolve));
      let inside = 0;
      for (let i = 0; i < 1500; i++) {
        const found = await read('data/a.txt');
        if (!('text' in found)) continue;
        assert.equal(found.text, 'inside');
        inside++;
      }
      assert.ok(inside > 0);
    } finally {
      await worker.terminate();
    }
  });

  it('a file that grows is read as far as it went when it was looked at', async () => {
    const path = join(root, 'briefs/grows.txt');
    writeFileSync(path, 'x'.repeat(1024 * 1024));
    const original = fsp.realpath;
    // The second look at the real path comes after the size is known.
    const grow = async (place: string) => {
      fs.appendFileSync(path, 'y'.repeat(100));
      return original(place);
    };
    Object.assign(fsp, { realpath: grow });
    syncBuiltinESMExports();
    try {
      const found = await readConfinedBytes('grows.txt', {
        ...place(),
        extensions: ['.txt'],
        maxBytes: 1024 * 1024 + 1000,
      });
      assert.ok('bytes' in found);
      assert.equal(found.bytes.length, found.state.size);
    } finally {
      Object.assign(fsp, { realpath: original });
      syncBuiltinESMExports();
    }
  });

  it('more files than anybody names are refused by a clear word', async () => {
    const paths = Array.from({ length: 25 }, (_, i) => `refs${i}.bib`);
    for (const path of paths) writeFileSync(join(root, 'briefs', path), '@misc{a,}');
    const files = filesBelow(LOCAL_FILES, [pathToFileURL(root).href]);
    const brief = parseBrief(`---\ntitle: T\nbibliography: [${paths.join(', ')}]\n---\n`);
    const { bibliography } = await files.read(pathToFileURL(join(root, 'briefs/a.brief')).href, pathsNamedBy(brief));
    assert.deepEqual(
      bibliography.map(({ unreadable }) => unreadable),
      paths.map((_, i) => (i < 20 ? undefined : 'A brief may name only 20 such files.')),
    );
  });
});

/** Puts a folder and a link that leads out of it in each other's place, over and over. */
const SWAPPER = `
const { mkdirSync, renameSync, symlinkSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const at = (name) => join(workerData.briefs, name);
renameSync(at('data'), at('folder'));
writeFileSync(join(at('folder'), 'a.txt'), 'inside');
symlinkSync('../../outside', at('link'));
parentPort.postMessage('ready');
for (;;) {
  renameSync(at('folder'), at('data'));
  renameSync(at('data'), at('folder'));
  renameSync(at('link'), at('data'));
  renameSync(at('data'), at('link'));
}
`;

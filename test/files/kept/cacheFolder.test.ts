import assert from 'node:assert/strict';
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pruneCache, readCacheFile, userCacheFolder, writeCacheFile } from '../../../src/files/kept/cacheFolder';
import { folderWith } from '../../cli/runBrief';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('the folder of the cache', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({});
  });
  afterEach(() => folder.remove());
  const at = (name: string) => join(folder.path, name);

  it('is where programs of the system keep such files', () => {
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: at('x') }, 'linux'), at('x/research-briefs'));
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: 'x' }, 'linux'), join(homedir(), '.cache/research-briefs'));
    assert.equal(userCacheFolder({}, 'darwin'), join(homedir(), 'Library/Caches/research-briefs'));
    assert.equal(userCacheFolder({ LOCALAPPDATA: at('local') }, 'win32'), at('local/research-briefs'));
    assert.equal(userCacheFolder({}, 'win32'), null);
  });

  it('gives back what was written, to its user alone', function () {
    writeCacheFile(at('a/b'), 'x.cache', Buffer.from('text'));
    assert.equal(readCacheFile(at('a/b'), 'x.cache')?.toString(), 'text');
    assert.deepEqual(readdirSync(at('a/b')), ['x.cache']);
    if (process.platform === 'win32') this.skip();
    assert.equal(statSync(at('a/b')).mode & 0o777, 0o700);
    assert.equal(statSync(at('a/b/x.cache')).mode & 0o777, 0o600);
  });

  it('neither reads nor writes through a symbolic link', () => {
    writeFileSync(at('target'), 'old');
    symlinkSync(at('target'), at('x.cache'));
    assert.equal(readCacheFile(folder.path, 'x.cache'), null);
    writeCacheFile(folder.path, 'x.cache', Buffer.from('new'));
    assert.equal(readFileSync(at('target'), 'utf8'), 'old');
    assert.ok(lstatSync(at('x.cache')).isSymbolicLink());
  });

  it('says nothing where it can not be', () => {
    writeFileSync(at('file'), '');
    writeCacheFile(at('file/below'), 'x.cache', Buffer.from('new'));
    assert.equal(readCacheFile(at('file/below'), 'x.cache'), null);
    pruneCache(at('file/below'));
  });

  it('loses what nobody has used for long, and the oldest of what is too much', () => {
    const now = Date.now();
    const write = (name: string, days: number) => {
      writeFileSync(at(name), 'x'.repeat(100));
      utimesSync(at(name), (now - days * DAY_MS) / 1000, (now - days * DAY_MS) / 1000);
    };
    for (const [name, days] of [
      ['a.cache', 0],
      ['b.cache', 1],
      ['c.cache', 2],
      ['d.cache', 40],
      ['.e.cache.0.tmp', 2],
      ['.f.cache.0.tmp', 0],
      ['other', 400],
    ] as const)
      write(name, days);
    pruneCache(folder.path, { bytes: 1000, unusedMs: 30 * DAY_MS }, now);
    assert.deepEqual(readdirSync(folder.path).sort(), ['.f.cache.0.tmp', 'a.cache', 'b.cache', 'c.cache', 'other']);
    pruneCache(folder.path, { bytes: 300, unusedMs: 30 * DAY_MS }, now);
    assert.deepEqual(readdirSync(folder.path).sort(), ['.f.cache.0.tmp', 'a.cache', 'b.cache', 'other']);
  });

  it('keeps what is read', () => {
    const now = Date.now();
    writeCacheFile(folder.path, 'a.cache', Buffer.from('text'));
    utimesSync(at('a.cache'), (now - 40 * DAY_MS) / 1000, (now - 40 * DAY_MS) / 1000);
    readCacheFile(folder.path, 'a.cache');
    pruneCache(folder.path);
    assert.deepEqual(readdirSync(folder.path), ['a.cache']);
  });
});

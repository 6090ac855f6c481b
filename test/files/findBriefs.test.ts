import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBriefs, matcherIn } from '../../src/files/finding/findBriefs';

describe('The briefs below a folder', () => {
  let root = '';
  const write = (path: string, text = '') => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const find = async (globs: readonly string[] = [], mostFolders?: number): Promise<string[]> => {
    const paths: string[] = [];
    for await (const found of findBriefs(root, async () => matcherIn(root, globs), mostFolders)) {
      assert.ok(!('error' in found));
      paths.push(...found.names.map((name) => join(found.folder, name).slice(root.length + 1)));
    }
    return paths.sort();
  };

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'briefs-')));
    write('a.brief');
    write('x/b.brief.md');
    write('x/y/c.brief');
    write('x/d.md');
    write('e.txt');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('are known by their names, and by globs', async () => {
    assert.deepEqual(await find(), ['a.brief', 'x/b.brief.md', 'x/y/c.brief']);
    assert.deepEqual(await find(['x/**', '*.txt']), ['a.brief', 'x/b.brief.md', 'x/d.md', 'x/y/c.brief']);
  });

  it('are none of those that git ignores, or that are links', async () => {
    write('.gitignore', 'y/\n');
    write('.git/f.brief');
    symlinkSync(join(root, 'a.brief'), join(root, 'link.brief'));
    symlinkSync(join(root, 'x'), join(root, 'loop'));
    assert.deepEqual(await find(), ['a.brief', 'x/b.brief.md']);
  });

  it('are those of the upper folders, where there are too many', async () => {
    assert.deepEqual(await find([], 2), ['a.brief', 'x/b.brief.md']);
  });
});

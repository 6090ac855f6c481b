import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Confinement } from '../../src/files/confined/confinement';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';
import { lookAtImages, sameImages } from '../../src/files/named/lookAtImages';

describe('A look at the images of a brief', () => {
  let root = '';
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    mkdirSync(join(root, 'briefs/img'), { recursive: true });
    writeFileSync(join(root, 'briefs/img/ore.png'), 'a\0b');
    writeFileSync(join(root, 'briefs/notes.txt'), 'text');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const look = (paths: readonly string[]) => lookAtImages(paths, { folder: join(root, 'briefs'), root }, LOCAL_FILES);

  it('says of each once whether it is there, and why it may not be read', async () => {
    mkdirSync(join(root, 'briefs/folder.png'));
    assert.deepEqual(await look(['img/ore.png', 'gone.png', 'img/ore.png', 'folder.png', '../up.png', 'C:/d.png']), [
      { path: 'img/ore.png' },
      { path: 'gone.png', unreadable: 'There is no such file.' },
      { path: 'folder.png', unreadable: 'It is not a regular file.' },
      { path: '../up.png' },
      { path: 'C:/d.png', unreadable: 'Name a file beside the brief, without ":", not an address or a drive.' },
    ]);
  });

  it('asks nothing about a path that leads up, and says which ones leave the workspace', async () => {
    const asked: string[] = [];
    const system = {
      ...LOCAL_FILES,
      read: (path: string, confinement: Confinement) => {
        asked.push(path);
        return LOCAL_FILES.read(path, confinement);
      },
    };
    const outside = { unreadable: "It points outside the brief's folder.", isOutside: true };
    assert.deepEqual(
      await lookAtImages(
        ['../up.png', '../../up.png', 'a/../../b/../../up.png', '../a/../../up.png'],
        { folder: join(root, 'briefs'), root },
        system,
      ),
      [
        { path: '../up.png' },
        { path: '../../up.png', ...outside },
        { path: 'a/../../b/../../up.png', ...outside },
        { path: '../a/../../up.png', ...outside },
      ],
    );
    assert.deepEqual(asked, []);
  });

  it('finds out nothing of other files', async () => {
    assert.deepEqual(await look(['notes.txt', 'gone.txt', 'img/', 'img', '.png']), []);
  });

  it('reads none, and follows no link that leads out', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('/etc/hostname', join(root, 'briefs/out.png'));
    const asked: Confinement[] = [];
    const system = {
      ...LOCAL_FILES,
      read: (path: string, confinement: Confinement) => {
        asked.push(confinement);
        return LOCAL_FILES.read(path, confinement);
      },
    };
    const found = await lookAtImages(['img/ore.png', 'out.png'], { folder: join(root, 'briefs'), root }, system);
    assert.ok(asked.every(({ looks }) => looks));
    assert.deepEqual(found[1], { path: 'out.png', unreadable: "It points outside the brief's folder." });
  });

  it('looks at so many that no brief keeps it busy', async () => {
    const paths = Array.from({ length: 2000 }, (_, i) => `${i}.png`);
    assert.equal((await look(paths)).length, 500);
  });

  it('is the same as another that found the same', async () => {
    assert.ok(sameImages(await look(['gone.png']), await look(['gone.png'])));
    assert.ok(sameImages(undefined, []));
    const before = await look(['gone.png']);
    writeFileSync(join(root, 'briefs/gone.png'), 'pixels');
    assert.ok(!sameImages(before, await look(['gone.png'])));
  });
});

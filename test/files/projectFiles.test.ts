import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from '../../src/files/confined/fileSystem';
import { LOCAL_FILES } from '../../src/files/confined/localFiles';
import { createConfigReader } from '../../src/files/finding/configFiles';
import { createProjectFiles } from '../../src/files/finding/projectFiles';
import { notedReads } from './notedReads';

const NAMES = 'bibliography: refs.bib\n';
const BOOK = '@misc{smith, title = {Tin}}\n';

describe('The files of other programs that name bibliographies', () => {
  let root = '';
  let reads: string[] = [];
  const system = () => notedReads((path) => reads.push(path));
  const inner = () => join(root, 'a/b');
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    mkdirSync(inner(), { recursive: true });
    reads = [];
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are looked for in a folder and above it, and no further than the top', async () => {
    write('_quarto.yml', NAMES);
    const projects = createProjectFiles(system());
    assert.deepEqual(await projects.find(inner(), root), { folder: root, bibliography: ['refs.bib'] });
    assert.equal(await projects.find(inner(), join(root, 'a')), null);
    assert.equal(await projects.find(inner(), inner()), null);
  });

  it('are looked at once for each folder, and again when something has changed', async () => {
    const projects = createProjectFiles(system());
    assert.equal(await projects.find(inner(), root), null);
    const looked = reads.length;
    await projects.find(inner(), root);
    await projects.find(join(root, 'a'), root);
    assert.equal(reads.length, looked);
    write('myst.yml', NAMES);
    projects.changed();
    assert.deepEqual((await projects.find(inner(), root))?.bibliography, ['refs.bib']);
    assert.equal(reads.length, 2 * looked);
  });

  it('are looked at again after one that could not be asked for', async () => {
    let isDown = true;
    const failing: FileSystem = {
      ...LOCAL_FILES,
      read: async (path, confinement) => {
        if (isDown) throw new Error('The client does not answer.');
        return LOCAL_FILES.read(path, confinement);
      },
    };
    write('_quarto.yml', NAMES);
    const projects = createProjectFiles(failing);
    await assert.rejects(projects.find(root, root));
    isDown = false;
    assert.notEqual(await projects.find(root, root), null);
  });

  it('are not read where they are links out of their folder, or are larger than 1 MB', async () => {
    write('_quarto.yml', NAMES);
    symlinkSync(join(root, '_quarto.yml'), join(root, 'a/_quarto.yml'));
    write('a/myst.yml', `${NAMES}# ${'x'.repeat(1 << 20)}\n`);
    assert.equal(await createProjectFiles(system()).find(inner(), join(root, 'a')), null);
  });

  it('give a configuration the same object until one of their bibliographies is another', async () => {
    write('_quarto.yml', NAMES);
    write('refs.bib', BOOK);
    const configs = createConfigReader(system());
    const before = await configs.find(inner(), root);
    assert.deepEqual([before?.text, before?.project?.bibliography[0]?.declarations[0]?.id], ['', 'smith']);
    configs.changed(null);
    assert.equal(await configs.find(join(root, 'a'), root), before);
    write('refs.bib', `${BOOK}@misc{lee, title = {Ore}}\n`);
    assert.notEqual(await configs.find(inner(), root), before);
  });

  it('give no file twice that the configuration names, too', async () => {
    write('_quarto.yml', 'bibliography: [refs.bib, more.bib]\n');
    write('brief.config.yaml', NAMES);
    write('refs.bib', BOOK);
    write('more.bib', BOOK.replace('smith', 'lee'));
    const config = await createConfigReader(system()).find(inner(), root);
    assert.deepEqual(
      [config?.bibliography, config?.project?.bibliography].map((files) => files?.map(({ path }) => path)),
      [['refs.bib'], ['more.bib']],
    );
  });
});

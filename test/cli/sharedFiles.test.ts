import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBriefAlone } from './runBrief';

const brief = (name: string, more = '') =>
  `---\ntitle: ${name}\nbibliography: refs.bib\n${more}---\n\n- Output rose by 4% in 2024 [@lee].\n`;
const FIGURE = 'figures:\n  - { id: share, value: 4%, as-of: 2024, cites: [lee] }\n';
const FILES = {
  'a.brief': brief('A'),
  'b.brief': brief('B', FIGURE),
  'c.brief': brief('C', FIGURE),
  'refs.bib': '@misc{lee, title = {Ore}, url = {http://127.0.0.1/lee}}\n',
};
/** What a program is started with so that it notes the names of the files that it reads. */
const NOTES_READS = `
const { appendFileSync, promises } = require('node:fs');
const { basename, join } = require('node:path');
const { open } = promises;
promises.open = async (path, ...rest) => {
  const handle = await open(path, ...rest);
  const read = handle.read.bind(handle);
  handle.read = (...args) => {
    appendFileSync(join(__dirname, 'reads'), basename(String(path)) + '\\n');
    return read(...args);
  };
  return handle;
};
`;

describe('A bibliography that several briefs name', () => {
  let folder: ReturnType<typeof folderWith>;
  let notes: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith(FILES);
    notes = folderWith({ 'notes.cjs': NOTES_READS });
  });
  afterEach(() => {
    folder.remove();
    notes.remove();
  });
  const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
  const run = (...args: readonly string[]) =>
    runBriefAlone(args, { cwd: folder.path, env: { NODE_OPTIONS: `--require=${join(notes.path, 'notes.cjs')}` } });
  /** How often it was read till now. */
  const reads = () => {
    const path = join(notes.path, 'reads');
    return existsSync(path)
      ? readFileSync(path, 'utf8')
          .split('\n')
          .filter((name) => name === 'refs.bib').length
      : 0;
  };

  it('is read once for all that are checked, and once for the key numbers that are compared', async () => {
    const { stdout } = await run('check', '--no-cache');
    assert.match(stdout, /^3 files checked: no problems/);
    assert.equal(reads(), 2);
  });

  it('is read once for all whose links are gathered', async () => {
    const { stdout } = await run('links');
    assert.match(stdout, /^0 links in 3 files checked: .* 1 skipped\.$/m);
    assert.equal(reads(), 1);
  });

  it('is known by a cache for each of them', async () => {
    const cache = '--cache-dir=.cache';
    await run('check', cache);
    const before = reads();
    await run('check', cache);
    assert.equal(reads(), before + 1);
    write('refs.bib', '@misc{leo, title = {Ore}}\n');
    const { stdout } = await run('check', cache);
    for (const name of ['a', 'b', 'c'])
      assert.match(stdout, new RegExp(`^${name}\\.brief.*citation/unknown-source`, 'm'));
  });
});

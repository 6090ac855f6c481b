import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { folderWith, NO_SOCKETS, runBrief } from './runBrief';

const BRIEF = `---
title: Ore
bibliography: refs.bib
style: house.csl
sources:
  - { id: copy, title: Yearbook, text: copy.md }
---

- Output rose by 4% in 2024 [@usgs; @copy].

![A mine](mine.png)

\`\`\`figure
id: output
title: Output
chart: bar
x: year
y: tonnes
data: rows.csv
cites: [usgs]
\`\`\`
`;
const FILES: Readonly<Record<string, string>> = {
  'a.brief': BRIEF,
  'refs.bib': '@misc{usgs, title={Mineral Commodity Summaries}, url={https://example.org/mcs}}\n',
  'house.csl':
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>House</title></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>',
  'copy.md': 'Output rose by 4% in 2024.\n',
  'rows.csv': 'year,tonnes\n2023,10\n2024,14\n',
  'mine.png': 'not really a picture',
  'brief.config.yaml': 'sources: library.yaml\n',
  'library.yaml': 'sources:\n  - { id: shared, title: Shared, url: "https://example.org/s" }\n',
  'report.md': '# Report\n\nIt rose by 4% [1].\n\n[1]: https://example.org/r\n',
};
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  render: ['render', 'a.brief'],
  export: ['export', 'a.brief', '--to', 'docx'],
  bibliography: ['bibliography', 'a.brief'],
  import: ['import', 'a.brief'],
  extract: ['extract', 'copy.md'],
};

describe('An output that names a file of its input', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith(FILES);
  });
  afterEach(() => folder.remove());
  const at = (name: string) => join(folder.path, name);

  async function refused(args: readonly string[], cwd = folder.path) {
    const before = readdirSync(folder.path);
    const { status, stdout, stderr } = await runBrief(args, { cwd });
    assert.equal(status, 2, `${args.join(' ')}: ${stderr}`);
    assert.equal(stdout, '');
    assert.match(stderr, /^brief: cannot write ".*": this command already uses it; name another file\.\n$/);
    for (const [name, text] of Object.entries(FILES)) assert.equal(readFileSync(at(name), 'utf8'), text, name);
    assert.deepEqual(readdirSync(folder.path), before);
  }

  for (const [command, args] of Object.entries(COMMANDS)) {
    const [, source = ''] = args;
    it(`is refused by ${command}`, () => refused([...args, '-o', `./${source}`]));
  }

  it('is refused however its name is spelt', async () => {
    for (const name of ['a.brief', `../${basename(folder.path)}/a.brief`, at('a.brief')])
      await refused(['render', 'a.brief', '-o', name]);
  });

  it('is refused through a link', async function () {
    try {
      linkSync(at('a.brief'), at('hard'));
      symlinkSync('a.brief', at('soft'));
      symlinkSync('.', at('folder'));
    } catch {
      // Not every system lets every user make one.
      return this.skip();
    }
    for (const name of ['hard', 'soft', 'folder/a.brief']) await refused(['render', 'a.brief', '-o', name]);
  });

  it('is refused in capitals where these name the same file', async function () {
    if (!existsSync(at('A.BRIEF'))) return this.skip();
    await refused(['render', 'a.brief', '-o', 'A.BRIEF']);
  });

  it('is refused where it is a bibliography, a copy, data, a picture, a style or a configuration', async () => {
    for (const name of [
      'refs.bib',
      'copy.md',
      'rows.csv',
      'mine.png',
      'house.csl',
      'library.yaml',
      'brief.config.yaml',
    ])
      await refused(['render', 'a.brief', '-o', name]);
    await refused(['bibliography', 'report.md', '--style', './house.csl', '-o', 'house.csl']);
  });

  it('is refused where the brief comes from standard input', function () {
    if (process.platform === 'win32') return this.skip();
    const run = `"${process.execPath}" "${resolve('dist/cli.js')}" render - -o a.brief < a.brief`;
    const env = { ...process.env, NODE_OPTIONS: NO_SOCKETS };
    const { status, stderr } = spawnSync('sh', ['-c', run], { cwd: folder.path, encoding: 'utf8', env });
    assert.match(stderr, /this command already uses it/);
    assert.equal(status, 2);
    assert.equal(readFileSync(at('a.brief'), 'utf8'), BRIEF);
  });

  it('is refused for the report of an import, also where that is the brief which it writes', async () => {
    await refused(['import', 'report.md', '-o', 'report.md', '--report-json', 'r.json']);
    await refused(['import', 'report.md', '-o', 'new.brief', '--report-json', './new.brief']);
    await refused(['import', 'report.md', '-o', 'new.brief', '--report-json', 'report.md']);
  });

  it('is another matter than a file that is only beside it', async () => {
    for (const name of ['report.md', 'page.html']) {
      const { status, stderr } = await runBrief(['render', 'a.brief', '-o', name], { cwd: folder.path });
      assert.equal(status, 0, stderr);
      assert.match(readFileSync(at(name), 'utf8'), /^<!doctype html>/);
    }
  });
});

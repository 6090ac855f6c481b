import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, type CommandName } from '../../src/cli/commands';
import { linesAt, pdfFile } from '../pdf/pdfFile';
import { folderWith, NO_SOCKETS, runBrief, runBriefAlone, runNode } from './runBrief';

/** Whatever may be fetched by who wants to fetch. */
const BRIEF = `---
title: T
url: https://a.example/
bibliography: https://a.example/refs.bib
sources:
  - {id: 1, title: A, url: https://b.example/a, text: //c.example/share/a.txt}
figures:
  - {id: a, image: https://d.example/a.png, alt: A, own: true}
  - {id: b, chart: bar, data: https://e.example/a.csv, own: true}
  - {id: c, vega-lite: {data: {url: https://f.example/a.json}, mark: bar, encoding: {x: {field: a}}}, own: true}
---

- It rose by 4% [1], see https://g.example/ and ![x](https://h.example/x.png) {{b}} {{c}}.

<img src="https://i.example/x.png"> $\\includegraphics{https://j.example/x.png}$
`;

describe('The command line', () => {
  let folder: ReturnType<typeof folderWith>;
  before(() => {
    folder = folderWith({
      'a.brief': BRIEF,
      'brief.config.yaml': 'bibliography: refs.bib\n',
      'refs.bib': '@misc{a, title = {A}, url = {https://k.example/}}',
      'connect.js': "require('node:net').connect(9, '127.0.0.1').on('error', () => {});",
      'listen.js': "require('node:http').createServer().listen(0);",
      'name.js': "require('node:dns').promises.lookup('a.example').catch(() => {});",
      'fetch.js': "fetch('https://a.example/').catch(() => {});",
    });
    writeFileSync(join(folder.path, 'a.pdf'), pdfFile([linesAt(['It rose.'])]));
  });
  after(() => folder.remove());

  const runs: Readonly<Record<CommandName, readonly string[][]>> = {
    check: [['a.brief'], ['--fix', '-'], ['.', '--jobs=2', '--no-cache']],
    diff: [['HEAD'], ['a.brief', 'a.brief']],
    inspect: [['a.brief']],
    suggest: [['a.brief']],
    render: [['a.brief']],
    export: ['html', 'md', 'json', 'docx'].map((format) => ['a.brief', '--to', format, '-o', `a.${format}`]),
    import: [['a.brief']],
    extract: [['a.pdf']],
    bibliography: [['a.brief', '--style=apa']],
    comments: [['a.brief'], ['--all']],
    // It asks for none of these names, as they are kept for examples.
    links: [['a.brief'], ['.', '--format=json']],
    // Nobody was asked to say yes; and it asks for none of these names.
    fetch: [['a.brief'], ['.', '--format=json'], ['a.brief', '--yes']],
    // Nobody was asked to say yes; and without https, nothing is sent to another machine.
    read: [
      ['a.brief', '--url=https://m.example/v1', '--model=m'],
      ['a.brief', '--yes', '--url=http://m.example/v1', '--model=m'],
    ],
    // What is nothing that can be looked up.
    'look-up': [['Ore Yearbook'], ['9780306406158'], ['file:///etc/passwd'], ['http://127.0.0.1/']],
    rules: [[]],
    mcp: [[], ['a.brief']],
    lsp: [['--stdio']],
    completions: [['bash']],
  };

  it('is run with every command', () => assert.deepEqual(Object.keys(runs), Object.keys(COMMANDS)));

  for (const [command, variants] of Object.entries(runs)) {
    // A server lives as long as its streams do.
    const run = command === 'mcp' || command === 'lsp' ? runBriefAlone : runBrief;
    it(`opens no socket in ${command}, whatever a brief names`, async () => {
      for (const args of variants) {
        const { status, stderr } = await run([command, ...args], { cwd: folder.path, input: BRIEF });
        assert.notEqual(status, 97, stderr);
        assert.notEqual(status, null);
      }
    });
  }

  it('opens sockets in look-up, which asks for what it is given', async () => {
    const { status } = await runBriefAlone(['look-up', '10.1000/182'], { cwd: folder.path });
    assert.equal(status, 97);
  });

  it('opens sockets in links, which asks for what is named', async () => {
    const input = '- It rose by 4%, see https://research-briefs.org/.\n';
    const { status } = await runBrief(['links', '-'], { cwd: folder.path, input });
    assert.equal(status, 97);
  });

  for (const script of ['connect', 'listen', 'name', 'fetch']) {
    it(`would be ended by its tests if it did: ${script}`, async () => {
      const { status } = await runNode(join(folder.path, `${script}.js`), [], { cwd: folder.path });
      assert.equal(status, 97, NO_SOCKETS);
    });
  }
});

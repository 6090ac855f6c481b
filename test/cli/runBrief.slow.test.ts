import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, type RunOptions, runBrief, runBriefAlone } from './runBrief';

const CHART =
  'figures:\n  - { id: f, title: Output, chart: bar, data: rows.csv, x: year, y: tonnes, alt: A, own: true }\n';
const FILES = {
  'a.brief': '# Ore\n\n- Output rose by 4% in 2024.\n',
  'b.brief': `---\ntitle: T\nstyle: apa\nbibliography: refs.bib\n${CHART}---\n\n- It rose by 4% [@lee] $x^2$ {{f}}.\n`,
  'refs.bib': '@misc{lee, title = {Ore}, url = {https://lee.example/}}\n',
  'rows.csv': 'year,tonnes\n2023,4\n2024,5\n',
  'pasted.txt': 'Ore and Power\nOre Weekly · 2024-11-03\n\nSupply - Output rose [1] - Prices fell [2]\n',
};

describe('The process in which tests run the command line', function () {
  this.timeout(120_000);
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith(FILES);
  });
  afterEach(() => folder.remove());
  const options = (more: Partial<RunOptions> = {}): RunOptions => ({ cwd: folder.path, ...more });

  const runs: readonly (readonly [args: readonly string[], more?: Partial<RunOptions>])[] = [
    [[]],
    [['check']],
    [['check', '--language=zh-cn']],
    [['check', '--jobs=2', '--no-cache']],
    [['check'], { env: { FORCE_COLOR: '1' } }],
    [['check', '--fix', '-'], { input: '- It rose by 4% [2][1].\n' }],
    [['check', '-'], { input: Buffer.from([0x61, 0xff]) }],
    [['check', 'none.brief']],
    [['render', 'b.brief', '--language', 'zh-cn']],
    [['import', 'pasted.txt', '--report']],
  ];

  it('gives the bytes and the status of a process of its own, whatever ran before', async () => {
    const alone = [];
    for (const [args, more] of runs) alone.push(await runBriefAlone(args, options(more)));
    assert.deepEqual(new Set(alone.map(({ status }) => status)), new Set([0, 1, 2]));
    for (const round of [runs, [...runs].reverse()])
      for (const run of round) {
        const [args, more] = run;
        assert.deepEqual(await runBrief(args, options(more)), alone[runs.indexOf(run)], args.join(' '));
      }
  });

  it('writes the same bytes into files', async () => {
    const write = (name: string) => ['export', 'b.brief', '--to', 'docx', '-o', name];
    assert.deepEqual(await runBrief(write('shared'), options()), await runBriefAlone(write('alone'), options()));
    const [shared, alone] = ['shared', 'alone'].map((name) => readFileSync(join(folder.path, name)));
    assert.deepEqual(shared, alone);
  });

  it('begins each run with no file that was read', async () => {
    await runBrief(['import', 'pasted.txt', '-o', 'p.brief'], options());
    const over = await runBrief(['render', 'a.brief', '-o', 'pasted.txt'], options());
    assert.deepEqual(over, { status: 0, stdout: '', stderr: '' });
  });

  it('hands on what ends it, and begins anew', async () => {
    const socket = await runBrief(['look-up', '10.1000/182'], options());
    assert.deepEqual([socket.status, socket.stdout], [97, '']);
    assert.match(socket.stderr, /there is to be no network/);
    const { status, stderr } = await runBrief(['check', 'a.brief', '--fail-on', 'warning'], options());
    assert.deepEqual([status, stderr], [1, '']);
  });

  it('runs one after the other what is asked for at once', async () => {
    const [first, second] = await Promise.all(
      ['a.brief', 'b.brief'].map((name) => runBrief(['inspect', name], options())),
    );
    assert.deepEqual(
      [first, second].map((run) => JSON.parse(run?.stdout ?? '').title),
      ['Ore', 'T'],
    );
  });
});

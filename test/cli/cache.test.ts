import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { digestOf } from '../../src/cli/check/cache/digest';
import { changedProgram } from './changedProgram';
import { folderWith, runBrief, runNode } from './runBrief';

const UNCITED = '# Ore\n\n- Output rose by 4 % in 2024.\n- Prices fell [3].\n';
const NAMES_FILES =
  '---\nbibliography: ref.bib\nsources:\n  - { id: a, title: Ore, text: copy.txt }\n' +
  'figures:\n  - { id: f, title: Output, chart: bar, data: rows.csv, x: year, y: output, cites: [a] }\n' +
  '---\n\n- Output of ore rose by 4% [@a].\n- Prices fell by 7% [@lee].\n';
const FILES = {
  'a.brief': UNCITED,
  'sub/b.brief': NAMES_FILES,
  'sub/ref.bib': '@article{lee, title={Prices fell by 7% in all}, url={https://lee.example}, year={2024}}\n',
  'sub/copy.txt': 'Output of ore rose by 4%.\n',
  'sub/rows.csv': 'year,output\n2023,4\n2024,5\n',
};

function keyNumber(value: string): string {
  const source = '  - { id: 1, title: Ore, url: "https://ore.example/a" }';
  return `---\nsources:\n${source}\nfigures:\n  - { id: share, value: ${value}, as-of: 2024, cites: [1] }\n---\n\nThe share is {{share}} [1].\n`;
}

function claim(sum: string): string {
  return `---\ntitle: Acme\n---\n\n- The revenue of Acme was ${sum} in 2024.\n`;
}

describe('brief check with a cache', () => {
  let folder: ReturnType<typeof folderWith>;
  let cache: ReturnType<typeof folderWith>;
  beforeEach(() => {
    cache = folderWith({});
  });
  afterEach(() => {
    folder.remove();
    cache.remove();
  });

  const check = (...args: readonly string[]) =>
    runBrief(['check', '--cache-dir', cache.path, ...args], { cwd: folder.path });
  const checkAnew = (...args: readonly string[]) => runBrief(['check', '--no-cache', ...args], { cwd: folder.path });
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  };
  const filesOf = (path: string) =>
    readdirSync(path)
      .sort()
      .map((name) => ({ name, ino: statSync(join(path, name)).ino, bytes: readFileSync(join(path, name), 'latin1') }));

  for (const args of [
    ['--format', 'pretty'],
    ['--format', 'json'],
    ['--format', 'sarif'],
    ['--format', 'github'],
    ['--format', 'junit', '--fail-on', 'warning'],
    ['--quiet'],
    ['--quiet', '--format', 'github', '--fail-on', 'warning'],
    ['--fail-on', 'warning', '--rule', 'citation/missing=error'],
  ])
    it(`prints with ${args.join(' ')} what a fresh check prints, and then writes nothing`, async () => {
      folder = folderWith({ ...FILES, 'bad.brief': Buffer.from([0xff]) });
      const fresh = await checkAnew(...args);
      assert.deepEqual(await check(...args), fresh);
      const kept = filesOf(cache.path);
      // For each of the two folders, and for copies of each.
      assert.equal(kept.length, 4);
      assert.deepEqual(await check(...args), fresh);
      assert.deepEqual(filesOf(cache.path), kept);
    });

  it('keeps results for each format and severity by themselves', async () => {
    folder = folderWith(FILES);
    const ways = [
      ['--format', 'junit'],
      ['--format', 'junit', '--fail-on', 'warning'],
      ['--quiet'],
      ['--quiet', '--fail-on', 'warning'],
      ['--format', 'github'],
    ];
    const fresh = [];
    for (const way of ways) fresh.push(await checkAnew(...way));
    for (let round = 0; round < 2; round++)
      for (const [i, way] of ways.entries()) assert.deepEqual(await check(...way), fresh[i]);
  });

  describe('gives a new result', () => {
    const severe = 'rules:\n  citation/missing: error\n';
    const changes: readonly {
      readonly what: string;
      readonly file?: string;
      readonly text?: string;
      readonly args?: readonly string[];
    }[] = [
      { what: 'the text of a brief is another', file: 'a.brief', text: UNCITED.replace('[3]', '[4]') },
      { what: 'a bibliography is another', file: 'sub/ref.bib', text: FILES['sub/ref.bib'].replace('{lee', '{leo') },
      { what: 'a bibliography is gone', file: 'sub/ref.bib' },
      { what: 'a local copy is another', file: 'sub/copy.txt', text: 'Output of ore rose by 5%.\n' },
      { what: 'a local copy is gone', file: 'sub/copy.txt' },
      { what: 'data is other', file: 'sub/rows.csv', text: 'year,amount\n2023,4\n' },
      { what: 'a configuration appears', file: 'brief.config.yaml', text: severe },
      { what: 'a rule has another severity', args: ['--rule', 'citation/missing=error'] },
      { what: 'another configuration is named', file: 'other.yaml', text: severe, args: ['--config', 'other.yaml'] },
    ];
    for (const { what, file, text, args = [] } of changes)
      it(`when ${what}`, async () => {
        folder = folderWith(FILES);
        const before = await check();
        if (file !== undefined && text === undefined) rmSync(join(folder.path, file));
        if (file !== undefined && text !== undefined) write(file, text);
        const fresh = await checkAnew(...args);
        assert.notEqual(fresh.stdout, before.stdout);
        assert.deepEqual(await check(...args), fresh);
      });

    it('when a file appears that a brief names', async () => {
      const { 'sub/copy.txt': copy, ...others } = FILES;
      folder = folderWith(others);
      await check();
      write('sub/copy.txt', copy);
      assert.deepEqual(await check(), await checkAnew());
    });

    it('when an image that a brief shows appears, and when it goes', async () => {
      folder = folderWith({ 'a.brief': '# Ore\n\n![Map](img/map.png)\n', 'img/other.png': 'pixels' });
      const missing = await check();
      assert.match(missing.stdout, /a\.brief:3:8 {2}warning {2}figure\/missing-image/);
      assert.deepEqual(await check(), missing);
      write('img/map.png', 'pixels');
      const found = await check();
      assert.doesNotMatch(found.stdout, /missing-image/);
      const kept = filesOf(cache.path);
      assert.deepEqual(await check(), found);
      assert.deepEqual(filesOf(cache.path), kept);
      rmSync(join(folder.path, 'img/map.png'));
      assert.deepEqual(await check(), missing);
    });

    /** A file that is another one makes the next check say what a fresh one says, which is something else. */
    const assertNoticed = async (file: string, text: string) => {
      const before = await check();
      assert.equal(before.stderr, '');
      write(file, text);
      const fresh = await checkAnew();
      assert.notEqual(fresh.stdout, before.stdout);
      assert.deepEqual(await check(), fresh);
    };

    for (const [what, file, text] of [
      ['the configuration', 'brief.config.yaml', 'rules:\n  citation/style: error\n'],
      ['the bibliography of a configuration', 'shared.bib', '@misc{other, title={Other}}\n'],
      ['the library of a configuration', 'library.yaml', 'sources:\n  - { id: 4, title: Four }\n'],
    ] as const)
      it(`when ${what} is another`, async () => {
        folder = folderWith({
          'a.brief': '# Ore\n\n- Output rose by 4 % in 2024 [@lee].\n- Prices fell [3].\n',
          'brief.config.yaml': 'bibliography: shared.bib\nsources: library.yaml\n',
          'shared.bib': '@misc{lee, title={Lee}}\n',
          'library.yaml': 'sources:\n  - { id: 3, title: Three }\n',
        });
        await assertNoticed(file, text);
      });

    for (const [what, file, text] of [
      ['file', '_quarto.yml', 'bibliography: other.bib\n'],
      ['bibliography', 'shared.bib', '@misc{other, title={Other}}\n'],
    ] as const)
      it(`when the ${what} of a project of another program is another`, async () => {
        folder = folderWith({
          'sub/a.brief': '# Ore\n\n- Output rose by 4% in 2024 [@lee].\n',
          '_quarto.yml': 'bibliography: shared.bib\n',
          'shared.bib': '@misc{lee, title={Lee}}\n',
          'other.bib': '@misc{leo, title={Leo}}\n',
        });
        await assertNoticed(file, text);
      });

    it('when a local copy that a configuration names is another', async () => {
      folder = folderWith({
        'a.brief': '# Ore\n\n- Output rose by 4% in 2024 [3].\n',
        'brief.config.yaml': 'sources:\n  - { id: 3, title: Three, text: three.txt }\n',
        'three.txt': 'Output rose by 4% in 2024.\n',
      });
      const before = await check();
      write('three.txt', 'Output rose by 5% in 2024.\n');
      const fresh = await checkAnew();
      assert.notEqual(fresh.stdout, before.stdout);
      assert.deepEqual(await check(), fresh);
    });

    it('when a key number of another brief is another', async () => {
      folder = folderWith({ 'a.brief': keyNumber('37%'), 'b.brief': keyNumber('37%'), 'c.brief': UNCITED });
      const before = await check();
      assert.doesNotMatch(before.stdout, /figure\/conflict/);
      write('b.brief', keyNumber('52%'));
      const fresh = await checkAnew();
      assert.match(fresh.stdout, /a\.brief:\d+:\d+ {2}warning {2}figure\/conflict/);
      assert.deepEqual(await check(), fresh);
      assert.deepEqual(await check(), fresh);
    });

    it('when a claim of another brief is another', async () => {
      folder = folderWith({ 'a.brief': claim('$130 million'), 'b.brief': claim('$130 million'), 'c.brief': UNCITED });
      const before = await check();
      assert.doesNotMatch(before.stdout, /number\/conflict/);
      write('b.brief', claim('$120 million'));
      const fresh = await checkAnew();
      assert.match(fresh.stdout, /a\.brief:\d+:\d+ {2}warning {2}number\/conflict/);
      assert.deepEqual(await check(), fresh);
      assert.deepEqual(await check(), fresh);
      write('b.brief', claim('$130 million'));
      assert.deepEqual(await check(), before);
      assert.deepEqual(await check(), before);
    });

    it('when fewer briefs are checked together', async () => {
      folder = folderWith({ 'a.brief': keyNumber('37%'), 'b.brief': keyNumber('52%') });
      await check();
      const fresh = await checkAnew('a.brief');
      assert.doesNotMatch(fresh.stdout, /figure\/conflict/);
      assert.deepEqual(await check('a.brief'), fresh);
      assert.deepEqual(await check(), await checkAnew());
    });

    it('when the working folder is another', async () => {
      folder = folderWith({ ...FILES, 'sub/b.brief': UNCITED });
      await check();
      const run = (...args: readonly string[]) => runBrief(['check', ...args], { cwd: join(folder.path, 'sub') });
      assert.deepEqual(await run('--cache-dir', cache.path), await run('--no-cache'));
    });

    it('when the program is another', async () => {
      folder = folderWith(FILES);
      await check();
      const other = folderWith({});
      try {
        const program = changedProgram(join(other.path, 'dist'), '{0} cites nothing.', '{0} names no work.');
        const { stdout } = await runNode(program, ['check', '--cache-dir', cache.path], { cwd: folder.path });
        assert.match(stdout, /names no work\./);
      } finally {
        other.remove();
      }
    });
  });

  describe('in a copy of the folder', () => {
    const CONFIG = 'bibliography: [all.bib]\nrules:\n  citation/missing: error\n';
    const ALL = {
      ...FILES,
      'brief.config.yaml': CONFIG,
      'all.bib': FILES['sub/ref.bib'],
      'c.brief': claim('$9 million'),
    };
    let copy: ReturnType<typeof folderWith>;
    afterEach(() => copy.remove());
    const checkCopy = (...args: readonly string[]) => runBrief(['check', ...args], { cwd: copy.path });

    it('knows the results', async () => {
      folder = folderWith(ALL);
      copy = folderWith(ALL);
      const fresh = await check();
      for (const { name, bytes } of filesOf(cache.path)) {
        const content = bytes.slice(bytes.indexOf('\n') + 1).replaceAll('cites nothing', 'is KNOWN here');
        writeFileSync(join(cache.path, name), `${digestOf(Buffer.from(content, 'latin1'))}\n${content}`, 'latin1');
      }
      const { stdout } = await checkCopy('--cache-dir', cache.path);
      assert.match(stdout, /is KNOWN here/);
      assert.equal(stdout.replaceAll('is KNOWN here', 'cites nothing'), fresh.stdout);
    });

    it('gives a new result for what differs, and leaves what is known of the first folder', async () => {
      folder = folderWith({ ...ALL, 'd.brief': claim('$8 million') });
      const before = await check();
      copy = folderWith({ ...ALL, 'd.brief': claim('$7 million'), 'sub/copy.txt': 'Output of ore rose by 9%.\n' });
      const fresh = await checkCopy('--no-cache');
      assert.notEqual(fresh.stdout, before.stdout);
      for (let round = 0; round < 2; round++) {
        assert.deepEqual(await checkCopy('--cache-dir', cache.path), fresh);
        assert.deepEqual(await check(), before);
      }
    });
  });

  it('is neither read nor written by --fix and --no-cache', async () => {
    const unsorted =
      '# Ore\n\n- Output rose in 2024 [2][1].\n\n## Sources\n\n- [1] A, https://a.example\n- [2] B, https://b.example\n';
    folder = folderWith({ 'a.brief': unsorted });
    await check();
    const kept = filesOf(cache.path);
    await check('--no-cache', '--rule', 'citation/order=error');
    const fixed = await check('--fix');
    assert.match(fixed.stdout, /problem fixed/);
    assert.deepEqual(filesOf(cache.path), kept);
    assert.deepEqual(await check(), await checkAnew());
  });

  it('reads a pipe once, and keeps nothing of it', async function () {
    if (process.platform === 'win32') this.skip();
    folder = folderWith({ 'a.brief': UNCITED });
    const pipe = join(folder.path, 'b.brief');
    execFileSync('mkfifo', [pipe]);
    for (let round = 0; round < 2; round++) {
      const writing = writeFile(pipe, UNCITED);
      const { stdout } = await check('a.brief', 'b.brief');
      assert.match(stdout, /b\.brief:3:\d+ {2}warning {2}citation\/missing/);
      await writing;
    }
    for (const { bytes } of filesOf(cache.path)) assert.doesNotMatch(bytes, /"b\.brief"/);
  });

  it('takes a damaged file for nothing, and writes it anew', async () => {
    folder = folderWith({ 'a.brief': UNCITED });
    const fresh = await check();
    const [file, ofCopies] = filesOf(cache.path);
    assert.ok(file && ofCopies);
    const paths = [file, ofCopies].map(({ name }) => join(cache.path, name));
    const { bytes } = file;
    for (const damaged of [
      '',
      'x',
      bytes.slice(0, bytes.length / 2),
      bytes.replace('citation/missing', 'citation/unknown'),
      `${bytes.slice(0, 50)}\n{"key":"","index":[]}\n`,
      '\0'.repeat(bytes.length),
    ]) {
      for (const path of paths) writeFileSync(path, damaged, 'latin1');
      assert.deepEqual(await check(), fresh);
      for (const path of paths) assert.equal(readFileSync(path, 'latin1'), bytes);
    }
  });

  it('takes a file in the place of another for nothing', async () => {
    folder = folderWith({ 'a.brief': UNCITED, 'sub/a.brief': '' });
    const fresh = await check();
    const [first, second] = filesOf(cache.path);
    assert.ok(first && second);
    writeFileSync(join(cache.path, first.name), second.bytes, 'latin1');
    writeFileSync(join(cache.path, second.name), first.bytes, 'latin1');
    assert.deepEqual(await check(), fresh);
  });

  it('keeps the results of the files of a folder that are not checked this time', async () => {
    folder = folderWith({ 'a.brief': UNCITED, 'b.brief': UNCITED, 'c.brief': UNCITED });
    await check();
    write('a.brief', `${UNCITED}\n`);
    rmSync(join(folder.path, 'b.brief'));
    await check('a.brief');
    const [file] = filesOf(cache.path);
    assert.match(file?.bytes ?? '', /"c\.brief"/);
    assert.doesNotMatch(file?.bytes ?? '', /"b\.brief"/);
  });

  it('is done without where there is no place for it', async () => {
    folder = folderWith({ 'a.brief': UNCITED, file: '' });
    const fresh = await checkAnew();
    for (const place of [join(folder.path, 'file'), join(folder.path, 'file/below')]) {
      assert.deepEqual(await runBrief(['check', '--cache-dir', place], { cwd: folder.path }), fresh);
      assert.deepEqual(await runBrief(['check'], { cwd: folder.path, env: { XDG_CACHE_HOME: place } }), fresh);
    }
  });

  it('is whole after programs that wrote it at once, of which some were killed', async () => {
    const briefs = Array.from({ length: 12 }, (_, i) => [`${i}.brief`, UNCITED.repeat(i + 1)] as const);
    folder = folderWith(Object.fromEntries(briefs));
    const fresh = await checkAnew();
    await Promise.all(
      Array.from({ length: 6 }, async (_, i) => {
        const child = spawn(
          process.execPath,
          [resolve('dist/cli.js'), 'check', '--cache-dir', cache.path, ...briefs.slice(i).map(([name]) => name)],
          { cwd: folder.path, stdio: 'ignore' },
        );
        const ended = new Promise((done) => child.on('close', done));
        if (i % 2 === 1) {
          // At another moment of its life each time: often before it writes, now and then while it does.
          for (let ms = 0; ms < 200 * i && child.exitCode === null && !wrote(cache.path); ms += 5) await wait(5);
          child.kill('SIGKILL');
        }
        await ended;
      }),
    );
    for (const { name, bytes } of filesOf(cache.path)) {
      if (!name.endsWith('.cache')) continue;
      const [digest = ''] = bytes.split('\n', 1);
      const rest = Buffer.from(bytes.slice(digest.length + 1), 'latin1');
      assert.equal(createHash('sha256').update(rest).digest('base64'), digest);
    }
    assert.deepEqual(await check(), fresh);
    assert.deepEqual(await check(), fresh);
  });
});

function wrote(folder: string): boolean {
  return readdirSync(folder).length > 0;
}

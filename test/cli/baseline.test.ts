import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBaseline } from '../../src/cli/check/baseline/baseline';
import { CommandError } from '../../src/cli/commandError';
import { FORMATS } from '../../src/cli/commands';
import { checkBrief, parseBrief } from '../../src/core/checking';
import { compareWith } from '../../src/core/rules/baseline';
import { assertGrowsEvenly } from '../growth';
import { folderWith, runBrief } from './runBrief';

const OUTPUT = '- Output rose by 4% in 2024.\n';
const PRICES = '- Prices fell by 3% in 2024.\n';
/** It cites once, so that each statement is warned of. */
const UNCITED = `# Ore\n## Supply\n[7]: https://ore.example/b "Ore notes"\n- Ore is sold [7].\n${OUTPUT}`;
const SOURCES = '## Sources\n\n- [7] Ore notes, https://ore.example/b\n';
const NUMBERED = `---
sources:
  - { id: 1, title: Ore, url: https://ore.example, quote: China held 90% of the world's smelting capacity in 2023. }
  - { id: 2, title: Ores, url: https://ores.example, quote: China held 91% of the world's smelting capacity in 2022. }
---

- China held 96% of the world's smelting capacity in 2023 [1].
`;
const FILE = 'known.json';

describe('the problems that a baseline knows', () => {
  const check = (text: string) => {
    const brief = parseBrief(text);
    return { brief, problems: checkBrief(brief) };
  };
  const foundIn = (text: string) => {
    const { brief, problems } = check(text);
    return compareWith(new Map(), brief, problems).found;
  };
  /** The rules of the problems that are new after an edit. */
  const newAfter = (before: string, after: string) => {
    const { brief, problems } = check(after);
    return compareWith(foundIn(before), brief, problems).others.map(({ rule }) => rule);
  };

  for (const [what, before, after] of [
    ['after lines were put in above it', UNCITED, `# Ore\n\nOf ore [own].\n\n## Supply\n\n${OUTPUT}`],
    ['in another section', UNCITED, `# Ore\n\n## Demand\n\n${OUTPUT}`],
    ['with other line ends', UNCITED, UNCITED.replaceAll('\n', '\r\n')],
    ['after their paragraph was wrapped anew', UNCITED, UNCITED.replace('rose by', 'rose\n  by')],
    [
      'after citations of its insight were sorted',
      NUMBERED.replace('[1].', '[2][1].'),
      NUMBERED.replace('[1].', '[1][2].'),
    ],
    [
      'in a line of the front matter, and of sources',
      `${NUMBERED}\n${SOURCES}`,
      `${NUMBERED}\nMore of it [own].\n\n${SOURCES}`,
    ],
  ] as const)
    it(`are known again ${what}`, () => {
      for (const text of [before, after]) assert.ok(foundIn(text).size > 0);
      assert.deepEqual(newAfter(before, after), []);
    });

  it('are others where a number is another, or the text around it', () => {
    assert.deepEqual(newAfter(NUMBERED, NUMBERED.replace('96%', '95%')), ['number/not-in-source']);
    assert.deepEqual(newAfter(NUMBERED, NUMBERED.replace('- China', '- Then China')), ['number/not-in-source']);
    assert.deepEqual(newAfter(UNCITED, UNCITED + PRICES), ['citation/missing']);
  });

  it('are others for another rule of the same text', () => {
    assert.deepEqual(newAfter(UNCITED, UNCITED.replace('2024', '2024 [8]')), ['citation/unknown-source']);
  });

  it('are counted where they look the same', () => {
    assert.deepEqual([...foundIn(UNCITED + OUTPUT).values()], [2]);
    const { brief, problems } = check(UNCITED + OUTPUT + OUTPUT);
    const { others, known, stale } = compareWith(foundIn(UNCITED + OUTPUT), brief, problems);
    assert.deepEqual([others, known, stale], [problems.slice(2), 2, 0]);
    const fewer = check(UNCITED);
    assert.equal(compareWith(foundIn(UNCITED + OUTPUT), fewer.brief, fewer.problems).stale, 1);
  });

  it('are found in time that grows with the text', () => {
    const checked = [100, 400].map((times) =>
      check(`# Ore\n\n${'- Output rose by 4% in 2024, of [8] and [9]. '.repeat(times)}\n`),
    );
    assert.ok((checked[1]?.problems.length ?? 0) > 500);
    assertGrowsEvenly((times) => {
      const found = checked[times === 100 ? 0 : 1];
      for (let i = 0; i < 20; i++) if (found) compareWith(new Map(), found.brief, found.problems);
    }, 100);
  });
});

describe('brief check --baseline', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  const check = (...args: readonly string[]) =>
    runBrief(['check', '--fail-on', 'warning', ...args], { cwd: folder.path });
  const write = (name: string, text: string) => {
    mkdirSync(join(folder.path, name, '..'), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  };
  const read = (name = FILE) => readFileSync(join(folder.path, name), 'utf8');
  const update = async (...args: readonly string[]) => {
    const done = await check('--baseline', FILE, '--update-baseline', ...args);
    assert.deepEqual([done.status, done.stderr], [0, '']);
    return done;
  };
  const isKnown = async (...args: readonly string[]) => {
    const { status, stdout } = await check('--baseline', FILE, ...args);
    assert.deepEqual([status, stdout.match(/citation\/missing/g)], [0, null], stdout);
    return stdout;
  };

  it('leaves out what was there when it was written, and fails for nothing of it', async () => {
    folder = folderWith({ 'a.brief': UNCITED, 'sub/b.brief': UNCITED });
    assert.equal((await check()).status, 1);
    const { stdout } = await update();
    assert.equal(stdout, '2 files checked: no problems. 2 of 4 insights cited. The baseline has 2 problems now.\n');
    assert.equal(await isKnown(), '2 files checked: no problems. 2 of 4 insights cited. 2 known problems left out.\n');
  });

  it('tells what is new, and only that', async () => {
    folder = folderWith({ 'a.brief': UNCITED });
    await update();
    write('a.brief', UNCITED + PRICES);
    const { status, stdout } = await check('--baseline', FILE);
    assert.equal(status, 1);
    assert.deepEqual(stdout.match(/^a\.brief:.*$/gm), ['a.brief:6:18  warning  citation/missing']);
  });

  describe('with problems that there are no more', () => {
    it('says how many, and has them no more once it is written anew', async () => {
      folder = folderWith({ 'a.brief': UNCITED + PRICES, 'b.brief': UNCITED, 'c.brief': UNCITED });
      await update();
      write('a.brief', UNCITED);
      rmSync(join(folder.path, 'c.brief'));
      const gone = '2 known problems are gone';
      assert.match(
        await isKnown(),
        new RegExp(` 2 known problems left out\\. ${gone}: --update-baseline removes them\\.\n$`),
      );
      const { stdout } = await update();
      assert.match(stdout, new RegExp(` The baseline has 2 problems now\\. ${gone}, and were removed from it\\.\n$`));
      assert.match(await isKnown(), / insights cited\. 2 known problems left out\.\n$/);
      assert.doesNotMatch(read(), /c\.brief/);
    });

    it('keeps those of files that are not checked', async () => {
      folder = folderWith({ 'a.brief': UNCITED, 'b.brief': UNCITED });
      await update();
      write('a.brief', '# Ore\n');
      assert.doesNotMatch(await isKnown('b.brief'), /gone/);
      await update('a.brief');
      assert.deepEqual(Object.keys(JSON.parse(read()).files), ['b.brief']);
    });

    it('keeps those of files that cannot be read', async () => {
      folder = folderWith({ 'a.brief': UNCITED, 'b.brief': UNCITED });
      await update();
      const before = read();
      writeFileSync(join(folder.path, 'a.brief'), new Uint8Array([0xff, 0xfe]));
      const { status } = await check('--baseline', FILE, '--update-baseline');
      assert.deepEqual([status, read()], [2, before]);
    });
  });

  describe('as a file', () => {
    it('is sorted JSON with a line for each fingerprint, the same each time', async () => {
      folder = folderWith({ 'b.brief': UNCITED + PRICES, 'a.brief': UNCITED, '__proto__.brief': UNCITED });
      await update('--jobs', '2');
      const once = read();
      assert.match(
        once,
        /^\{\n {2}"version": 1,\n {2}"files": \{\n {4}"__proto__\.brief": \{\n {6}"citation\/missing": \{\n {8}"[\w-]{16}": 1\n {6}\}\n/,
      );
      assert.deepEqual(Object.keys(JSON.parse(once).files), ['__proto__.brief', 'a.brief', 'b.brief']);
      const fingerprints = Object.keys(JSON.parse(once).files['b.brief']['citation/missing']);
      assert.deepEqual(fingerprints, [...fingerprints].sort());
      rmSync(join(folder.path, FILE));
      await update();
      assert.equal(read(), once);
    });

    it('has paths relative to itself, for whatever working folder', async () => {
      folder = folderWith({ 'notes/a.brief': UNCITED, 'ci/x': '' });
      await check('--baseline', 'ci/known.json', '--update-baseline');
      assert.deepEqual(Object.keys(JSON.parse(read('ci/known.json')).files), ['../notes/a.brief']);
      const { status, stdout } = await runBrief(['check', '--baseline', '../ci/known.json', '--fail-on=hint'], {
        cwd: join(folder.path, 'notes'),
      });
      assert.equal(status, 0, stdout);
    });

    it('is written as a whole or not at all, and never through a link', async function () {
      if (process.platform === 'win32') this.skip();
      folder = folderWith({ 'a.brief': UNCITED, 'other.json': '{"version":1,"files":{}}' });
      symlinkSync('other.json', join(folder.path, FILE));
      const { status, stderr } = await check('--baseline', FILE, '--update-baseline');
      assert.deepEqual(
        [status, stderr],
        [2, `brief: cannot write "${FILE}": it is a symbolic link; name its target.\n`],
      );
      assert.equal(read('other.json'), '{"version":1,"files":{}}');
    });

    it('may hold any fingerprint and path, which are then only known no more', async () => {
      folder = folderWith({ 'a.brief': UNCITED });
      write(FILE, '{"version":1,"files":{"__proto__":{"constructor/x":{"__proto__":3}},"a.brief":{}}}');
      const { status, stdout } = await check('--baseline', FILE);
      assert.equal(status, 1);
      assert.match(stdout, / 3 known problems are gone/);
    });
  });

  describe('is refused', () => {
    for (const [what, text, words] of [
      [
        'that has a conflict of versions',
        '<<<<<<< HEAD\n{}\n',
        /a merge has left its marks in it\. Restore it, or remove it/,
      ],
      ['that is empty', '', /it is not JSON/],
      ['that is a list', '[]', /it is not an object/],
      ['of a version to come', '{"version":2,"files":{}}', /"version" must be 1/],
      ['without files', '{"version":1}', /"files" is not an object/],
      ['with a file without rules', '{"version":1,"files":{"a.brief":1}}', /its entry for "a\.brief" is not an object/],
      [
        'with a file on a network share, which is not touched',
        '{"version":1,"files":{"//files.example/share/a.brief":{"citation/missing":{"x":1}}}}',
        /"\/\/files\.example\/share\/a\.brief" is on a network share/,
      ],
      [
        'with a count that is none',
        '{"version":1,"files":{"a.brief":{"citation/missing":{"x":0}}}}',
        /"x" of citation\/missing in "a\.brief" is not a fingerprint with a count/,
      ],
    ] as const)
      it(`where it is one ${what}, to write it anew too`, () => {
        folder = folderWith({ [FILE]: text });
        for (const anew of [false, true])
          assert.throws(
            () => openBaseline(join(folder.path, FILE), anew),
            (error) =>
              error instanceof CommandError && error.message.startsWith('bad baseline "') && words.test(error.message),
          );
      });

    it('before anything is checked or written, in one line', async () => {
      folder = folderWith({ 'a.brief': UNCITED, [FILE]: '<<<<<<< HEAD\n{}\n' });
      const { status, stdout, stderr } = await check('--baseline', FILE, '--update-baseline');
      assert.deepEqual([status, stdout, read()], [2, '', '<<<<<<< HEAD\n{}\n']);
      assert.match(stderr, /^brief: bad baseline "known\.json": .*\.\n$/);
    });

    it('where it is not there, with how it comes to be', async () => {
      folder = folderWith({ 'a.brief': UNCITED });
      const { status, stdout, stderr } = await check('--baseline', FILE);
      const words = `brief: cannot read the baseline "${FILE}": it does not exist; --update-baseline writes it.\n`;
      assert.deepEqual([status, stdout, stderr], [2, '', words]);
    });

    it('where none is named that is to be written', async () => {
      folder = folderWith({});
      const { status, stderr } = await check('--update-baseline');
      assert.deepEqual(
        [status, stderr],
        [
          2,
          'brief: --update-baseline needs the file to write: --baseline FILE, or baseline: FILE in brief.config.yaml.\n',
        ],
      );
    });
  });

  describe('holds', () => {
    it('in every format, with a cache and in threads', async () => {
      folder = folderWith({ 'a.brief': UNCITED, 'b.brief': UNCITED });
      await update();
      write('a.brief', UNCITED + PRICES);
      for (const format of FORMATS) {
        const args = ['--format', format, '--baseline', FILE];
        const fresh = await check(...args, '--no-cache', '--jobs=2');
        assert.equal(fresh.status, 1);
        // The line of the one that is new, counted from one or from zero.
        assert.match(fresh.stdout, format === 'json' ? /"line": 5/ : /a\.brief:6:18|line="?6|"startLine": 6/);
        assert.doesNotMatch(fresh.stdout, /"line": 4|brief:5:18|line="?5|"startLine": 5/);
        assert.deepEqual(await check(...args, '--cache-dir=cache'), fresh);
        if (format === 'json') assert.deepEqual(await check(...args, '--cache-dir=cache'), fresh);
      }
    });

    it('where a cache has what came of other baselines, and of none', async () => {
      folder = folderWith({ 'a.brief': UNCITED });
      await update();
      write('none.json', '{"version":1,"files":{}}');
      const ways = [['--baseline', FILE], [], ['--baseline', 'none.json'], ['--baseline', FILE]];
      for (const way of ways)
        assert.deepEqual(await check(...way, '--cache-dir=cache'), await check(...way, '--no-cache'), way.join(' '));
    });

    it('in the numbers of JSON, which has them only then', async () => {
      folder = folderWith({ 'a.brief': UNCITED + PRICES });
      await update();
      write('a.brief', UNCITED);
      const { totals, files } = JSON.parse((await check('--format=json', '--baseline', FILE)).stdout);
      assert.deepEqual(files[0].problems, []);
      assert.deepEqual(totals, { files: 1, error: 0, warning: 0, information: 0, hint: 0, baseline: 1, stale: 1 });
      const { totals: plain } = JSON.parse((await check('--format=json')).stdout);
      assert.deepEqual(Object.keys(plain), ['files', 'error', 'warning', 'information', 'hint']);
    });

    it('with --fix, which mends what is known too', async () => {
      folder = folderWith({ 'a.brief': NUMBERED.replace('[1].', '[2][1].') });
      await update('--fail-on=hint');
      assert.match(read(), /citation\/order/);
      const { stdout } = await check('--baseline', FILE, '--fix', '--fail-on=hint');
      assert.match(
        stdout,
        /^1 file checked, 1 problem fixed: no problems\..* 2 known problems left out\. 1 known problem is gone: .* removes it\.\n$/,
      );
      assert.match(read('a.brief'), /\[1\]\[2\]/);
    });

    it('for standard input by its name', async () => {
      folder = folderWith({ 'a.brief': UNCITED });
      await update();
      const args = ['check', '-', '--stdin-path', 'a.brief', '--baseline', FILE, '--fail-on', 'hint'];
      assert.equal((await runBrief(args, { cwd: folder.path, input: `\n${UNCITED}` })).status, 0);
    });
  });
});

describe('brief check with a baseline that brief.config.yaml names', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());
  const check = (...args: readonly string[]) =>
    runBrief(['check', '--fail-on', 'warning', ...args], { cwd: folder.path });
  const statusOf = async (...args: readonly string[]) => (await check(...args)).status;
  const CONFIG = `baseline: ${FILE}\n`;

  it('knows nothing as long as the file is not there, and what it has once it is written', async () => {
    folder = folderWith({ 'brief.config.yaml': CONFIG, 'a.brief': UNCITED });
    assert.equal(await statusOf(), 1);
    assert.equal(await statusOf('--update-baseline'), 0);
    assert.equal(await statusOf(), 0);
    writeFileSync(join(folder.path, 'a.brief'), UNCITED + PRICES);
    assert.equal(await statusOf(), 1);
  });

  it('takes the one of the command line instead', async () => {
    folder = folderWith({ 'brief.config.yaml': CONFIG, 'a.brief': UNCITED });
    assert.equal(await statusOf('--update-baseline'), 0);
    writeFileSync(join(folder.path, 'none.json'), '{ "version": 1, "files": {} }');
    assert.equal(await statusOf('--baseline', 'none.json'), 1);
  });

  it('takes for each file the one of its own configuration', async () => {
    folder = folderWith({
      'brief.config.yaml': CONFIG,
      'a.brief': UNCITED,
      'sub/brief.config.yaml': 'rules: { citation/order: off }\n',
      'sub/b.brief': UNCITED,
      'own/brief.config.yaml': CONFIG,
      'own/c.brief': UNCITED,
    });
    await check('--update-baseline');
    const filesIn = (name: string) => Object.keys(JSON.parse(readFileSync(join(folder.path, name), 'utf8')).files);
    assert.deepEqual([filesIn(FILE), filesIn(`own/${FILE}`)], [['a.brief'], ['c.brief']]);
    const { stdout } = await check();
    assert.deepEqual(stdout.match(/^\S+\.brief/gm), ['sub/b.brief']);
  });

  it('is refused where the file is no baseline, which stays as it is', async () => {
    folder = folderWith({ 'brief.config.yaml': CONFIG, 'a.brief': UNCITED, [FILE]: '{}' });
    for (const args of [[], ['--update-baseline']]) {
      const { status, stderr } = await check(...args);
      assert.equal(status, 2);
      assert.match(stderr, /bad configuration: brief\.config\.yaml:1:11: "known\.json" has an error: /);
    }
    assert.equal(readFileSync(join(folder.path, FILE), 'utf8'), '{}');
  });

  it('knows again all problems of a file that has more than are shown', async () => {
    const text = `# Ore\n\n${Array.from({ length: 1500 }, (_, n) => `- Output of pit ${n} rose by 4%.\n`).join('')}`;
    folder = folderWith({ 'brief.config.yaml': CONFIG, 'a.brief': text });
    assert.match((await check('--update-baseline')).stdout, /The baseline has 1501 problems now\./);
    writeFileSync(join(folder.path, 'a.brief'), text + PRICES);
    const { stdout } = await check();
    assert.deepEqual(stdout.match(/^a\.brief:.*$/gm), ['a.brief:1503:18  hint  citation/missing']);
  });
});

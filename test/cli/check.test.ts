import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith, runBrief } from './runBrief';

const CITED =
  '# Ore\n\n## Supply\n\n- Output rose by 4 % in 2024 [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/2024\n';
const UNCITED = '# Ore\n\n## Supply\n\n- Output rose by 4 % in 2024.\n';
const UNKNOWN = CITED.replace('[1].', '[1][3].');

interface Report {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly error?: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: unknown; readonly end: unknown };
      readonly related: readonly unknown[];
      readonly fixable: boolean;
    }[];
    readonly stats: { readonly insights: number; readonly cited: number } | null;
  }[];
  readonly totals: { readonly files: number; readonly error: number };
}

function parse(stdout: string): Report {
  return JSON.parse(stdout);
}

describe('brief check', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  const check = (args: readonly string[], files: Readonly<Record<string, string | Uint8Array>>, input?: string) => {
    folder = folderWith(files);
    return runBrief(['check', ...args], { cwd: folder.path, ...(input !== undefined && { input }) });
  };
  const checkJson = async (args: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) => {
    const { stdout, ...rest } = await check(['--format', 'json', ...args], files);
    return { ...rest, report: parse(stdout) };
  };

  describe('exit status', () => {
    it('is 0 for a brief without problems', async () => {
      const { status, stderr, stdout } = await check(['a.brief'], { 'a.brief': CITED });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.equal(stdout, '1 file checked: no problems. 1 of 1 insights cited.\n');
    });

    it('is 0 for an empty file', async () => {
      const { status, stderr } = await check(['a.brief'], { 'a.brief': '' });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });

    it('is 0 where only warnings were found', async () => {
      assert.equal((await check(['a.brief'], { 'a.brief': UNCITED })).status, 0);
    });

    it('is 1 where an error was found', async () => {
      assert.equal((await check(['a.brief'], { 'a.brief': UNKNOWN })).status, 1);
    });

    it('is 1 for a warning with --fail-on warning', async () => {
      assert.equal((await check(['--fail-on', 'warning', 'a.brief'], { 'a.brief': UNCITED })).status, 1);
    });

    it('is 0 for an error with --fail-on never', async () => {
      assert.equal((await check(['--fail-on=never', 'a.brief'], { 'a.brief': UNKNOWN })).status, 0);
    });

    it('is 2 for a path that does not exist, with one line', async () => {
      const { status, stdout, stderr } = await check(['none.brief', 'a.brief'], { 'a.brief': CITED });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.equal(stderr, 'brief: cannot check "none.brief": it does not exist.\n');
    });
  });

  describe('paths', () => {
    const tree = {
      'b.brief': CITED,
      'a/z.brief.md': CITED,
      'a/report.md': CITED,
      'a/kept/x.brief': CITED,
      'a/left/x.brief': CITED,
      'a/.gitignore': 'left/\n*.brief\n!x.brief\n',
      'a/y.brief': CITED,
      '.git/c.brief': CITED,
      '.gitignore': '# none of a/kept\n/a/kept/*\n',
    };
    const paths = (report: Report) => report.files.map(({ path }) => path);

    it('takes every brief below this folder, in order, but those that git ignores', async () => {
      const { report } = await checkJson([], tree);
      assert.deepEqual(paths(report), ['a/kept/x.brief', 'a/z.brief.md', 'b.brief']);
    });

    it('respects the ignore files above a folder', async () => {
      const { report } = await checkJson(['a'], { ...tree, 'a/.gitignore': '' });
      assert.deepEqual(paths(report), ['a/left/x.brief', 'a/y.brief', 'a/z.brief.md']);
    });

    it('takes an ignored folder that is named outright', async () => {
      const { report } = await checkJson(['a/left'], { ...tree, 'a/.gitignore': 'left/\n' });
      assert.deepEqual(paths(report), ['a/left/x.brief']);
    });

    it('takes any file that is named outright, once', async () => {
      const { report } = await checkJson(['a/report.md', './a/report.md', 'a/left/x.brief'], tree);
      assert.deepEqual(paths(report), ['a/left/x.brief', 'a/report.md']);
    });

    it('reads a plain Markdown report as a brief', async () => {
      const { report } = await checkJson(['a/report.md'], { 'a/report.md': UNKNOWN });
      assert.deepEqual(
        report.files[0]?.problems.map(({ rule }) => rule),
        ['citation/unknown-source'],
      );
    });

    it('reads standard input, under the name that it is given', async () => {
      const piped = await check(['-', '--format', 'json', '--stdin-path', 'x/y.brief'], {}, UNKNOWN);
      assert.deepEqual(paths(parse(piped.stdout)), ['x/y.brief']);
      assert.equal(piped.status, 1);
      const unnamed = await runBrief(['check', '-', '--format', 'json'], { cwd: folder.path, input: CITED });
      assert.deepEqual(paths(parse(unnamed.stdout)), ['-']);
    });

    it('follows no symbolic link on its way through a folder', async () => {
      folder = folderWith({ 'in/a.brief': CITED, 'out/b.brief': CITED });
      symlinkSync('../out', join(folder.path, 'in/linked'));
      symlinkSync('../out/b.brief', join(folder.path, 'in/c.brief'));
      symlinkSync('..', join(folder.path, 'in/round'));
      const { stdout } = await runBrief(['check', 'in', '--format', 'json'], { cwd: folder.path });
      assert.deepEqual(paths(parse(stdout)), ['in/a.brief']);
    });

    it('says so where a folder holds no brief', async () => {
      const { status, stdout } = await check([], { 'readme.txt': '' });
      assert.deepEqual({ status, stdout }, { status: 0, stdout: 'No files checked: no problems.\n' });
    });

    it('is not held up by an ignore file made to be slow', async () => {
      const name = `${'a'.repeat(200)}.brief`;
      const { status, report } = await checkJson([], { '.gitignore': `${'*a'.repeat(60)}b\n`, [name]: CITED });
      assert.deepEqual({ status, paths: paths(report) }, { status: 0, paths: [name] });
    });
  });

  describe('files that cannot be read', () => {
    const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['bytes that are not UTF-8', Buffer.from('ok\n\xe9t\xe9\n', 'latin1'), /not valid UTF-8 at byte 3, on line 2/],
      ['UTF-16', Buffer.from('\uFEFFtext', 'utf16le'), /UTF-16 text; save it as UTF-8/],
      ['a NUL', Buffer.from('text\0text'), /not a text file: there is a NUL at byte 4/],
      ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'x'), /larger than 10 MB/],
    ];
    for (const [name, bytes, error] of cases) {
      it(`says so of ${name}, and checks the others`, async () => {
        const { status, stderr, report } = await checkJson(['.'], { 'a.brief': bytes, 'b.brief': UNKNOWN });
        assert.equal(status, 2);
        assert.match(report.files[0]?.error ?? '', error);
        assert.deepEqual(report.files[0]?.problems, []);
        assert.equal(report.files[1]?.problems.length, 1);
        assert.equal(stderr.split('\n').length, 2);
        assert.match(stderr, /^brief: cannot check "a\.brief": /);
      });
    }

    it('names a folder that cannot be looked into', async function () {
      if (process.getuid?.() === 0) this.skip();
      folder = folderWith({ 'a.brief': CITED });
      mkdirSync(join(folder.path, 'shut'));
      chmodSync(join(folder.path, 'shut'), 0);
      const { status, stderr } = await runBrief(['check'], { cwd: folder.path });
      chmodSync(join(folder.path, 'shut'), 0o700);
      assert.equal(status, 2);
      assert.match(stderr, /"shut": the folder cannot be read: permission is denied/);
    });

    it('leaves a byte order mark out, so that columns are those of an editor', async () => {
      const { report } = await checkJson(['a.brief'], { 'a.brief': `\uFEFFOutput rose by 4 % in 2024 [7].\n` });
      const unknown = report.files[0]?.problems.find(({ rule }) => rule === 'citation/unknown-source');
      assert.deepEqual(unknown?.range.start, { line: 0, character: 28 });
    });
  });

  describe('--format json', () => {
    it('has the documented shape', async () => {
      const { report } = await checkJson(['a.brief'], { 'a.brief': UNKNOWN });
      const [file] = report.files;
      const [problem] = file?.problems ?? [];
      assert.deepEqual(
        { ...report, files: [{ ...file, problems: [{ ...problem, message: '', related: [] }] }] },
        {
          version: 1,
          files: [
            {
              path: 'a.brief',
              problems: [
                {
                  rule: 'citation/unknown-source',
                  severity: 'error',
                  message: '',
                  range: { start: { line: 4, character: 33 }, end: { line: 4, character: 34 } },
                  related: [],
                  fixable: true,
                },
              ],
              stats: {
                insights: 1,
                cited: 1,
                own: 0,
                citations: 2,
                sources: 1,
                figures: 0,
                evidence: { found: 0, differs: 0, notFound: 0, elsewhere: 0, uncheckable: 2 },
                verified: 0,
                stale: 0,
              },
            },
          ],
          totals: { files: 1, error: 1, warning: 0, information: 0, hint: 0 },
        },
      );
    });

    it('is the same on every run', async () => {
      folder = folderWith({ 'b.brief': UNKNOWN, 'a.brief': UNCITED, 'c/d.brief': UNKNOWN });
      const runs = [];
      for (let i = 0; i < 3; i++) runs.push(await runBrief(['check', '--format', 'json'], { cwd: folder.path }));
      assert.equal(new Set(runs.map(({ stdout }) => stdout)).size, 1);
    });

    it('escapes controls and keeps the value', async () => {
      const name = 'a\u202Eb\u0085.brief';
      const { stdout } = await check(['--format', 'json'], { [name]: CITED });
      assert.ok(!/[\u202E\u0085]/.test(stdout));
      assert.equal(parse(stdout).files[0]?.path, name);
    });
  });

  describe('--format pretty', () => {
    it('counts no insight as cited whose citations lead to no source', async () => {
      const text = '# Ore\n\n- Output rose by 4 % in 2024 [99].\n- It fell by 3 % in 2023 [99].\n';
      const { stdout } = await check(['a.brief'], { 'a.brief': text });
      assert.equal(stdout.split('\n').at(-2), '1 file checked: 2 errors. 0 of 2 insights cited.');
      const { report } = await checkJson(['a.brief'], { 'a.brief': text });
      assert.equal(report.files[0]?.stats?.insights, 2);
      assert.equal(report.files[0]?.stats?.cited, 0);
    });

    it('shows the place, the rule, the message and the text, and ends with a summary', async () => {
      const { stdout } = await check(['a.brief'], { 'a.brief': UNKNOWN });
      const lines = stdout.split('\n');
      assert.equal(lines[0], 'a.brief:5:34  error  citation/unknown-source');
      assert.ok(lines.includes('    5 | - Output rose by 4 % in 2024 [1][3].'));
      assert.ok(lines.includes('      |                                  ^'));
      assert.equal(lines.at(-2), '1 file checked: 1 error. 1 of 1 insights cited.');
    });

    it('sums up what the sources say to numbers and quotations', async () => {
      const sources =
        '---\nsources:\n  - { id: 1, title: Ore, quote: Output of ore rose by 4 %. }\n  - { id: 2, title: B }\n---\n';
      const brief = `${sources}\n- Output of ore rose by 4 % [1].\n- Prices fell by 7 % [2].\n`;
      const { stdout } = await check(['a.brief'], { 'a.brief': brief });
      const evidence = '1 of 1 numbers and quotations found in their sources, 1 without a passage to check.';
      assert.equal(stdout.trimEnd().slice(-evidence.length), evidence);
    });

    it('prints only what fails the check with --quiet', async () => {
      const files = { 'a.brief': `${UNKNOWN}\n## Empty\n` };
      assert.match((await check(['a.brief'], files)).stdout, /brief\/empty-section/);
      folder.remove();
      const { stdout } = await check(['--quiet', 'a.brief'], files);
      assert.match(stdout, /citation\/unknown-source/);
      assert.doesNotMatch(stdout, /brief\/empty-section|checked/);
    });

    it('shows controls in file names and texts instead of sending them', async () => {
      const bad = `# Ore\n\n- Output \u001B[31m rose \u202E by 4 % in 2024 [9]\u200B.\n`;
      const { stdout } = await check([], { 'a\u001B]0;x\u0007.brief': bad });
      assert.ok(![...stdout].some((char) => char !== '\n' && /[\p{Cc}\u202E\u200B]/u.test(char)));
      assert.match(stdout, /<U\+001B>\[31m rose <U\+202E> by/);
    });

    it('has colors where they are asked for, and only there', async () => {
      folder = folderWith({ 'a.brief': UNKNOWN });
      const run = (env: NodeJS.ProcessEnv) => runBrief(['check'], { cwd: folder.path, env });
      const start = '\u001B[';
      assert.ok(!(await run({})).stdout.includes(start));
      assert.ok((await run({ FORCE_COLOR: '1' })).stdout.includes(start));
      assert.ok(!(await run({ FORCE_COLOR: '1', NO_COLOR: '1' })).stdout.includes(start));
      assert.ok(!(await run({ FORCE_COLOR: '0' })).stdout.includes(start));
    });
  });

  describe('--rule', () => {
    it('sets the severity of a rule', async () => {
      const { status, report } = await checkJson(['--rule', 'citation/missing=error', 'a.brief'], {
        'a.brief': UNCITED,
      });
      assert.deepEqual([status, report.totals.error], [1, 1]);
    });

    it('turns a rule off, the last setting winning', async () => {
      const args = ['--rule', 'citation/unknown-source=hint', '--rule=citation/unknown-source=off', 'a.brief'];
      assert.deepEqual((await checkJson(args, { 'a.brief': UNKNOWN })).report.files[0]?.problems, []);
    });

    it('knows neither other rules nor other severities', async () => {
      const rule = await check(['--rule', 'citation/mising=off'], {});
      assert.deepEqual([rule.status, rule.stderr.split('\n').length], [2, 2]);
      assert.match(rule.stderr, /unknown rule "citation\/mising"/);
      const severity = await runBrief(['check', '--rule', 'citation/missing=loud'], { cwd: folder.path });
      assert.match(severity.stderr, /off, error, warning, information and hint\./);
    });
  });

  for (const args of [
    ['--jobs', '1'],
    ['--jobs', '3'],
    ['--jobs', '3', '--format', 'github'],
  ])
    it(`prints a report with ${args.join(' ')} before the next file is checked`, async () => {
      folder = folderWith({ 'a.brief': UNKNOWN, 'b.brief': UNKNOWN });
      const all = ['check', ...args, 'a.brief', '-', '--stdin-path', 'b.brief'];
      const child = spawn(process.execPath, [resolve('dist/cli.js'), ...all, '--no-cache'], { cwd: folder.path });
      let stdout = '';
      const first = await new Promise((done) => {
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          stdout += text;
          done(stdout);
        });
      });
      assert.match(String(first), /a\.brief/);
      assert.doesNotMatch(String(first), /b\.brief/);
      // Only now is there a second file to check.
      child.stdin.end(UNKNOWN);
      await new Promise((done) => child.on('close', done));
      assert.match(stdout, /b\.brief/);
      const at = await runBrief(all, { cwd: folder.path, input: UNKNOWN });
      assert.equal(stdout, at.stdout);
    });

  it('ends without a word when its reader goes away', async () => {
    folder = folderWith(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.brief`, UNKNOWN])));
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'check'], { cwd: folder.path });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.on('close', done));
    assert.equal(stderr, '');
  });

  it('writes nothing into the folder it checks', async () => {
    folder = folderWith({ 'a.brief': UNKNOWN });
    writeFileSync(join(folder.path, 'probe'), '');
    chmodSync(folder.path, 0o500);
    const { status } = await runBrief(['check'], { cwd: folder.path });
    chmodSync(folder.path, 0o700);
    assert.equal(status, 1);
  });
});

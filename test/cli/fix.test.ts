import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFixed } from '../../src/cli/check/fix';
import { folderWith, runBrief } from './runBrief';

const SOURCES =
  '\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/2024\n- [2] Ore Notes, https://notes.example/a\n';
const WRONG = `# Ore\n\n## Supply\n\n- Output rose by 4 % in 2024 [2][1][1].\n- Prices fell by 3 % in 2024.\n${SOURCES}`;
const FIXED = WRONG.replace('[2][1][1]', '[1][2]');

describe('brief check --fix', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());
  const run = (args: readonly string[], files: Readonly<Record<string, string | Uint8Array>>, input?: string) => {
    folder = folderWith(files);
    return runBrief(['check', '--fix', ...args], { cwd: folder.path, ...(input !== undefined && { input }) });
  };
  const textOf = (name: string) => readFileSync(join(folder.path, name), 'utf8');

  it('writes what is certainly meant, and reports what is left', async () => {
    const { status, stdout, stderr } = await run(['a.brief'], { 'a.brief': WRONG });
    assert.equal(textOf('a.brief'), FIXED);
    assert.match(stdout, /^a\.brief:6:18 {2}warning {2}citation\/missing\n/);
    assert.match(stdout, /\n1 file checked, \d problems fixed: 1 warning\. 1 of 2 insights cited\.\n$/);
    assert.doesNotMatch(stdout, /citation\/(?:order|duplicate)/);
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('speaks in JSON of the text after fixing, and says how many problems were fixed', async () => {
    const { stdout } = await run(['--format', 'json', '.'], { 'a.brief': WRONG, 'b.brief': FIXED });
    const report = JSON.parse(stdout);
    assert.deepEqual(
      report.files.map(({ problems }: { problems: { rule: string }[] }) => problems.map(({ rule }) => rule)),
      [['citation/missing'], ['citation/missing']],
    );
    assert.equal(report.files[1].fixed, 0);
    assert.equal(report.totals.fixed, report.files[0].fixed);
    assert.ok(report.totals.fixed >= 2);
    assert.deepEqual(report.files[0].problems[0].range.start, { line: 5, character: 17 });
  });

  it('leaves the exit status to what is left', async () => {
    const wrong = WRONG.replace(/- Prices.*\n/, '');
    const { status, stdout } = await run(['--fail-on', 'hint', 'a.brief'], { 'a.brief': wrong });
    assert.equal(status, 0, stdout);
  });

  it('writes nothing where nothing changed', async () => {
    folder = folderWith({ 'a.brief': FIXED });
    const before = statSync(join(folder.path, 'a.brief'), { bigint: true });
    const { stdout } = await runBrief(['check', '--fix', 'a.brief'], { cwd: folder.path });
    const after = statSync(join(folder.path, 'a.brief'), { bigint: true });
    assert.deepEqual([after.mtimeNs, after.ino], [before.mtimeNs, before.ino]);
    assert.match(stdout, /1 file checked, nothing fixed: 1 warning\./);
  });

  it('changes nothing the second time', async () => {
    await run(['a.brief'], { 'a.brief': WRONG });
    const once = textOf('a.brief');
    await runBrief(['check', '--fix', 'a.brief'], { cwd: folder.path });
    assert.equal(textOf('a.brief'), once);
  });

  it('keeps line breaks, a byte order mark and the mode of the file, and leaves nothing beside it', async () => {
    folder = folderWith({ 'a.brief': `\uFEFF${WRONG.replaceAll('\n', '\r\n')}` });
    const path = join(folder.path, 'a.brief');
    chmodSync(path, 0o640);
    await runBrief(['check', '--fix', 'a.brief'], { cwd: folder.path });
    assert.equal(textOf('a.brief'), `\uFEFF${FIXED.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder.path), ['a.brief']);
  });

  it('does not write through a symbolic link, says so, and fixes the others', async () => {
    folder = folderWith({ 'target.txt': WRONG, 'b.brief': WRONG });
    symlinkSync('target.txt', join(folder.path, 'a.brief'));
    const { status, stderr } = await runBrief(['check', '--fix', 'a.brief', 'b.brief'], { cwd: folder.path });
    assert.equal(stderr, 'brief: cannot write "a.brief": it is a symbolic link; name its target.\n');
    assert.equal(status, 2);
    assert.equal(textOf('target.txt'), WRONG);
    assert.ok(lstatSync(join(folder.path, 'a.brief')).isSymbolicLink());
    assert.equal(textOf('b.brief'), FIXED);
  });

  it('leaves a file alone that has changed since it was read', () => {
    folder = folderWith({ 'a.brief': WRONG });
    const path = join(folder.path, 'a.brief');
    writeFileSync(path, 'new');
    assert.match(writeFixed(path, WRONG, FIXED) ?? '', /has changed meanwhile/);
    assert.equal(textOf('a.brief'), 'new');
  });

  it('prints the fixed text of standard input, and its report on standard error', async () => {
    const { status, stdout, stderr } = await run(['-', '--stdin-path', 'a.brief'], {}, WRONG);
    assert.equal(stdout, FIXED);
    assert.match(stderr, /^a\.brief:6:18 {2}warning {2}citation\/missing\n/);
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(folder.path), []);
  });

  it('prints standard input as it is where there is nothing to fix', async () => {
    const { stdout } = await run(['-'], {}, `\uFEFF${FIXED}`);
    assert.equal(stdout, `\uFEFF${FIXED}`);
  });

  it('leaves what a rule that is off would report', async () => {
    await run(['--rule', 'citation/order=off', 'a.brief'], { 'a.brief': WRONG });
    assert.equal(textOf('a.brief'), WRONG.replace('[2][1][1]', '[2][1]'));
  });

  it('reads a bibliography that a fix has made readable', async () => {
    const brief = `---\ntitle: Ore\nbibliography: @refs.bib\n---\n\n- Output rose by 4 % in 2024 [@ore].\n`;
    const refs = '@misc{ore, title = {Ore}, publisher = {Yearbook}}';
    const { stdout } = await run(['a.brief'], { 'a.brief': brief, '@refs.bib': refs });
    assert.match(textOf('a.brief'), /^bibliography: "@refs\.bib"$/m);
    assert.match(stdout, /no problems/);
  });
});

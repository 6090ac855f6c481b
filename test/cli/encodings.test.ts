import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBrief, runBriefAlone } from './runBrief';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : Buffer.from(part))));
const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

/** What has no text in it, with what is said of it. */
const NO_TEXT = [
  ['a byte that is never in UTF-8', bytes('# T\n\nab', [0xff], 'c\n'), /not valid UTF-8 at byte 7, on line 3/],
  ['a character that is cut off at the end', bytes('# T\n\n稀', [0xe5, 0x9c]), /not valid UTF-8 at byte 8, on line 3/],
  ['an overlong form', bytes('# T\n', [0xc0, 0xaf]), /not valid UTF-8 at byte 4, on line 2/],
  ['half of a surrogate pair', bytes('# T\n', [0xed, 0xa0, 0x80]), /not valid UTF-8 at byte 4, on line 2/],
  ['a code beyond Unicode', bytes('# T\n', [0xf4, 0x90, 0x80, 0x80]), /not valid UTF-8 at byte 4, on line 2/],
  ['a NUL', bytes('# T\n\na', [0], 'b'), /there is a NUL at byte 6/],
  ['UTF-16, little end first', utf16le('# T\n'), /UTF-16 text; save it as UTF-8/],
  ['UTF-16, big end first', utf16be('# T\n'), /UTF-16 text; save it as UTF-8/],
] as const;

/** What is text, in each form that a line and a character may have; `[9]` is what is looked for. */
const TEXT = [
  ['a byte order mark', '\ufeff# T\n\n- It rose by 4% [9].\n', [2, 17]],
  ['CRLF', '# T\r\n\r\n- It rose by 4% [9].\r\n', [2, 17]],
  ['lone CR', '# T\r\r- It rose by 4% [9].\r', [2, 17]],
  ['mixed line ends', '# T\r\n\n\r- It rose by 4% [9].', [3, 17]],
  ['CR before CRLF', '# T\r\r\n- It rose by 4% [9].\n', [2, 17]],
  ['astral characters', '# T\n\n- 😀𠀀 rose by 4% [9].\n', [2, 19]],
  ['combining marks', '# T\n\n- e\u0301\u0323 rose by 4% [9].\n', [2, 18]],
  [
    'other line separators, which are none of Markdown',
    '# T\n\n- It\u2028\u0085\u000b\u000crose by 4% [9].\n',
    [2, 20],
  ],
  ['noncharacters', '# T\n\n- \uffff\u{1fffe} rose by 4% [9].\n', [2, 18]],
  ['a replacement character that is one', '# T\n\n- It \ufffd rose by 4% [9].\n', [2, 19]],
] as const;

describe('The command line, given bytes', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());

  /** Runs `check`, with and without fixing, and asserts that no file changes. */
  const check = async (files: Readonly<Record<string, Uint8Array>>, named = 'a.brief') => {
    folder = folderWith(files);
    const fixed = await runBrief(['check', '--fix', '--format=json', named], { cwd: folder.path });
    const checked = await runBrief(['check', '--format=json', named], { cwd: folder.path });
    for (const [name, content] of Object.entries(files))
      assert.ok(readFileSync(join(folder.path, name)).equals(content), `${name} is as it was`);
    assert.equal(fixed.status, checked.status);
    return checked;
  };
  /** The messages of a rule. */
  const messagesOf = (stdout: string, rule: string): string =>
    JSON.parse(stdout)
      .files[0].problems.filter((problem: { rule: string }) => problem.rule === rule)
      .map(({ message }: { message: string }) => message)
      .join('\n');

  for (const [what, content, said] of NO_TEXT) {
    it(`says what is wrong with a brief that has ${what} in it`, async () => {
      const { status, stderr } = await check({ 'a.brief': content });
      assert.equal(status, 2);
      assert.match(stderr, said);
      assert.equal(stderr.split('\n').length, 2);
    });

    it(`says so of standard input that has ${what} in it`, async () => {
      folder = folderWith({});
      const { status, stderr } = await runBriefAlone(['check', '-'], { cwd: folder.path, input: content });
      assert.equal(status, 2);
      assert.match(stderr, said);
    });

    it(`says what is wrong with files of a brief that have ${what} in them`, async () => {
      const brief = utf8(
        '---\ntitle: T\nbibliography: refs.bib\nsources:\n  - {id: 1, title: A, url: https://a.org, text: a.txt}\nfigures:\n  - {id: b, chart: bar, x: x, y: y, data: a.csv, own: true, alt: A}\n---\n\n- It rose by 4% [1] {{b}}.\n',
      );
      const { status, stdout } = await check({
        'a.brief': brief,
        'refs.bib': content,
        'a.txt': content,
        'a.csv': content,
      });
      assert.equal(status, 1);
      // UTF-16 with its mark is text where it is known for what it is; it then has nothing in it of what is looked for.
      const all = ['source/missing-file', 'figure/bad-data', 'bibliography/invalid'].map((rule) =>
        messagesOf(stdout, rule),
      );
      assert.ok(all.join('').length > 0);
      for (const message of all) assert.doesNotMatch(message, /undefined|\[object|TypeError/);
    });

    it(`says what is wrong with a configuration that has ${what} in it`, async () => {
      const { status, stderr } = await check({ 'a.brief': utf8('# T\n'), 'brief.config.yaml': content });
      // With its mark, UTF-16 is read as what it is.
      assert.equal(status, what.startsWith('UTF-16') ? 0 : 2);
      if (status === 2) assert.match(stderr, /^brief: bad configuration: brief\.config\.yaml:1:1: [^\n]+\n$/);
    });
  }

  for (const [what, text, [line, character]] of TEXT) {
    it(`tells exact places in a brief that has ${what} in it, and changes no byte`, async () => {
      const { status, stdout } = await check({ 'a.brief': utf8(text) });
      assert.equal(status, 1);
      const [problem] = JSON.parse(stdout).files[0].problems.filter(
        ({ rule }: { rule: string }) => rule === 'citation/unknown-source',
      );
      assert.deepEqual(problem.range.start, { line, character });
      assert.equal(problem.range.end.character, character + 1);
    });

    it(`reads the same in a local copy and in a bibliography that have ${what} in them`, async () => {
      const brief = utf8(
        '---\ntitle: T\nbibliography: refs.bib\nsources:\n  - {id: 1, title: A, url: https://a.org, text: a.txt}\n---\n\n- It rose by 7% in all that [1; @key].\n',
      );
      const bibliography = text
        .replace('# T', '@misc{key, title = {T}, url = {https://b.org}}')
        .replace(/- .*/, '% rest');
      const { stdout } = await check({ 'a.brief': brief, 'a.txt': utf8(text), 'refs.bib': utf8(bibliography) });
      assert.equal(messagesOf(stdout, 'source/missing-file'), '');
      assert.equal(messagesOf(stdout, 'citation/unknown-source'), '');
    });
  }

  it('keeps every byte that a fix is not about', async () => {
    const before =
      '\ufeff# T\r\n\r- It 😀 e\u0301 \ufffd rose by 4% [2][1].\n\r\n## Sources\r\r- [1] A, https://a.org\r\n- [2] B, https://b.org';
    folder = folderWith({ 'a.brief': before });
    await runBrief(['check', '--fix', 'a.brief'], { cwd: folder.path });
    assert.equal(readFileSync(join(folder.path, 'a.brief'), 'utf8'), before.replace('[2][1]', '[1][2]'));
  });

  it('gives pasted text the line ends of its own, and takes all of them for what they are', async () => {
    folder = folderWith({
      'cr.txt': 'Title\r\rIt rose by 4%.\r',
      'lf.txt': 'Title\n\nIt rose by 4%.\n',
      'crlf.txt': '\ufeffTitle\r\n\r\nIt rose by 4%.\r\n',
    });
    const made = [];
    for (const name of ['cr.txt', 'lf.txt', 'crlf.txt'])
      made.push((await runBrief(['import', name], { cwd: folder.path })).stdout.replace(/\r\n?/g, '\n'));
    assert.equal(made[0], made[1]);
    assert.equal(made[2], made[1]);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COMMANDS, FORMATS } from '../../src/cli/commands';
import { filesBelow, read } from '../project/files';
import { folderWith, NO_SOCKETS, runBrief } from './runBrief';

/** What moves the cursor, writes the clipboard, rings, reorders, or hides: in C0, C1, and as bidirectional and invisible controls. */
const CONTROLS = [
  '\u001b[2J\u001b]52;c;cm0=\u0007',
  '\u009b31m\u009d0;title\u009c',
  '\u0008\u007f\u0085',
  '\u202ereversed\u202c\u2066\u2069',
  '\u200b\u2060\ufeff\u{e0041}',
].join('x');
/** Without a line break and a slash, which no name has, and NUL, which no argument has. */
const NAME = `n${CONTROLS}`;

const BRIEF = `---
title: "T ${CONTROLS.replaceAll(/[\p{Cc}]/gu, (c) => `\\u00${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}"
${NAME}: x
bibliography: "refs${'\u202e'}.bib"
sources:
  - {id: "u${'\u202e'}s", title: A ${'\u202e'}, url: "https://x${'\u200b'}.org", quote: "the price ${'\u009b'} was 3"}
  - {id: "u${'\u202e'}s", title: B, url: "https://y.org"}
---

# H ${CONTROLS}

- The price was 4% ${CONTROLS} [@u${'\u202e'}s].
- It says "the price ${CONTROLS} was 5" [@${'\u001b'}x], [1${CONTROLS}.
- It fell. {>>${CONTROLS} @{A ${'\u202e'}} 2026-11-28<<}
- See [a${CONTROLS}](https://a.org/${CONTROLS}) and {{f${'\u202e'}}}.

\`\`\`
${CONTROLS}
\`\`\`
`;

/** What no terminal may get but line breaks, tabs, and, where there are colours, those of our own. */
const BARE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

const ESCAPE = String.fromCharCode(27);

function assertHarmless(output: string, what: string): void {
  // Colours of our own are none of the author's, nor what begins the line anew that tells how far a check is.
  const rest = output
    .replaceAll(`\r${ESCAPE}[K`, '')
    .split(ESCAPE)
    .map((part, i) => (i === 0 ? part : /^\[\d+m/.test(part) ? part.replace(/^\[\d+m/, '') : ESCAPE + part));
  const plain = rest.join('').replace(/[\n\t]/g, '');
  assert.deepEqual(
    [...plain.matchAll(BARE)].map(([c]) => `U+${c.codePointAt(0)?.toString(16)}`),
    [],
    what,
  );
}

describe('The command line, given a hostile brief in a file of a hostile name', () => {
  // Each starts processes, and those of `check` are many.
  let folder: ReturnType<typeof folderWith>;
  before(() => {
    folder = folderWith({
      [`${NAME}.brief`]: BRIEF,
      [`${NAME}/b.brief`]: BRIEF,
      'broken/brief.config.yaml': `"${'\u202e'}${'\u200b'}": {\n`,
      'broken/a.brief': '# T\n',
    });
    writeFileSync(join(folder.path, `${NAME}.bin.brief`), Buffer.from([0xff, 0xfe, 0x41]));
  });
  after(() => folder.remove());
  const run = (args: readonly string[], input = '') => runBrief(args, { cwd: folder.path, input, terminal: true });

  const file = `${NAME}.brief`;
  const runs: Readonly<Record<keyof typeof COMMANDS, readonly (readonly string[])[]>> = {
    check: [
      ...FORMATS.map((format) => ['check', `--format=${format}`, file]),
      ['check', '.'],
      ['check', '--fix', '-', `--stdin-path=${file}`],
      ['check', '-', `--stdin-path=${file}`],
      ['check', `${NAME}.none`],
      ['check', `--config=${NAME}`, file],
      ['check', `--rule=${NAME}`, file],
      ['check', `--format=${NAME}`],
      ['check', `--${NAME}`],
      ['check', `--cache-dir=${NAME}/b.brief`, file],
    ],
    diff: [
      ['diff', file, `${NAME}/b.brief`],
      ['diff', '--format=json', file, `${NAME}/b.brief`],
      ['diff', NAME],
      ['diff', 'HEAD', `${NAME}.none`],
    ],
    inspect: [
      ['inspect', file],
      ['inspect', `${NAME}.none`],
      ['inspect', NAME],
    ],
    suggest: [
      ['suggest', file],
      ['suggest', `${NAME}.bin.brief`],
    ],
    render: [
      ['render', file],
      ['render', file, '-o', `${NAME}/none/x.html`],
    ],
    export: [
      ...['html', 'md', 'json'].map((format) => ['export', file, '--to', format]),
      ['export', file, '--to', NAME],
      ['export', file, '--to', 'md', '-o', NAME],
      ['export', file, NAME],
    ],
    import: [
      ['import', file],
      ['import', '-'],
      ['import', `${NAME}.none`],
    ],
    extract: [
      ['extract', file],
      ['extract', `${NAME}.none`],
      ['extract', file, '-o', `${NAME}/none/x.txt`],
    ],
    bibliography: [
      ...['text', 'html', 'md', 'csl-json'].map((format) => ['bibliography', file, '--format', format, '--all']),
      ['bibliography', file, '--style', NAME],
      ['bibliography', file, '--style', `${NAME}.csl`],
    ],
    comments: [
      ['comments', file],
      ['comments', '--all', '--format=json', file],
      ['comments', `${NAME}.none`],
    ],
    links: [
      ['links', file],
      ['links', '--format=json', file],
      ['links', `${NAME}.none`],
    ],
    fetch: [
      ['fetch', file],
      ['fetch', '--yes', '.'],
      ['fetch', `${NAME}.none`],
    ],
    read: [
      ['read', file, `--url=https://example.org/${NAME}`, `--model=${NAME}`],
      ['read', '--yes', file, '--url=http://example.org', '--model=m'],
      ['read', `--pairs=${NAME}.none`, '--url=https://example.org', '--model=m'],
      ['read', `--url=${NAME}`, '--model=m'],
    ],
    'look-up': [['look-up', NAME]],
    rules: [['rules'], ['rules', NAME]],
    mcp: [['mcp', `${NAME}.none`]],
    lsp: [
      ['lsp', NAME],
      ['lsp', `--${NAME}`],
    ],
    completions: [['completions', NAME]],
  };

  it('is run with every command', () => assert.deepEqual(Object.keys(runs), Object.keys(COMMANDS)));

  for (const [command, variants] of Object.entries(runs)) {
    it(`shows no control on a terminal with ${command}`, async () => {
      for (const args of variants) {
        const { stdout, stderr } = await run(args, args.includes('-') ? BRIEF : '');
        assert.ok(stdout.length + stderr.length > 0, args.join(' '));
        assertHarmless(stdout, `stdout of ${JSON.stringify(args)}`);
        assertHarmless(stderr, `stderr of ${JSON.stringify(args)}`);
      }
    });
  }

  it('shows none for a command that there is none', async () => {
    const { stderr } = await run([NAME]);
    assertHarmless(stderr, 'stderr');
    assert.match(stderr, /<U\+001B>/);
  });

  it('shows none of a configuration that can not be read', async () => {
    const { stderr } = await run(['check', 'broken']);
    assertHarmless(stderr, 'stderr');
  });

  it('writes JSON whose values are what the brief says', async () => {
    const { stdout } = await run(['check', '--format=json', file]);
    assert.equal(JSON.parse(stdout).files[0].path, file);
    const { title } = JSON.parse((await run(['inspect', file])).stdout);
    assert.equal(title, `T ${CONTROLS}`);
  });

  it('shows none on a terminal of the system', function () {
    // Of util-linux: not every system has it.
    const onTerminal = (command: string) =>
      spawnSync('script', ['-qec', command, '/dev/null'], {
        cwd: folder.path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: NO_SOCKETS, NO_COLOR: '1' },
      });
    if (!onTerminal('test -t 1 && echo yes').stdout?.includes('yes')) return this.skip();
    writeFileSync(join(folder.path, 'a.brief'), BRIEF);
    const program = `"${process.execPath}" "${resolve('dist/cli.js')}"`;
    // Their ways to a terminal are those of all commands: a report, a document, and notes.
    for (const command of ['check', 'check --fix - <', 'render', 'import --report']) {
      const { stdout } = onTerminal(`${program} ${command} a.brief`);
      assert.ok(stdout.length > 0, command);
      // A terminal ends lines as Windows does.
      assertHarmless(stdout.replaceAll('\r\n', '\n'), command);
    }
  });

  it('is answered through two files that escape what they write, and no others', () => {
    for (const path of filesBelow('src/cli', '.ts'))
      if (path !== 'src/cli/io/output.ts' && path !== 'src/cli/check/progress.ts')
        assert.doesNotMatch(read(path), /\bstd(?:out|err)\.write|\bconsole\./, path);
  });

  it('writes a document byte for byte into a file', async () => {
    await run(['export', file, '--to', 'md', '-o', 'out.md']);
    assert.ok(readFileSync(join(folder.path, 'out.md'), 'utf8').includes('\u202ereversed\u202c'));
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { runBrief } from './runBrief';

const run = (...args: string[]) => runBrief(args, { cwd: tmpdir() });

describe('brief', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(await run('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lists its commands with --help', async () => {
    const { status, stdout, stderr } = await run('--help');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    for (const name of ['check', 'inspect', 'suggest', 'render', 'import', 'rules', 'lsp']) {
      assert.match(stdout, new RegExp(`^ {2}${name}\\b`, 'm'));
    }
  });

  it('lists the options of a command with --help after it', async () => {
    const { status, stdout } = await run('check', '--help');
    assert.equal(status, 0);
    for (const name of ['--format', '--fail-on', '--rule', '--quiet', '--stdin-path']) assert.ok(stdout.includes(name));
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /no command\. Known: check, diff, inspect, .* and --version\./],
    ['an unknown command', ['chekc'], /unknown command "chekc"\. Known: check, /],
    ['an unknown option before the command', ['--colour', 'check'], /unknown option "--colour"/],
    ['an unknown option', ['check', '--fixx'], /unknown option --fixx: "brief check" knows --format, .* and --help\./],
    ['an unknown short option', ['check', '-x'], /unknown option -x/],
    ['an option without its value', ['check', '--format'], /--format needs a value: --format FORMAT\./],
    [
      'a value that is not known',
      ['check', '--format', 'xml'],
      /unknown value "xml" for --format\. Known: pretty, json, sarif, github and junit\./,
    ],
    ['a value for a switch', ['check', '--quiet=yes'], /--quiet takes no value\./],
    ['a missing file', ['inspect'], /"brief inspect" needs a file: brief inspect FILE\./],
    ['a file too many', ['render', 'a', 'b'], /"brief render" takes one file: "b" is one too many\./],
    ['a file where none is taken', ['rules', 'a'], /"brief rules" takes no file, but got "a"\./],
    ['a server without a way to reach it', ['lsp'], /"brief lsp" needs --stdio/],
    ['controls in an argument', ['\u001B[31mcheck'], /unknown command "<U\+001B>\[31mcheck"/],
    ['the name of an inherited property', ['constructor'], /unknown command "constructor"/],
  ];
  for (const [name, args, message] of wrong) {
    it(`exits with 2 and one line for ${name}`, async () => {
      const { status, stdout, stderr } = await run(...args);
      assert.deepEqual({ status, stdout, lines: stderr.split('\n').length }, { status: 2, stdout: '', lines: 2 });
      assert.match(stderr, /^brief: /);
      assert.match(stderr, message);
    });
  }

  it('takes what follows -- for files', async () => {
    assert.match((await run('check', '--', '--help')).stderr, /cannot check "--help": it does not exist\./);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runBrief } from './runBrief';

type Folder = ReturnType<typeof folderWith>;

const isThere = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What bash offers for a line, its last word being the one that is typed. */
const IN_BASH = `
source ./brief.bash
_init() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); }
_init "$@"; _brief; printf '%s\\n' "\${COMPREPLY[@]}"; complete -p brief >&2`;

/** What a zsh in a terminal of its own shows for a line, once a tab is typed behind it. */
const IN_ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; stty cols 300; autoload -Uz compinit; compinit -u -D; eval "$(<brief.zsh)"; bindkey "^I" list-choices; print REA""DY'
zpty -r shell shown $'*READY*\\e\\\\[\\\\?2004h*'
zpty -w -n shell "$1"$'\\t'
zpty -w -n shell $'\\x15print EN""D\\n'
zpty -r shell shown '*END*'
print -r -- $shown
zpty -d shell`;

describe('brief completions', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({ 'ore.brief': '# Ore\n', 'in/notes.brief': '# Notes\n' });
  });
  after(() => folder.remove());
  const script = async (shell: string, ...more: readonly string[]) => {
    const { status, stdout, stderr } = await runBrief(['completions', shell, ...more], { cwd: folder.path });
    assert.deepEqual([status, stderr], [0, '']);
    writeFileSync(join(folder.path, `brief.${shell}`), stdout);
    return stdout;
  };
  const run = (shell: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(shell, args, { cwd: folder.path, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout.split('\n').filter((line) => line !== '');
  };

  it('names the shells where none is named, or one that it does not know', async () => {
    const none = await runBrief(['completions'], { cwd: '.' });
    assert.deepEqual(none, {
      status: 2,
      stdout: '',
      stderr: 'brief: brief completions needs a value: brief completions bash|zsh|fish.\n',
    });
    const unknown = await runBrief(['completions', 'tcsh'], { cwd: '.' });
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /unknown value "tcsh" for brief completions\. Known: bash, zsh and fish\.\n$/);
  });

  it('describes commands in the language of messages', async () => {
    assert.match(await script('fish', '--language', 'zh-cn'), /-a rules -d '列出规则/);
  });

  describe('in bash', () => {
    before(async function () {
      if (!isThere('bash')) this.skip();
      await script('bash');
    });
    const offered = (...words: readonly string[]) => run('bash', '-c', IN_BASH, 'bash', 'brief', ...words);

    it('offers the commands that begin as what is typed', () => {
      assert.deepEqual(offered('ex'), ['export', 'extract']);
      assert.deepEqual(offered('--v'), ['--version']);
    });

    it('offers the options of the command, and no paths among them', () => {
      assert.deepEqual(offered('check', '--fi'), ['--fix']);
      assert.deepEqual(offered('--language', '=', 'en', 'rules', '--'), ['--format', '--language', '--help']);
    });

    it('offers the values of an option, behind a space and behind =', () => {
      assert.deepEqual(offered('check', '--format', 's'), ['sarif']);
      assert.deepEqual(offered('check', '--format', '='), ['pretty', 'json', 'sarif', 'github', 'junit']);
      assert.deepEqual(offered('check', '--format', '=', 'g'), ['github']);
      assert.deepEqual(offered('export', 'ore.brief', '--paper', ''), ['A4', 'Letter']);
      assert.deepEqual(offered('completions', ''), ['bash', 'zsh', 'fish']);
    });

    it('leaves paths to bash', () => {
      for (const words of [
        ['check', 'o'],
        ['render', '-o', ''],
        ['check', '--config', ''],
      ])
        assert.deepEqual(offered(...words), []);
    });
  });

  describe('in zsh', () => {
    before(async function () {
      if (!isThere('zsh')) this.skip();
      await script('zsh');
    });
    const shown = (line: string) => run('zsh', '-f', '-c', IN_ZSH, 'zsh', line).join('\n');

    it('offers commands, options, their values, and paths', () => {
      assert.match(shown('brief ex'), /export +-- Write the brief[\s\S]*extract +-- Extract the text/);
      assert.match(shown('brief check --f'), /--fail-on +-- exit[\s\S]*--fix +-- apply[\s\S]*--format +-- how/);
      assert.match(shown('brief check --format s'), /sarif/);
      assert.match(shown('brief check --format=j'), /json[\s\S]*junit/);
      assert.match(shown('brief check o'), /ore\.brief/);
      assert.match(shown('brief completions '), /bash +fish +zsh/);
    });
  });

  describe('in fish', () => {
    before(async function () {
      if (!isThere('fish')) this.skip();
      await script('fish');
    });
    const offered = (line: string) =>
      run('fish', '--no-config', '-c', 'source brief.fish; complete -C $argv[1]', line).map((each) =>
        each.replace(/\t.*/, ''),
      );

    it('offers commands, options, their values, and paths', () => {
      assert.deepEqual(offered('brief ex'), ['export', 'extract']);
      assert.equal(offered('brief check --fi')[0], '--fix');
      assert.deepEqual(offered('brief check --format sar'), ['sarif']);
      assert.deepEqual(offered('brief check ore.b'), ['ore.brief']);
      assert.deepEqual(offered('brief links --cache-dir i'), ['in/']);
      assert.deepEqual(offered('brief rules o'), []);
    });
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { folderWith, withoutSockets } from './runBrief';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const CLEAN = '# Ore\n\n- Ore is a rock. [own]\n';
const WRONG = '# Ore\n\n- Output rose by 4% in 2024 [3].\n';
const SECRET = '# Ore\n\n- A <b>|`[x](y)`|</b> rose by 4% in 2024 [3].\n';

/** What GitHub does with the action: it fills in the expressions, and runs the lines of its steps in one bash each. */
describe('The action for GitHub', () => {
  const action: Action = parse(readFileSync('action.yml', 'utf8'));
  let repository: ReturnType<typeof folderWith>;
  before(function () {
    if (spawnSync('bash', ['--version']).status !== 0) this.skip();
  });
  beforeEach(() => {
    repository = folderWith({ 'a.brief': CLEAN, 'notes/b c.brief': WRONG });
    git('init', '--quiet');
    commit();
  });
  afterEach(() => repository.remove());

  const git = (...args: readonly string[]) =>
    assert.equal(
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: repository.path }).status,
      0,
    );
  const commit = () => {
    git('add', '.');
    git('commit', '--quiet', '--message', 'Some briefs');
  };

  /** Runs the steps up to the first that fails, but for those that other actions do. */
  function run(given: Readonly<Record<string, string>> = {}) {
    const temporary = folderWith({ summary: '', output: '' });
    const inputs: Record<string, string> = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
    );
    const command = given['command'] ?? `${process.execPath} ${resolve('dist/cli.js')}`;
    const path = (name: string) => join(temporary.path, name);
    const outputs = () =>
      Object.fromEntries(
        readFileSync(path('output'), 'utf8')
          .split('\n')
          .map((line) => [line.split('=', 1)[0] ?? '', line.replace(/^.*?=/, '')]),
      );
    const filled = (text: string) =>
      text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
        const [, input, output] = /^(?:inputs\.(.*)|steps\.check\.outputs\.(.*))$/.exec(expression) ?? [];
        if (input !== undefined) return input === 'command' ? command : (inputs[input] ?? '');
        if (output !== undefined) return outputs()[output] ?? '';
        assert.equal(expression, 'github.action_path');
        return resolve('.');
      });
    let stdout = '';
    let status: number | null = 0;
    for (const step of action.runs.steps) {
      if (step.run === undefined || status !== 0) continue;
      const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]));
      const script = path('step.sh');
      writeFileSync(script, step.run);
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
        cwd: join(repository.path, filled(step['working-directory'] ?? '.')),
        encoding: 'utf8',
        env: {
          ...process.env,
          ...env,
          NODE_OPTIONS: withoutSockets({}),
          GITHUB_OUTPUT: path('output'),
          GITHUB_STEP_SUMMARY: path('summary'),
          GITHUB_WORKSPACE: repository.path,
          GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_REPOSITORY: 'ore/reports',
          GITHUB_SHA: 'abc',
          RUNNER_TEMP: temporary.path,
        },
      });
      stdout += ran.stdout;
      status = ran.status;
    }
    const sarif = outputs()['sarif-file'] ?? '';
    const ended = {
      ...{ status, stdout, summary: readFileSync(path('summary'), 'utf8'), problems: outputs()['problems'] },
      sarif: existsSync(sarif) ? JSON.parse(readFileSync(sarif, 'utf8')) : null,
    };
    temporary.remove();
    return ended;
  }

  it('fails for an error, shows it at its line, and in a table of the job', () => {
    const { status, stdout, summary, problems, sarif } = run();
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=notes\/b c\.brief,line=3,.*title=citation\/unknown-source/m);
    assert.equal(problems, '1');
    assert.equal(sarif, null);
    const place = '[notes&#47;b c&#46;brief&#58;3](https://github.com/ore/reports/blob/abc/notes/b%20c.brief#L3)';
    assert.ok(summary.includes(`| ${place} | error | citation&#47;unknown&#45;source | `), summary);
    assert.match(summary, /^2 checked, 1 with problems\.$/m);
    assert.match(summary, /^\| file \| error \| warning \| information \| hint \| cited \|\n\| --- /m);
    assert.match(summary, /^\| \[notes.* \| 1 \| 0 \| 0 \| 0 \| 0 of 1 \|$/m);
  });

  it('passes where there is no problem that fails, and where none is to fail', () => {
    const clean = run({ paths: 'a.brief' });
    assert.deepEqual([clean.status, clean.problems], [0, '0']);
    assert.match(clean.summary, /^1 checked, 0 with problems\.$/m);
    assert.equal(run({ 'fail-on': 'never' }).status, 0);
  });

  it('checks the paths that are named, one a line, with spaces in them', () => {
    assert.equal(run({ paths: 'a.brief\nnotes/b c.brief\n' }).status, 1);
    assert.equal(run({ paths: '$(touch hacked)\n' }).status, 2);
    assert.equal(existsSync(join(repository.path, 'hacked')), false);
  });

  it('checks only what has changed since a revision', () => {
    writeFileSync(join(repository.path, 'new.brief'), CLEAN);
    commit();
    const { status, summary } = run({ 'changed-since': 'HEAD^' });
    assert.equal(status, 0);
    assert.match(summary, /^1 checked, 0 with problems\.$/m);
  });

  it('leaves out the problems of a baseline', () => {
    const args = ['check', '--baseline', 'base.json', '--update-baseline'];
    spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { cwd: repository.path });
    assert.equal(run({ baseline: 'base.json' }).status, 0);
  });

  it('writes a SARIF log where alerts are wanted', () => {
    const { sarif } = run({ sarif: 'true', 'fail-on': 'never' });
    assert.equal(sarif.version, '2.1.0');
    assert.equal(sarif.runs[0].results.length, 1);
  });

  it('runs in a folder of the repository', () => {
    const { status, summary } = run({ 'working-directory': 'notes' });
    assert.equal(status, 1);
    assert.match(summary, /\| b c&#46;brief&#58;3 \| error/);
  });

  it('shows words of a brief without a meaning of their own', () => {
    writeFileSync(join(repository.path, 'a.brief'), SECRET);
    const { summary } = run({ paths: 'a.brief', 'fail-on': 'hint' });
    assert.doesNotMatch(summary.replace(/^\| \[.*?\)/gm, ''), /<b>|`|\]\(/);
  });

  it('fails with what is wrong where it cannot check', () => {
    const { status, summary } = run({ paths: 'none.brief' });
    assert.equal(status, 2);
    assert.match(summary, /^0 checked/m);
    assert.equal(run({ 'fail-on': 'nonsense' }).status, 2);
  });
});

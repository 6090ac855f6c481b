import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/lib/root.js';

/** Bytes that a build may take to fetch. */
const MOST_BYTES = 5_000_000;

describe('The package for npm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-npm-'));
  let packed = '';
  after(() => rmSync(folder, { recursive: true }));

  const run = (cwd: string, program: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
    return { status, output: `${stdout}${stderr}` };
  };

  it('is made by one command', () => {
    const { status, output } = run(ROOT, 'npm', 'run', 'package:npm', '--', '--pack-destination', folder);
    assert.equal(status, 0, output);
    packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    assert.ok(statSync(join(folder, packed)).size < MOST_BYTES);
  });

  it('checks briefs in any folder, without an installation and without the network', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    cpSync(join(ROOT, 'samples'), join(elsewhere, 'samples'), { recursive: true });
    const { status, output } = run(elsewhere, 'npx', '--offline', '--yes', `../${packed}`, 'check', 'samples');
    assert.equal(status, 1, output);
    assert.match(output, /\d+ files checked: \d+ errors/);
  });

  it('is what the action for GitHub runs, whatever the checkout has of that name', () => {
    const checkout = join(folder, 'checkout');
    const file = (name: string, text: string) => {
      mkdirSync(dirname(join(checkout, name)), { recursive: true });
      writeFileSync(join(checkout, name), text, { mode: 0o755 });
    };
    const hostile = `#!/bin/sh\ntouch '${join(checkout, 'hacked')}'\n`;
    for (const name of ['brief', 'npm', 'node']) file(`node_modules/.bin/${name}`, hostile);
    file('node_modules/research-briefs/dist/cli.js', `require('fs').writeFileSync('hacked', '');`);
    file('.npmrc', 'registry=http://127.0.0.1:9/\nprefix=.\nnode-options=--require ./hostile.js\n');
    file('hostile.js', `require('fs').writeFileSync('${join(checkout, 'hacked')}', '');`);
    file(
      'package.json',
      '{ "name": "research-briefs", "version": "0.1.0", "scripts": { "preinstall": "./node_modules/.bin/brief" } }',
    );
    file('a.brief', '# Ore\n\n- Output rose by 4% in 2024 [3].\n');
    const { runs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    const temporary = join(folder, 'runner');
    mkdirSync(temporary);
    const env = {
      ...process.env,
      ...{ INPUT_VERSION: `file:${join(folder, packed)}`, INPUT_FAIL_ON: 'error', INPUT_PATHS: 'a.brief' },
      ...{ RUNNER_TEMP: temporary, ACTION_PATH: ROOT },
      ...{ GITHUB_OUTPUT: join(temporary, 'output'), GITHUB_STEP_SUMMARY: join(temporary, 'summary') },
    };
    const shell = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', String(runs.steps[0].run)];
    const { status, stdout, stderr } = spawnSync('bash', shell, { cwd: checkout, encoding: 'utf8', env });
    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.match(stdout, /^::error file=a\.brief,line=3,.*citation\/unknown-source/m);
    assert.equal(existsSync(join(checkout, 'hacked')), false);
  });

  it('has an engine with types, for which the example of its page holds', () => {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    const installed = run(project, 'npm', 'install', '--offline', `../${packed}`);
    assert.equal(installed.status, 0, installed.output);
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/engine.md'), 'utf8')) ?? [];
    writeFileSync(join(project, 'example.ts'), `${example}\nconsole.log(html);\n`);
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const roots = ['--typeRoots', join(ROOT, 'node_modules/@types')];
    const compiled = run(project, process.execPath, compiler, ...options, ...roots, 'example.ts');
    assert.equal(compiled.status, 0, compiled.output);
    const { status, output } = run(project, process.execPath, 'example.js');
    assert.equal(status, 0, output);
    assert.match(
      output,
      /^10: warning: 52 is not found in \[1\], whose passage says 48\..* \(number\/not-in-source\)$/m,
    );
    assert.match(output, /<article class="brief"/);
  });

  it('is given to programs that require it, too', () => {
    const code = "const { parse } = require('research-briefs'); console.log(parse('# Ore').title);";
    assert.equal(run(join(folder, 'project'), process.execPath, '-e', code).output, 'Ore\n');
  });
});

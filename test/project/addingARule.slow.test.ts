/** Takes the steps of "Adding a rule" in CONTRIBUTING.md in a copy of the project, as somebody would who writes no Chinese. */
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
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { filesBelow, read } from './files';

const CODE = 'text/exclamations-3';

const RULE = `import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { insightRule } from '../rule';

/** Readers trust a claim less that shouts. */
export const exclamations3 = insightRule({
  code: '${CODE}',
  severity: 'hint',
  description: 'Three exclamation marks or more in a row.',
  where: ({ text }) => text.includes('!!!'),
  *check({ origin, span: { start } }): Iterable<Finding> {
    for (const { 0: marks, index } of origin.text.matchAll(/!{3,}/g)) {
      const span = { start: start + index, end: start + index + marks.length };
      yield {
        span,
        message: say('This claim shouts. Write one sign.'),
        fixes: () => [{ title: say('Write one sign'), edits: [{ span, newText: '!' }] }],
      };
    }
  },
});
`;

const TEST = `import { expectFix, expectProblems, expectSilence, withSources } from '../ruleTest';

const CODE = '${CODE}';

describe(CODE, () => {
  it('hints at three exclamation marks', () => {
    expectProblems(
      CODE,
      \`# T

- Exports fell [1]!!!
                  ^^^ shouts
\`,
    );
  });

  it('is silent about one', () => {
    expectSilence(CODE, withSources('- Exports fell [1]!'));
  });

  it('writes one in their place', () => {
    expectFix(CODE, 'Write one sign', withSources('- Exports fell [1]!!!'), withSources('- Exports fell [1]!'));
  });
});
`;

const example = (marks: string) => `\`\`\`brief
# Rare earths

- Exports fell by 30% [1]${marks}

## Sources

- [1] Mineral Commodity Summaries 2024, USGS. https://pubs.usgs.gov/mcs2024
\`\`\`
`;

const PAGE = `A claim that shouts convinces nobody.

## Wrong

${example('!!!')}
## Right

${example('!')}
## Fix

Write one sign.
`;

/** What is written by hand into each file that the steps name, given what it holds. */
const BY_HAND: Readonly<Record<string, (before: string) => string>> = {
  'src/core/rules/FAMILY/NAME.ts': () => RULE,
  'src/core/rules/rules.ts': (before) =>
    before
      .replace('import { formula }', "import { exclamations3 } from './text/exclamations3';\n$&")
      .replace('\n  formula,\n', '\n  exclamations3,$&'),
  'test/core/rules/FAMILY/NAME.test.ts': () => TEST,
  'docs/rules/FAMILY/NAME.md': () => PAGE,
  'samples/problems.brief': (before) =>
    before.replace(
      '<!-- brief/empty-section:',
      `<!-- ${CODE}: three signs. -->\n- Apple signs for magnets!!! [8].\n\n$&`,
    ),
};

/** What is no part of a project that somebody has just got. */
const LEFT_OUT = /^(?:\.git|\.cache|node_modules|dist|site)$/;

/** Bundles tests as the build does. Their names are its arguments. */
const BUNDLE = `
  const { bundleScript } = await import('./scripts/lib/bundle.js');
  const entryPoints = process.argv.slice(1);
  const files = { outbase: '.', outdir: 'dist', outExtension: { '.js': '.mjs' }, splitting: true };
  await bundleScript('', undefined, { ...files, entryPoints, format: 'esm', packages: 'external' });`;

/** What each step of a section begins with: a file, or commands. */
function stepsOf(section: string): string[] {
  return [...section.matchAll(/^\d+\. (`[^`]+`(?:, and `[^`]+`)*)/gm)].map(([, names = '']) => names);
}

describe('Who adds a rule without Chinese, as CONTRIBUTING.md says,', function () {
  this.timeout(600_000);
  const [, section = ''] = /^## Adding a rule\n(.*?)^## /ms.exec(read('CONTRIBUTING.md')) ?? [];
  const steps = stepsOf(section);
  const files = steps.flatMap((step) => /^`([^ ]*\/[^ ]*)`$/.exec(step)?.[1] ?? []);
  const pathOf = (file: string) => file.replace('FAMILY/NAME', file.startsWith('docs/') ? CODE : 'text/exclamations3');
  let copy = '';

  /** Runs Node in the copy, and fails with what it printed. */
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { BRIEF_TEST_TALLY: _tally, BRIEF_TEST_NAMED: _named, UPDATE: _update, ...others } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: copy,
      encoding: 'utf8',
      env: { ...others, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
    assert.equal(status, 0, `node ${args.join(' ')}\n${stdout}\n${stderr}`);
  };

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'research-briefs-rule-'));
    for (const entry of readdirSync('.').filter((name) => !LEFT_OUT.test(name)))
      cpSync(entry, join(copy, entry), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  it('writes the files that its steps name, and has the others generated', () => {
    assert.deepEqual(files, Object.keys(BY_HAND));
    assert.equal(steps[files.length], '`npm run generate`');
    for (const [file, write] of Object.entries(BY_HAND)) {
      const path = join(copy, pathOf(file));
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      assert.notEqual(write(text), text, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, write(text));
    }
    run(['scripts/generate.js']);
  });

  it('has the right types', () => {
    const ours = ['src/core/rules/FAMILY/NAME.ts', 'src/core/rules/rules.ts', 'test/core/rules/FAMILY/NAME.test.ts'];
    const project = { extends: './tsconfig.json', include: [], files: ours.map(pathOf) };
    const path = join(copy, 'tsconfig.rule.json');
    writeFileSync(path, JSON.stringify(project));
    run(['node_modules/typescript/bin/tsc', '-p', path]);
    rmSync(path);
  });

  it('has written and generated all as the formatter wants it', () => {
    const folders = readdirSync('.').filter((name) => !LEFT_OUT.test(name) && statSync(name).isDirectory());
    const changed = [...readdirSync('.'), ...folders.flatMap((folder) => filesBelow(join(copy, folder), ''))]
      .map((path) => relative(copy, resolve(copy, path)))
      .filter((path) => /\.(?:js|json|ts)$/.test(path))
      .filter((path) => !existsSync(path) || !readFileSync(path).equals(readFileSync(join(copy, path))));
    assert.ok(changed.includes('package.json') && changed.length >= 5);
    run([
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      ...changed,
    ]);
  });

  it('finds what was generated as it is to be', () => {
    run(['scripts/test.js', 'generated']);
  });

  it('finds no test that fails: of the rule, its page, the samples or the project', () => {
    const ofRule = [pathOf('test/core/rules/FAMILY/NAME.test.ts'), 'test/samples/samples.test.ts'];
    const ofProject = filesBelow('test/project', '.test.ts').filter(
      (path) => !path.endsWith('addingARule.slow.test.ts'),
    );
    const ofPages = 'test/core/rules/pages.test.ts';
    const bundleOf = (path: string) => join(copy, 'dist', path.replace(/\.ts$/, '.mjs'));
    run(['esbuild.js']);
    run(['--input-type=module', '--eval', BUNDLE, '--', ...ofRule, ...ofProject, ofPages, 'test/cli/program.ts']);
    run(['scripts/lib/runMocha.js', '120000', ...[...ofRule, ...ofProject].map(bundleOf)]);
    run(['scripts/lib/runMocha.js', '120000', bundleOf(ofPages)], { BRIEF_TEST_NAMED: CODE });
  });
});

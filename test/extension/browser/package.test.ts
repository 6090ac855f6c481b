import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.js';
import { previewOf, problemsIn } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = '# Rare earths\n\n- China mined 69% of the world’s rare earths in 2024 [9].\n';

/** Bytes that an installation may take to fetch: 3 MB as `vsce` counts them. */
const MOST_BYTES = 3 * 1024 * 1024;
/** The files that an editor may have to unpack. */
const MOST_FILES = 60;

const options = { cwd: ROOT, encoding: 'utf8' } as const;

describe('The package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-package-'));
  const path = join(folder, 'research-briefs.vsix');
  let printed = '';
  let opened: Opened | undefined;

  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  it('is made by one command', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', 'package', '--', '--out', path], options);
    assert.equal(status, 0, `${stdout}${stderr}`);
    printed = `${stdout}${stderr}`;
  });

  it('is made without a warning', () => {
    assert.doesNotMatch(printed, /warning/i);
  });

  it('is small', () => {
    const { size } = statSync(path);
    assert.ok(size <= MOST_BYTES, `${size} bytes`);
    const files = Number(/Packaged: .*\((\d+) files/.exec(printed)?.[1]);
    assert.ok(files <= MOST_FILES, `${files} files`);
  });

  it('holds what runs and what is read, and nothing else', () => {
    const script = join(ROOT, 'node_modules/@vscode/vsce/vsce');
    const { stdout } = spawnSync(process.execPath, [script, 'ls', '--no-dependencies'], options);
    const files = stdout.split('\n').filter(Boolean);
    const bundles = ['extension', 'server', 'formats', 'cli', 'child', 'load', 'browser/extension', 'browser/server'];
    const packs = ['dist/parts.pack', 'dist/shared.js', 'dist/pages.json'];
    const texts = ['package.nls.json', 'package.nls.zh-cn.json'].concat(
      ['bundle.l10n', 'cli', 'engine'].map((name) => `l10n/${name}.zh-cn.json`),
    );
    const named = ['package.json', 'LICENSE', ...packs, ...texts, ...bundles.map((name) => `dist/${name}.js`)];
    for (const name of [...named, ...contributed()]) {
      assert.ok(files.includes(name), `${name} is in it`);
    }
    assert.deepEqual(
      files.filter((name) =>
        /^(src|test|scripts|node_modules|samples|dist\/test|dist\/parts\/|\.)|(?<!^dist\/engine\.d)\.ts$|\.map$/.test(
          name,
        ),
      ),
      [],
    );
  });

  it('installs into a VS Code, where it checks and shows a brief', async () => {
    opened = await open('package.brief', TEXT, { packages: [path], preview: true, problems: true });
    await problemsIn(opened.page).filter({ hasText: 'citation/unknown-source' }).first().waitFor();
    await previewOf(opened.page).locator('body').getByText('China mined 69%').first().waitFor();
  });
});

/** The files that the manifest and its texts name: grammar, snippets, icons. */
function contributed(): string[] {
  const texts = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json'];
  // The names under which others import are no files.
  const manifest = texts
    .map((name) => readFileSync(join(ROOT, name), 'utf8').replace(/"exports": \{[\s\S]*?\n {2}\},/, ''))
    .join('');
  return [...manifest.matchAll(/"\.\/([^"]+\.[a-z]+(?:-[a-z]+)?)"/g)].map(([, path]) => path ?? '');
}

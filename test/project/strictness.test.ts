import assert from 'node:assert/strict';
import { filesBelow, read } from './files';

/** The marks are put together here, so that this file does not find itself. */
const FORBIDDEN: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['the type any', /(?:(?::|\bas|<|,)\s*|\|\s+)any\b(?=\s*(?:[;,)>=|[\]{}&]|$))/m],
  ['a silenced type error', new RegExp(`@${'ts'}-(?:ignore|expect-error|nocheck)`)],
  ['a silenced lint', new RegExp(`${'biome'}-ignore|${'eslint'}-disable`)],
];

function codeFiles(): string[] {
  return ['src', 'test', 'scripts'].flatMap((folder) => {
    try {
      return filesBelow(folder, '.ts', '.js', '.mjs', '.cjs', '.css');
    } catch {
      return [];
    }
  });
}

describe('strictness', () => {
  for (const [name, pattern] of FORBIDDEN) {
    it(`${name} is nowhere in the code`, () => {
      assert.deepEqual(
        codeFiles().filter((path) => pattern.test(read(path))),
        [],
      );
    });
  }

  it('the type any is found where it is written', () => {
    const pattern = FORBIDDEN[0]?.[1] ?? /^$/;
    const word = ['a', 'n', 'y'].join('');
    for (const code of [
      `x: ${word};`,
      `x as ${word})`,
      `Array<${word}>`,
      `Map<string, ${word}>`,
      `x: ${word}[]`,
      `x: string | ${word};`,
    ]) {
      assert.match(code, pattern);
    }
    for (const code of ['const anyone = 1', "it('not any more', f)", 'a.any()', '/some|any|all/'])
      assert.doesNotMatch(code, pattern);
  });

  it('every project is compiled at the strictest', () => {
    for (const path of ['tsconfig.json', 'src/core/tsconfig.json', 'src/webview/tsconfig.json']) {
      assert.match(read(path), /"extends": "[./]*tsconfig\.base\.json"/, path);
    }
    const base = read('tsconfig.base.json');
    for (const option of ['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes', 'noImplicitReturns']) {
      assert.match(base, new RegExp(`"${option}": true`));
    }
  });

  it('no file names a machine or a registry', () => {
    const paths = [...codeFiles(), ...filesBelow('docs', '.md'), 'package.json', 'package-lock.json', 'esbuild.js'];
    const own = 'test/project/strictness.test.ts';
    assert.deepEqual(
      paths.filter(
        (path) =>
          path !== own && /\/home\/\w|\/Users\/\w|"resolved":|registry\.npmjs|\/work\/(?:main|shared)/.test(read(path)),
      ),
      [],
    );
  });
});

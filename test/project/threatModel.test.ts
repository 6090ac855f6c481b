import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { read } from './files';

const PAGE = 'docs/threat-model.md';

/** The promises of the page: their numbers, and the tests that hold each. */
function promises(): { readonly number: number; readonly words: string; readonly tests: readonly string[] }[] {
  return [...read(PAGE).matchAll(/^\| (\d+) \| (.+) \| (.+) \|$/gm)].map(([, number, words = '', tests = '']) => ({
    number: Number(number),
    words,
    tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  }));
}

describe('The threat model', () => {
  it('has each of the 40 promises, in order, as a sentence', () => {
    assert.deepEqual(
      promises().map(({ number }) => number),
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
    for (const { number, words } of promises()) assert.match(words, /^[A-Z].*\.$/, `promise ${number}`);
  });

  it('names tests for each promise, and all of them are there', () => {
    for (const { number, tests } of promises()) {
      assert.ok(tests.length > 0, `promise ${number}`);
      for (const path of tests) {
        assert.match(path, /^test\//, path);
        assert.ok(existsSync(path), path);
      }
    }
  });

  it('names files of the code that are there', () => {
    const [, answer = ''] = /## How we answer\n(.*?)\n## /s.exec(read(PAGE)) ?? [];
    const named = [...answer.matchAll(/`([\w/]+\.ts)`/g)].map(([, path = '']) => `src/${path}`);
    assert.ok(named.length > 3);
    for (const path of named) assert.ok(existsSync(path), path);
  });

  it('is linked from the README and from SECURITY.md, which says how to report a flaw', () => {
    assert.ok(read('README.md').includes('(docs/threat-model.md)'));
    assert.ok(read('README.md').includes('(SECURITY.md)'));
    assert.ok(read('SECURITY.md').includes('(docs/threat-model.md)'));
    assert.match(read('SECURITY.md'), /security\/advisories\/new/);
  });
});

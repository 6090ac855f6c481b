import assert from 'node:assert/strict';
import { globError, globMatcher } from '../../../../src/core/brief/config/glob';

function matched(globs: readonly string[], paths: readonly string[]): string[] {
  return paths.filter(globMatcher(globs));
}

const PATHS = ['a.md', 'reports/a.md', 'reports/2024/b.md', 'reports/2024/c.markdown', 'notes/a.md'];

describe('A glob', () => {
  it('of a name goes for it in any folder', () => {
    assert.deepEqual(matched(['a.md'], PATHS), ['a.md', 'reports/a.md', 'notes/a.md']);
  });

  it('of a folder goes for what is in it, and ** for what is below', () => {
    assert.deepEqual(matched(['reports/*.md'], PATHS), ['reports/a.md']);
    assert.deepEqual(matched(['reports/**'], PATHS), PATHS.slice(1, 4));
    assert.deepEqual(matched(['./reports/**/*.md'], PATHS), PATHS.slice(1, 3));
    assert.deepEqual(matched(['**/2024/*.{md,markdown}'], PATHS), PATHS.slice(2, 4));
    assert.deepEqual(matched(['reports/20?4/b.md'], PATHS), ['reports/2024/b.md']);
  });

  it('that starts with ! leaves out what one before it takes', () => {
    assert.deepEqual(matched(['**', '!notes/**'], PATHS), PATHS.slice(0, 4));
    assert.deepEqual(matched(['!notes/**', '**'], PATHS), PATHS);
  });

  it('never goes for what is no Markdown', () => {
    assert.deepEqual(matched(['**'], ['a.txt', 'b.ts', '.env', 'c.md', 'd.qmd', 'e.Rmd']), ['c.md', 'd.qmd', 'e.Rmd']);
  });

  it('does not count where it is wrong', () => {
    for (const glob of ['', '!', ' ', '../*.md', 'a\\b.md', '/etc/*.md', '~/a.md', 'C:/a.md', 'a'.repeat(201)])
      assert.notEqual(globError(glob), null, glob);
    assert.notEqual(globError('{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}.md'), null);
    assert.deepEqual(matched(['../*.md'], PATHS), []);
    for (const glob of ['*.md', '!drafts/**', 'a b/*.md', '报告/**/*.md', '{a', 'a}'])
      assert.equal(globError(glob), null, glob);
  });

  it('of very many wildcards comes to an end at a path that nearly matches', () => {
    const path = `${'a/'.repeat(100)}${'a'.repeat(100)}.md`;
    assert.deepEqual(matched([`${'**/'.repeat(40)}${'*a'.repeat(30)}b.md`], [path]), []);
  });
});

import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../../src/core/document/frontMatter';

/** For each suppression, its codes and the text that it covers. */
function suppressions(...lines: string[]) {
  const text = ['---', 'title: T', ...lines, '---', 'Body'].join('\n');
  return parseFrontMatter(text)?.suppressions.map(({ codes, covers, span }) => {
    for (const { value, span: at } of codes) assert.equal(text.slice(at.start, at.end), value);
    assert.match(text.slice(span.start, span.end), /^# brief-disable-next-line/);
    return [codes.map(({ value }) => value).join(' '), text.slice(covers.start, covers.end)];
  });
}

describe('# brief-disable-next-line', () => {
  it('covers the entry that starts on the next line', () => {
    assert.deepEqual(
      suppressions('sources:', '  # brief-disable-next-line source/unused', '  - id: 1', '    url: u', '  - id: 2'),
      [['source/unused', '- id: 1\n    url: u']],
    );
  });

  it('covers the key that starts on the next line', () => {
    assert.deepEqual(suppressions('# brief-disable-next-line brief/unknown-key', 'x:', '  y: 1', 'tags: a'), [
      ['brief/unknown-key', 'x:\n  y: 1'],
    ]);
  });

  it('covers a line inside an entry', () => {
    assert.deepEqual(suppressions('sources:', '  - id: 1', '    # brief-disable-next-line a/b', '    url: u'), [
      ['a/b', 'url: u'],
    ]);
  });

  it('may name several rules, or none for all', () => {
    assert.deepEqual(suppressions('# brief-disable-next-line a/b, c/d e/f', 'url: u'), [['a/b c/d e/f', 'url: u']]);
    assert.deepEqual(suppressions('# brief-disable-next-line', 'url: u'), [['', 'url: u']]);
  });

  it('may stand above another', () => {
    assert.deepEqual(suppressions('# brief-disable-next-line a/b', '# brief-disable-next-line c/d', 'url: u'), [
      ['a/b', 'url: u'],
      ['c/d', 'url: u'],
    ]);
  });

  it('covers nothing at the end, or above a blank line', () => {
    assert.deepEqual(suppressions('# brief-disable-next-line a/b'), [['a/b', '']]);
    assert.deepEqual(suppressions('# brief-disable-next-line a/b', '', 'url: u'), [['a/b', '']]);
  });

  it('is text inside a block of text, and nothing where the word goes on', () => {
    assert.deepEqual(suppressions('summary: |', '  # brief-disable-next-line a/b', '  text'), []);
    assert.deepEqual(suppressions('# brief-disable-next-lines a/b', 'url: u'), []);
  });
});

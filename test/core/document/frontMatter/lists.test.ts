import assert from 'node:assert/strict';
import { applyEdits, lineBreakOf } from '../../../../src/core/base/text';
import { parseFrontMatter } from '../../../../src/core/document/frontMatter';

function read(text: string) {
  const frontMatter = parseFrontMatter(text);
  assert.ok(frontMatter);
  return frontMatter;
}

/** Adds an entry where `sourcesList` says. */
function withEntry(text: string): string {
  const list = read(text).sourcesList;
  assert.ok(list);
  const newLine = lineBreakOf(text);
  const margin = ' '.repeat(list.indent);
  const newText = `${newLine}${margin}- id: new${newLine}${margin}  title: New`;
  return applyEdits(text, [{ span: { start: list.insertAt, end: list.insertAt }, newText }]);
}

describe('a new source', () => {
  const texts: readonly (readonly [name: string, text: string, ids: string])[] = [
    ['an indented list', '---\nsources:\n  - id: 1\n    title: A\n  - id: 2\n---\n', '1 2 new'],
    ['a list that is not indented', '---\nsources:\n- id: 1\n- id: 2\n---\n', '1 2 new'],
    ['a list indented by four', '---\nsources:\n    - id: 1\n---\n', '1 new'],
    ['a list before other keys', '---\nsources:\n  - id: 1\n\n# Next\ntitle: T\n---\n', '1 new'],
    ['a list that ends in a comment', '---\nsources:\n  - id: 1 # one\n  # more\n---\n', '1 new'],
    [
      'a list that ends in a block of text',
      '---\nsources:\n  - id: 1\n    quote: |\n      # a\n\n      b\n\n---\n',
      '1 new',
    ],
    ['a list that ends in a flow map', '---\nsources:\n  - {id: 1,\n     title: A}\n---\n', '1 new'],
    ['a list whose last entry is broken', '---\nsources:\n  - id: 1\n    title: a: b\n---\n', '1 new'],
    ['an empty list', '---\nsources:\ntitle: T\n---\n', 'new'],
    ['an empty list with comments', '---\nsources: # none\n  # yet\n---\n', 'new'],
    ['a list with CRLF', '---\r\nsources:\r\n  - id: 1\r\n---\r\n', '1 new'],
    ['an empty list with CRLF', '---\r\nsources:\r\ntitle: T\r\n---\r\n', 'new'],
    ['a list that is not closed', '---\nsources:\n  - id: 1', '1 new'],
  ];
  for (const [name, text, ids] of texts) {
    it(`goes to the end of ${name}`, () => {
      const before = read(text);
      const after = read(withEntry(text));
      assert.equal(after.sources.map(({ id }) => id).join(' '), ids);
      assert.equal(after.sources.at(-1)?.title?.value, 'New');
      assert.deepEqual(
        after.errors.map(({ message }) => message),
        before.errors.map(({ message }) => message),
      );
      assert.equal(after.title?.value, before.title?.value);
    });
  }

  for (const yaml of ['title: T', 'sources: []', 'sources: [{id: 1}]', 'sources: none', 'sources:\n  [{id: 1}]']) {
    it(`has no place in ${JSON.stringify(yaml)}`, () => assert.equal(read(`---\n${yaml}\n---\n`).sourcesList, null));
  }

  it('goes below the key whose place is given', () => {
    const text = '---\nreferences:\n---\n';
    const key = read(text).sourcesList?.key;
    assert.equal(text.slice(key?.start, key?.end), 'references');
  });
});

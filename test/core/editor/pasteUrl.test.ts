import assert from 'node:assert/strict';
import { applyEdits, parseBrief, pasteUrl } from '../../../src/core';
import { unmarked } from './writing/marked';

const URL = 'https://example.org/report?utm_source=x';

/** The kinds of what an address can become, with the texts after them. */
function pasted(marked: string, url = URL): readonly (readonly [kind: string, text: string, title: string])[] {
  const { page, selections } = unmarked(marked);
  const [selection = { start: 0, end: 0 }] = selections;
  return pasteUrl(parseBrief(page.text), selection, url).map(({ kind, edits, title }) => [
    kind,
    applyEdits(page.text, edits),
    title,
  ]);
}
const only = (marked: string, url = URL) => {
  const choices = pasted(marked, url);
  assert.equal(choices.length, 1, JSON.stringify(choices));
  return choices[0] ?? ['', '', ''];
};

describe('A pasted address', () => {
  it('makes a link of the words that are selected', () => {
    const [kind, text] = only('- See «the report».\n');
    assert.equal(kind, 'link');
    assert.equal(text, `- See [the report](${URL}).\n`);
  });
  it('keeps its brackets apart from those of the link', () => {
    assert.equal(only('- See «it».\n', 'https://example.org/a_(b)')[1], '- See [it](<https://example.org/a_(b)>).\n');
  });
  it('links nothing that would break', () => {
    for (const text of [
      '- It «rose [1]».\n\n## Sources\n\n- [1] A. https://example.org/a\n',
      '- It «rose [1».\n',
      '- See «[a](https://example.org/a)».\n',
      '- See «https://example.org/b».\n',
      '«One.\n\nTwo.»\n',
      '- «   »\n',
      '```\n«code»\n```\n',
      '---\ntitle: «Words»\n---\n',
    ])
      assert.deepEqual(pasted(text), [], text);
  });

  it('becomes an entry on an empty line of a list of sources', () => {
    const [kind, text] = only('- A [1].\n\n## Sources\n\n- [1] A. https://example.org/a\n‸\n');
    assert.equal(kind, 'entry');
    assert.equal(text, '- A [1].\n\n## Sources\n\n- [1] A. https://example.org/a\n- [2] https://example.org/report\n');
  });
  it('becomes an entry behind the marker of an item', () => {
    assert.equal(
      only('## Sources\n\n- [1] A. https://example.org/a\n- ‸\n')[1],
      '## Sources\n\n- [1] A. https://example.org/a\n- [2] https://example.org/report\n',
    );
    assert.equal(
      only('## Sources\n\n1. A. https://example.org/a\n2. ‸\n')[1],
      '## Sources\n\n1. A. https://example.org/a\n2. https://example.org/report\n',
    );
  });
  it('goes on with the list where blank lines stand between', () => {
    assert.equal(
      only('## Sources\n\n- [1] A. https://example.org/a\n\n‸')[1],
      '## Sources\n\n- [1] A. https://example.org/a\n- [2] https://example.org/report\n\n',
    );
  });
  it('becomes the first entry', () => {
    assert.equal(only('## Sources\n\n‸\n')[1], '## Sources\n\n- [1] https://example.org/report\n');
  });
  it('becomes no second entry of one source', () => {
    assert.deepEqual(pasted('## Sources\n\n- [1] A. https://example.org/report\n‸\n'), []);
  });

  it('is cited as a new source in an insight, and declared where the brief keeps its sources', () => {
    const [kind, text] = only('- A rose by 3%. ‸\n\n## Sources\n\n- [1] B. https://example.org/b\n');
    assert.equal(kind, 'cite');
    assert.equal(
      text,
      '- A rose by 3% [2]. \n\n## Sources\n\n- [1] B. https://example.org/b\n- [2] https://example.org/report\n',
    );
  });
  it('cites the source that has this address', () => {
    const [, text, title] = only('- A rose.‸\n\n## Sources\n\n- [1] B. https://www.example.org/report\n');
    assert.match(text, /^- A rose \[1\]\.\n/);
    assert.match(title, /^Cite \[1\] "B/);
  });
  it('declares a source with a key where the brief has keys, in the front matter', () => {
    const brief = '---\nsources:\n  - id: usgs\n    title: A\n    url: https://example.com/a\n---\n\n- It rose.‸\n';
    const [, text] = only(brief);
    assert.match(text, /- It rose \[@example\]\./);
    assert.match(text, / {2}- id: example\n {4}title:\n {4}url: https:\/\/example\.org\/report\n---/);
  });
  it('stays itself where it is no web address', () => {
    for (const url of [
      'report',
      'javascript:alert(1)',
      'https://a@example.org/',
      'see https://example.org/',
      'file:///etc',
    ])
      assert.deepEqual(pasted('- See «the report».\n', url), [], url);
  });
});

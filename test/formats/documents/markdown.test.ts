import assert from 'node:assert/strict';
import { contextIn, textsIn } from './reading';

const texts = (text: string) => textsIn(text, 'copy.md');

describe('A Markdown file', () => {
  it('has a passage for each heading, paragraph and list item', () => {
    assert.deepEqual(
      texts('# Ore\n\nIt was\nsold.\n\n- one\n- two\n\n  and more\n  1. nested\n- [ ] open\n\n> said\n> so\n'),
      ['Ore', 'It was\nsold.', 'one', 'two', 'and more', 'nested', 'open', 'said\nso'],
    );
  });

  it('has no marks and no addresses in its passages', () => {
    assert.deepEqual(texts('A **90%** _share_ of [ore](http://a.example "x"), `x`, ~~no~~ ![map](m.png).\n'), [
      'A 90% share of ore, x, no map.',
    ]);
    assert.deepEqual(texts('<b>5</b> &amp; 6\\* <!-- no -->7  \n8\n'), ['5 & 6* 7\n8']);
  });

  it('keeps brackets that are no link', () => {
    assert.deepEqual(texts('Output rose [1] by [sic] 5 [2][3].\n'), ['Output rose [1] by [sic] 5 [2][3].']);
  });

  it('has no passage for front matter, code, comments and definitions', () => {
    const text = '---\ntitle: x\n---\n```\n5\n```\n\n    6\n\n<!-- 7 -->\n\n[a]: http://a.example\n\nText\n';
    assert.deepEqual(texts(text), ['Text']);
    assert.deepEqual(texts(text.replaceAll('\n', '\r\n')), ['Text']);
  });

  it('reads the HTML in it', () =>
    assert.deepEqual(texts('<div>\n<p>A &lt; B</p>\n</div>\n\nText\n'), ['A < B', 'Text']));

  it('has the pages that comments and anchors mark', () => {
    assert.deepEqual(texts('a\n\n<!-- page 3 -->\n\nb\n\n<a id="page-4"></a>\n\nc\n'), ['a', '3: b', '4: c']);
  });

  it('has a passage for each row of a table, which comes with what is around it', () => {
    const text =
      'Ore, in millions:\n\n| Ore | 2023 |\n|---|---|\n| Tin | **14** |\n\nNote: figures in million tonnes.\n';
    assert.deepEqual(texts(text), ['Ore, in millions:', 'Ore | 2023', 'Tin | 14', 'Note: figures in million tonnes.']);
    assert.equal(contextIn(text, 'a.md', 'Tin'), 'Ore, in millions:\nNote: figures in million tonnes.\nOre | 2023');
  });
});

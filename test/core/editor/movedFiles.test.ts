import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { movedPathEdits, namedPaths } from '../../../src/core/editor/navigation/movedFiles';

const paths = (text: string) => namedPaths(parseBrief(text)).map(({ path }) => path);
const moved = (text: string, to: string) => {
  const brief = parseBrief(text);
  return applyEdits(
    text,
    movedPathEdits(brief, () => to),
  );
};

describe('The paths that a brief names', () => {
  it('are those of bibliographies, copies, data, images and links, and no addresses', () => {
    const text = [
      '---',
      'bibliography: [refs.bib, "more refs.json"]',
      'style: styles/ours.csl',
      'sources:',
      '  - id: 1',
      '    url: https://example.org/x',
      '    text: copies/one.txt',
      'figures:',
      '  - id: a',
      '    image: images/a.svg',
      '  - id: b',
      '    data: rows.csv',
      '    chart: bar',
      '---',
      '',
      'See [b](../b%20b.brief#top), [c](#here), [d](https://example.org), ![e](e.png) and <mailto:a@b.c>.',
      '`[f](f.md)`',
      '',
    ].join('\n');
    const expected = [
      'refs.bib',
      'more refs.json',
      'styles/ours.csl',
      'copies/one.txt',
      'images/a.svg',
      'rows.csv',
      '../b b.brief',
      'e.png',
    ];
    assert.deepEqual(paths(text), expected);
  });
});

describe('A path of a file that was moved', () => {
  it('is written so that YAML reads it as it is', () => {
    const of = (value: string) => `---\nbibliography: ${value}\n---\n`;
    assert.equal(moved(of('a.bib'), 'b.bib'), of('b.bib'));
    assert.equal(moved(of('a.bib'), 'b: c #1.bib'), of('"b: c #1.bib"'));
    assert.equal(moved(of('[a.bib]'), 'b, c.bib'), of('["b, c.bib"]'));
    assert.equal(moved(of('"a.bib"'), 'b c.bib'), of('"b c.bib"'));
    assert.equal(moved(of("'a.bib'"), "it's.bib"), of("'a.bib'"));
  });

  it('is left alone in the front matter where it would lead above the brief', () => {
    assert.equal(moved('---\nbibliography: a.bib\n---\n', '../a.bib'), '---\nbibliography: a.bib\n---\n');
  });

  it('is written as the target of a link, which keeps its fragment', () => {
    assert.equal(moved('[a](a.md#x)\n', '../b (1) 50%.md'), '[a](../b%20%281%29%2050%25.md#x)\n');
    assert.equal(moved('[a](<a b.md>)\n', 'c d.md'), '[a](<c d.md>)\n');
    assert.equal(moved('![a](a.png "Title")\n', '图.png'), '![a](图.png "Title")\n');
    assert.equal(moved('[a]\n\n[a]: a.md\n', 'b.md'), '[a]\n\n[a]: b.md\n');
  });
});

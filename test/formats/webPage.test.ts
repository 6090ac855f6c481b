import assert from 'node:assert/strict';
import { markdownOfHtml, readWebPage } from '../../src/formats';

function pageOf(html: string): string {
  const read = readWebPage(html);
  assert.ok('markdown' in read);
  return read.markdown.trimEnd();
}

const CASES: readonly (readonly [what: string, html: string, markdown: string])[] = [
  [
    'raised numbers that lead to notes as citations',
    '<h1>T</h1><p>It rose<sup><a href="#r1">1</a></sup> and fell<sup><a href="#r2">[2]</a></sup><sup>, </sup><sup><a href="#r3">3</a></sup>.</p>',
    '# T\n\nIt rose[1] and fell[2][3].',
  ],
  [
    'raised numbers that lead to web pages as links',
    '<h1>T</h1><p>It rose<sup><a href="https://a.example/">1</a></sup>.</p>',
    '# T\n\nIt rose[1](https://a.example/).',
  ],
  [
    'powers as what they are',
    '<h1>T</h1><p>12 km<sup>2</sup> and 5<sup>th</sup></p>',
    '# T\n\n12 km<sup>2</sup> and 5th',
  ],
  [
    'links to other places of the page as their words, and no arrows back',
    '<h1>T</h1><p><a href="#x">Costs</a> rose. <a href="#b">↩</a></p>',
    '# T\n\nCosts rose.',
  ],
  [
    'the notes of a page without a heading as its sources',
    '<h1>T</h1><p>It rose<a href="#fn1">[1]</a>.</p><hr><ol><li id="fn1">Ore Report</li></ol>',
    '# T\n\nIt rose[1].\n\n## Sources\n\n1. Ore Report',
  ],
  [
    'a list below a heading of sources as it is',
    '<h2>References</h2><p>See <a href="#r1">[1]</a></p><ol><li id="r1">A</li></ol>',
    '## References\n\nSee [1]\n\n1. A',
  ],
  ['the title of a page that has no heading', '<head><title>Ore</title></head><p>It rose.</p>', '# Ore\n\nIt rose.'],
  [
    'no navigation, programs and buttons',
    '<h1>T</h1><nav><a href="https://a.example/">Home</a></nav><script>x</script><p>It rose.<button>Copy</button></p>',
    '# T\n\nIt rose.',
  ],
  [
    'the citations of a page of ours, and nothing of what they open',
    '<h1>T</h1><p>It rose <button class="chip" data-source="5" popovertarget="c">5</button><a class="chip chip-small" data-source="usgs-2024" href="#s">usgs-2024, p. 3</a>.</p><div popover id="c"><p>Card</p></div>',
    '# T\n\nIt rose [5][@usgs-2024, p. 3].',
  ],
  [
    'a quotation in an item within it, and what is opened below its own words apart',
    '<h1>T</h1><ul><li>Ore <a href="https://a.example/">A</a><details><summary>1 passage</summary><blockquote>It rose.</blockquote></details></li><li><blockquote>It fell.</blockquote></li></ul>',
    '# T\n\n- Ore [A](https://a.example/)\n\n  1 passage\n\n  > It rose.\n\n- > It fell.',
  ],
  [
    'no way back from a note',
    '<h1>T</h1><p>It rose.</p><p>Note <span class="back">cited in 2 places: <a href="#a">↑1</a></span> <a role="doc-backlink" href="#b">up</a></p>',
    '# T\n\nIt rose.\n\nNote',
  ],
  [
    'marks within raised text',
    '<h1>T</h1><p><b>It rose<sup><b><a href="#r">1</a></b></sup></b>.</p>',
    '# T\n\n**It rose[1]**.',
  ],
];

describe('A web page as a report', () => {
  for (const [what, html, markdown] of CASES) it(`keeps ${what}`, () => assert.equal(pageOf(html), markdown));

  const OWN = (head: string, body: string) =>
    `<article class="brief"><header class="head" data-entry='${head}'><h1>Shown</h1></header><div class="body">${body}</div></article>`;

  it('takes from a page of ours what a page can show, and no names of files or rules', () =>
    assert.equal(
      pageOf(
        OWN(
          '{"title":"T","rules":{"citation/missing":"off"},"bibliography":"/etc/passwd"}',
          '<p>It rose.</p><ol class="sources"><li data-entry=\'{"id":"1","title":"Ore","text":"secret.txt"}\'>1 Ore</li></ol>',
        ),
      ),
      '---\ntitle: T\nsources:\n  - id: 1\n    title: Ore\n---\n\nIt rose.',
    ));

  it('reads a page of ours as any other where its sources do not say what they are', () =>
    assert.equal(
      pageOf(OWN('{"title":"T"}', '<p>It rose.</p><ol class="sources"><li data-entry="{">Ore</li></ol>')),
      '# Shown\n\nIt rose.\n\n1. Ore',
    ));

  it('takes no brackets in the text of a page of ours for a citation', () =>
    assert.equal(
      pageOf(OWN('{"title":"T"}', '<p>A [1] and <a class="chip" data-source="1">1</a>, [1,,2] and [x].</p>')),
      '---\ntitle: T\n---\n\nA &#91;1] and [1], [1,,2] and [x].',
    ));

  it('keeps the heading of the sources of a page of ours where more stands below it', () => {
    const list = '<h2 id="h-sources">Sources</h2><ol class="sources"><li data-entry=\'{"id":1}\'>A</li></ol>';
    assert.ok(!pageOf(OWN('{}', `<p>It rose.</p>${list}`)).includes('## Sources'));
    assert.match(pageOf(OWN('{}', `<p>It rose.</p>${list}<p>All were read.</p>`)), /## Sources\n\nAll were read\.$/);
  });

  it('names the addresses in what is left out', () => {
    const read = readWebPage('<nav><a href="https://a.example/">Home</a><a href="/x">X</a></nav><p>It rose.</p>');
    assert.deepEqual('leftOut' in read && read.leftOut, ['https://a.example/']);
  });

  it('is refused where it is nested without end', () =>
    assert.deepEqual(readWebPage('<div>'.repeat(100_000)), { error: 'its elements are nested more than 1,000 deep' }));

  it('keeps the text of raised elements that never end', () =>
    assert.equal(markdownOfHtml('<b>a</b><sup>x <sup>y <a href="#z">z<p>end</p>'), '**a**x y z\n\nend'));
});

import assert from 'node:assert/strict';
import { markdownOfHtml } from '../../src/formats/pastedHtml';

const CASES: readonly (readonly [what: string, html: string, markdown: string | null])[] = [
  ['a link', '<p>See <a href="https://example.org/a">the report</a>.</p>', 'See [the report](https://example.org/a).'],
  ['bold and italic', '<p>It <b>rose </b><i>fast</i>.</p>', 'It **rose** *fast*.'],
  ['nested marks', '<b>a <a href="https://example.org/">b</a></b>', '**a [b](https://example.org/)**'],
  ['styles', '<span style="font-weight:700">a</span> <span style="font-style: italic">b</span>', '**a** *b*'],
  [
    'the wrapping of a word processor',
    '<b style="font-weight:normal" id="docs"><p><a href="https://example.org/">a</a></p></b>',
    '[a](https://example.org/)',
  ],
  ['headings and paragraphs', '<h2>A</h2><p>b</p><p>c</p>', '## A\n\nb\n\nc'],
  ['lists', '<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul><p>e</p>', '- a\n- b\n  1. c\n  2. d\n\ne'],
  ['a list that starts later', '<ol start="4"><li><p>a</p></li></ol>', '4. a'],
  ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n\n> b'],
  ['code', '<p>Run <code>a `b`</code></p><pre>x\n  y</pre>', 'Run `` a `b` ``\n\n```\nx\n  y\n```'],
  [
    'a table',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td><td><b>3</b></td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1 \\| 2 | **3** |',
  ],
  [
    'what a clipboard holds around it',
    '<html><head><style>p{}</style></head><body><!--StartFragment--><b>a</b><!--EndFragment--></body></html>',
    '**a**',
  ],
  [
    'stars and underscores of the text',
    '<p><b>2 * 3</b> is _not_ a snake_case</p>',
    '**2 \\* 3** is \\_not\\_ a snake_case',
  ],
  ['what would be a marker', '<p># one</p><p><b>x</b></p><p>1. two</p>', '\\# one\n\n**x**\n\n1\\. two'],
  ['tags that are text', '<p><b>a</b> &lt;b&gt; &lt;!--</p>', '**a** \\<b> \\<!--'],
  ['citations', '<p>It <b>rose</b> [1].</p>', 'It **rose** [1].'],
  ['a link within the page', '<p><b>a</b><sup><a href="#n1">[1]</a></sup></p>', '**a**[1]'],
  ['a link that acts', '<p><a href="javascript:alert(1)">a</a> <b>b</b></p>', 'a **b**'],
  ['programs and hidden parts', '<script>a</script><p><b>b</b></p><svg><text>c</text></svg>', '**b**'],
  ['unclosed and wrongly closed elements', '<p><b>a<p>b</i></ul>', '**a**\n\n**b**'],
  ['nothing but text', '<p>a</p><p>b &amp; c</p>', null],
  ['nothing', '', null],
];

describe('Pasted rich text', () => {
  for (const [what, html, markdown] of CASES) it(`keeps ${what}`, () => assert.equal(markdownOfHtml(html), markdown));

  for (const tag of [
    'b',
    'ul',
    'blockquote',
    'table',
    'a href="https://example.org/"',
    'span style="font-weight:bold"',
  ]) {
    it(`keeps the words of <${tag}> that is nested and never ends`, () => {
      const markdown = markdownOfHtml(`<${tag}>x `.repeat(1000));
      // A table in a table is no table, and so nothing but text.
      if (tag === 'table') assert.equal(markdown, null);
      else assert.equal(markdown?.match(/\bx\b/g)?.length, 1000);
    });

    it(`is left as plain text where <${tag}> is nested without end`, () =>
      assert.equal(markdownOfHtml(`<b>a</b>${`<${tag}>x `.repeat(100_000)}`), null));
  }
});

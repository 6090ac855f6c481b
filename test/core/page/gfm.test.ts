import assert from 'node:assert/strict';
import { contentOf } from './commonmark/content';
import { writeHtml } from './commonmark/plainHtml';

/** Texts that GitHub's Markdown reads beyond CommonMark, and what they are in HTML. */
const EXAMPLES: readonly (readonly [what: string, markdown: string, html: string])[] = [
  ['struck out', 'a ~~wrong~~ right, ~~two\nlines~~', '<p>a <s>wrong</s> right, <s>two\nlines</s></p>'],
  ['not struck out across paragraphs', 'a ~~b\n\nc~~ d', '<p>a ~~b</p>\n<p>c~~ d</p>'],
  [
    'a table with code and escaped bars',
    '| a | b |\n| :-: | --: |\n| `x\\|y` | \\|z |\n| *one* |\n| 1 | 2 | 3 |',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th></tr></thead>\n<tbody>\n<tr>\n<td><code>x|y</code></td>\n<td>|z</td></tr>\n<tr>\n<td><em>one</em></td>\n<td></td></tr>\n<tr>\n<td>1</td>\n<td>2</td></tr></tbody></table>',
  ],
  [
    'a table without outer bars that a quotation ends',
    'a | b\n--|--\n1 | 2\n> quote',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th></tr></thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td></tr></tbody></table>\n<blockquote>\n<p>quote</p></blockquote>',
  ],
  ['no table where the columns differ', '| a | b |\n| --- |\n| c |', '<p>| a | b |\n| --- |\n| c |</p>'],
  [
    'tasks, also nested ones',
    '- [ ] to do\n- [X] done\n  - [x] too\n- [ ]none',
    '<ul>\n<li><input disabled="" type="checkbox"> to do</li>\n<li><input checked="" disabled="" type="checkbox"> done\n<ul>\n<li><input checked="" disabled="" type="checkbox"> too</li></ul></li>\n<li>[ ]none</li></ul>',
  ],
  [
    'addresses',
    'see https://a.example/b_c_d?e=f. (www.b.example/x) <https://c.example>',
    '<p>see <a href="https://a.example/b_c_d?e=f">https://a.example/b_c_d?e=f</a>. (<a href="http://www.b.example/x">www.b.example/x</a>) <a href="https://c.example">https://c.example</a></p>',
  ],
  [
    'a footnote of several blocks',
    'Words[^a].\n\n[^a]: One\n    two\n\n    three\n\n    - four\n\n          code\n',
    '<p>Words<sup><a href="#note-a">1</a></sup>.</p>\n<h2>Notes</h2>\n<ol>\n<li><span>1</span>\n<div>\n<p>One\ntwo</p>\n<p>three</p>\n<ul>\n<li>\n<p>four</p>\n<pre><code>code\n</code></pre></li></ul></div></li></ol>',
  ],
  [
    'code in a footnote',
    'Words[^a].\n\n[^a]: One\n\n        code\n          more\n',
    '<p>Words<sup><a href="#note-a">1</a></sup>.</p>\n<h2>Notes</h2>\n<ol>\n<li><span>1</span>\n<div>\n<p>One</p>\n<pre><code>code\n  more\n</code></pre></div></li></ol>',
  ],
  [
    'code in a quotation that is indented',
    '   >     code\n   >       more\n',
    '<blockquote>\n<pre><code>code\n  more\n</code></pre></blockquote>',
  ],
  [
    'a footnote whose words are set off',
    'Words[^a:b].\n\n[^a:b]:     one\n',
    '<p>Words<sup><a href="#note-a_3a_b">1</a></sup>.</p>\n<h2>Notes</h2>\n<ol>\n<li><span>1</span>\n<div>\n<p>one</p></div></li></ol>',
  ],
  [
    'a footnote within a quotation, as it is written',
    '> Words[^a].\n>\n> [^a]: one two',
    '<blockquote>\n<p>Words[^a].</p>\n<p>[^a]: one two</p></blockquote>',
  ],
];

describe("GitHub's Markdown in the body of a brief", () => {
  for (const [what, markdown, html] of EXAMPLES) {
    it(`is read: ${what}`, () => assert.equal(writeHtml(contentOf(markdown)), html));
  }
});

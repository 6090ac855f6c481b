import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { marksAfterEdit, type TextMark, tokensWithMarks } from '../../src/extension/preview/builtIn/placeMarks';

const markdown = new MarkdownIt({ html: true, linkify: true });

/** The marks of a text: a chip for each `[1]`, and a doubt for each `90%`. */
function marksOf(text: string): TextMark[] {
  return [...text.matchAll(/\[\d+\]|90%/g)].map(({ 0: written, index: start }) => {
    const place = { start, end: start + written.length };
    return written === '90%'
      ? { ...place, keeps: true, opening: '<u>', closing: '</u>' }
      : { ...place, keeps: false, opening: `<b>${written.slice(1, -1)}`, closing: '</b>' };
  });
}

function htmlOf(text: string, marks = marksOf(text)): string {
  const tokens = tokensWithMarks(text, marks, (signed) => markdown.parse(signed, {}));
  return markdown.renderer.render(tokens, markdown.options, {}).trim();
}

describe('Marks on a page of markdown-it', () => {
  for (const [what, text, html] of [
    ['stand for what is written', 'One [1][2], two.', '<p>One <b>1</b><b>2</b>, two.</p>'],
    ['stand around what stays', 'It is 90% [1].', '<p>It is <u>90%</u> <b>1</b>.</p>'],
    [
      'stand in emphasis and beside it',
      '**So:**[1] *90%* **x [1]**',
      '<p><strong>So:</strong><b>1</b> <em><u>90%</u></em> <strong>x <b>1</b></strong></p>',
    ],
    ['leave emphasis within Chinese words', '约**90%**的[1]。', '<p>约<strong><u>90%</u></strong>的<b>1</b>。</p>'],
    [
      'end an address',
      'See https://example.org/a[1] there.',
      '<p>See <a href="https://example.org/a">https://example.org/a</a><b>1</b> there.</p>',
    ],
    ['make no link', 'One [1](then) [a]: b', '<p>One <b>1</b>(then) [a]: b</p>'],
    [
      'stand in headings, quotations and tables',
      '# A [1]\n\n> B [2]\n\n|a|\n|-|\n|90%|',
      '<h1>A <b>1</b></h1>\n<blockquote>\n<p>B <b>2</b></p>\n</blockquote>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><u>90%</u></td>\n</tr>\n</tbody>\n</table>',
    ],
  ] as const) {
    it(what, () => assert.equal(htmlOf(text), html));
  }

  for (const [where, text] of [
    ['code', '`a[1] 90%` and\n\n```x[1]\nb[1] 90%\n```'],
    ['HTML', '<p title="[1]">90%</p>\n\nSo <i title="90%">x</i>'],
    ['an address', '[a](https://example.org/?x=[1]&y=90% "t [1]")'],
    ['the words of an image', '![a [1] 90%](x.png)'],
  ] as const) {
    it(`leave ${where} as it is without them`, () => assert.equal(htmlOf(text), markdown.render(text).trim()));
  }

  it('are tags behind what is written, with a space', () => {
    const text = 'It is **so**.\n- https://example.org/a';
    const tag = (end: number): TextMark => ({ start: end, end, keeps: false, opening: '<b>', closing: '</b>' });
    assert.equal(
      htmlOf(text, [tag(13), tag(text.length)]),
      '<p>It is <strong>so</strong>. <b></b></p>\n<ul>\n<li><a href="https://example.org/a">https://example.org/a</a> <b></b></li>\n</ul>',
    );
  });

  it('are in each other where the outer one keeps its text', () => {
    const marks = [
      { start: 0, end: 9, keeps: true, opening: '<u>', closing: '</u>' },
      { start: 2, end: 5, keeps: false, opening: '<b>', closing: '</b>' },
    ];
    assert.equal(htmlOf('a [1] b c d', marks), '<p><u>a <b></b> b c</u> d</p>');
  });

  it('are left out where one half of them could not be placed', () => {
    const marks = [{ start: 0, end: 5, keeps: true, opening: '<u>', closing: '</u>' }];
    assert.equal(htmlOf('a `b c` d', marks), '<p>a <code>b c</code> d</p>');
  });

  it('that lie across each other are left out', () => {
    const mark = { keeps: false, opening: '<b>', closing: '</b>' };
    assert.equal(
      htmlOf('abcdef', [
        { start: 0, end: 3, ...mark },
        { start: 2, end: 4, ...mark },
      ]),
      '<p><b></b>def</p>',
    );
  });

  it('stand beside signs that look like ours', () => {
    assert.equal(htmlOf('\ue0000\ue000 \uff5c[1]\uff5c'), '<p>\ue0000\ue000 \uff5c<b>1</b>\uff5c</p>');
  });
});

describe('Marks after an edit', () => {
  const after = (before: string, now: string) =>
    marksAfterEdit(marksOf(before), before, now).map(({ start, end }) => now.slice(start, end));

  it('are those before and behind it, at their new places', () => {
    assert.deepEqual(after('a [1] b [2] c [3] d', 'a [1] b longer [22] c [3] d'), ['[1]', '[3]']);
  });

  it('are all of them where nothing changed', () => {
    assert.deepEqual(after('a [1] b [2]', 'a [1] b [2]'), ['[1]', '[2]']);
  });

  it('are none that it touches', () => {
    assert.deepEqual(after('a [1]', 'a [1](x)'), []);
    assert.deepEqual(after('[1] a', '\\[1] a'), []);
  });
});

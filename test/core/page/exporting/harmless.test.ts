import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportMarkdown, parseBrief } from '../../../../src/core';
import { harmless } from '../../../../src/core/page/exporting/harmless';
import { runs } from '../../../runs';

/** The Markdown of a brief that has a body alone. */
const exported = (body: string) => exportMarkdown(parseBrief(`${body}\n`)).trimEnd();
/** With a front matter of some lines. */
const withHead = (head: string) => exportMarkdown(parseBrief(`---\n${head}\n---\n\nText.\n`)).trimEnd();

describe('exported Markdown beside the page', () => {
  it('keeps the tags that the page shows, where they stand in pairs', () => {
    for (const text of ['H<sub>2</sub>O', 'Press <kbd>Enter</kbd>.', 'One<br>two', '**<mark>*a*</mark>**'])
      assert.equal(exported(text), text);
  });

  it('makes text of all other tags, and of what has no end', () => {
    assert.equal(exported('A <script>b()</script> c'), 'A &lt;script>b()&lt;/script> c');
    assert.equal(exported('A <b>b c'), 'A &lt;b>b c');
    assert.equal(exported('*A <b>b* c</b>'), '*A &lt;b>b* c&lt;/b>');
    assert.equal(exported('<pre>b</pre>'), '&lt;pre>b&lt;/pre>');
  });

  it('keeps HTML, with those attributes that the page shows', () => {
    for (const text of [
      '<div align="center">\n\nA\n\n</div>',
      '<details>\n<summary>A <b>b</b></summary>\n\n- c\n\n</details>',
      '<table>\n<tr><th>A\n<tr><td colspan="2">*b*\n</table>',
      '| a |\n| - |\n| <ul><li>b<li>c</ul> |',
      '![a](b.png) <img src="c.png" alt="d" width="20">',
    ])
      assert.equal(exported(text), text);
    assert.equal(exported('Press <KBD class="a">Enter</KBD>.<BR/>'), 'Press <kbd>Enter</kbd>.<br>');
    assert.equal(exported('<p onclick="b()" align=right id=c>d</p>'), '<p align="right">d</p>');
    assert.equal(exported('<a href="javascript:b()" target=c>d</a>'), '<a>d</a>');
  });

  it('has no comment of a block of HTML, and nothing that is hidden', () => {
    assert.equal(exported('<div>\n<!-- mine -->\nA\n</div>'), '<div>\n\nA\n</div>');
    assert.equal(exported('A <span style="display:none">b [1]</span> c'), 'A  c');
    assert.equal(exported('A `<span hidden>b</span>` c'), 'A `<span hidden>b</span>` c');
  });

  it('makes text of tags in lists, quotations and tables', () => {
    assert.equal(exported('- A\n\n  <p onclick="b()">c'), '- A\n\n  <p>c');
    assert.equal(exported('> <img src=a onerror=b()>'), '> <img src="a">');
    assert.equal(
      exported('| A | <iframe src=b> |\n| --- | --- |\n| <u>c</u> | `<i>` |'),
      '| A | &lt;iframe src=b> |\n| --- | --- |\n| <u>c</u> | `<i>` |',
    );
  });

  it('leaves signs alone that start no tag', () => {
    for (const text of ['1 < 2', 'a <b and c', 'It is <5% or >3', 'I <3 it', 'x<y', '$a<b$ and $c>d$', '\\<b>a\\</b>'])
      assert.equal(exported(text), text);
  });

  it('makes text of links whose address is refused, in whichever way it is written', () => {
    for (const address of [
      'javascript:a()',
      'java&#115;cript:a()',
      'javascript&colon;a()',
      '<JAVASCRIPT:a b>',
      'command:a',
      'file:///etc/passwd',
      '//a.example/b',
      'data:text/html,a',
      '../../a',
    ]) {
      assert.equal(exported(`A [b](${address}) c`), `A [b\\](${address.replace('<', '&lt;')}) c`);
      assert.equal(exported(`A ![b](${address} "c")`), `A ![b\\](${address.replace('<', '&lt;')} "c")`);
    }
    assert.equal(exported('See <javascript:a()>.'), 'See &lt;javascript:a()>.');
  });

  it('leaves links and images alone that the page follows or shows, and pictures in the text', () => {
    for (const text of [
      '[a](https://a.example/b?c=d&e "f")',
      '[a](<b c.md>) ![d](e/f.png)',
      '<https://a.example> <mail@a.example>',
      '[a](#b) [c][d]\n\n[d]: e.md',
      '![a](data:image/png;base64,iVBORw0KGgo=)',
      '[![a](b.png)](https://a.example)',
    ])
      assert.equal(exported(text), text);
  });

  it('keeps a link whose words hold a refused one', () => {
    assert.equal(exported('[a [b](file:///c) d](https://e.example)'), '[a [b\\](file:///c) d](https://e.example)');
  });

  it('makes text of a definition whose address is refused, and keeps the one after it', () => {
    const definitions = '[a]: file:///b\n[c]: d.md';
    assert.equal(exported(`[a] [c]\n\n${definitions}`), '[a] [c]\n\n[a\\]: file:///b\n\n[c]: d.md');
    assert.equal(exported('> [c]\n>\n> [a]: file:///b\n> [c]: d.md'), '> [c]\n>\n> [a\\]: file:///b\n>\n> [c]: d.md');
  });

  it('keeps a footnote that other viewers would take for the address of a link', () => {
    assert.equal(exported('A[^a].\n\n[^a]: 50%'), 'A[^note-a].\n\n[^note-a]: 50% &#32;');
  });

  it('leaves code as it is', () => {
    for (const text of [
      'A `<script>` and `` [a](javascript:b) ``',
      '```html\n<div onclick="a()">\n[a]: javascript:b\n```',
      '- A\n\n  ~~~\n  <!-- b -->\n  ~~~',
      '    <script>a()</script>',
    ])
      assert.equal(exported(text), text.trimEnd());
  });

  it('takes nothing for code that some viewers do not take for it', () => {
    // Without tables, the first two backticks are a pair.
    assert.equal(
      exported('| a` | `<script>` |\n| --- | --- |\n| b | c |'),
      '| a` | `&lt;script>` |\n| --- | --- |\n| b | c |',
    );
    // A definition that is left out does not make a paragraph of code.
    const text = exported('- a [1]\n\n[1]: https://a.example\n\n    <script>b()</script>');
    assert.doesNotMatch(text, /<script/);
  });

  it('has no comments, whoever they are of', () => {
    assert.equal(exported('A <!-- mine --> b.<!-- ours -->'), 'A  b.');
    assert.equal(exported('A\n<!-- mine\n\non lines -->\nB'), 'A\n\nB');
    assert.equal(exported('- A\n<!-- mine -->\n- B'), '- A\n\n- B');
    assert.equal(exported('- A\n\n  B\n  <!-- mine -->\n  C'), '- A\n\n  B\n\n  C');
    assert.equal(exported('> A\n> <!-- mine -->\n\n| a<!-- b --> |\n| - |'), '> A\n>\n\n| a |\n| - |');
    assert.equal(exported('A\n\n<!-- not closed\n\nB'), 'A');
    assert.equal(withHead('summary: A <!-- [1] mine --> b.'), 'A  b.\n\nText.');
  });

  it('keeps a list apart from what a comment keeps it apart from', () => {
    assert.equal(exported('- A\n\n<!-- mine -->\n\n    code'), '- A\n\n<!-- -->\n\n    code');
    assert.equal(exported('- A\n\n<!-- -->\n\n- B'), '- A\n\n<!-- -->\n\n- B');
  });

  it('keeps the words of the head and of figures, and says where they would have led', () => {
    const bad = 'javascript:a()';
    assert.equal(withHead(`publisher: Desk\nurl: ${bad}`), `Desk (${bad})\n\nText.`);
    assert.equal(withHead(`subtitle: A <i onclick=b()>c`), '*A &lt;i onclick=b()>c*\n\nText.');
    assert.equal(withHead(`summary: A [b](${bad})`), `A [b\\](${bad})\n\nText.`);
    const figure = `\`\`\`figure\nid: a\ntitle: A <img src=b>\ncaption: "[c](${bad})"\nimage: ${bad}\nalt: D\nown: true\n\`\`\``;
    assert.equal(exported(figure), `**Figure 1. A <img src="b">**\n\nD (${bad})\n\n[c\\](${bad}) (own work)`);
  });

  it('takes a formula for text that leads somewhere, and leaves others alone', () => {
    assert.equal(exported('A $\\href{javascript:a()}{b}$ c'), 'A \\$\\href{javascript:a()}{b}\\$ c');
    assert.equal(exported('A $x_1 \\lt y^2$ c'), 'A $x_1 \\lt y^2$ c');
    assert.equal(exported('A $<img src=a>$ b'), 'A $< img src=a>$ b');
  });

  it('comes out as it was the second time', () => {
    const part = fc.constantFrom(
      ...[
        '<b>',
        '</b>',
        '<script>',
        '<br>\n',
        '`',
        '```\n',
        '[a](',
        'file:///b',
        ')',
        '[a]: file:///b\n',
        '\n\n',
        '\n> ',
      ],
      ...['\n- ', '<!--', '-->', '\\', '$', '|', '| - |\n', '    ', '[^a]: ', 'words', '*', '\n<!-- -->\n'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const once = harmless(parts.join(''));
        assert.equal(harmless(once), once);
      }),
      { numRuns: runs(2000) },
    );
  });
});

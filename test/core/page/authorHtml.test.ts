import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { type ExportJob, exportBrief } from '../../../src/core/page/exporting/writers';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { renderPage } from '../../../src/core/page/renderPage';
import { keepAllowed } from '../../../src/core/page/safe/keepAllowed';
import { runs } from '../../runs';
import { assertOurs } from './ours';
import { tagSoup } from './tagSoup';

const BODY = /<div class="body">(.*)<\/div><\/article>$/s;

/** What the page shows of a text, without the lines and the frame around each block of HTML. */
function shown(text: string): string {
  const html = renderBrief(parseBrief(`---\ntitle: T\n---\n\n${text}\n`));
  return (BODY.exec(html)?.[1] ?? '')
    .replace(/ data-line="\d+"| class="insight[^"]*"/g, '')
    .replace(/^<(div|p) class="written">(.*)<\/\1>$/s, '$2');
}

function assertShown(examples: readonly (readonly [text: string, html: string])[]): void {
  for (const [text, html] of examples) assert.equal(shown(text), html, text);
}

describe('the HTML of an author', () => {
  it('is shown: elements that GitHub shows, too', () => {
    assertShown([
      ['<p>A <b>b</b> <code>c</code></p>', '<p>A <b>b</b> <code>c</code></p>'],
      ['<blockquote>A</blockquote>', '<blockquote>A</blockquote>'],
      ['<dl><dt>A<dd>b</dl>', '<dl><dt>A</dt><dd>b</dd></dl>'],
      ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
      ['<ol start="3"><li>a</li></ol>', '<ol start="3"><li>a</li></ol>'],
      ['<section><article>A</article></section>', '<div><div>A</div></div>'],
      ['A <ruby>漢<rt>kan</rt></ruby>', '<p>A <ruby>漢<rt>kan</rt></ruby></p>'],
      ['A <strike>b</strike> <tt>c</tt> <font color="red">d</font>', '<p>A <s>b</s> <code>c</code> <span>d</span></p>'],
      ['A<br/>b<BR>c', '<p>A<br>b<br>c</p>'],
    ]);
  });

  it('has text for all other tags', () => {
    assertShown([
      ['<script>a()</script>', '&lt;script&gt;a()&lt;/script&gt;'],
      ['<div><iframe src="a"></iframe></div>', '<div>&lt;iframe src=&quot;a&quot;&gt;&lt;/iframe&gt;</div>'],
      ['A <svg onload=a()> <T> b', '<p>A &lt;svg onload=a()&gt; &lt;T&gt; b</p>'],
      ['<?php a ?>', '&lt;?php a ?&gt;'],
    ]);
  });

  it('keeps of attributes a few values, which it writes itself', () => {
    assertShown([
      ['<div align="CENTER" id=a class=b style="color:red">A</div>', '<div class="align-center">A</div>'],
      ['<p style="text-align: right">A</p>', '<p class="align-right">A</p>'],
      ['<center>A</center>', '<div class="align-center">A</div>'],
      ['<h1 align=center>A</h1>', '<h2 class="align-center">A</h2>'],
      ['A <abbr title="B &amp; &quot;C">b</abbr>', '<p>A <abbr title="B &amp; &quot;C">b</abbr></p>'],
      ['<div align="x" title=\'<b>\' dir=rtl lang="x y">A</div>', '<div title="&lt;b&gt;" dir="rtl">A</div>'],
      [
        '<details open onclick=a()><summary>A</summary>b</details>',
        '<details class="fold" open><summary>A</summary>b</details>',
      ],
    ]);
  });

  it('is a table with its rows in groups, and what stands between them before it', () => {
    const frame = (rows: string, before = '') =>
      `${before}<div class="scroller" role="region" tabindex="0" aria-label="Table"><table>${rows}</table></div>`;
    assertShown([
      ['<table><tr><td>a<td>b</table>', frame('<tbody><tr><td>a</td><td>b</td></tr></tbody>')],
      [
        '<table><caption>C</caption><thead><tr><th colspan=2>a</thead><tr><td rowspan="3">b</table>',
        frame(
          '<caption>C</caption><thead><tr><th colspan="2">a</th></tr></thead><tbody><tr><td rowspan="3">b</td></tr></tbody>',
        ),
      ],
      ['<table>x<tr><p>y</p><td>a</td></tr></table>', frame('<tbody><tr><td>a</td></tr></tbody>', 'x<p>y</p>')],
      ['<table><tr><td colspan="101" rowspan=0>a</table>', frame('<tbody><tr><td>a</td></tr></tbody>')],
      ['<td>a</td>', '&lt;td&gt;a'],
    ]);
  });

  it('has images by the rules for all images', () => {
    assertShown([
      [
        '<img src="a b.png" alt="A" width="30" height=20px>',
        '<img data-src="a%20b.png" alt="A" width="30" height="20" class="in-line">',
      ],
      ['A <img src="../a.png" alt="B">', '<p>A <span class="refused">B</span></p>'],
      [
        '<img src="https://a.example/b.png" alt="B" width=50% srcset="//c">',
        '<a class="web-image" href="https://a.example/b.png" rel="noopener noreferrer" data-width="50%">B</a>',
      ],
      [
        '<picture><source srcset="//a"><img src=b.png></picture>',
        '<p><span><img data-src="b.png" alt="" class="in-line"></span></p>',
      ],
      ['A <img alt="only words">', '<p>A only words</p>'],
      [
        '<img src="b.png" align=RIGHT> A <img src="b.png" align="center">',
        '<p><img data-src="b.png" alt="" class="in-line float-right"> A <img data-src="b.png" alt="" class="in-line"></p>',
      ],
      [
        'A <img src="https://a.example/b.png" align="left" alt="B">',
        '<p>A <a class="web-image float-left" href="https://a.example/b.png" rel="noopener noreferrer">B</a></p>',
      ],
    ]);
    const html = renderBrief(parseBrief('A <img src="a.png" alt="B">\n'), { loadsImages: false });
    assert.ok(html.includes('<span class="image in-line">B</span>'));
  });

  it('has words and the reason in place of images that cannot be read, where its author looks', () => {
    const text = '![Pit](a%20b.png)\n\nA <img src="a%20b.png" alt="B"> and <img src="c.png">.\n';
    const brief = parseBrief(text, { images: [{ path: 'a b.png', unreadable: 'No "file" <b>.' }, { path: 'c.png' }] });
    const says = '<span class="image-error">a%20b.png: No &quot;file&quot; &lt;b&gt;.</span>';
    const html = renderBrief(brief);
    assert.ok(html.includes(`<span class="image image-missing">Pit${says}</span>`), html);
    assert.ok(html.includes(`<span class="image image-missing in-line">B${says}</span> and <img data-src="c.png"`));
    assert.ok(!renderBrief(brief, { evidence: 'in-page' }).includes('image-error'));
  });

  it('has links past the gate for addresses, and none within another', () => {
    assertShown([
      [
        'A <a href="https://b.example" target=c>b</a>',
        '<p>A <a href="https://b.example" rel="noopener noreferrer">b</a></p>',
      ],
      [
        '<p><a href="https://b.example">a.example</a></p>',
        '<p><a href="https://b.example" rel="noopener noreferrer">a.example</a> (<bdi class="link-host">b.example</bdi>)</p>',
      ],
      ['A <a href="b.md">c</a> <a name="d"></a>', '<p>A <a href="b.md" rel="noopener noreferrer">c</a> </p>'],
      [
        'A <a href="javascript:b()">c</a>',
        '<p>A <span class="refused" title="This address is not opened: javascript:b()">c</span></p>',
      ],
      ['A <a href="b.md">c [d](e.md)</a>', '<p>A <a href="b.md" rel="noopener noreferrer">c d</a></p>'],
      [
        '<a href="b.md"><img src="https://a.example/c.png" alt="d"></a>',
        '<p><a class="web-image" href="https://a.example/c.png" rel="noopener noreferrer">d</a> <a href="b.md" rel="noopener noreferrer">b.md</a></p>',
      ],
    ]);
  });

  it('is left out where it is hidden', () => {
    assertShown([
      ['A <span style="display:none">b</span> c', '<p>A  c</p>'],
      ['<div hidden>A</div>', ''],
      ['A <span style="color:red; display : none">**b** <i>c</i></span>', '<p>A </p>'],
      ['<span style="display:none">[^1] A claim of 12 things.</span>', ''],
    ]);
  });

  it('is shown where it should be hidden and has no end, or Markdown in it', () => {
    assertShown([
      ['<div hidden>A', '<div>A</div>'],
      ['<div hidden>\n\nA\n\n</div>', '<div><p>A</p></div>'],
    ]);
  });

  it('ends where its block ends', () => {
    assertShown([
      ['<div><i>A\n\nB', '<div class="written"><div><i>A</i></div></div><p>B</p>'],
      ['- </div>A\n\nB', '<ul><li><p class="written">A</p></li></ul><p>B</p>'],
    ]);
  });

  it('goes around Markdown where it begins in one block and ends in another', () => {
    assertShown([
      [
        '<details>\n<summary>A</summary>\n\n- *b*\n\n</details>',
        '<details class="fold">\n<summary>A</summary><ul><li><div><em>b</em></div></li></ul></details>',
      ],
      [
        '- a\n\n  <div align=right>\n\n  b\n\n  </div>',
        '<ul><li><p>a</p><div class="written"><div class="align-right"><p>b</p></div></div></li></ul>',
      ],
    ]);
    const parts = renderBrief(
      parseBrief('<details>\n\nA [1].\n\n</details>\n\n## Sources\n\n- [1] S. https://a.example\n'),
    );
    assert.match(parts, /<details class="fold">\s*<p[^>]*>.*class="chip".*<\/p><\/details>/s);
  });

  it('holds neither the title nor the list of sources', () => {
    const html = renderBrief(
      parseBrief(
        '<div align="center">\n\n# T\n\n</div>\n\n<details>\n\n## Sources\n\n- [1] S. https://a.example\n\n</details>\n',
      ),
    );
    assert.doesNotMatch(html, /<details/);
    assert.match(html, /<h1[^>]*>T<\/h1>/);
    assert.match(html, /<ol class="sources"/);
    assertOurs(html);
  });

  it('may stand in the cells of a table, and in paragraphs', () => {
    assertShown([
      ['A <div>b</div>', '<div>A <div>b</div></div>'],
      ['## A <div>b</div>', '<h2 id="h-a-divbdiv">A &lt;div&gt;b&lt;/div&gt;</h2>'],
    ]);
    assert.match(shown('| a |\n| - |\n| <ul><li>b<li>c</ul> |'), /<td><ul><li>b<\/li><li>c<\/li><\/ul><\/td>/);
  });

  it('is whole and our own, and passes the last gate as it is, whatever it is made of', () => {
    fc.assert(
      fc.property(tagSoup, (text) => {
        const html = renderBrief(parseBrief(text), { evidence: 'in-page' });
        assertOurs(html);
        assert.equal(keepAllowed(html), html);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('is unfolded on paper, which cannot be opened', async () => {
    const brief = parseBrief('<details>\n<summary>A</summary>\nB\n</details>\n');
    let printed = '';
    const job: ExportJob = {
      brief,
      paper: 'A4',
      comments: false,
      drawings: async () => ({}),
      styled: async () => null,
      page: async (style) => renderPage(brief, style),
      print: async (html) => {
        printed = html;
        return { pdf: new Uint8Array() };
      },
      writeWord: async () => new Uint8Array(),
    };
    await exportBrief('pdf', job);
    assert.ok(printed.includes('<details class="fold" open>'));
    const { text } = (await exportBrief('html', job)) as { text: string };
    assert.ok(text.includes('<details class="fold">'));
  });

  it('takes time that grows with the text, and is bounded in depth', () => {
    for (const part of [
      '<div>',
      '<div>\n\n',
      '</div>',
      '<b>',
      '<li>',
      '<table><tr><td>',
      '<span hidden>',
      '<a href=x>',
      '<p>\n\n</p>\n\n',
    ]) {
      const html = renderBrief(parseBrief(part.repeat(20_000 / part.length)));
      assert.ok(html.length < 1_000_000, part);
    }
  });
});

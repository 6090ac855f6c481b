import assert from 'node:assert/strict';
import { contextIn, textsIn } from './reading';

const texts = (text: string) => textsIn(text, 'copy.html');

describe('A web page', () => {
  it('has a passage for its title, and each heading, paragraph and list item', () => {
    const text =
      '<!doctype html><html><head><title>Ore &amp; more</title><meta name="x"></head><body><h1>Ore</h1>' +
      '<p>It <b>was</b>\n  sold.<p>Then<ul><li>one<li>two</ul>loose<dl><dt>a<dd>b</dl></body></html>';
    assert.deepEqual(texts(text), ['Ore & more', 'Ore', 'It was sold.', 'Then', 'one', 'two', 'loose', 'a', 'b']);
  });

  it('has no passage of what stands in no place of it', () => {
    assert.deepEqual(texts('<p>a</p></https://e.example/a?b=1&c=2#d'), ['a']);
  });

  it('decodes character references', () => {
    assert.deepEqual(texts('<p>5&nbsp;m &lt; 6 &#x1F600; &copy; &unknown; AT&T</p>'), [
      '5\u00A0m < 6 😀 © &unknown; AT&T',
    ]);
  });

  it('has no passage for programs, styles, navigation, controls and what is hidden', () => {
    for (const unseen of [
      '<script>if (1 < 2) "<p>no</p>"</script>',
      '<style>p { top: 5px }</style>',
      '<nav><ul><li>Home<li>About</ul></nav>',
      '<div role="navigation">Home</div>',
      '<button>Buy 5</button>',
      '<select><option>6</select>',
      '<textarea>7</textarea>',
      '<p hidden>8',
      '<div style="color: red; display:none"><p>9</p></div>',
      '<template><p>10</p></template>',
      '<noscript>11</noscript>',
      '<svg><text>12</text></svg>',
      '<!-- 13 -->',
    ])
      assert.deepEqual(texts(`<p>a</p>${unseen}<p>b</p>`), ['a', 'b'], unseen);
  });

  it('tells exponents and note marks from digits', () => {
    assert.deepEqual(texts('<p>10<sup>6</sup> t, 90%<sup>1</sup> of CO<sub>2</sub></p>'), ['10⁶ t, 90%¹ of CO2']);
  });

  it('keeps line breaks that are meant', () => assert.deepEqual(texts('<p>a<br>b</p>'), ['a\nb']));

  it('has the pages that ids and comments mark', () => {
    assert.deepEqual(texts('<p>a</p><div id="page-2">b</div><!-- page 3 --><p>c<a name="page4"></a>d'), [
      'a',
      '2: b',
      '3: c',
      '4: d',
    ]);
  });

  it('reads a text in it as a text', () => {
    assert.deepEqual(texts('<pre>\nOre    2023\nTin      14\nZinc     12\n</pre>'), [
      'Ore    2023',
      'Tin      14',
      'Zinc     12',
    ]);
  });

  it('survives tags that are never closed or never opened', () => {
    assert.deepEqual(texts('</p></div><div><b>a</i>b</table></b><p>c'), ['ab', 'c']);
    assert.deepEqual(texts('<p>a <b'), ['a']);
    assert.deepEqual(texts('<div><table><tr><td>a<td>1</div>'), ['a | 1']);
  });
});

describe('A table of a web page', () => {
  const table =
    '<p>(in thousands)</p><table><caption>Ore</caption><thead><tr><th>Ore<th>2023</thead>' +
    '<tr><td><p>Tin</p></td><td>$</td><td>14</td><td>&nbsp;</td></tr><tr><td>Loss</td><td>(5</td><td>)</td></tr></table>';

  it('has a passage for each row, whose cells are put together as they look', () => {
    assert.deepEqual(texts(table), ['(in thousands)', 'Ore', 'Ore | 2023', 'Tin | $14', 'Loss | (5)']);
  });

  it('comes with its caption, its header and what states its unit', () => {
    assert.equal(contextIn(table, 'a.html', 'Tin'), '(in thousands)\nOre\nOre | 2023');
  });

  it('is no table where it is there for the layout', () => {
    const layout = `<table><tr><td><p>One.</p><p>Two.</p></td></tr><tr><td>${table}</td></tr></table>`;
    assert.deepEqual(texts(layout).slice(0, 4), ['One.', 'Two.', '(in thousands)', 'Ore']);
    assert.match(contextIn(layout, 'a.html', 'Tin') ?? '', /in thousands/);
  });

  it('repeats a cell in all rows and columns that it covers', () => {
    const head = '<tr><th rowspan=2>Port<th colspan=2>Crates<tr><th>May<th>June';
    const spanned = `<table>${head}<tr><td rowspan=2>Bergen<td>14<td>19<tr><td colspan=2>none</table>`;
    const rows = ['Port | Crates | Crates', 'Port | May | June', 'Bergen | 14 | 19', 'Bergen | none | none'];
    assert.deepEqual(texts(spanned), rows);
    assert.equal(contextIn(spanned, 'a.html', 'Bergen | 14'), 'Port | Crates | Crates\nPort | May | June');
  });

  it('is read with a label that covers all columns', () => {
    const labelled = '<table><tr><th>Port<th>Crates<tr><td colspan=2>North<tr><td>Bergen<td>14</table>';
    assert.deepEqual(texts(labelled), ['Port | Crates', 'North', 'Bergen | 14']);
    assert.equal(contextIn(labelled, 'a.html', 'Bergen'), 'Port | Crates\nNorth');
  });

  it('repeats a cell in bounds, whatever a page asks for', () => {
    const row = `<tr><td rowspan="99999999" colspan="99999999">${'x'.repeat(500)}<td>y`;
    for (const html of [
      `<table>${row}${'<tr><td>z'.repeat(5000)}</table>`,
      `<table>${row.repeat(500)}</table>`,
      `<table>${row}<tr><td>z</table>`.repeat(500),
    ]) {
      const written = texts(html).join('');
      assert.ok(written.length < html.length + 1_100_000, `${written.length}`);
    }
  });
});

describe('A formula of a web page', () => {
  const power = '<math><msup><mn>10</mn> <mn>5</mn></msup></math>';

  it('is its words within its paragraph', () => {
    assert.deepEqual(texts('<p>The speed <math>\n<mi>v</mi> <mo>=</mo> <mn>3</mn></math> rose.</p>'), [
      'The speed v=3 rose.',
    ]);
  });

  it('keeps a power apart', () => assert.deepEqual(texts(`<p>It is ${power} t.</p>`), ['It is 10^5 t.']));

  it('stands once, whatever other forms of it the page has', () => {
    const forms = '<annotation encoding="application/x-tex">10^{5}</annotation>';
    const again = '<span class="katex-html" aria-hidden="true">105</span>';
    const both = `<math><semantics><mn>7</mn>${forms}</semantics></math>${again}`;
    assert.deepEqual(texts(`<p>It is ${both} t.</p>`), ['It is 7 t.']);
    const assistive = `<nobr>9</nobr><span class="MJX_Assistive_MathML">${power}</span>`;
    assert.deepEqual(texts(`<p>It is ${assistive} t.</p>`), ['It is 9 t.']);
  });

  it('is read where a picture of it is shown', () => {
    const hidden = `<span class="mwe-math-mathml-inline" style="display: none;">${power}</span>`;
    assert.deepEqual(texts(`<p>It is ${hidden} t.</p>`), ['It is 10^5 t.']);
  });
});

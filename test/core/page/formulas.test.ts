import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import {
  renderFormula,
  safeFormula,
  TOO_MANY_FORMULAS,
  type WriteFormula,
  weighFormulas,
} from '../../../src/core/page/sections/formulas';

/** Stands for what reads TeX: one letter for all of it. */
const letter: WriteFormula = (tex) =>
  tex === 'bad' ? { error: 'It is <bad>.' } : { nodes: [{ name: 'mi', attributes: {}, children: [tex] }] };

const body = (text: string, writeFormula: WriteFormula | null = letter): string =>
  /<div class="body">(.*)<\/div><\/article>/s.exec(renderBrief(parseBrief(text), { writeFormula }))?.[1] ?? '';
const math = (tex: string, display = false) =>
  `<math${display ? ' display="block"' : ''} dir="ltr"><semantics><mrow><mi>${tex}</mi></mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;
const block = (content: string, line: number) =>
  `<div class="math-block" role="group" tabindex="0" aria-label="Formula" data-line="${line}">${content}</div>`;

describe('Formulas of a page', () => {
  it('stand in their line', () => assert.ok(body('Let $x$ be.').includes(`Let ${math('x')} be.`)));

  it('stand as their source as long as nobody reads TeX', () =>
    assert.ok(body('Let $a<b$ be.', null).includes('Let <span class="math">$a&lt;b$</span> be.')));

  it('may stand on lines of their own', () => {
    assert.equal(body('$$x$$'), block(math('x', true), 0));
    assert.equal(body('$$\nx\n$$'), block(math('x', true), 0));
  });

  it('on lines of their own are no heading, list or table, whatever a line starts with', () => {
    assert.match(body('$$\na\n=\n- b\n# c\n| d |\n$$'), /^<div class="math-block"[^>]*><math display="block"/);
    assert.match(body('- item\n\n  $$\n  - x\n  $$'), /<annotation encoding="application\/x-tex">- x<\/annotation>/);
  });

  it('end at a blank line, and say so', () => {
    const html = body('$$ x\n\nText');
    assert.match(html, /<code>\$\$ x<\/code> <span class="math-error">The formula has no end\. End it with/);
    assert.match(html, /<p[^>]*>Text<\/p>/);
  });

  it('that words follow stand in the paragraph, whose citations count', () => {
    const html = body('$$x$$ holds. [1]\n\n## Sources\n\n[1] A. https://example.org');
    assert.ok(html.includes(`${math('x', true)} holds.`));
    assert.match(html, /class="chip"/);
  });

  it('that cannot be read show their source, with the reason', () => {
    assert.ok(
      body('Let $bad$ be.').includes(
        '<span class="math-bad"><code>$bad$</code> <span class="math-error">It is &lt;bad&gt;.</span></span>',
      ),
    );
  });

  it('stand in summaries and captions too', () => {
    const html = renderBrief(parseBrief('---\ntitle: A\nsummary: Let $x$ be.\n---\n'), { writeFormula: letter });
    assert.ok(html.includes(`Let ${math('x')} be.`));
  });

  it('may stand in brackets with backslashes, as assistants write them', () => {
    assert.ok(body('Let \\( a=b \\) be.').includes(`Let ${math('a=b')} be.`));
    assert.ok(body('Let \\(n\\) be.').includes(`Let ${math('n')} be.`));
    assert.equal(body('\\[\na\n= b\n- c\n\\]'), block(math('a\n= b\n- c', true), 0));
    assert.equal(body('\\[ a^2 \\]'), block(math('a^2', true), 0));
    assert.equal(weighFormulas('\\[\na\n\\]'), 'some');
    assert.equal(weighFormulas('Let \\(a=b\\) be.'), 'some');
  });

  it('in brackets that have no end say so', () =>
    assert.match(body('\\[\na = b\n\nText'), /The formula has no end\. End it with &quot;\\\]&quot;/));

  it('are no escaped brackets around numbers and words, nor in a link', () => {
    const escaped =
      '\\(3\\), \\[1\\], \\[sic\\], \\(see a = b of the text\\), \\[see https://example.org/a_b=c\\], \\\\(x\\\\)';
    assert.doesNotMatch(body(escaped), /<math/);
    assert.equal(weighFormulas(escaped), 'none');
    assert.doesNotMatch(body('[\\[a_1\\]](https://example.org) and [see \\(a=b\\)](https://example.org)'), /<math/);
    assert.doesNotMatch(body('\\(a\\) the first; link\\(s\\)'), /<math/);
  });

  it('are no money and no code', () => {
    assert.equal(weighFormulas('It costs $5 to $6, or US$7.'), 'none');
    assert.equal(weighFormulas('Let $x$ be'), 'some');
    assert.equal(weighFormulas('$$\nx\n$$'), 'some');
    assert.equal(weighFormulas('$$ x'), 'some');
    assert.doesNotMatch(body('`$x$` and \\$x\\$ and $5 and $6'), /<math/);
  });

  it('are no lines of code between two variables, whose braces do not pair', () => {
    assert.doesNotMatch(body('let r = (one:$body);\n  [{ return two; }];\n} and ($rest) { x }'), /<math/);
    assert.doesNotMatch(body('f(:$a) {\n g(:$b)'), /<math/);
    assert.match(body('Let ($f(x) =\n{a} + b$) be.'), /<math/);
    assert.match(body('Let ($\\frac{a}\n{b$) be.'), /<math/);
  });

  it('may be too many for a page, and say so', () => {
    const one = `$${'x'.repeat(900)}$ `;
    assert.equal(weighFormulas(one.repeat(50)), 'some');
    assert.equal(weighFormulas(one.repeat(60)), 'too many');
    assert.match(body('Let $x$ be.', TOO_MANY_FORMULAS), /<code>\$x\$<\/code>.*more formulas than a page can show/);
  });

  it('are written once as long as the same function writes them', () => {
    let count = 0;
    const counting: WriteFormula = (tex) => {
      count++;
      return { nodes: [tex] };
    };
    renderFormula('$x$', counting);
    renderFormula('$x$', counting);
    assert.equal(count, 1);
  });
});

describe('The gate for formulas', () => {
  const through = (name: string, attributes: Record<string, string> = {}) =>
    safeFormula([{ name, attributes, children: [] }], 'x', false);
  const attributesOf = (attributes: Record<string, string>) =>
    /<mo([^>]*)>/.exec(through('mo', attributes) ?? '')?.[1] ?? null;

  for (const name of ['script', 'a', 'maction', 'annotation-xml', 'mglyph', 'img', 'style', 'math', 'MI', 'menclose'])
    it(`lets no ${name} through`, () => assert.equal(through(name), null));

  it('drops attributes that are not of a formula', () =>
    assert.equal(
      attributesOf({
        href: 'javascript:alert(1)',
        'xlink:href': 'x',
        onclick: 'alert(1)',
        style: 'color:red',
        id: 'x',
        'data-line': '1',
        mathcolor: 'white',
        mathbackground: 'black',
        mathsize: '100em',
        actiontype: 'statusline#x',
      }),
      '',
    ));

  it('drops values that are not of their attributes', () => {
    for (const [name, value] of [
      ['class', 'chip'],
      ['class', 'math-a chip'],
      ['class', 'math-a" onclick="alert(1)'],
      ['width', '1000em'],
      ['width', '21em'],
      ['width', '-5em'],
      ['height', '100%'],
      ['lspace', 'calc(1em)'],
      ['minsize', 'url(x)'],
      ['stretchy', 'maybe'],
      ['scriptlevel', '99'],
      ['mathvariant', 'bold'],
    ] as const)
      assert.equal(attributesOf({ [name]: value }), '', `${name}="${value}"`);
  });

  it('keeps what a formula needs', () =>
    assert.equal(
      attributesOf({
        stretchy: 'true',
        minsize: '1.2em',
        lspace: '0em',
        width: '-0.1667em',
        class: 'math-top math-box',
      }),
      ' stretchy="true" minsize="1.2em" lspace="0em" width="-0.1667em" class="math-top math-box"',
    ));

  it('escapes text, and the source text', () => {
    const html = safeFormula([{ name: 'mtext', attributes: {}, children: ['<b>&'] }], '</annotation><script>', false);
    assert.match(html ?? '', /<mtext>&lt;b&gt;&amp;<\/mtext>.*>&lt;\/annotation&gt;&lt;script&gt;<\/annotation>/);
  });

  it('lets nothing through that is too deep, or has too many parts', () => {
    let deep: { name: string; attributes: Record<string, string>; children: readonly (typeof deep)[] } = {
      name: 'mrow',
      attributes: {},
      children: [],
    };
    for (let i = 0; i < 100_000; i++) deep = { name: 'mrow', attributes: {}, children: [deep] };
    assert.equal(safeFormula([deep], 'x', false), null);
    const wide = Array.from({ length: 20_001 }, () => 'x');
    assert.equal(safeFormula(wide, 'x', false), null);
  });
});

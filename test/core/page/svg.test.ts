import assert from 'node:assert/strict';
import { safeSvg } from '../../../src/core/page/safe/svg';
import { assertGrowsEvenly } from '../../growth';

const gate = (svg: string): string | null => safeSvg(svg, 'chart-x', 'Words & "more"');
const inside = (content: string): string | null =>
  gate(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5">${content}</svg>`);
const OPEN =
  '<svg width="10" height="5" viewBox="0 0 10 5" role="img" aria-label="Words &amp; &quot;more&quot;" focusable="false">';

describe('The gate for drawings', () => {
  it('keeps shapes, texts and colours, and says what is drawn', () => {
    const content =
      '<g transform="translate(1,2) rotate(-45)"><path d="M0,0L1.5e-3,2Z" fill="#0072b2" stroke="var(--chart-1)"></path><text text-anchor="end" font-size="13px">A &lt; B</text></g>';
    assert.equal(inside(content), `${OPEN}${content}</svg>`);
  });

  it('makes ids and what refers to them its own', () => {
    assert.equal(
      inside(
        '<defs><clipPath id="clip0"><rect width="1" height="1"/></clipPath></defs><g clip-path="url(#clip0)"></g>',
      ),
      `${OPEN}<defs><clipPath id="chart-x-clip0"><rect width="1" height="1"></rect></clipPath></defs><g clip-path="url(#chart-x-clip0)"></g></svg>`,
    );
  });

  for (const [what, content] of [
    ['scripts', '<script>alert(1)</script>'],
    ['foreign objects', '<foreignObject><body onload="alert(1)">x</body></foreignObject>'],
    ['styles', '<style>@import url(https://example.org)</style>'],
    ['images', '<image href="https://example.org/a.png" width="1" height="1"/>'],
    ['uses', '<use href="https://example.org/a.svg#x"/>'],
    ['animations', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    [
      'comments, declarations and instructions',
      '<!-- x --><!DOCTYPE svg [<!ENTITY a "b">]><?xml-stylesheet href="a"?>',
    ],
  ] as const) {
    it(`drops ${what}`, () => assert.doesNotMatch(inside(content) ?? '', /alert|example\.org|<(?!\/?svg)/));
  }

  it('keeps what a link holds, and drops the link', () => {
    assert.equal(inside('<a xlink:href="javascript:alert(1)"><rect x="1"/></a>'), `${OPEN}<rect x="1"></rect></svg>`);
  });

  for (const attribute of [
    'onclick="alert(1)"',
    'style="fill:url(https://example.org)"',
    'fill="url(javascript:alert(1))"',
    'fill="url(https://example.org/#a)"',
    'fill="var(--ink)"',
    'fill="image(https://example.org)"',
    'clip-path="url(//example.org#a)"',
    'href="data:text/html,x"',
    'class="chip"',
    'data-src="a.png"',
    'transform="url(x)"',
    'id="a b"',
    'tabindex="0"',
    "width='calc(1px)'",
  ]) {
    it(`drops ${attribute}`, () => assert.equal(inside(`<rect ${attribute}/>`), `${OPEN}<rect></rect></svg>`));
  }

  it('escapes what texts and attributes say, however it is written', () => {
    assert.equal(
      inside('<text>&#60;script&#x3e; &amp;lt; &#0;</text>'),
      `${OPEN}<text>&lt;script&gt; &amp;lt; \ufffd</text></svg>`,
    );
  });

  it('takes nothing for a drawing that is none', () => {
    for (const text of [
      '',
      'x',
      '<p>x</p>',
      '<svg>',
      '<svg></g>',
      '</svg>',
      '<svg><g></svg>',
      '<svg></svg><svg></svg>',
    ])
      assert.equal(gate(text), null, text);
  });

  it('is done in time with what is large or never ends', () => {
    for (const [before, part, after] of [
      ['', '<a "', ''],
      ['', '<g>', ''],
      ['', '<!--', ''],
      ['<path d="', 'eeem', '"/></svg>'],
      ['<path transform="', 'em', '"/></svg>'],
    ] as const)
      assertGrowsEvenly((times) => gate(`<svg>${before}${part.repeat(times)}${after}`), 20_000);
  });

  it('takes no drawing of more parts or levels than a page can show', () => {
    const nested = (levels: number) => inside(`${'<g>'.repeat(levels)}${'</g>'.repeat(levels)}`);
    assert.notEqual(inside('<g></g>'.repeat(29_000)), null);
    assert.equal(inside('<g></g>'.repeat(30_000)), null);
    assert.notEqual(nested(50), null);
    assert.equal(nested(60), null);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mathEnd } from '../../src/core/document/mathMarks';
import { readArticle, readWebPage } from '../../src/formats';
import { OpenFormula } from '../../src/formats/mathMl';

/** The text of a paragraph. */
function textOf(html: string): string {
  const read = readWebPage(`<h1>T</h1><p>${html}</p>`);
  assert.ok('markdown' in read);
  return read.markdown.replace('# T\n\n', '').trimEnd();
}

const POWER = '<msup><mi>v</mi><mn>2</mn></msup>';
const annotated = (tex: string, encoding = 'application/x-tex') =>
  `<math><semantics>${POWER}<annotation encoding="${encoding}">${tex}</annotation></semantics></math>`;

const CASES: readonly (readonly [what: string, html: string, text: string])[] = [
  ['is its TeX where the page annotates it', `Half ${annotated('v^{2}')} is it.`, 'Half $v^{2}$ is it.'],
  ['is its TeX where the page says that as its text', `<math alttext="v^{2}">${POWER}</math>.`, '$v^{2}$.'],
  ['is set off as on the page', `<math display="block" alttext="v^{2}">${POWER}</math>`, '$$v^{2}$$'],
  ['loses what Wikipedia writes around its TeX', annotated('{\\displaystyle v^{2}}'), '$v^{2}$'],
  ['is its words without TeX', `The <math>\n <mi>v</mi>\n <mo>=</mo>\n <mn>3</mn> </math> m.`, 'The v=3 m.'],
  ['is its words where it is described', `<math alttext="the square of v">${POWER}</math>.`, 'v^2.'],
  [
    'is its words where it is only a number',
    'It took <math alttext="48"><mn>48</mn></math> crates.',
    'It took 48 crates.',
  ],
  ['is its words where no formula can begin', `4<math alttext="\\cdot v^{2}"><mo>⋅</mo>${POWER}</math>`, '4⋅v^2'],
  ['is no other form of it', annotated('star v', 'StarMath 5.0'), 'v^2'],
  ['keeps a power apart', '<math><msup><mn>10</mn><mn>5</mn></msup></math> t', '10^5 t'],
  ['keeps a fraction apart', '<math><mfrac><mn>1</mn><mn>4</mn></mfrac></math> of it', '1/4 of it'],
  [
    'stands once where KaTeX shows it again',
    `a <span class="katex"><span class="katex-mathml">${annotated('v^2')}</span><span class="katex-html" aria-hidden="true">v2</span></span> b`,
    'a $v^2$ b',
  ],
  [
    'stands once where MathJax shows it before',
    `a <nobr aria-hidden="true">v2</nobr><span class="MJX_Assistive_MathML"><math>${POWER}</math></span> b`,
    'a v2 b',
  ],
  ['stays what KaTeX shows where there is no MathML', '<span class="katex-html">v2</span> b', 'v2 b'],
  ['ends with what holds it', 'a <span><math><mi>v</span> b', 'a v b'],
  [
    'brings no tag and no remark along',
    '<math alttext="a&lt;!-- brief: own --&gt;_b&lt;b"><mi>a</mi></math>',
    '$a< !-- brief: own -->_b< b$',
  ],
  ['brings no code along', '<math alttext="a_`b`"><mi>a</mi></math>', 'a'],
  ['brings no further formula along', '<math alttext="a_1$ [own] $"><mi>a</mi></math>', 'a'],
];

describe('A formula of a page', () => {
  for (const [what, html, text] of CASES) it(what, () => assert.equal(textOf(html), text));

  it('is read where a picture of it is shown', () => {
    const hidden = `<span class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="display: none;">${annotated('v^{2}')}</span>`;
    assert.equal(readArticle(`<main><p>Half ${hidden} is it.</p></main>`), 'Half $v^{2}$ is it.');
  });

  it('is TeX only where a brief reads a formula', () => {
    const parts = ['a', '5', ' ', '$', '\\', '^', '{', '}', '%', '`', '<b', '\n', 'word', 'x'.repeat(990)];
    const texts = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom(' ', 'a', '5', '$', '\\', '('), fc.boolean(), (alttext, before, isBlock) => {
        const formula = new OpenFormula({ alttext, display: isBlock ? 'block' : 'inline' });
        formula.text('a');
        const written = formula.tex(before);
        if (written !== null) assert.equal(mathEnd(before + written, 1), 1 + written.length);
      }),
    );
  });
});

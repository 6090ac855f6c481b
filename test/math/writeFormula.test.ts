import assert from 'node:assert/strict';
import { type FormulaNode, renderFormula } from '../../src/core/page/sections/formulas';
import { reasonOf, writeFormula } from '../../src/math';

/** What is shown of a formula, without what stands around all of them. */
function shown(tex: string): string {
  const html = renderFormula(`$${tex}$`, writeFormula);
  return /<semantics><mrow>(.*)<\/mrow><annotation/s.exec(html)?.[1] ?? html;
}

function errorOf(tex: string): string | null {
  const written = writeFormula(tex, true);
  return 'error' in written ? written.error : null;
}

describe('A formula as MathML Core', () => {
  it('has fractions, roots and scripts', () => {
    assert.equal(
      shown('\\frac{a_1}{\\sqrt{b}}'),
      '<mrow><mfrac><msub><mi>a</mi><mn>1</mn></msub><msqrt><mi>b</mi></msqrt></mfrac></mrow>',
    );
  });

  it('writes letters of a style as the characters of that style', () => {
    assert.equal(
      shown(
        '\\mathbb{R}\\mathcal{L}\\mathfrak{g}\\mathbf{x1}\\mathsf{A}\\mathtt{b}\\boldsymbol{\\beta}\\boldsymbol{\\Omega}',
      ).replace(/<[^>]+>/g, ''),
      'ℝℒ𝔤𝐱𝟏𝖠𝚋𝜷𝛀',
    );
  });

  it('reads an asterisk that is escaped as in Markdown', () => {
    assert.equal(shown('t^\\*'), shown('t^*'));
    assert.equal(errorOf('t^\\@'), 'There is no command \\@.');
  });

  it('keeps words in a formula words', () => {
    assert.equal(shown('\\textbf{if}'), '<mrow><mtext class="math-bold">if</mtext></mrow>');
  });

  it('sets the sides of aligned columns, and gaps between those of a matrix', () => {
    assert.match(shown('\\begin{aligned}a&=b\\end{aligned}'), /<mtd class="math-end">.*<mtd class="math-start">/);
    assert.match(shown('\\begin{matrix}a&b\\end{matrix}'), /<mtd>.*<mtd class="math-apart">/);
    assert.match(shown('\\begin{array}{l|r}a&b\\\\\\hline c&d\\end{array}'), /math-end math-apart math-left math-top/);
  });

  it('draws boxes and lines through things by classes', () => {
    assert.match(shown('\\boxed{x}'), /<mrow class="math-box">/);
    assert.match(shown('\\cancel{x}'), /<mrow class="math-updiagonalstrike">/);
    assert.match(shown('\\overline{ab}'), /<mrow class="math-top">/);
  });

  it('lets brackets grow with what stands in them', () => {
    assert.match(shown('\\left|\\frac12\\right|'), /<mo fence="true" stretchy="true" symmetric="true"[^>]*>∣<\/mo>/);
  });

  it('sets names of functions off, but not from their brackets', () => {
    const space = '<mspace width="0.1667em"></mspace>';
    assert.ok(shown('2\\sin x').includes(`<mn>2</mn>${space}<mi>sin</mi><mo>\u2061</mo>${space}<mi>x</mi>`));
    assert.ok(!shown('\\sin(x)').includes(space));
  });

  it('leaves colours and sizes to the page', () => {
    assert.doesNotMatch(
      shown('\\color{red}\\colorbox{yellow}{a}\\Huge x\\rule{1em}{1em}'),
      /red|yellow|black|mathsize/,
    );
  });

  for (const [tex, error] of [
    ['\\frac{', 'Its end is missing: a "}", a "\\right" or an "\\end".'],
    ['a}', '"}" is not expected here.'],
    ['\\ce{H2O}', 'There is no command \\ce.'],
    ['\\begin{nothing}\\end{nothing}', 'There is no environment nothing.'],
    ['a_b_c', 'Double subscript.'],
    ['\\def\\a{\\a\\a}\\a', '\\def defines a command, and formulas cannot do that.'],
    ['\\newcommand{\\a}{b}\\a', '\\newcommand defines a command, and formulas cannot do that.'],
    ['\\href{javascript:alert(1)}{x}', '\\href is not allowed in a formula.'],
    ['\\htmlClass{a}{x}', '\\htmlClass is not allowed in a formula.'],
    ['\\includegraphics{a.png}', '\\includegraphics is not allowed in a formula.'],
    ['x'.repeat(5001), 'A formula has at most 5000 characters. Split it up.'],
  ] as const) {
    it(`says of ${tex.slice(0, 40)}: ${error}`, () => assert.equal(errorOf(tex), error));
  }

  it('takes commands whose names only start like those that are refused', () => {
    assert.equal(errorOf('\\leftarrow \\longrightarrow \\lessgtr'), null);
  });

  it('says that what is nested too deep is', () =>
    assert.equal(reasonOf(new RangeError('Maximum call stack size exceeded')), 'It is nested too deep.'));

  it('writes the same again, whatever was written in between', () => {
    const before = JSON.stringify(writeFormula('\\R x', false));
    writeFormula('\\gdef\\R{y}', false);
    assert.equal(JSON.stringify(writeFormula('\\R x', false)), before);
  });

  it('keeps no source text of its own', () => {
    const written = writeFormula('x', false);
    const names: string[] = [];
    const walk = (node: FormulaNode | string) => {
      if (typeof node === 'string') return;
      names.push(node.name);
      node.children.forEach(walk);
    };
    if ('nodes' in written) written.nodes.forEach(walk);
    assert.deepEqual(names, ['mrow', 'mi']);
  });
});

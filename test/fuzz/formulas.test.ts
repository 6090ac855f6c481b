/** Any TeX: it never throws, and what comes of it is a formula that the page can have. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { renderFormula } from '../../src/core/page/sections/formulas';
import { writeFormula } from '../../src/math';

const NAMES = new Set(
  'span code math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(?:class|display|dir|encoding|stretchy|symmetric|fence|separator|accent|accentunder|movablelimits|largeop|displaystyle|lspace|rspace|width|height|depth|voffset|minsize|maxsize|linethickness|form|mathvariant|scriptlevel)$/;

function hold(source: string): void {
  const html = renderFormula(source, writeFormula);
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        assert.ok(NAMES.has(name), `<${name}> of ${JSON.stringify(source)}`);
        for (const [attribute, value] of Object.entries(attributes)) {
          assert.match(attribute, ATTRIBUTES, source);
          assert.doesNotMatch(value, /[:;()<>"'\\]/, source);
        }
      },
      onclosetag: (name, implied) => {
        assert.equal(open.pop(), name, source);
        assert.equal(implied, false, source);
      },
    },
    { xmlMode: true },
  );
  parser.end(html);
  assert.deepEqual(open, [], source);
}

/** What TeX is made of, hostile and not. */
const PIECES = [
  ...'abcxyz019+-=<>&"\'|()[]{}^_~$%#,.! \\'.split(''),
  ...'\\frac \\sqrt \\left \\right \\left( \\right) \\middle| \\sum_ \\int^ \\text{ \\mathbb{ \\mathbf \\hat \\overline \\over \\atop'.split(
    ' ',
  ),
  ...'\\begin{matrix} \\end{matrix} \\begin{aligned} \\end{aligned} \\begin{cases} \\end{cases} \\begin{array}{|c|c|} \\end{array}'.split(
    ' ',
  ),
  ...'\\\\ \\hline \\tag{1} \\color{red} \\boxed{ \\cancel{ \\rule{1e9em}{1e9em} \\hspace{-1e9em} \\kern9999em \\raisebox{-99em}{x}'.split(
    ' ',
  ),
  ...'\\def\\a{\\a\\a}\\a \\gdef \\newcommand \\let \\global \\href{javascript:alert(1)}{x} \\url{//x} \\htmlClass{a}{x} \\htmlStyle{color:red}{x}'.split(
    ' ',
  ),
  ...'\\htmlData{a=b}{x} \\htmlId{x}{y} \\includegraphics{https://example.org/x.png} \\verb|<script>| \\unicode{x} \\char"3C \\mathchoice{a}{b}{c}{d}'.split(
    ' ',
  ),
  ...'\\xrightarrow[a]{b} \\underbrace{a}_ \\prescript \\sideset \\operatorname* \\mathop \\mathrel \\genfrac \\vphantom{ \\smash{ \\llap{ \\fbox{'.split(
    ' ',
  ),
  ...'<script>alert(1)</script> </annotation> --> ]]> \0 \u202e 汉字 é 𝒳 \ud800 \n'.split(' '),
];

describe('Any TeX', () => {
  it('passes the gate or is an error, from any characters', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (tex, display) =>
        hold(display ? `$$${tex}$$` : `$${tex}$`),
      ),
    ));

  it('passes the gate or is an error, from any pieces of TeX', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => hold(`$$${pieces.join('')}$$`)),
      { numRuns: 2000 },
    ));

  for (const [what, tex] of [
    ['100,000 nested braces', `${'{'.repeat(100_000)}${'}'.repeat(100_000)}`],
    ['2,000 nested braces', `${'{'.repeat(2000)}${'}'.repeat(2000)}`],
    ['fractions nested as deep as there is room', `${'\\frac{'.repeat(700)}`],
    ['roots in roots', `${'\\sqrt{'.repeat(700)}x${'}'.repeat(700)}`],
    ['brackets in brackets', `${'\\left('.repeat(350)}x${'\\right)'.repeat(350)}`],
    ['scripts on scripts', `${'x^{'.repeat(1200)}${'}'.repeat(1200)}`],
    ['texts in texts', `${'\\text{$'.repeat(300)}${'$}'.repeat(300)}`],
    ['choices in choices', `${'\\mathchoice{'.repeat(100)}x${'}{}{}{}'.repeat(100)}`],
    ['megabytes', 'x+'.repeat(2_000_000)],
    ['as many letters as there may be', 'x'.repeat(5000)],
    ['as many cells as there may be', `\\begin{matrix}${'&'.repeat(4900)}\\end{matrix}`],
    ['commands that are defined by themselves', '\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\a'],
    ['commands that stand for many others', '\\dots\\bmod'.repeat(450)],
  ] as const)
    it(`of ${what} is no hazard`, () => hold(`$$${tex}$$`));
});

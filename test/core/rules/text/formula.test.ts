import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { faultOfFormula } from '../../../../src/core/checking';
import { checkBrief } from '../../../../src/core/rules';
import { writeFormula } from '../../../../src/math';
import { exampleOf, RULE_PAGES } from '../../../project/rulePages';

const CODE = 'text/formula';
const HEAD = '---\ntitle: T\n---\n\n';

const formulaFault = (source: string) => faultOfFormula(source, writeFormula);

/** What the rule underlines, and says. */
function found(text: string): (readonly [underlined: string, message: string])[] {
  return checkBrief(parseBrief(text), { formulaFault })
    .filter(({ rule }) => rule === CODE)
    .map(({ span, message }) => [text.slice(span.start, span.end), message] as const);
}

const UNKNOWN = 'The formula cannot be shown. There is no command \\fraq.';

describe(CODE, () => {
  it('reports a formula that cannot be read, with the reason that the page gives', () => {
    assert.deepEqual(found(`${HEAD}A $\\fraq{a}{b}$ and $x$.\n`), [['$\\fraq{a}{b}$', UNKNOWN]]);
    assert.deepEqual(found(`${HEAD}$$\n\\frac{a}{b\n$$\n`), [
      ['$$\n\\frac{a}{b\n$$', 'The formula cannot be shown. Its end is missing: a "}", a "\\right" or an "\\end".'],
    ]);
    assert.deepEqual(found(`${HEAD}A\n\n$$\nx\n`), [
      ['$$\nx', 'The formula cannot be shown. The formula has no end. End it with "$$".'],
    ]);
  });

  it('says that a formula is wider than a page, only where it is with every font', () => {
    const terms = (count: number) => Array.from({ length: count }, (_, i) => `a_{${i}}x^{${i}}`);
    const long = terms(20).join('+');
    const wide =
      'The formula is wider than a page: on paper its end is cut off. Break it into lines, such as with "aligned".';
    for (const formula of [`$$\n${long}\n$$`, `$${long}$`, `$$\n\\sqrt{${long}}\n$$`, `$$\n${'总成本'.repeat(20)}\n$$`])
      assert.deepEqual(found(`${HEAD}${formula}\n`), [[formula, wide]]);
    const lines = `\\begin{aligned} &${terms(10).join('+')}\\\\ &+${long.slice(long.indexOf('a_{10}'))}\\end{aligned}`;
    for (const tex of [terms(10).join('+'), lines, `\\frac{${terms(9).join('+')}}{${terms(9).join('+')}}`])
      assert.deepEqual(found(`${HEAD}$$\n${tex}\n$$\n`), []);
  });

  it('looks into headings, lists, quotations, tables and footnotes', () => {
    const bad = '$\\fraq$';
    for (const text of [
      `## A ${bad}`,
      `- a\n  - ${bad}`,
      `> a ${bad}`,
      `| a |\n| - |\n| ${bad} |`,
      `A[^n].\n\n[^n]: b ${bad}`,
      `> [!NOTE]\n> ${bad}`,
    ])
      assert.deepEqual(found(`${HEAD}${text}\n`), [[bad, UNKNOWN]], text);
  });

  it('reads a formula as the page does: without the marks of a quotation and the escapes of a table', () => {
    for (const text of [
      '> $$\n> \\frac{a}\n> {b}\n> $$',
      '- a\n\n  $$\n  x\n  $$',
      '| a |\n| - |\n| $\\|x\\|$ |',
      'a $x +\ny$ b',
      'a $^{[1]}$ b',
    ])
      assert.deepEqual(found(`${HEAD}${text}\n`), [], text);
  });

  it('is silent about code, money and comments, and where nobody reads formulas', () => {
    for (const text of [
      '`$\\fraq$`',
      '```\n$\\fraq$\n```',
      'From $5 to $6 \\fraq.',
      '<!-- $\\fraq$ -->',
      '\\$\\fraq\\$',
    ])
      assert.deepEqual(found(`${HEAD}${text}\n`), [], text);
    const text = parseBrief(`${HEAD}$\\fraq$\n`);
    assert.deepEqual(
      checkBrief(text).filter(({ rule }) => rule === CODE),
      [],
    );
  });

  it('is silent where the brief has more formulas than a page shows', () => {
    assert.equal(found(`${HEAD}${'A $\\fraq$ b.\n\n'.repeat(100)}`).length, 100);
    assert.deepEqual(found(`${HEAD}$\\fraq$\n\n${`$${'x'.repeat(900)}$\n\n`.repeat(60)}`), []);
  });

  it('is as the page of the rule shows, in each language, and turned off as it says', () => {
    for (const pages of RULE_PAGES) {
      const wrong = exampleOf(pages, CODE, pages.wrong) ?? '';
      assert.equal(found(wrong).length, 1);
      assert.deepEqual(found(exampleOf(pages, CODE, pages.right) ?? ''), []);
      const off = wrong.replace(/^(?=.*\\fraq)/m, `<!-- brief-disable-next-line ${CODE} -->\n`);
      assert.deepEqual(found(off), []);
    }
    assert.deepEqual(found(`---\ntitle: T\nrules:\n  ${CODE}: off\n---\n\n$\\fraq$\n`), []);
  });
});

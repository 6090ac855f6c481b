import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { keepAllowed } from '../../../src/core/page/safe/keepAllowed';
import { writeFormula } from '../../../src/math';
import { drawn } from '../../accessibility/everythingDrawn';
import { ARABIC, CHINESE, EVERYTHING } from '../../everything';

const FORMULAS = String.raw`
Inline $\sum_{i=1}^n \frac{\alpha_i}{2} \text{ if } x \ne 0$ and $$\begin{pmatrix}a & b \\ c & d\end{pmatrix} \xrightarrow{f} \sqrt[3]{x}$$

$$
\underbrace{a+b}_{c} \quad \mathbb{R} \overline{x} \hat{y} \cancel{z} \tag{1} \color{red}{x} \boxed{\pi}
$$
`;

/** Tags that come out as others than they were; none where nothing has changed. */
function changed(html: string): string[] {
  const kept = keepAllowed(html);
  if (kept === html) return [];
  const after = new Set(kept.match(/<[^<>]*>/g));
  return [...new Set(html.match(/<[^<>]*>/g))].filter((tag) => !after.has(tag));
}

describe('the last gate of exports', () => {
  for (const [name, text] of Object.entries({ EVERYTHING, CHINESE, ARABIC, FORMULAS })) {
    it(`leaves a page as it was: ${name}`, async () => {
      const { brief, charts } = await drawn(text);
      for (const evidence of ['none', 'in-page', 'on-demand'] as const) {
        for (const review of [false, true]) {
          const html = renderBrief(brief, { charts, evidence, review, outline: true, writeFormula });
          assert.deepEqual(changed(html), []);
        }
      }
    });
  }

  it('leaves the samples as they were', () => {
    for (const path of globSync('samples/**/*.{brief,md}')) {
      const html = renderBrief(parseBrief(readFileSync(path, 'utf8')), {
        evidence: 'in-page',
        outline: true,
        writeFormula,
      });
      assert.deepEqual(changed(html), [], path);
    }
  });

  for (const [what, html, kept] of [
    ['an element that is not ours, and keeps its words', '<p><font>a</font></p>', '<p>a</p>'],
    ['a script, whose text is text', '<script>alert(1)</script>', 'alert(1)'],
    ['an attribute that is not ours', '<p onclick="x" class="note">a</p>', '<p class="note">a</p>'],
    ['an address that the gate refuses', '<a href="javascript:x">a</a>', '<a>a</a>'],
    [
      'an address in disguise',
      '<a href="&#106;avascript:x">a</a><a href="java&Tab;script:x">b</a>',
      '<a>a</a><a>b</a>',
    ],
    ['an image from the web', '<img src="https://a.example/x.png" alt="a">', '<img alt="a">'],
    ['a path on an element that loads none', '<p data-src="a.png">a</p>', '<p>a</p>'],
    ['a name that is not ours', '<p id="brief">a</p>', '<p>a</p>'],
    ['HTML in a drawing', '<svg><p>a</p><path d="M0 0"></path></svg>', '<svg>a<path d="M0 0"></path></svg>'],
    ['HTML in a formula', '<math><mtext><img><mi>a</mi></mtext></math>', '<math><mtext><mi>a</mi></mtext></math>'],
    ['an address in a drawing', '<svg><rect fill="url(https://a.example)"></rect></svg>', '<svg><rect></rect></svg>'],
  ] as const) {
    it(`takes out ${what}`, () => assert.equal(keepAllowed(html), kept));
  }

  it('escapes signs that are of no tag as it is written by the renderer', () => {
    assert.equal(keepAllowed('a < b <!-- x --> <p onclick=x>'), 'a &lt; b &lt;!-- x --&gt; &lt;p onclick=x&gt;');
  });

  it('closes what is open, and lets nothing be closed that is not', () => {
    assert.equal(keepAllowed('</div></main><p><b>a</p>'), '<p><b>a</b></p>');
  });
});

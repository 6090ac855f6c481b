import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../scripts/lib/root.js';
import { renderParts } from '../../src/core/page/renderBrief';
import { writeFormula } from '../../src/math';
import type * as sanitize from '../../src/webview/sanitize';
import { drawn } from '../accessibility/everythingDrawn';
import { closePages, sharedChromium } from '../chromium';
import { ARABIC, EVERYTHING } from '../everything';

declare global {
  interface Window {
    sanitize: typeof sanitize;
  }
}

const FORMULAS = String.raw`A $\sum_{i=1}^n \frac{\alpha_i}{2} \text{ if } x \ne 0$ and $\begin{pmatrix}a & b\end{pmatrix}$.`;

describe('The sanitiser of the preview', () => {
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
    page = await browser.newPage();
    const { outputFiles } = await build({
      ...{ bundle: true, format: 'iife', globalName: 'sanitize', write: false },
      entryPoints: [join(ROOT, 'src/webview/sanitize.ts')],
    });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  });
  after(closePages);

  for (const [name, text] of Object.entries({ EVERYTHING, ARABIC, FORMULAS })) {
    it(`leaves what the renderer writes as it is: ${name}`, async () => {
      const { brief, charts } = await drawn(text);
      const htmls = [false, true].flatMap((review) =>
        renderParts(brief, { charts, writeFormula, review, outline: true }).parts.map(({ html }) => html as string),
      );
      const changed = await page.evaluate(
        (all) =>
          all.filter((html) => {
            const template = document.createElement('template');
            template.innerHTML = html;
            return template.innerHTML !== [...window.sanitize.nodesOf(html).children].map((e) => e.outerHTML).join('');
          }),
        htmls,
      );
      assert.deepEqual(changed, []);
    });
  }

  it('gives nodes of a document in which nothing is loaded', async () => {
    const where = await page.evaluate(() => {
      const nodes = window.sanitize.nodesOf('<p>a</p>');
      return [nodes.ownerDocument === document, nodes.ownerDocument.defaultView];
    });
    assert.deepEqual(where, [false, null]);
  });

  for (const [what, html, kept] of [
    ['an element that is not ours, and keeps its words', '<p><font>a</font></p>', '<p>a</p>'],
    ['a script', '<p>a<script>hostile()</script></p>', '<p>a</p>'],
    ['an attribute that is not ours', '<p onclick="x" style="color:red" class="note">a</p>', '<p class="note">a</p>'],
    ['an address that the gate refuses', '<a href="java&Tab;script:x">a</a>', '<a>a</a>'],
    ['a name that is not ours', '<p id="brief">a</p>', '<p>a</p>'],
    ['an image from the web', '<img src="https://a.example/x.png" alt="a">', '<img alt="a">'],
  ] as const) {
    it(`takes out ${what}`, async () => {
      const after = await page.evaluate((it) => {
        const holder = document.createElement('div');
        holder.append(window.sanitize.nodesOf(it));
        return holder.innerHTML;
      }, html);
      assert.equal(after, kept);
    });
  }
});

import assert from 'node:assert/strict';
import { lineStarting, piecesOf, problemsIn } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
title: Rare earths
sources:
  - id: 1
    title: Mineral Commodity Summaries 2025
    url: https://example.org/minerals
---

## Supply

- China mined 69% of the world's rare earths in 2024 [1].
- Prices rose by 12% in the first quarter of 2025 [9].
- Demand for magnets doubled between 2015 and 2023.
`;

describe('A brief in the editor', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };

  before(async () => {
    opened = await open('language.brief', TEXT, { problems: true });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('has its language and its citations counted in the status bar', async () => {
    const status = page().locator('.part.statusbar');
    await status.getByText('Brief', { exact: true }).waitFor();
    await status.getByText(/^\d+ of 3 cited$/).waitFor();
  });

  it('has its citations coloured', async () => {
    const [word, citation] = await eventualColors('- China', ['China', '[1]']);
    assert.notEqual(citation, word);
  });

  it('has the keys of its front matter coloured', async () => {
    const [key, value] = await eventualColors('title', ['title', 'Rare earths']);
    assert.notEqual(key, value);
  });

  it('has what is wrong underlined', async () => {
    await lineStarting(page(), '- Prices').waitFor();
    await page().locator('.squiggly-error').first().waitFor();
    await page().locator('.squiggly-warning').first().waitFor();
  });

  it('has its problems listed, each with a link to the page of its rule', async () => {
    for (const rule of ['citation/unknown-source', 'citation/missing']) {
      const row = problemsIn(page()).filter({ hasText: rule }).first();
      await row.waitFor();
      assert.equal(await row.locator('.marker-source').textContent(), 'brief');
      const address = await row.locator('a', { hasText: rule }).getAttribute('href');
      assert.match(address ?? '', new RegExp(`^[a-z-]+://research-briefs\\.research-briefs/${rule}$`));
    }
  });

  /** The colours of the pieces of a line that hold these words, once the grammar has parted them. */
  async function eventualColors(start: string, words: readonly string[]): Promise<readonly (string | undefined)[]> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const pieces = await piecesOf(page(), start);
      const colors = words.map((word) => pieces.find(({ text }) => text.includes(word))?.color);
      if (new Set(colors).size === words.length || Date.now() > deadline) return colors;
      await page().waitForTimeout(100);
    }
  }
});

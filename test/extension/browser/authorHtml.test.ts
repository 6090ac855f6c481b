import assert from 'node:assert/strict';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `---
title: HTML in a brief
---

<p align="center"><img src="pit.svg" alt="A pit" width="40"></p>

<img src="pit.svg" alt="At the side" align="right"> Words that flow around it.

Water is H<sub>2</sub>O. <span style="display:none">Nobody sees this.</span>

<details>
<summary>How we searched</summary>

We asked **three** engines.

</details>

A wrong formula: $\\fraq{a}{b}$.

$$
${Array.from({ length: 30 }, (_, i) => `a_{${i}}x^{${i}}`).join('+')}
$$

<img src="gone.png" alt="Gone">

\`\`\`mermaid
graph TD; A-->B
\`\`\`
`;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#888"/></svg>';

describe('The HTML of an author, in a VS Code', () => {
  let opened: Opened | undefined;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });

  it('is shown in the preview, with the images of the folder, and what is wrong with it is in the problems', async () => {
    opened = await open('html.brief', BRIEF, { preview: true, problems: true, files: { 'pit.svg': PICTURE } });
    const { page } = opened;
    const preview = previewOf(page);
    const image = preview.locator('.align-center img');
    await image.waitFor();
    await preview.locator('.align-center img').evaluate((element: { decode(): Promise<void> }) => element.decode());
    assert.equal(await image.evaluate((element: { clientWidth: number }) => element.clientWidth), 40);
    const side = await preview.getByAltText('At the side').boundingBox();
    const words = await preview.getByText('Words that flow around it.').boundingBox();
    assert.ok(side && words && side.x > words.x && Math.abs(side.y - words.y) < 20, 'the words stand beside it');
    assert.ok(!((await preview.locator('#brief').textContent()) ?? '').includes('Nobody sees this'));
    const inside = preview.locator('details.fold p');
    assert.equal(await inside.isVisible(), false);
    await preview.locator('summary').click();
    await inside.waitFor();
    assert.match((await preview.locator('.undrawn-note').textContent()) ?? '', /^Mermaid is not drawn here/);
    const problems = page.locator('.markers-panel');
    await problems.getByText('The formula cannot be shown. There is no command \\fraq.').first().waitFor();
    await problems.getByText('The formula is wider than a page').first().waitFor();
    await problems.getByText('"gone.png" was not read. There is no such file.').first().waitFor();
  });
});

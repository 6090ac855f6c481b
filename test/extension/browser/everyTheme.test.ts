import assert from 'node:assert/strict';
import {
  focusEditor,
  moveCursor,
  piecesOf,
  previewOf,
  runCommand,
  showHover,
  styleOf,
} from '../../../scripts/lib/workbench.js';
import { axeIn } from '../../accessibility/axe';
import { paleTexts } from '../../accessibility/contrast.js';
import { type Opened, open, pictureIfFailed } from './support';
import { frameOf, paleIn, picture, THEME_KINDS, THEMES, wear } from './themes';

const TEXT = `---
title: Ore
sources:
  - id: 1
    title: Prices of ore
    authors: [Ada Sample]
    published: 2024
    text: prices.txt
  - id: 2
    title: Output of ore
    copy: abstract
    text: output.txt
  - id: 3
    title: Deals of the year
---

# Ore

- Prices rose by 12% in 2024 [1]. {>>In which country? @AZ 2026-11-28<<}
- Prices rose by 13% in 2023 [1].
- Output was 40 tons [2]. <!-- brief: verified 2025-08-07 AZ 000000 -->
- It will fall soon [own].
- Nobody says where these 12 words come from.

Press <kbd>F1</kbd>. Water is H<sub>2</sub>O. See @fig:none and [9].

<details open><summary>How we searched</summary>

We asked **three** engines.

</details>

A wrong formula: $\\fraq{a}{b}$, a right one: $a^2$.

<img src="gone.png" alt="Gone">

\`\`\`mermaid
graph TD; A-->B
\`\`\`
`;
const FILES = { 'prices.txt': 'Prices of ore rose by 12% in 2024.\n', 'output.txt': 'Output was 40 tons.\n' };
const LINE = TEXT.slice(0, TEXT.indexOf('- Prices')).split('\n').length;

/** What is wrong with VS Code's own list of comments. */
const IN_THREADS_OF_VSCODE = /^(?:aria-required-parent|label-content-name-mismatch) \(1\): <div class="review-comment"/;

describe('In each theme', () => {
  let opened: Opened;
  const page = () => opened.page;
  // VS Code may show one twice where it is told of it while it opens the text.
  const thread = () => page().locator('.review-widget').first();

  before(async () => {
    opened = await open('ore.brief', TEXT, { preview: true, files: FILES, settings: { 'brief.reviewer': 'BC' } });
    // All of it is in view at once.
    await page().setViewportSize({ width: 1800, height: 1300 });
    await page().locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    await focusEditor(page());
    await moveCursor(page(), LINE, 1);
    await runCommand(page(), 'Brief: Next Open Comment', () => thread().waitFor({ timeout: 10_000 }));
    await page().locator('.sidebar .monaco-list-row', { hasText: '[3] Deals of the year' }).waitFor();
    await previewOf(page()).locator('.undrawn-note').waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  for (const kind of THEME_KINDS)
    describe(`, as in ${THEMES[kind]},`, () => {
      before(() => wear(opened, kind));

      it('the text has citations, own judgements, comments and what is wrong in readable colours', async () => {
        await picture(page(), kind, 'window');
        assert.deepEqual(await paleIn('.editor-instance .editor-scrollable .view-lines', page()), []);
      });

      it('[own] is no error, and hints are as pale as the theme wants hints to be', async () => {
        const inLine = async (start: string, text: string) =>
          (await piecesOf(page(), start)).find((piece) => piece.text.includes(text))?.color ?? assert.fail(text);
        const [own, citation, unknown, hint] = await Promise.all([
          inLine('- It will fall', 'own'),
          inLine('- Prices rose by 13%', '1'),
          colourOf('editorError.foreground'),
          colourOf('editorInlayHint.foreground'),
        ]);
        assert.notEqual(own, unknown);
        assert.notEqual(citation, unknown);
        assert.equal(await inLine('- Prices rose by 12%', 'Sample 2024'), hint);
      });

      it('the sources, the status bar and the threads are readable', async () => {
        for (const part of ['.sidebar', '.part.statusbar', '.review-widget'])
          assert.deepEqual(await paleIn(part, page()), [], part);
        const faults = await axeIn(page(), '.review-widget');
        assert.deepEqual(
          faults.filter((fault) => !IN_THREADS_OF_VSCODE.test(fault)),
          [],
        );
      });

      it('the evidence that hovers over a citation is readable', async () => {
        await focusEditor(page());
        await moveCursor(page(), LINE + 1, TEXT.split('\n')[LINE]?.indexOf('[1]') ?? 0);
        const hover = await showHover(page());
        await hover.getByText('Prices of ore').first().waitFor();
        await picture(page(), kind, 'hover');
        assert.deepEqual(await paleIn('.monaco-hover:not(.hidden)', page()), []);
        await page().keyboard.press('Escape');
      });

      it("the page has an author's HTML, formulas and what is not shown in readable colours", async () => {
        const frame = await frameOf(page());
        for (const part of ['kbd', 'details', 'math', '.undrawn-note', '.thread', '.image-missing'])
          assert.ok((await frame.locator(part).count()) > 0, part);
        assert.deepEqual([...(await axeIn(frame)), ...(await frame.evaluate(paleTexts, 'body'))], []);
      });
    });

  /** A colour of the theme, as a browser writes what has that colour. */
  async function colourOf(name: string): Promise<string> {
    const hex = await styleOf(page().locator('.monaco-workbench'), `--vscode-${name.replace('.', '-')}`);
    const [red, green, blue] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((value) => Number.parseInt(value, 16));
    return `rgb(${red}, ${green}, ${blue})`;
  }
});

import assert from 'node:assert/strict';
import { focusEditor, moveCursor, problemsIn, showHover, takeFix } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const BRIEF = `# Ore

- China mined 69% of the ore in 2024.
- Prices rose by 5% [1].

## Sources

- [1] [Ore Yearbook](https://ore.example/a)
`;

describe('The page of a rule, in a VS Code', () => {
  let opened: Opened;
  before(async () => {
    opened = await open('ore.brief', BRIEF, { problems: true });
    await problemsIn(opened.page).filter({ hasText: 'citation/missing' }).first().waitFor();
  });
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await tab().click({ button: 'middle' });
    await tab().waitFor({ state: 'detached' });
  });
  after(() => opened?.close());

  const tab = () => opened.page.locator('.tab', { hasText: 'Preview missing.md' });
  const cursorAtProblem = async () => {
    await focusEditor(opened.page);
    await moveCursor(opened.page, 3, 15);
  };
  /** The Markdown preview shows the page that came with the extension. */
  const shown = async () => {
    await tab().waitFor();
    const inner = opened.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
    await inner.locator('h1', { hasText: 'citation/missing' }).waitFor();
    assert.match((await inner.locator('body').textContent()) ?? '', /An insight that states something checkable/);
  };

  it('opens from the code of a problem in the panel', async () => {
    await problemsIn(opened.page).filter({ hasText: 'citation/missing' }).first().locator('a.monaco-link').click();
    await shown();
  });

  it('opens from the code in a hover', async () => {
    await cursorAtProblem();
    const hover = await showHover(opened.page);
    await hover.locator('a', { hasText: 'citation/missing' }).first().click();
    await shown();
  });

  it('opens from the fixes', async () => {
    await cursorAtProblem();
    await takeFix(opened.page, /Show documentation for citation\/missing/, shown);
  });
});

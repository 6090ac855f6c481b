import assert from 'node:assert/strict';
import { openFile, previewOf, styleOf } from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const LONG = `# Long

${Array.from({ length: 120 }, (_, i) => `- Claim ${i + 1} has some words to fill its line, and some more to break it.`).join('\n')}
`;

/** What is typed is what is written. */
const PLAIN_TYPING = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.quickSuggestions': false,
  'editor.suggestOnTriggerCharacters': false,
};

describe('The settings of the preview, in a VS Code', () => {
  let opened: Opened;
  before(async () => {
    const files = { 'styles/house.css': '' };
    // The editor shows another file than the brief, and what the preview does is its own doing.
    opened = await open('long.brief', LONG, { preview: true, files, settings: PLAIN_TYPING });
    await claim(1).waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const preview = () => previewOf(opened.page);
  const claim = (number: number) => preview().locator('.insight', { hasText: new RegExp(`^Claim ${number}\\b`) });
  /** Writes a style as a person does, in the editor. */
  const write = async (name: string, text: string) => {
    await openFile(opened.page, name);
    await opened.page.locator('.tab.active', { hasText: name }).waitFor();
    await opened.page.locator('.editor-instance .view-lines').first().click();
    await opened.page.keyboard.press('Control+a');
    await opened.page.keyboard.press('Delete');
    await opened.page.keyboard.type(text);
    await opened.page.locator('.tab.active.dirty', { hasText: name }).waitFor();
    await opened.page.keyboard.press('Control+s');
  };
  const style = (property: string) => styleOf(claim(1), property);
  /** Waits until the text has this style. */
  const waitFor = async (property: string, value: string) => {
    // The page may be loaded anew at this very moment.
    const shown = () => style(property).catch((error: Error) => error.message);
    for (let tries = 0; (await shown()) !== value; tries++) {
      assert.ok(tries < 100, `${property} is ${await shown()}`);
      await opened.page.waitForTimeout(100);
    }
  };

  it('change its font, size and line height at once, and what is at its top stays there', async () => {
    await claim(80).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const before = (await claim(80).boundingBox())?.y ?? 0;
    opened.set({
      'brief.preview.fontFamily': 'Georgia, serif',
      'brief.preview.fontSize': 20,
      'brief.preview.lineHeight': 2,
    });
    await waitFor('font-family', 'Georgia, serif');
    await waitFor('font-size', '20px');
    await waitFor('line-height', '40px');
    const after = (await claim(80).boundingBox())?.y ?? 0;
    assert.ok(Math.abs(after - before) < 3, `it was at ${before} and is at ${after}`);
  });

  it('give it style sheets of the folder, which count as they are changed', async () => {
    await write('house.css', 'body { color: rgb(1, 2, 3) }');
    opened.set({ 'brief.preview.styles': ['styles/house.css'], 'brief.preview.fontSize': null });
    await waitFor('color', 'rgb(1, 2, 3)');
    await waitFor('font-size', '16px');
    await write('house.css', 'body { color: rgb(4, 5, 6) }');
    await waitFor('color', 'rgb(4, 5, 6)');
  });

  it('give it none from elsewhere', async () => {
    opened.set({
      'brief.preview.styles': [
        'https://example.com/a.css',
        '../a.css',
        '/etc/a.css',
        'styles/a.txt',
        'styles/house.css',
      ],
    });
    await waitFor('color', 'rgb(4, 5, 6)');
    const links = preview().locator('link[data-user-style]');
    for (let tries = 0; (await links.count()) !== 1; tries++) {
      assert.ok(tries < 100);
      await opened.page.waitForTimeout(100);
    }
  });
});

describe('The settings of the preview, in a folder that is not trusted', () => {
  const DOTTED = { 'brief.preview.styles': ['house.css'] };
  const NESTED = { brief: { preview: { styles: ['house.css'] } }, 'brief.preview': { styles: ['house.css'] } };
  let opened: Opened | undefined;
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await opened?.close();
  });

  for (const [form, folder] of Object.entries({ dotted: DOTTED, nested: NESTED })) {
    it(`give it no style, neither of the folder, in ${form} form, nor of the user`, async () => {
      opened = await open('long.brief', LONG, {
        preview: true,
        trust: false,
        settings: DOTTED,
        files: {
          'house.css': 'body { color: rgb(1, 2, 3) }',
          '.vscode/settings.json': JSON.stringify({ ...folder, 'brief.preview.fontSize': 21 }),
        },
      });
      // The settings of the folder are read: what is harmless counts.
      await previewOf(opened.page).locator('html[style*="21px"] .insight').first().waitFor();
      assert.equal(await previewOf(opened.page).locator('link[data-user-style]').count(), 0);
    });
  }
});

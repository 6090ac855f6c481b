import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { axeIn } from '../../accessibility/axe';
import { paleTexts } from '../../accessibility/contrast.js';
import { EVERYTHING, EVERYTHING_FILES } from '../../everything';
import { type Opened, open, pictureIfFailed } from './support';

const THEMES = {
  'vscode-light': 'Light Modern',
  'vscode-dark': 'Dark Modern',
  'vscode-high-contrast': 'Default High Contrast',
  'vscode-high-contrast-light': 'Default High Contrast Light',
} as const;

const OTHERS = [
  ...['Light+', 'Dark+', 'Quiet Light', 'Solarized Light', 'Solarized Dark', 'Monokai', 'Monokai Dimmed', 'Abyss'],
  ...['Red', 'Kimbie Dark', 'Tomorrow Night Blue'],
];

describe('The accessibility of the preview, in a VS Code', () => {
  let opened: Opened;
  before(async () => {
    opened = await open('all.brief', EVERYTHING, { preview: true, files: EVERYTHING_FILES });
    await preview().locator('#figure-spec svg[role="img"]').waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  const preview = () => previewOf(opened.page);
  const frame = async (): Promise<Frame> => {
    const body = await preview().locator('body').elementHandle();
    const found = await body?.ownerFrame();
    assert.ok(found, 'the preview is a frame');
    return found;
  };
  const faults = async () => {
    const page = await frame();
    return [...(await axeIn(page)), ...(await page.evaluate(paleTexts))];
  };
  const wear = async (name: keyof typeof THEMES) => {
    opened.set({ 'workbench.colorTheme': THEMES[name] });
    const others = name === 'vscode-high-contrast' ? ':not(.vscode-high-contrast-light)' : '';
    await preview().locator(`body.${name}${others}`).waitFor();
  };

  for (const name of ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light'] as const) {
    describe(`in ${THEMES[name]}`, () => {
      before(() => wear(name));

      it('has no fault that axe finds and no pale text, with a card and the data of a chart open', async () => {
        const chip = preview().locator('.chip[data-verdict="found"]').first();
        await chip.click();
        await preview().locator('#card mark').first().waitFor();
        const data = preview().locator('#figure-lines details');
        await data.evaluate((details) => details.setAttribute('open', ''));
        assert.deepEqual(await faults(), []);
        await opened.page.keyboard.press('Escape');
        await preview().locator('#card').waitFor({ state: 'hidden' });
      });

      it('has none with the claims beside their evidence', async () => {
        const button = preview().getByRole('button', { name: 'Evidence beside claims' });
        await button.click();
        await preview().locator('.review-evidence mark').first().waitFor();
        assert.deepEqual(await faults(), []);
        await button.click();
        await preview().locator('.review').waitFor({ state: 'detached' });
      });
    });
  }

  it('has no pale text in the other themes that VS Code has, in which code may be paler', async () => {
    const pale: string[] = [];
    for (const theme of OTHERS) {
      opened.set({ 'workbench.colorTheme': theme });
      await preview().locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      for (const text of await (await frame()).evaluate(paleTexts)) pale.push(`${theme}: ${text}`);
    }
    assert.deepEqual(pale, []);
  });
});

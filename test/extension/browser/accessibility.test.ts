import assert from 'node:assert/strict';
import { previewOf } from '../../../scripts/lib/workbench.js';
import { axeIn } from '../../accessibility/axe';
import { paleTexts } from '../../accessibility/contrast.js';
import { ARABIC, CHINESE, EVERYTHING, EVERYTHING_FILES } from '../../everything';
import { type Opened, open, pictureIfFailed } from './support';
import { frameOf, THEME_KINDS, THEMES, wear } from './themes';

const OTHERS = [
  ...['Light+', 'Dark+', 'Quiet Light', 'Solarized Light', 'Solarized Dark', 'Monokai', 'Monokai Dimmed', 'Abyss'],
  ...['Red', 'Kimbie Dark', 'Tomorrow Night Blue'],
];

let opened: Opened;
const preview = () => previewOf(opened.page);

async function faults(): Promise<string[]> {
  const page = await frameOf(opened.page);
  return [...(await axeIn(page)), ...(await page.evaluate(paleTexts, 'body'))];
}

describe('The accessibility of the preview, in a VS Code', () => {
  before(async () => {
    opened = await open('all.brief', EVERYTHING, { preview: true, files: EVERYTHING_FILES });
    await preview().locator('#figure-spec svg[role="img"]:visible').waitFor();
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  for (const name of THEME_KINDS) {
    describe(`in ${THEMES[name]}`, () => {
      before(() => wear(opened, name));

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

      it('has none with the outline open', async () => {
        await preview().locator('.outline-button').click();
        await preview().locator('.outline-list:popover-open').waitFor();
        assert.deepEqual(await faults(), []);
        await opened.page.keyboard.press('Escape');
        await preview().locator('.outline-list').waitFor({ state: 'hidden' });
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

  it('is used with the keyboard alone: a card, its source, the way back, and the source text', async () => {
    const focused = async () =>
      String(await (await frameOf(opened.page)).evaluate('document.activeElement.outerHTML.slice(0, 300)'));
    const tabTo = async (pattern: RegExp) => {
      for (let tries = 0; tries < 300; tries++) {
        if (pattern.test(await focused())) return;
        await opened.page.keyboard.press('Tab');
      }
      assert.fail(`the keyboard does not come to ${pattern}`);
    };
    // The window gives the keyboard to the preview; from here on there is no pointer.
    await preview().locator('h1').click();
    await tabTo(/class="chip"[^>]*data-verdict="found"/);
    const id = /id="([^"]*)"/.exec(await focused())?.[1] ?? '';
    await preview().locator('#card mark').first().waitFor();
    await opened.page.keyboard.press('Enter');
    await preview().locator('#card a:focus').first().waitFor();
    await tabTo(/href="#source-1"/);
    await opened.page.keyboard.press('Enter');
    await preview().locator('#source-1:focus').waitFor();
    await tabTo(new RegExp(`href="#${id}"`));
    await opened.page.keyboard.press('Enter');
    await preview().locator(`[id="${id}"]:focus`).waitFor();
    await tabTo(/class="pen"/);
    await opened.page.keyboard.press('Enter');
    // The editor has the keyboard, with its cursor in the claim.
    const line = EVERYTHING.slice(0, EVERYTHING.indexOf('- Cranes moved 48')).split('\n').length;
    await opened.page.locator('.part.statusbar', { hasText: `Ln ${line}, Col` }).waitFor();
  });

  it('has no pale text in the other themes that VS Code has, in which code may be paler', async () => {
    const pale: string[] = [];
    for (const theme of OTHERS) {
      opened.set({ 'workbench.colorTheme': theme });
      await preview().locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      for (const text of await (await frameOf(opened.page)).evaluate(paleTexts, 'body')) pale.push(`${theme}: ${text}`);
    }
    assert.deepEqual(pale, []);
  });

  describe('in other briefs', () => {
    for (const [name, text, shown] of [
      ['a Chinese brief', CHINESE, '#figure-output svg[role="img"]:visible'],
      ['an Arabic brief', ARABIC, '#figure-output svg[role="img"]:visible'],
      ['an empty brief', '', '.empty'],
    ] as const) {
      it(`has no fault that axe finds and no pale text in ${name}`, async () => {
        await opened.preview(`${name.split(' ')[1]}.brief`, text);
        await preview().locator(shown).waitFor();
        await wear(opened, 'vscode-dark');
        assert.deepEqual(await faults(), []);
      });
    }
  });
});

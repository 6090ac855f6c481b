import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { ROOT } from '../../../scripts/lib/root.js';
import {
  openFixes,
  piecesOf,
  problemsIn,
  settled,
  showHover,
  styleOf,
  takeFile,
} from '../../../scripts/lib/workbench.js';
import { axeIn } from '../../accessibility/axe';
import { paleTexts } from '../../accessibility/contrast.js';
import { ARABIC, CHINESE, EVERYTHING, EVERYTHING_FILES } from '../../everything';
import { inWindow, until } from './support';
import {
  faultsOf,
  frameOf,
  frameShowing,
  paleIn,
  picture,
  settledOn,
  THEME_KINDS,
  THEMES,
  wear,
  wearOutside,
} from './themes';

const OTHERS = [
  ...['Light+', 'Dark+', 'Quiet Light', 'Solarized Light', 'Solarized Dark', 'Monokai', 'Monokai Dimmed', 'Abyss'],
  ...['Red', 'Kimbie Dark', 'Tomorrow Night Blue'],
];

describe('The accessibility of the preview', () => {
  const opened = inWindow('all.brief', EVERYTHING, { preview: true, files: EVERYTHING_FILES });
  before(async () => {
    await opened.preview().locator('#figure-spec svg[role="img"]:visible').waitFor();
  });

  for (const name of THEME_KINDS) {
    describe(`in ${THEMES[name]}`, () => {
      before(() => wear(opened, name));

      it('has no fault that axe finds and no pale text, with a card and the data of a chart open', async () => {
        const chip = opened.preview().locator('.chip[data-verdict="found"]').first();
        await chip.click();
        await opened.preview().locator('#card mark').first().waitFor();
        const data = opened.preview().locator('#figure-lines details');
        await data.evaluate((details) => details.setAttribute('open', ''));
        assert.deepEqual(await faultsOf(await frameOf(opened.page)), []);
        await opened.press('Escape');
        await opened.preview().locator('#card').waitFor({ state: 'hidden' });
      });

      it('has none with the outline open', async () => {
        await opened.preview().locator('.outline-button').click();
        await opened.preview().locator('.outline-list:popover-open').waitFor();
        assert.deepEqual(await faultsOf(await frameOf(opened.page)), []);
        await opened.press('Escape');
        await opened.preview().locator('.outline-list').waitFor({ state: 'hidden' });
      });

      it('has none with the claims beside their evidence', async () => {
        const button = opened.preview().getByRole('button', { name: 'Evidence beside claims' });
        await button.click();
        await opened.preview().locator('.review-evidence mark').first().waitFor();
        assert.equal(await button.getAttribute('aria-pressed'), 'true');
        assert.deepEqual(await faultsOf(await frameOf(opened.page)), []);
        await button.click();
        await opened.preview().locator('.review').waitFor({ state: 'detached' });
      });
    });
  }

  it('is used with the keyboard alone: a card, its source, the way back, and the source text', async () => {
    const focused = async () =>
      String(await (await frameOf(opened.page)).evaluate('document.activeElement.outerHTML.slice(0, 300)'));
    const tabTo = async (pattern: RegExp) => {
      for (let tries = 0; tries < 300; tries++) {
        if (pattern.test(await focused())) return;
        await opened.press('Tab');
      }
      assert.fail(`the keyboard does not come to ${pattern}`);
    };
    // The window gives the keyboard to the preview; from here on there is no pointer.
    await opened.preview().locator('h1').click();
    await tabTo(/class="chip"[^>]*data-verdict="found"/);
    const id = /id="([^"]*)"/.exec(await focused())?.[1] ?? '';
    await opened.preview().locator('#card mark').first().waitFor();
    await opened.press('Enter');
    await opened.preview().locator('#card a:focus').first().waitFor();
    await tabTo(/href="#source-1"/);
    await opened.press('Enter');
    await opened.preview().locator('#source-1:focus').waitFor();
    await tabTo(new RegExp(`href="#${id}"`));
    await opened.press('Enter');
    await opened.preview().locator(`[id="${id}"]:focus`).waitFor();
    await tabTo(/class="pen"/);
    await opened.press('Enter');
    // The editor has the keyboard, with its cursor in the claim.
    const line = EVERYTHING.slice(0, EVERYTHING.indexOf('- Cranes moved 48')).split('\n').length;
    await opened.status(`Ln ${line}, Col`).waitFor();
  });

  it('has no pale text in the other themes that VS Code has, in which code may be paler', async () => {
    const pale: string[] = [];
    for (const theme of OTHERS) {
      opened.set({ 'workbench.colorTheme': theme });
      await opened.preview().locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      const frame = await frameOf(opened.page);
      for (const text of await settledOn(() => frame.evaluate(paleTexts, 'body'))) pale.push(`${theme}: ${text}`);
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
        await opened.showWithPreview(`${name.split(' ')[1]}.brief`, text);
        await opened.preview().locator(shown).waitFor();
        await wear(opened, 'vscode-dark');
        assert.deepEqual(await faultsOf(await frameOf(opened.page)), []);
      });
    }
  });
});

const SURFACES = `---
title: Ore
date: soon
sources:
  - id: 1
    title: Prices of ore
    authors: [Ada Sample]
    published: 2024
  - id: 2
    title: Output of ore
figures:
  - id: rise
    type: number
    title: Rise of prices
    value: 12
---

# Ore in *numbers*

## **Prices** of _ore_

- Prices rose by 12% in 2024 [1]. {>>In which country? @AZ 2026-11-28<<}
- Nobody says where these 13 words come from.
- Output may be \`40\` tons [2].
`;

/** The drawings of the walkthrough, which shows one at a time. */
const DRAWINGS = globSync('media/walkthrough/**/*.svg', { cwd: ROOT, absolute: true }).map(
  (path) => [path, readFileSync(path, 'utf8')] as const,
);

describe('What opens from a brief, in each theme', () => {
  const exported = () => opened.at('ore.json');

  const opened = inWindow('ore.brief', SURFACES, { settings: { 'comments.openView': 'never' } });
  before(async () => {
    // Menus, a form and a comparison are in view at once.
    await opened.page.setViewportSize({ width: 1700, height: 1000 });
    opened.run('outline.focus');
    await outline().filter({ hasText: 'Prices of ore' }).last().waitFor();
    await opened.line('- Prices').click();
    await opened.press('End');
    await opened.type(' It fell by 3%.');
  });
  afterEach(() => back());

  /** Closes what was opened beside the brief, and goes back to its text. */
  const back = async () => {
    const tabs = opened.page.locator('.tab');
    await until('all else is closed', async () => {
      if ((await tabs.count()) <= 1) return true;
      await tabs.nth(1).click({ button: 'middle' });
      return false;
    });
    await opened.focus();
  };
  const outline = () => opened.page.locator('.outline-tree .monaco-list-row .monaco-icon-label');

  for (const kind of THEME_KINDS)
    describe(`, as in ${THEMES[kind]},`, () => {
      before(() => wearOutside(opened, kind));

      it('the outline and the breadcrumbs name headings without marks', async () => {
        await opened.line('- Prices').click();
        const crumb = opened.page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
        for (const names of [outline(), crumb])
          for (const name of ['Ore in numbers', 'Prices of ore'])
            await names.filter({ hasText: name }).first().waitFor();
        await picture(opened.page, kind, 'outline');
        for (const part of ['.outline-tree', '.breadcrumbs-control'])
          assert.deepEqual(await paleIn(part, opened.page), [], part);
      });

      it('the form is readable and has no fault that axe finds', async () => {
        opened.run('brief.editDetails');
        const form = await frameShowing(opened.page, `body.${kind} input[data-name="title"]`);
        await form.getByText('must be a date such as').waitFor();
        await form.locator('summary', { hasText: '[1]' }).click();
        await picture(opened.page, kind, 'form');
        assert.deepEqual(await faultsOf(form), []);
        const borderOf = (field: string) => styleOf(form.locator(field).first(), 'border-top-color');
        assert.notEqual(await borderOf('[aria-invalid="true"]'), await borderOf('input:not([aria-invalid])'));
      });

      it('fixes have titles that can be read', async () => {
        await opened.line('- Nobody').click();
        const titles = await openFixes(opened.page);
        assert.ok(titles.includes('Show documentation for citation/missing'), titles.join(' · '));
        await picture(opened.page, kind, 'fixes');
        assert.deepEqual(await paleIn('.action-widget', opened.page), []);
        await opened.press('Escape');
        await opened.page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
      });

      it('the page of a rule is readable', async () => {
        opened.run('workbench.actions.view.problems');
        await problemsIn(opened.page).filter({ hasText: 'citation/missing' }).first().locator('a.monaco-link').click();
        const rule = await frameShowing(opened.page, `body.${kind} h1:has-text("citation/missing")`);
        await picture(opened.page, kind, 'rule');
        assert.deepEqual([...(await paleIn('body', rule)), ...(await paleIn('.markers-panel', opened.page))], []);
        opened.run('workbench.action.closePanel');
        await opened.page.locator('.markers-panel').waitFor({ state: 'hidden' });
      });

      it('the walkthrough has drawings that can be read', async () => {
        opened.run('workbench.action.openWalkthrough', 'research-briefs.research-briefs#brief.start');
        await opened.page.locator('.gettingStartedContainer').getByText('Start a brief').waitFor();
        // The page of its drawing is made more than once.
        const pages = async () => opened.page.frames().map((frame) => frame.url());
        await settled(pages, 300);
        const drawing = await frameShowing(opened.page, `body.${kind} svg`);
        await picture(opened.page, kind, 'walkthrough');
        assert.deepEqual(await paleIn('.gettingStartedSlideDetails', opened.page), []);
        for (const [name, svg] of DRAWINGS) {
          await drawing.locator('body').evaluate((body, markup) => {
            body.innerHTML = markup;
          }, svg);
          assert.deepEqual(await drawing.evaluate(paleTexts, 'svg'), [], name);
        }
      });

      it('settings are readable, and in groups', async () => {
        opened.run('workbench.action.openSettings', '@ext:research-briefs.research-briefs');
        await opened.page.locator('.settings-editor .setting-item-description').nth(3).waitFor();
        for (const group of ['Checking', 'Editor', 'Preview', 'Exporting', 'Sources'])
          await opened.page.locator('.settings-toc-entry', { hasText: group }).waitFor();
        await picture(opened.page, kind, 'settings');
        assert.deepEqual(await paleIn('.settings-editor .settings-body', opened.page), []);
        // VS Code shows them above everything else.
        await opened.press('Escape');
        await opened.page.locator('.settings-editor').waitFor({ state: 'hidden' });
      });

      it('changes and their comparison are readable', async () => {
        opened.run('brief.compareWithRevision');
        await opened.choose('Saved on Disk', 'Saved');
        await opened.picker().locator('.quick-input-list-entry', { hasText: 'added: 3%' }).waitFor();
        const drawn = opened.page.locator('.monaco-diff-editor .view-overlays .char-insert');
        await drawn.first().waitFor();
        await picture(opened.page, kind, 'comparison');
        for (const part of ['.quick-input-widget', '.monaco-diff-editor'])
          assert.deepEqual(await paleIn(part, opened.page), [], part);
        await opened.dismiss();
      });

      it('what an export asks and says is readable', async () => {
        rmSync(exported(), { force: true });
        await takeFile(opened.page, 'ore.json', async () => {
          opened.run('brief.exportJson');
          await opened.picker().getByText('Without Comments').waitFor();
          await picture(opened.page, kind, 'export');
          assert.deepEqual(await paleIn('.quick-input-widget', opened.page), []);
          await opened.choose('Without Comments');
        });
        await opened.page.locator('.notification-list-item', { hasText: 'ore.json' }).waitFor();
        assert.deepEqual(await paleIn('.notifications-toasts', opened.page), []);
        await picture(opened.page, kind, 'exported');
        opened.run('notifications.clearAll');
        await opened.page.locator('.notification-list-item').first().waitFor({ state: 'detached' });
      });
    });
});

const THEMED = `---
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
const THEMED_FILES = { 'prices.txt': 'Prices of ore rose by 12% in 2024.\n', 'output.txt': 'Output was 40 tons.\n' };
const THEMED_LINE = THEMED.slice(0, THEMED.indexOf('- Prices')).split('\n').length;

/** What is wrong with VS Code's own list of comments. */
const IN_THREADS_OF_VSCODE = /^(?:aria-required-parent|label-content-name-mismatch) \(1\): <div class="review-comment"/;

describe('In each theme', () => {
  // VS Code may show one twice where it is told of it while it opens the text.
  const thread = () => opened.page.locator('.review-widget').first();

  const opened = inWindow('ore.brief', THEMED, {
    preview: true,
    files: THEMED_FILES,
    settings: { 'brief.reviewer': 'BC' },
  });
  before(async () => {
    // All of it is in view at once.
    await opened.page.setViewportSize({ width: 1800, height: 1300 });
    await opened.page.locator('.activitybar').getByRole('tab', { name: 'Research Briefs' }).click();
    await opened.focus();
    await opened.moveTo(THEMED_LINE, 1);
    opened.run('brief.nextComment');
    await thread().waitFor();
    await opened.page.locator('.sidebar .monaco-list-row', { hasText: '[3] Deals of the year' }).waitFor();
    await opened.preview().locator('.undrawn-note').waitFor();
  });

  for (const kind of THEME_KINDS)
    describe(`, as in ${THEMES[kind]},`, () => {
      before(() => wear(opened, kind));

      it('the text has citations, own judgements, comments and what is wrong in readable colours', async () => {
        await picture(opened.page, kind, 'window');
        assert.deepEqual(await paleIn('.editor-instance .editor-scrollable .view-lines', opened.page), []);
      });

      it('[own] is no error, and hints are as pale as the theme wants hints to be', async () => {
        const inLine = async (start: string, text: string) =>
          (await piecesOf(opened.page, start)).find((piece) => piece.text.includes(text))?.color;
        const [unknown, hint] = [
          await colourOf('editorError.foreground'),
          await colourOf('editorInlayHint.foreground'),
        ];
        // Hints are asked for, and come when they come.
        await until('the hint is there', async () => (await inLine('- Prices rose by 12%', 'Sample 2024')) === hint);
        for (const [start, text] of [
          ['- It will fall', 'own'],
          ['- Prices rose by 13%', '1'],
        ] as const) {
          const colour = await inLine(start, text);
          assert.ok(colour !== undefined && colour !== unknown, `${text} is ${colour}`);
        }
      });

      it('the sources, the status bar and the threads are readable', async () => {
        for (const part of ['.sidebar', '.part.statusbar', '.review-widget'])
          assert.deepEqual(await paleIn(part, opened.page), [], part);
        const faults = await axeIn(opened.page, '.review-widget');
        assert.deepEqual(
          faults.filter((fault) => !IN_THREADS_OF_VSCODE.test(fault)),
          [],
        );
      });

      it('the evidence that hovers over a citation is readable', async () => {
        await opened.focus();
        await opened.moveTo(THEMED_LINE + 1, THEMED.split('\n')[THEMED_LINE]?.indexOf('[1]') ?? 0);
        const hover = await showHover(opened.page);
        await hover.getByText('Prices of ore').first().waitFor();
        await picture(opened.page, kind, 'hover');
        assert.deepEqual(await paleIn('.monaco-hover:not(.hidden)', opened.page), []);
        await opened.press('Escape');
      });

      it("the page has an author's HTML, formulas and what is not shown in readable colours", async () => {
        const frame = await frameOf(opened.page);
        for (const part of ['kbd', 'details', 'math', '.undrawn-note', '.thread', '.image-missing'])
          assert.ok((await frame.locator(part).count()) > 0, part);
        assert.deepEqual(await faultsOf(frame), []);
      });
    });

  /** A colour of the theme, as a browser writes what has that colour. */
  async function colourOf(name: string): Promise<string> {
    const hex = await styleOf(opened.page.locator('.monaco-workbench'), `--vscode-${name.replace('.', '-')}`);
    const [red, green, blue] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((value) => Number.parseInt(value, 16));
    return `rgb(${red}, ${green}, ${blue})`;
  }
});

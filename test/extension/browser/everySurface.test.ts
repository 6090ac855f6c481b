import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { ROOT } from '../../../scripts/lib/root.js';
import {
  focusEditor,
  lineStarting,
  openFixes,
  problemsIn,
  settled,
  styleOf,
  takeFile,
} from '../../../scripts/lib/workbench.js';
import { axeIn } from '../../accessibility/axe';
import { paleTexts } from '../../accessibility/contrast.js';
import { type Opened, open, pictureIfFailed } from './support';
import { frameShowing, paleIn, picture, THEME_KINDS, THEMES, wearOutside } from './themes';

const TEXT = `---
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
  let opened: Opened;
  const page = () => opened.page;
  const quickInput = () => page().locator('.quick-input-widget');
  const exported = () => join(dirname(opened.file), 'ore.json');

  before(async () => {
    opened = await open('ore.brief', TEXT, { settings: { 'comments.openView': 'never' } });
    // Menus, a form and a comparison are in view at once.
    await page().setViewportSize({ width: 1700, height: 1000 });
    opened.run('outline.focus');
    await outline().filter({ hasText: 'Prices of ore' }).last().waitFor();
    await lineStarting(page(), '- Prices').click();
    await page().keyboard.press('End');
    await page().keyboard.type(' It fell by 3%.');
  });
  afterEach(async function () {
    await pictureIfFailed(opened?.page, this.currentTest);
    await back();
  });
  after(() => opened?.close());

  /** Closes what was opened beside the brief, and goes back to its text. */
  const back = async () => {
    const tabs = page().locator('.tab');
    if ((await tabs.count()) > 1) await tabs.nth(1).click({ button: 'middle' });
    await tabs.nth(1).waitFor({ state: 'detached' });
    await focusEditor(page());
  };
  const outline = () => page().locator('.outline-tree .monaco-list-row .monaco-icon-label');

  for (const kind of THEME_KINDS)
    describe(`, as in ${THEMES[kind]},`, () => {
      before(() => wearOutside(opened, kind));

      it('the outline and the breadcrumbs name headings without marks', async () => {
        await lineStarting(page(), '- Prices').click();
        const crumb = page().locator('.breadcrumbs-control .monaco-breadcrumb-item');
        for (const name of ['Ore in numbers', 'Prices of ore']) await crumb.filter({ hasText: name }).first().waitFor();
        const names = [...(await outline().allTextContents()), ...(await crumb.allTextContents())];
        for (const name of ['Ore in numbers', 'Prices of ore'])
          assert.ok(names.filter((each) => each.includes(name)).length > 1, `${names.join(' · ')} has ${name} twice`);
        await picture(page(), kind, 'outline');
        for (const part of ['.outline-tree', '.breadcrumbs-control'])
          assert.deepEqual(await paleIn(part, page()), [], part);
      });

      it('the form is readable and has no fault that axe finds', async () => {
        opened.run('brief.editDetails');
        const form = await frameShowing(page(), `body.${kind} input[data-name="title"]`);
        await form.getByText('must be a date such as').waitFor();
        await form.locator('summary', { hasText: '[1]' }).click();
        await picture(page(), kind, 'form');
        assert.deepEqual([...(await axeIn(form)), ...(await form.evaluate(paleTexts, 'body'))], []);
        const borderOf = (field: string) => styleOf(form.locator(field).first(), 'border-top-color');
        assert.notEqual(await borderOf('[aria-invalid="true"]'), await borderOf('input:not([aria-invalid])'));
      });

      it('fixes have titles that can be read', async () => {
        await lineStarting(page(), '- Nobody').click();
        const titles = await openFixes(page());
        assert.ok(titles.includes('Show documentation for citation/missing'), titles.join(' · '));
        await picture(page(), kind, 'fixes');
        assert.deepEqual(await paleIn('.action-widget', page()), []);
        await page().keyboard.press('Escape');
      });

      it('the page of a rule is readable', async () => {
        opened.run('workbench.actions.view.problems');
        await problemsIn(page()).filter({ hasText: 'citation/missing' }).first().locator('a.monaco-link').click();
        const rule = await frameShowing(page(), `body.${kind} h1:has-text("citation/missing")`);
        await picture(page(), kind, 'rule');
        assert.deepEqual([...(await paleIn('body', rule)), ...(await paleIn('.markers-panel', page()))], []);
        opened.run('workbench.action.closePanel');
        await page().locator('.markers-panel').waitFor({ state: 'hidden' });
      });

      it('the walkthrough has drawings that can be read', async () => {
        opened.run('workbench.action.openWalkthrough', 'research-briefs.research-briefs#brief.start');
        await page().locator('.gettingStartedContainer').getByText('Start a brief').waitFor();
        // The page of its drawing is made more than once.
        const pages = async () =>
          page()
            .frames()
            .map((frame) => frame.url());
        await settled(pages, 300);
        const drawing = await frameShowing(page(), `body.${kind} svg`);
        await picture(page(), kind, 'walkthrough');
        assert.deepEqual(await paleIn('.gettingStartedSlideDetails', page()), []);
        for (const [name, svg] of DRAWINGS) {
          await drawing.locator('body').evaluate((body, markup) => {
            body.innerHTML = markup;
          }, svg);
          assert.deepEqual(await drawing.evaluate(paleTexts, 'svg'), [], name);
        }
      });

      it('settings are readable, and in groups', async () => {
        opened.run('workbench.action.openSettings', '@ext:research-briefs.research-briefs');
        await page().locator('.settings-editor .setting-item-description').nth(3).waitFor();
        for (const group of ['Checking', 'Editor', 'Preview', 'Exporting', 'Sources'])
          await page().locator('.settings-toc-entry', { hasText: group }).waitFor();
        await picture(page(), kind, 'settings');
        assert.deepEqual(await paleIn('.settings-editor .settings-body', page()), []);
        // VS Code shows them above everything else.
        await page().keyboard.press('Escape');
        await page().locator('.settings-editor').waitFor({ state: 'hidden' });
      });

      it('changes and their comparison are readable', async () => {
        opened.run('brief.compareWithRevision');
        await quickInput().getByText('Saved on Disk').waitFor();
        await page().keyboard.type('Saved');
        await page().keyboard.press('Enter');
        await quickInput().locator('.quick-input-list-entry', { hasText: 'added: 3%' }).waitFor();
        const drawn = page().locator('.monaco-diff-editor .view-overlays .char-insert');
        await drawn.first().waitFor();
        await picture(page(), kind, 'comparison');
        for (const part of ['.quick-input-widget', '.monaco-diff-editor'])
          assert.deepEqual(await paleIn(part, page()), [], part);
        await page().keyboard.press('Escape');
      });

      it('what an export asks and says is readable', async () => {
        rmSync(exported(), { force: true });
        await takeFile(page(), 'ore.json', async () => {
          opened.run('brief.exportJson');
          await quickInput().getByText('Without Comments').waitFor();
          await picture(page(), kind, 'export');
          assert.deepEqual(await paleIn('.quick-input-widget', page()), []);
          await page().keyboard.press('Enter');
        });
        await page().locator('.notification-list-item', { hasText: 'ore.json' }).waitFor();
        assert.deepEqual(await paleIn('.notifications-toasts', page()), []);
        await picture(page(), kind, 'exported');
        opened.run('notifications.clearAll');
        await page().locator('.notification-list-item').first().waitFor({ state: 'detached' });
      });
    });
});

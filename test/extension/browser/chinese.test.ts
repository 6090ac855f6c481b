import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import {
  lineStarting,
  openFixes,
  previewOf,
  problemsIn,
  runCommand,
  settled,
  showHover,
  takeFile,
} from '../../../scripts/lib/workbench.js';
import { shownTexts } from '../../accessibility/shownTexts.js';
import { englishIn } from './englishIn';
import { type Opened, open, openWeb, pictureIfFailed } from './support';
import { frameShowing, pictures } from './themes';

const TEXT = `---
title: 稀土
sources:
  - id: 1
    title: 矿山
    publisher: 示例
    quote: 2024 年产量为 45 吨。
---

## 产量

- 2024 年产量为 45 吨 [1]。
- 2023 年产量为 41 吨。 {>>哪里？ @AZ 2026-11-28<<}
- 2022 年产量为 39 吨 [7]。
`;

describe('A VS Code in Chinese', () => {
  let opened: Opened;
  const page = () => opened.page;
  const quickInput = () => page().locator('.quick-input-widget');
  before(async () => {
    opened = await open('产量.brief', TEXT, {
      chinese: true,
      problems: true,
      // VS Code shows its list of comments in the place of the problems.
      settings: { 'comments.openView': 'never' },
    });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('says in the status bar how much is cited', async () => {
    const item = page().locator('.part.statusbar .statusbar-item', { hasText: '已引用 2/3' });
    await item.hover();
    await page().locator('.monaco-hover', { hasText: '有来源的论断：' }).waitFor();
  });

  it('has problems in Chinese', async () => {
    await problemsIn(page()).filter({ hasText: 'citation/unknown-source' }).first().waitFor();
    await problemsIn(page())
      .filter({ hasText: /\p{Script=Han}.*citation\/missing/u })
      .first()
      .waitFor();
  });

  it('offers commands by their Chinese names, with the English ones below', async () => {
    await page().keyboard.press('F1');
    await quickInput().locator('input').first().fill('>打开侧边预览');
    const row = quickInput().locator('.monaco-list-row', { hasText: '简报: 打开侧边预览' });
    await row.filter({ hasText: 'Brief: Open Preview to the Side' }).waitFor();
    await page().keyboard.press('Escape');
  });

  it('asks and answers in Chinese', async () => {
    await runCommand(page(), '简报: 添加来源', () => quickInput().getByText('按原样添加').waitFor({ timeout: 3000 }));
    await page().keyboard.press('Escape');
    await runCommand(page(), '简报: 添加引用', () =>
      page().locator('.notification-list-item', { hasText: '此处没有论断。' }).waitFor({ timeout: 5000 }),
    );
  });

  it('lists the sources under Chinese headings', async () => {
    await page().locator('.activitybar [aria-label*="Research Briefs"]').first().click();
    const view = page().locator('.sidebar');
    await view.locator('.pane-header', { hasText: '工作区中的来源' }).waitFor();
    await view.locator('.monaco-list-row', { hasText: '未声明' }).waitFor();
    await view.locator('.monaco-list-row', { hasText: '已引用' }).waitFor();
  });

  it('shows the walkthrough in Chinese', async () => {
    await page().keyboard.press('F1');
    await quickInput().locator('input').first().fill('>Welcome: Open Walkthrough...');
    await quickInput().locator('.monaco-list-row', { hasText: 'Open Walkthrough' }).first().waitFor();
    await page().keyboard.press('Enter');
    await quickInput().locator('.monaco-list-row', { hasText: '开始使用 Research Briefs' }).click();
    await page().locator('.gettingStartedContainer').getByText('边写边引用').waitFor();
    // Its pictures are drawings, which have the words of the language.
    const picture = page()
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .locator('svg', { hasText: '矿产品概览' });
    await picture.first().waitFor();
    await pictures(opened, 'chinese walkthrough');
    assert.deepEqual(await faultsIn(page().locator('.gettingStartedContainer')), []);
  });

  /** All that a part of the window shows or says of ours in English, and the Chinese that is cut off. */
  const faultsIn = async (part: Locator) => {
    const shown = () => part.first().evaluate(shownTexts);
    await settled(shown, 300);
    const texts = await shown();
    const chinese = texts.filter(({ text }) => /\p{Script=Han}/u.test(text));
    assert.ok(chinese.length > 0, `there is Chinese in ${part}`);
    const cut = chinese.filter(({ isCut }) => isCut).map(({ text }) => `cut off: ${text}`);
    return [...englishIn(texts.map(({ text }) => text)), ...cut];
  };

  describe('has nothing of ours in English, and cuts nothing off', () => {
    const itHolds = (name: string, show: () => Promise<Locator>) =>
      it(name, async () => {
        const shown = await show();
        await pictures(opened, `chinese ${name}`);
        assert.deepEqual(await faultsIn(shown), []);
        await page().keyboard.press('Escape');
      });
    const inText = (start: string, text: string) =>
      lineStarting(page(), start).locator('span > span', { hasText: text }).first();
    before(async () => {
      opened.run('workbench.action.closeAllEditors');
      await page().locator('.tab').first().waitFor({ state: 'detached' });
      opened.run('vscode.open', { file: opened.file });
      await inText('- 2022', '7').waitFor();
    });

    itHolds('in its views', async () => page().locator('.sidebar'));

    itHolds('in the palette', async () => {
      await page().keyboard.press('F1');
      await quickInput().locator('input').first().fill('>简报: ');
      await quickInput().locator('.monaco-list-row', { hasText: '简报: 添加引用' }).waitFor();
      // The second line of a row has the English name.
      return quickInput().locator('.monaco-list-row').first().locator('.quick-input-list-row').first();
    });

    itHolds('in the menu above the text', async () => {
      await page().locator('.editor-group-container.active > .title .codicon-toolbar-more').click();
      return page().locator('.monaco-menu');
    });

    itHolds('in the menu of the text', async () => {
      await inText('- 2024', '1').click({ button: 'right' });
      return page().locator('.monaco-menu');
    });

    itHolds('in what hovers', async () => {
      await inText('- 2024', '1').click();
      return showHover(page());
    });

    it('in quick fixes', async () => {
      await inText('- 2022', '7').click();
      const titles = await openFixes(page());
      await pictures(opened, 'chinese in quick fixes');
      assert.deepEqual(englishIn(titles), []);
      assert.ok(titles.includes('声明来源 [7]'));
      await page().keyboard.press('Escape');
    });

    itHolds('in threads', async () => {
      await runCommand(page(), '简报: 下一条未解决的批注', () =>
        page().locator('.review-widget').waitFor({ timeout: 5000 }),
      );
      return page().locator('.review-widget');
    });

    itHolds('in what has changed', async () => {
      await inText('- 2023', '41').click();
      await page().keyboard.press('End');
      await page().keyboard.type('另有 3 座。');
      await runCommand(page(), '简报: 与修订版比较...', () =>
        quickInput().getByText('磁盘上保存的版本').waitFor({ timeout: 5000 }),
      );
      await page().keyboard.type('磁盘');
      await page().keyboard.press('Enter');
      await quickInput().getByText('变化（不含改写）').waitFor();
      return quickInput();
    });

    itHolds('in what is said of an export', async () => {
      await takeFile(page(), '产量.json', async () => {
        await runCommand(page(), '简报: 导出为 JSON', () =>
          quickInput().getByText('不含批注').waitFor({ timeout: 5000 }),
        );
        await page().keyboard.press('Enter');
      });
      // What is said of it goes away by itself, but from the list of what was said.
      opened.run('notifications.showList');
      return page().locator('.notifications-center .notification-list-item', { hasText: '产量.json' });
    });

    itHolds('in the form', async () => {
      await runCommand(page(), '简报: 编辑详细信息');
      await previewOf(page()).getByText('产量.brief 的详细信息').waitFor();
      return previewOf(page()).locator('body');
    });

    itHolds('in the page', async () => {
      opened.run('brief.showPreviewToSide', { file: opened.file });
      return (await frameShowing(page(), '.insight')).locator('body');
    });

    itHolds('in the page of a rule', async () => {
      opened.run('workbench.actions.view.problems');
      await problemsIn(page()).filter({ hasText: 'citation/missing' }).first().locator('a.monaco-link').click();
      return (await frameShowing(page(), 'h1:has-text("citation/missing")')).locator('body');
    });

    it('in settings', async () => {
      opened.run('workbench.action.openSettings', '@ext:research-briefs.research-briefs');
      const about = page().locator('.settings-editor .setting-item-description');
      await about.nth(3).waitFor();
      await pictures(opened, 'chinese in settings');
      for (const text of await about.allTextContents()) assert.match(text, /\p{Script=Han}/u);
      for (const group of ['检查', '编辑器', '预览', '导出', '来源'])
        await page().locator('.settings-toc-entry', { hasText: group }).waitFor();
      await page().keyboard.press('Escape');
    });
  });
});

describe('A VS Code in Chinese that is nothing but a web page', () => {
  let opened: Awaited<ReturnType<typeof openWeb>>;
  before(async () => {
    opened = await openWeb({ chinese: true });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('has a server that speaks Chinese, though it can read no files', async () => {
    const { page } = opened;
    // Of an extension under development VS Code reads the manifest in English; what is installed lists its tables.
    await runCommand(page, 'Brief: New Brief');
    await lineStarting(page, 'title:').waitFor();
    await page.locator('.part.statusbar', { hasText: /已引用 \d+\/\d+/ }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('- In 2023 it was 45 tonnes.');
    await page.keyboard.press('Control+Shift+M');
    await problemsIn(page)
      .filter({ hasText: /\p{Script=Han}.*citation\/missing/u })
      .first()
      .waitFor();
  });
});

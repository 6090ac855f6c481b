import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openFixes, problemsIn, settled, showHover, takeFile } from '../../../scripts/lib/workbench.js';
import { shownTexts } from '../../accessibility/shownTexts.js';
import { englishIn } from './englishIn';
import { inWindow } from './support';
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
  const opened = inWindow('产量.brief', TEXT, {
    chinese: true,
    problems: true,
    // VS Code shows its list of comments in the place of the problems.
    settings: { 'comments.openView': 'never' },
  });

  it('says in the status bar how much is cited', async () => {
    const item = opened.page.locator('.part.statusbar .statusbar-item', { hasText: '已引用 1/3' });
    await item.hover();
    await opened.page.locator('.monaco-hover', { hasText: '有来源的论断：' }).waitFor();
  });

  it('has problems in Chinese', async () => {
    await problemsIn(opened.page).filter({ hasText: 'citation/unknown-source' }).first().waitFor();
    await problemsIn(opened.page)
      .filter({ hasText: /\p{Script=Han}.*citation\/missing/u })
      .first()
      .waitFor();
  });

  it('offers commands by their Chinese names, with the English ones below', async () => {
    await opened.press('F1');
    await opened.input().fill('>打开侧边预览');
    const row = opened.picker().locator('.monaco-list-row', { hasText: '简报: 打开侧边预览' });
    await row.filter({ hasText: 'Brief: Open Preview to the Side' }).waitFor();
    await opened.dismiss();
  });

  it('asks and answers in Chinese', async () => {
    opened.run('brief.addSource');
    await opened.picker().getByText('按原样添加').waitFor();
    await opened.dismiss();
    opened.run('brief.addCitation');
    await opened.page.locator('.notification-list-item', { hasText: '此处没有论断。' }).waitFor();
  });

  it('lists the sources under Chinese headings', async () => {
    await opened.page.locator('.activitybar [aria-label*="Research Briefs"]').first().click();
    const view = opened.page.locator('.sidebar');
    await view.locator('.pane-header', { hasText: '工作区中的来源' }).waitFor();
    await view.locator('.monaco-list-row', { hasText: '未声明' }).waitFor();
    await view.locator('.monaco-list-row', { hasText: '已引用' }).waitFor();
  });

  it('shows the walkthrough in Chinese', async () => {
    opened.run('workbench.action.openWalkthrough', 'research-briefs.research-briefs#brief.start');
    await opened.page.locator('.gettingStartedContainer').getByText('开始使用 Research Briefs').first().waitFor();
    await opened.page.locator('.gettingStartedContainer').getByText('边写边引用').waitFor();
    // Its pictures are drawings, which have the words of the language.
    const picture = opened.page
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .locator('svg', { hasText: '矿产品概览' });
    await picture.first().waitFor();
    await pictures(opened, 'chinese walkthrough');
    assert.deepEqual(await faultsIn(opened.page.locator('.gettingStartedContainer')), []);
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
      });
    /** Of what Escape closes. */
    const itHoldsWhileOpen = (name: string, show: () => Promise<Locator>) =>
      it(name, async () => {
        const shown = await show();
        await pictures(opened, `chinese ${name}`);
        assert.deepEqual(await faultsIn(shown), []);
        await opened.press('Escape');
        await shown.first().waitFor({ state: 'hidden' });
      });
    const inText = (start: string, text: string) =>
      opened.line(start).locator('span > span', { hasText: text }).first();
    before(async () => {
      await opened.closeAll();
      await opened.show('产量.brief');
      await inText('- 2022', '7').waitFor();
    });

    itHolds('in its views', async () => opened.page.locator('.sidebar'));

    itHoldsWhileOpen('in the palette', async () => {
      await opened.press('F1');
      await opened.input().fill('>简报: ');
      await opened.picks('简报: ').first().waitFor();
      // The second line of a row has the English name.
      return opened.picker().locator('.monaco-list-row').first().locator('.quick-input-list-row').first();
    });

    itHoldsWhileOpen('in the menu above the text', async () => {
      await opened.page.locator('.editor-group-container.active > .title .codicon-toolbar-more').click();
      return opened.page.locator('.monaco-menu');
    });

    itHoldsWhileOpen('in the menu of the text', async () => {
      await inText('- 2024', '1').click({ button: 'right' });
      return opened.page.locator('.monaco-menu');
    });

    itHoldsWhileOpen('in what hovers', async () => {
      await inText('- 2024', '1').click();
      return showHover(opened.page);
    });

    it('in quick fixes', async () => {
      await inText('- 2022', '7').click();
      const titles = await openFixes(opened.page);
      await pictures(opened, 'chinese in quick fixes');
      assert.deepEqual(englishIn(titles), []);
      assert.ok(titles.includes('声明来源 [7]'));
      await opened.press('Escape');
    });

    itHolds('in threads', async () => {
      opened.run('brief.nextComment');
      await opened.page.locator('.review-widget').first().waitFor();
      return opened.page.locator('.review-widget');
    });

    itHoldsWhileOpen('in what has changed', async () => {
      await inText('- 2023', '41').click();
      await opened.press('End');
      await opened.type('另有 3 座。');
      opened.run('brief.compareWithRevision');
      await opened.choose('磁盘上保存的版本', '磁盘');
      await opened.picker().getByText('变化（不含改写）').waitFor();
      return opened.picker();
    });

    itHolds('in what is said of an export', async () => {
      await takeFile(opened.page, '产量.json', async () => {
        opened.run('brief.exportJson');
        await opened.choose('不含批注');
      });
      // What is said of it goes away by itself, but from the list of what was said.
      opened.run('notifications.showList');
      return opened.page.locator('.notifications-center .notification-list-item', { hasText: '产量.json' });
    });

    itHolds('in the form', async () => {
      // The list lies over what is clicked below, until it loses the focus.
      opened.run('notifications.clearAll');
      await opened.page.locator('.notifications-center.visible').waitFor({ state: 'hidden' });
      opened.run('brief.editDetails');
      await opened.preview().getByText('产量.brief 的详细信息').waitFor();
      return opened.preview().locator('body');
    });

    itHolds('in the page', async () => {
      opened.run('brief.showPreviewToSide', { file: opened.file });
      return (await frameShowing(opened.page, '.insight')).locator('body');
    });

    itHolds('in the page of a rule', async () => {
      opened.run('workbench.actions.view.problems');
      await problemsIn(opened.page).filter({ hasText: 'citation/missing' }).first().locator('a.monaco-link').click();
      return (await frameShowing(opened.page, 'h1:has-text("citation/missing")')).locator('body');
    });

    it('in settings', async () => {
      opened.run('workbench.action.openSettings', '@ext:research-briefs.research-briefs');
      const about = opened.page.locator('.settings-editor .setting-item-description');
      await about.nth(3).waitFor();
      await pictures(opened, 'chinese in settings');
      for (const text of await about.allTextContents()) assert.match(text, /\p{Script=Han}/u);
      for (const group of ['检查', '编辑器', '预览', '导出', '来源'])
        await opened.page.locator('.settings-toc-entry', { hasText: group }).waitFor();
    });
  });
});

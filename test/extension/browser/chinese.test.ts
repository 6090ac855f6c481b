import { lineStarting, problemsIn, runCommand } from '../../../scripts/lib/workbench.js';
import { type Opened, open, openWeb, pictureIfFailed } from './support';

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
- 2023 年产量为 41 吨。
- 2022 年产量为 39 吨 [7]。
`;

describe('A VS Code in Chinese', () => {
  let opened: Opened;
  const page = () => opened.page;
  const quickInput = () => page().locator('.quick-input-widget');
  before(async () => {
    opened = await open('产量.brief', TEXT, { chinese: true, problems: true });
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
    await quickInput().locator('.monaco-list-row', { hasText: 'Research Briefs 入门' }).click();
    await page().locator('.gettingStartedContainer').getByText('边写边引用').waitFor();
    // Its pictures are drawings, which have the words of the language.
    const picture = page()
      .frameLocator('iframe.webview')
      .frameLocator('iframe')
      .locator('svg', { hasText: '矿产品概览' });
    await picture.first().waitFor();
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

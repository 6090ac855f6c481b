/** Formulas, scripts and directions, as a browser lays them out. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import { axe } from './axe';
import { openPreview, type PreviewPage, URI } from './page';

const SOURCES = '\n## S\n\n- [1] A source. https://example.org/a\n';

describe('Reading a brief in a browser', () => {
  let browser: Browser;
  let preview: PreviewPage;

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
  });
  after(closePages);
  beforeEach(async () => {
    preview = await openPreview(browser);
  });
  afterEach(async () => {
    assert.deepEqual(preview.complaints, []);
    await preview.page.close();
  });

  const boxOf = async (selector: string) => {
    const box = await preview.page.locator(selector).first().boundingBox();
    assert.ok(box, selector);
    return { ...box, right: box.x + box.width, middle: box.x + box.width / 2 };
  };
  const styleOf = (selector: string, property: string) =>
    preview.page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

  describe('formulas', () => {
    const FORMULAS =
      '# T\n\nLet $\\frac{a}{b}$ and $\\bad$ be. [1]\n\n$$\n\\begin{aligned}a &= b \\\\ abc &= d\\end{aligned}\n$$\n\n- [x] $\\boxed{x}$\n';

    for (const theme of ['light', 'dark'] as const)
      it(`have no fault of accessibility that axe finds, in ${theme}`, async () => {
        const other = await openPreview(browser, theme);
        await other.show(`${FORMULAS}${SOURCES}`);
        assert.deepEqual(await axe(other.page), []);
        assert.deepEqual(other.complaints, []);
        await other.page.close();
      });

    it('are laid out: a fraction stands on two lines, aligned columns meet', async () => {
      await preview.show(FORMULAS);
      const [above, below] = [await boxOf('mfrac > :first-child'), await boxOf('mfrac > :last-child')];
      assert.ok(above.y + above.height <= below.y + 1);
      const ends = await preview.page
        .locator('.math-end > *:first-child')
        .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().right)));
      assert.equal(ends.length, 2);
      assert.ok(Math.abs((ends[0] ?? 0) - (ends[1] ?? 9)) <= 1, String(ends));
    });

    it('that are wider than the page scroll by themselves, also by keyboard', async () => {
      await preview.show(`$$${Array.from({ length: 80 }, (_, i) => `x_{${i}}`).join('+')}$$`);
      const block = preview.page.locator('.math-block');
      await block.focus();
      await preview.page.keyboard.press('ArrowRight');
      await preview.page.waitForFunction(() => (document.querySelector('.math-block')?.scrollLeft ?? 0) > 0);
      const [inner, outer] = await preview.page.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      assert.equal(inner, outer);
    });

    it('are copied as TeX, whole, within what stands around them', async () => {
      await preview.show('Let $\\frac{a}{b}$ be.\n\n$$\nx^2\n$$');
      const copied = await preview.page.evaluate(() => {
        const [from, to] = [document.querySelector('p'), document.querySelector('.math-block mi')];
        if (!from?.firstChild || !to?.firstChild) return null;
        window.getSelection()?.setBaseAndExtent(from.firstChild, 0, to.firstChild, 0);
        const event = new ClipboardEvent('copy', {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        document.dispatchEvent(event);
        const still = window.getSelection()?.toString() ?? '';
        return {
          text: event.clipboardData?.getData('text/plain'),
          html: event.clipboardData?.getData('text/html'),
          still,
        };
      });
      assert.equal(copied?.text?.replace(/\s*\n\s*/g, '\n').trim(), 'Let $\\frac{a}{b}$ be.\n$$x^2$$');
      assert.match(copied?.html ?? '', /<math/);
      assert.match(copied?.still ?? '', /^Let/);
    });

    it('run from left to right in a page that does not', async () => {
      await preview.show('---\nlanguage: ar\n---\n\nلتكن $a+b$ هنا.');
      const [a, b] = [await boxOf('mi:first-of-type'), await boxOf('mi:last-of-type')];
      assert.ok(a.x < b.x);
    });
  });

  describe('from right to left', () => {
    const ARABIC = `---
title: عنوان
language: ar
publisher: مجلة
authors: [أحمد, Jane Doe]
published: 2025-08-06
figures:
  - { id: a, value: "12500", unit: t, title: NdFeB, cites: [1] }
sources:
  - { id: 1, title: Minerals (2025), publisher: USGS, published: 2025-01-31, url: "https://example.org/a" }
---

- ادعاء أول 90% [1].
- [x] منجز
- ادعاء بلا مصدر 45%.

> اقتباس

| البلد | الحصة |
| --- | ---: |
| USA | 12.5 |

\`\`\`
let x = 1;
\`\`\`

This whole paragraph is in English, after all (really!).
`;

    for (const theme of ['light', 'dark'] as const)
      it(`has no fault of accessibility that axe finds, in ${theme}`, async () => {
        const other = await openPreview(browser, theme);
        await other.show(ARABIC);
        assert.deepEqual(await axe(other.page), []);
        await other.page.close();
      });

    it('starts everything at the right', async () => {
      await preview.show(ARABIC);
      const body = await boxOf('.body');
      const near = (a: number, b: number) => Math.abs(a - b) < 40;
      for (const selector of ['.tile', 'blockquote', 'table'])
        assert.ok(near((await boxOf(selector)).right, body.right), selector);
      const [box, words] = [await boxOf('.task input'), await boxOf('.task')];
      assert.ok(box.x > words.middle && box.right <= body.right + 1);
      const number = await boxOf('.source-id');
      assert.ok(number.x > (await boxOf('.source-text')).middle);
      const edge = await preview.page.evaluate(() => {
        const insight = document.querySelector('.uncited');
        return insight ? getComputedStyle(insight, '::before').right : '';
      });
      assert.match(edge, /^-/);
    });

    it('leaves code, numbers with units, and what is in English, in their own order', async () => {
      await preview.show(ARABIC);
      assert.equal(await styleOf('pre', 'direction'), 'ltr');
      assert.equal(await styleOf('.tile-value', 'unicode-bidi'), 'plaintext');
      assert.equal(await styleOf('.source cite', 'unicode-bidi'), 'plaintext');
      // A date between two names, one in Latin letters: each part stands whole, after the one before.
      const byline = await preview.page
        .locator('.byline > :not(.dot)')
        .evaluateAll((parts) =>
          parts.map((part) => part.getBoundingClientRect()).map(({ left, right }) => [left, right]),
        );
      assert.equal(byline.length, 3);
      for (const [index, [left = 0]] of byline.entries()) assert.ok(left >= (byline[index + 1]?.[1] ?? 0));
      assert.equal(await styleOf('p[dir="ltr"]', 'text-align'), 'start');
    });

    it('does not scroll sideways in a narrow window', async () => {
      await preview.page.setViewportSize({ width: 320, height: 600 });
      await preview.show(ARABIC);
      const [inner, outer] = await preview.page.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      assert.equal(inner, outer);
    });

    it('opens a card below its chip, towards the left', async () => {
      await preview.show(ARABIC);
      await preview.page.locator('.body .chip').first().focus();
      await preview.answerCard();
      await preview.page.waitForSelector('.card:popover-open');
      const [chip, card] = [await boxOf('.body .chip'), await boxOf('.card')];
      assert.ok(card.x >= 0 && card.right <= 900);
      assert.ok(Math.abs(card.right - chip.right) < 24 || card.x < 16, `${card.right} ${chip.right}`);
    });
  });

  describe('Chinese, Japanese and Korean', () => {
    it('have a gap beside Latin letters, which code has not', async () => {
      await preview.show('---\nlanguage: zh\n---\n\n使用`a中b`的Tesla公司在2024年。');
      assert.equal(await styleOf('p', 'text-autospace'), 'normal');
      assert.equal(await styleOf('code', 'text-autospace'), 'no-autospace');
      const [wide, narrow] = await preview.page.evaluate(() => {
        const paragraph = document.querySelector<HTMLElement>('.body p');
        if (!paragraph) return [0, 0];
        paragraph.style.display = 'inline-block';
        const before = paragraph.getBoundingClientRect().width;
        paragraph.style.setProperty('text-autospace', 'no-autospace');
        return [before, paragraph.getBoundingClientRect().width];
      });
      assert.ok((wide ?? 0) > (narrow ?? 0));
    });

    it('have fonts of their own, by language', async () => {
      for (const [language, font] of [
        ['zh-CN', /PingFang SC/],
        ['zh-Hant', /PingFang TC/],
        ['zh-HK', /PingFang HK/],
        ['ja', /Hiragino Sans/],
        ['ko', /Apple SD Gothic Neo/],
      ] as const) {
        await preview.show(`---\nlanguage: ${language}\n---\n\n文字`);
        await preview.page.waitForSelector(`article[lang="${language}"]`);
        assert.match(await styleOf('article', 'font-family'), font, language);
      }
    });

    it('mark emphasised characters instead of slanting them', async () => {
      await preview.show('---\nlanguage: zh\n---\n\n这是*重要*的，见*Rare Earths*。');
      assert.equal(await styleOf('em.em-marked', 'font-style'), 'normal');
      assert.match(await styleOf('em.em-marked', 'text-emphasis-style'), /dot/);
      assert.equal(await styleOf('em:not(.em-marked)', 'font-style'), 'italic');
    });

    it('break lines within words in Chinese, and between words in Korean', async () => {
      await preview.show('---\nlanguage: ko\n---\n\n희토류 공급망');
      assert.equal(await styleOf('p', 'word-break'), 'keep-all');
      await preview.show('---\nlanguage: zh\n---\n\n稀土');
      assert.equal(await styleOf('p', 'line-break'), 'strict');
    });
  });

  describe('notes, tasks and tables', () => {
    it('lead from a note to each of its references, and back', async () => {
      await preview.show(`One[^a].\n\n${'Filler of a line.\n\n'.repeat(40)}Two[^a].\n\n[^a]: The note.\n`);
      const links = preview.page.locator('.note .back a');
      assert.equal(await links.count(), 2);
      await links.first().click();
      await preview.page.waitForFunction(() => {
        const box = document.querySelector('.note-link')?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
      });
    });

    it('name the box of a task by its words', async () => {
      await preview.show('- [x] **One** of\n  `three`\n- [ ] Two [1]\n');
      const names = await preview.page.getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.ariaLabel));
      assert.deepEqual(names, ['One of three', 'Two']);
    });

    it('ask the host to tick a task, by mouse and by keyboard, and show what the text says until it has changed', async () => {
      const text = 'One line.\n\n- [x] One\n- [ ] Two\n\n> 1. [ ] Three\n';
      await preview.show(text);
      await preview.forget();
      const box = (nth: number) => preview.page.getByRole('checkbox').nth(nth);
      await box(1).click();
      await box(0).focus();
      await preview.page.keyboard.press('Space');
      await box(2).click();
      const asked = (line: number, done: boolean) => ({ type: 'task', uri: URI, line, version: 1, done });
      const said = (await preview.said()).filter(({ type }) => type === 'task');
      assert.deepEqual(said, [asked(3, true), asked(2, false), asked(5, true)]);
      const ticked = () =>
        preview.page.getByRole('checkbox').evaluateAll((all) => all.map((one) => one.matches(':checked')));
      assert.deepEqual(await ticked(), [true, false, false]);
      await preview.show(text.replace('[ ] Two', '[x] Two'));
      assert.deepEqual(await ticked(), [true, true, false]);
    });

    it('let no element that an author writes be a task', async () => {
      await preview.show('<ul><li class="task"><input type="checkbox" data-at="0"> Pay</li></ul>\n');
      assert.equal(await preview.page.getByRole('checkbox').count(), 0);
    });

    it('scroll a wide table by keyboard, in a region with a name', async () => {
      const cells = (text: string) => `| ${Array.from({ length: 30 }, () => text).join(' | ')} |`;
      await preview.show(`${cells('Head')}\n${cells('---')}\n${cells('A cell')}\n`);
      const region = preview.page.getByRole('region', { name: 'Table' });
      await region.focus();
      await preview.page.keyboard.press('ArrowRight');
      await preview.page.waitForFunction(() => (document.querySelector('.scroller')?.scrollLeft ?? 0) > 0);
    });
  });
});

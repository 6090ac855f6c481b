import assert from 'node:assert/strict';
import {
  focusEditor,
  lineStarting,
  moveCursor,
  problemsIn,
  showHover,
  takeFix,
} from '../../../scripts/lib/workbench.js';
import { type Opened, open, pictureIfFailed } from './support';

const TEXT = `---
title: A fund in 2024
sources:
  - id: 1
    title: The fund in 2024
    publisher: Sample Funds
    quote: Shares returned 18.2% in 2024, bonds 1.3%.
---

| Assets [own]        | 2023 | 2024 |
| ------------------- | ---- | ---- |
| Value ($ million)   | 100  | 120  |
| Shares ($ million)  | 60   | 80   |

`;
const LAST = TEXT.split('\n').length;
const SUM = '- Shares did better than bonds by 13.1 percentage points [1].';
const CONFLICT = '- Shares were worth $90 million in 2024 [own].';

describe('A number that does not come out', () => {
  let opened: Opened | undefined;
  const page = () => {
    assert.ok(opened, 'the window is open');
    return opened.page;
  };
  const reported = (rule: string, words: string) =>
    problemsIn(page()).filter({ hasText: rule }).filter({ hasText: words });

  before(async () => {
    opened = await open('fund.brief', TEXT, { problems: true });
  });
  afterEach(function () {
    return pictureIfFailed(opened?.page, this.currentTest);
  });
  after(() => opened?.close());

  it('is underlined while it is typed, with the calculation', async () => {
    await focusEditor(page());
    await moveCursor(page(), LAST, 1);
    await page().keyboard.type(SUM, { delay: 20 });
    await reported('number/wrong-sum', '18.2% − 1.3% gives 16.9 percentage points').waitFor();
    await page().locator('.squiggly-warning').first().waitFor();
  });

  it('shows the calculation and the passage on hover', async () => {
    await moveCursor(page(), LAST, SUM.indexOf('13.1') + 2);
    const hover = await showHover(page());
    await hover.getByText('18.2% − 1.3%').first().waitFor();
    await hover.locator('blockquote', { hasText: 'Shares returned' }).first().waitFor();
    await page().keyboard.press('Escape');
  });

  it('is put right by a quick fix, with the keyboard', async () => {
    const fix = /Write 16\.9 percentage points/;
    const right = lineStarting(page(), SUM.replace('13.1', '16.9').slice(0, 40));
    const titles = await takeFix(page(), fix, () => right.waitFor({ timeout: 10_000 }));
    assert.match(titles.join(' · '), fix);
    await reported('number/wrong-sum', '').first().waitFor({ state: 'detached' });
  });

  it('is underlined where a table of the brief has another one, and takes that', async () => {
    await moveCursor(page(), LAST, SUM.length + 1);
    await page().keyboard.press('Enter');
    await page().keyboard.type(CONFLICT.slice(2), { delay: 20 });
    await reported('number/conflict', 'This brief gives 80 for "Shares ($ million), 2024"').waitFor();
    await moveCursor(page(), LAST + 1, CONFLICT.indexOf('90') + 1);
    const fix = /Write \$80 million/;
    const right = lineStarting(page(), CONFLICT.replace('90', '80').slice(0, 30));
    const titles = await takeFix(page(), fix, () => right.waitFor({ timeout: 10_000 }));
    assert.match(titles.join(' · '), fix);
    await reported('number/conflict', '').first().waitFor({ state: 'detached' });
  });
});

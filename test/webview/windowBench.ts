/** How long a key takes in a real VS Code: until it is on the screen, and until what is wrong is underlined. */
import type { Page } from 'playwright-core';
import { focusEditor } from '../../scripts/lib/workbench.js';
import { madeBrief } from '../bench/madeBriefs';
import { median } from '../bench/measure';
import { open } from '../extension/browser/support';

const ROUNDS = 7;
/** Between two keys, in milliseconds. */
const BETWEEN = 120;
/** What is typed each time; its last key makes it a citation of a source that there is not. */
const TYPED = '\n\nStocks fell in 2024 [999]';

const SIZES = [
  ['4 KB', 4 * 1024],
  ['0.9 MB', 900 * 1024],
] as const;

/**
 * @param print takes the lines of the report
 * @param quick whether a long brief is left out
 */
export async function benchWindow(print: (line: string) => void, quick: boolean): Promise<void> {
  for (const [what, size] of quick ? SIZES.slice(0, 1) : SIZES) {
    print(`a key in a window of VS Code, ${what}`);
    const { page, close } = await open('long.brief', madeBrief(1, size, true), { fresh: true });
    try {
      await focusEditor(page);
      await page.keyboard.press('Control+End');
      await isQuiet(page);
      const keys: number[] = [];
      const problems: number[] = [];
      // The first round is not counted: its code is cold.
      for (let round = 0; round <= ROUNDS; round++) {
        const [shown, told] = await typed(page);
        if (round === 0) continue;
        keys.push(...shown);
        problems.push(told);
      }
      print(`  until it is on the screen: ${inMs(median(keys))}, at most ${inMs(Math.max(...keys))}`);
      print(`  until its problem is underlined: ${inMs(median(problems))}, at most ${inMs(Math.max(...problems))}`);
    } finally {
      await close();
    }
  }
}

const inMs = (ms: number) => `${Math.round(ms)} ms`;

/** What was typed before has its problem, so the server has caught up. */
async function isQuiet(page: Page): Promise<void> {
  await page.keyboard.type('\n\nStocks rose in 2024 [998]');
  await page.locator(UNDERLINED).first().waitFor({ timeout: 60_000 });
}

const UNDERLINED = '.monaco-editor .squiggly-error';

/** @returns for each key how long it took to be painted, and how long after the last one its problem was */
async function typed(page: Page): Promise<readonly [readonly number[], number]> {
  await page.evaluate(watch, UNDERLINED);
  for (const key of TYPED) {
    await page.keyboard.press(key === '\n' ? 'Enter' : key);
    await page.waitForTimeout(BETWEEN);
  }
  await page.waitForFunction(() => window.benchOfKeys?.problem != null, null, { timeout: 60_000 });
  const { shown, problem } = (await page.evaluate(() => window.benchOfKeys)) ?? { shown: [], problem: 0 };
  return [shown, problem ?? 0];
}

declare global {
  interface Window {
    /** In milliseconds. */
    benchOfKeys?: { readonly shown: number[]; problem: number | null };
  }
}

/** Runs in the window. */
function watch(underlined: string): void {
  const found: { readonly shown: number[]; problem: number | null } = { shown: [], problem: null };
  window.benchOfKeys = found;
  const before = document.querySelectorAll(underlined).length;
  let pressed = 0;
  let waits = false;
  const watcher = new MutationObserver(() => {
    const now = performance.now();
    if (waits) {
      waits = false;
      const at = pressed;
      requestAnimationFrame(() => setTimeout(() => found.shown.push(performance.now() - at)));
    }
    if (found.problem === null && document.querySelectorAll(underlined).length > before) {
      found.problem = now - pressed;
      watcher.disconnect();
      document.removeEventListener('keydown', press, true);
    }
  });
  const press = () => {
    pressed = performance.now();
    waits = true;
  };
  document.addEventListener('keydown', press, true);
  for (const part of document.querySelectorAll('.monaco-editor .view-lines, .monaco-editor .view-overlays'))
    watcher.observe(part, { childList: true, subtree: true, characterData: true, attributes: true });
}

import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { previewOf, settled } from '../../../scripts/lib/workbench.js';
import { axeIn } from '../../accessibility/axe';
import { paleTexts } from '../../accessibility/contrast.js';
import { keepPicture, type Opened } from './support';

/** A theme of each kind that VS Code has, by the class that it gives to a page. */
export const THEMES = {
  'vscode-light': 'Light Modern',
  'vscode-dark': 'Dark Modern',
  'vscode-high-contrast': 'Default High Contrast',
  'vscode-high-contrast-light': 'Default High Contrast Light',
} as const;

export type ThemeKind = keyof typeof THEMES;

export const THEME_KINDS: readonly ThemeKind[] = [
  'vscode-light',
  'vscode-dark',
  'vscode-high-contrast',
  'vscode-high-contrast-light',
];

/** The class that VS Code gives to its window. */
const OF_WINDOW: Readonly<Record<ThemeKind, string>> = {
  'vscode-light': 'vs',
  'vscode-dark': 'vs-dark',
  'vscode-high-contrast': 'hc-black',
  'vscode-high-contrast-light': 'hc-light',
};

/** Gives a window a theme, and waits until the window has it; not until its pages do. */
export async function wearOutside(opened: Pick<Opened, 'page' | 'set'>, kind: ThemeKind): Promise<void> {
  opened.set({ 'workbench.colorTheme': THEMES[kind] });
  await opened.page.locator(`.monaco-workbench.${OF_WINDOW[kind]}`).waitFor();
}

/** Gives a window a theme, and waits until its page has it. */
export async function wear(opened: Opened, kind: ThemeKind): Promise<void> {
  await wearOutside(opened, kind);
  const others = kind === 'vscode-high-contrast' ? ':not(.vscode-high-contrast-light)' : '';
  await previewOf(opened.page).locator(`body.${kind}${others}`).waitFor();
}

/** The frame of the page that a window shows. */
export async function frameOf(page: Page): Promise<Frame> {
  const body = await previewOf(page).locator('body').elementHandle();
  const found = await body?.ownerFrame();
  assert.ok(found, 'the page is a frame');
  return found;
}

/** The frame of a window in which something is shown, by a selector: there may be several pages. It is waited for. */
export async function frameShowing(page: Page, selector: string): Promise<Frame> {
  const isShown = (frame: Frame) =>
    frame
      .locator(selector)
      .first()
      .isVisible()
      .catch(() => false);
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += 200) {
    for (const frame of page.frames()) if (await isShown(frame)) return frame;
    await page.waitForTimeout(200);
  }
  return assert.fail(`no page shows ${selector}`);
}

const LONGEST_WAIT_MS = 30_000;

/** Whether the tests of themes keep pictures of what they look at, for people to look at. */
const KEEPS_PICTURES = process.env['BRIEF_PICTURES'] === '1';

/** Keeps a picture of what a window shows, named after it and its theme, if they are asked for. */
export async function picture(page: Page, kind: ThemeKind, shown: string): Promise<void> {
  if (!KEEPS_PICTURES) return;
  // What VS Code shows fades in, and pages follow its theme a moment later.
  await page.waitForTimeout(500);
  await keepPicture(page, `${kind.replace('vscode-', '')} ${shown}`);
}

/** Keeps pictures of what a window shows, in each of the themes, if they are asked for; the window is light before and after. */
export async function pictures(opened: Pick<Opened, 'page' | 'set'>, shown: string): Promise<void> {
  if (!KEEPS_PICTURES) return;
  for (const kind of [...THEME_KINDS.slice(1, 3), 'vscode-light'] as const) {
    await wearOutside(opened, kind);
    await picture(opened.page, kind, shown);
  }
}

/** What is found once that stays the same, unless it is nothing at once: what appears, or changes its theme, may do so slowly. */
export async function settledOn(find: () => Promise<string[]>): Promise<string[]> {
  const found = await find();
  if (found.length === 0) return found;
  await settled(find, 500);
  return find();
}

/** The faults of a page that axe finds, and its texts that are too pale. */
export function faultsOf(page: Frame): Promise<string[]> {
  return settledOn(async () => [...(await axeIn(page)), ...(await page.evaluate(paleTexts, 'body'))]);
}

/**
 * What VS Code and its themes paint by themselves: faded code, code in Markdown, brackets of tags, hints, numbers of lines, codes and
 * places of problems, how many there are beside a name, and who says something.
 */
const OF_VSCODE = new RegExp(
  [
    'squiggly-inline-unnecessary|dyn-rule|hljs-|line-numbers|marker-line|outline-element-decoration|notification-list-item-source',
    ' "(?:</?|>)" ',
    '^span\\.(?:monaco-highlighted-label)? "[a-z]+/[a-z0-9-]+" ',
  ].join('|'),
);

/** The texts in a part of VS Code's window, or of a page of its own, that are too pale, but for what VS Code paints by itself. */
export function paleIn(part: string, frame: Pick<Frame, 'evaluate'>): Promise<string[]> {
  return settledOn(async () => (await frame.evaluate(paleTexts, part)).filter((text) => !OF_VSCODE.test(text)));
}

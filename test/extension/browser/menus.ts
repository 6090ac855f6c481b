import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { again } from '../../../scripts/lib/workbench.js';
import { manifestIn } from '../../project/manifest';
import { until } from './support';

interface Item {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly keybindings: readonly (Item & { readonly key: string })[];
    readonly viewsWelcome: readonly { readonly view: string; readonly when?: string; readonly contents: string }[];
  };
}

const { commands, menus, keybindings, viewsWelcome } = manifestIn<Manifest>().contributes;

export const COMMANDS = commands.map(({ command }) => command);
export const KEYS = keybindings;
export const MENUS = menus;
export const WELCOMES = viewsWelcome;

/** Every condition of the manifest. */
export const CONDITIONS: readonly string[] = [...Object.values(menus).flat(), ...keybindings, ...viewsWelcome].flatMap(
  ({ when }) => when ?? [],
);

/** @throws Error where the manifest has no such command */
export function titleOf(command: string): string {
  const title = commands.find((each) => each.command === command)?.title;
  if (title === undefined) throw new Error(`package.json has no command ${command}`);
  return title;
}

/** The texts that are titles of our commands, in alphabetical order. */
function ours(texts: readonly string[]): string[] {
  const titles = new Set(commands.map(({ title }) => title));
  return texts.filter((text) => titles.has(text)).sort();
}

/** A window so high that the palette shows all of our commands at once. */
export const HIGH = { width: 1400, height: 3200 };

/** The titles of our commands in the palette. The window must be {@link HIGH}. */
export async function inPalette(page: Page): Promise<string[]> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>Brief: ');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'Brief: New Brief' }).first().waitFor();
  const names = await rows.locator('.label-name').allTextContents();
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  return ours(names.flatMap((name) => /^Brief: (.*)$/.exec(name)?.[1] ?? []));
}

/** The titles of our commands above the active editor: its buttons, and what its "…" lists. */
export async function inTitle(page: Page): Promise<string[]> {
  const actions = page.locator('.editor-group-container.active > .title .editor-actions');
  const buttons = await actions
    .locator('.action-label')
    // The key follows the title, and what the button does with Alt.
    .evaluateAll((labels) =>
      labels.map((label) => (label.getAttribute('aria-label') ?? '').replace(/ \(.*|\n.*/s, '')),
    );
  const more = actions.locator('.codicon-toolbar-more');
  return ours([...buttons, ...(await textsOfMenu(page, () => more.click()))]);
}

/** The titles of our commands among buttons. */
export async function titlesOf(buttons: Locator): Promise<string[]> {
  const labels = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label') ?? ''));
  // The key follows the title, and what the button does with Alt.
  return ours(labels.map((label) => label.replace(/ \(.*|\n.*/s, '')));
}

/** The titles of our commands in the context menu of a part of the window. */
export async function inMenuOf(page: Page, target: Locator): Promise<string[]> {
  // What the pointer is at may show a tip, which would cover what is clicked next.
  await page.mouse.move(HIGH.width / 2, 600);
  return ours(await textsOfMenu(page, () => target.click({ button: 'right' })));
}

/** Opens a menu, reads it and closes it. VS Code closes that of a view which is told something new meanwhile. */
async function textsOfMenu(page: Page, open: () => Promise<void>): Promise<string[]> {
  const items = page.locator('.monaco-menu .action-item .action-label[aria-label]');
  await again(async () => {
    await open();
    await items.first().waitFor({ timeout: 10_000 });
  });
  const texts = await items.evaluateAll((labels) => labels.map((label) => label.getAttribute('aria-label') ?? ''));
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  return texts;
}

/** Reads a menu until it has these titles: what it depends on is told by the extension, perhaps a moment later. */
export async function hasTitles(read: () => Promise<readonly string[]>, expected: readonly string[]): Promise<void> {
  let titles: readonly string[] = [];
  const isSo = async () => {
    titles = await read();
    return titles.join() === expected.join();
  };
  await until('the menu is as it should be', isSo).catch(() => undefined);
  assert.deepEqual(titles, expected);
}

/** The lines of the active editor that are in view. */
export function linesOf(page: Page): Promise<string[]> {
  return page.locator('.editor-group-container.active .view-line').evaluateAll((lines) =>
    lines
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      // The editor paints spaces as no-break spaces.
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );
}

/** Presses keys as the manifest writes them. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  for (const chord of keys.split(' '))
    await page.keyboard.press(
      chord.replace(/[a-z]{2,}|f\d/g, (name) =>
        name === 'ctrl' ? 'Control' : `${name[0]?.toUpperCase()}${name.slice(1)}`,
      ),
    );
}

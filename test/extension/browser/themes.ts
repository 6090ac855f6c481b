import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { previewOf } from '../../../scripts/lib/workbench.js';
import type { Opened } from './support';

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

/** Gives a window a theme, and waits until its page has it. */
export async function wear(opened: Opened, kind: ThemeKind): Promise<void> {
  opened.set({ 'workbench.colorTheme': THEMES[kind] });
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

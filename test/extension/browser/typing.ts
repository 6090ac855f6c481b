/** Texts that a person types, key by key, and what the editor alone makes of them. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../scripts/lib/root.js';
import { settled } from '../../../scripts/lib/workbench.js';
import { type Opened, open } from './support';

/** What is typed, and where: `⏎` is Enter, `⇥` Tab, `⇤` Shift+Tab, `⌫` Backspace. */
export interface TypedText {
  readonly name: string;
  readonly at: 'start' | 'list' | 'end';
  readonly keys: string;
}

/** Each key that a writer's hand falls on, and each rule of the language configuration, with something typed right behind it. */
export const TYPED_TEXTS: readonly TypedText[] = [
  { name: 'front matter', at: 'start', keys: '---⏎title: Half of it⏎publisher: Lab⏎---⏎⏎Begun.⏎' },
  { name: 'bullets', at: 'end', keys: '- one⏎two [1]⏎⏎Next paragraph.⏎' },
  { name: 'numbers', at: 'end', keys: '1. one⏎two⏎three⏎⏎Behind it.⏎9. nine⏎ten' },
  { name: 'a number within a list', at: 'list', keys: '⏎new⏎⏎Between.' },
  { name: 'tasks', at: 'end', keys: '- [ ] check⏎again⏎⏎done⏎' },
  { name: 'quotations', at: 'end', keys: '> said⏎more⏎⏎After.⏎> - in⏎two⏎⏎out' },
  { name: 'nested items', at: 'end', keys: '- a⏎⇥b⏎c⏎⇤d⏎⏎e' },
  { name: 'a table', at: 'end', keys: '| a | b |⏎| - | - |⏎| 1⇥2 |⏎⏎Text⇥more' },
  { name: 'brackets', at: 'end', keys: 'See [1], (two), {{x}} and (⌫[⌫{⌫three.⏎Also [@key, p. 3].⏎' },
  { name: 'Backspace', at: 'end', keys: '- on⌫⌫⌫⌫text⏎⌫⌫word⏎1. x⏎⌫⌫⌫⌫y' },
  { name: 'code and rules', at: 'end', keys: '```⏎a⏎```⏎***⏎* x⏎+ y⏎## Title⏎1) one⏎two' },
  { name: 'Chinese', at: 'end', keys: '- 产量【1】增长5%。⏎「引文」⏎⏎下一段（完）。⏎' },
];

const LIST = '# Prices\n\n1. one\n2. two\n3. three\n\n';

/** The text before the cursor and behind it, where a text is typed. */
export function partsOf({ at }: TypedText, base: string): readonly [string, string] {
  const cut = { start: 0, list: LIST.indexOf('one') + 'one'.length, end: base.length }[at];
  return [base.slice(0, cut), base.slice(cut)];
}

/** A brief of at least so many UTF-16 units, without front matter. */
export function baseOf(length: number): string {
  let text = LIST;
  for (let i = 1; text.length < length; i++)
    text += `## Part ${i}\n\nPrices rose by ${i}% in 2024 [${i}], and fell in ${1900 + (i % 100)}.\n\n- Item ${i} of this part [${i}].\n- Another one.\n\n`;
  return text;
}

const KEYS: Readonly<Record<string, string>> = { '⏎': 'Enter', '⇥': 'Tab', '⇤': 'Shift+Tab', '⌫': 'Backspace' };

/** Waits until a snippet has been put in, and its first place can be typed in. */
export async function snippetBegun(page: Page): Promise<void> {
  await page.locator('.editor-instance .snippet-placeholder').first().waitFor({ state: 'attached' });
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/** A window in which texts are typed, each in a file of its own. */
export interface TypingWindow {
  /**
   * Types a text into a new brief.
   *
   * @param delayMs from the start of a key to the start of the next one
   * @returns the brief as it is saved afterwards
   */
  type(text: TypedText, base: string, delayMs: number): Promise<string>;
  readonly opened: Opened;
  close(): Promise<void>;
}

/** @param extension the folder of the extension that the window has in place of ours */
export async function openTyping(extension?: string): Promise<TypingWindow> {
  const opened = await open('first.brief', '# First\n', {
    ...(extension === undefined ? {} : { extension }),
    settings: { 'workbench.editor.limit.enabled': true, 'workbench.editor.limit.value': 1 },
  });
  const { page } = opened;
  let count = 0;
  const type = async ({ at, keys }: TypedText, base: string, delayMs: number) => {
    const file = join(dirname(opened.file), `typed-${count++}.brief`);
    writeFileSync(file, base);
    await opened.show(basename(file));
    await opened.focus();
    if (at === 'start') await page.keyboard.press('Control+Home');
    if (at === 'end') await page.keyboard.press('Control+End');
    if (at === 'list') await opened.moveTo(3, '1. one'.length + 1);
    // Long enough for a person to have looked at it: what is at the cursor has its colours.
    await page.waitForTimeout(500);
    let due = performance.now();
    for (const key of keys) {
      const name = KEYS[key];
      if (name) await page.keyboard.press(name);
      else if (key <= '~') await page.keyboard.press(key);
      else await page.keyboard.insertText(key);
      due = Math.max(due + delayMs, performance.now());
      await page.waitForTimeout(due - performance.now());
    }
    return saved(opened, file);
  };
  return { type, opened, close: opened.close };
}

/** Waits until nothing changes the text any more, and saves it. */
async function saved({ page }: Opened, file: string): Promise<string> {
  const before = statSync(file).mtimeMs;
  await settled(() => page.locator('.editor-instance .view-lines').allTextContents(), 1500);
  while (statSync(file).mtimeMs === before) {
    await page.keyboard.press('Control+s');
    await page.waitForTimeout(200);
  }
  // By now it may be empty: it is written once it is no longer marked.
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  return readFileSync(file, 'utf8');
}

/** Makes the folder of an extension that has our language, with its rules and colours, and none of our code. */
export function languageOnly(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-language-'));
  const { name, version, publisher, engines, contributes } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const { languages, grammars, configurationDefaults } = contributes;
  const manifest = { name, version, publisher, engines, contributes: { languages, grammars, configurationDefaults } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const part of ['language-configuration.json', 'syntaxes', 'media'])
    if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Keeps each core busy with a process of its own. */
export function keepBusy(): { stop(): void } {
  const children = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return { stop: () => children.forEach((child) => void child.kill('SIGKILL')) };
}

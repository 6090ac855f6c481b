/** What tests look for in a window, and what they do with it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { focusEditor, lineStarting, moveCursor, PICKER, previewOf } from '../../../scripts/lib/workbench.js';

/** The parts of a window, whatever is open in it. */
export interface Parts {
  /** The page of the preview or of the form, of which one is open. */
  preview(): FrameLocator;
  /** The status bar, if it has some words. */
  status(words: string | RegExp): Locator;
  /** The messages that pop up. They go by themselves: {@link said} has them longer. */
  toast(words: string | RegExp): Locator;
  /** Waits until a message was shown, and is not in the way of anything that comes. */
  said(words: string | RegExp): Promise<void>;
  /** Clicks a button of a message. */
  answerMessage(words: string | RegExp, button: string): Promise<void>;
  dialog(): Locator;
  /** The box at the top of the window: the palette, a list to choose of, a question. */
  picker(): Locator;
  /** Where something is written in it. */
  input(): Locator;
  /** Its rows. */
  picks(words?: string | RegExp): Locator;
  /** The row that Enter would take. */
  focusedPick(words: string | RegExp): Locator;
  /** Writes into the box until a row with some words is the one that Enter takes, and takes it. */
  choose(words: string, written?: string): Promise<void>;
  /** Takes a file of the folder that its dialog lists. */
  chooseFile(name: string): Promise<void>;
  /** Goes down its rows by the keyboard to one with some words. */
  goDownTo(words: string | RegExp): Promise<void>;
  /** Closes it by Escape. */
  dismiss(): Promise<void>;
  tab(words: string | RegExp): Locator;
  /** The tab that has the focus, if it has some words. */
  activeTab(words: string | RegExp): Locator;
  /** A view of the side bar, by its title. */
  pane(title: string): Locator;
  /** The first line that starts so in the first editor that shows it. */
  line(start: string): Locator;
  /** Gives the first editor the focus. */
  focus(): Promise<void>;
  /** Puts the cursor into the focused editor, at a line and a column from 1, in UTF-16 units. */
  moveTo(line: number, column: number): Promise<void>;
  press(key: string): Promise<void>;
  /** @param delayMs between two keys */
  type(text: string, delayMs?: number): Promise<void>;
}

/** @param page of a window that may not be open yet */
export function partsOf(page: () => Page): Parts {
  const picker = () => page().locator(PICKER);
  // Keys go to the box itself, once it is there: an editor that is opened meanwhile may have the focus.
  const input = () => picker().locator('input[type="text"]:visible').first();
  const rows = () => picker().locator('.quick-input-list .monaco-list-row');
  const focused = (words: string | RegExp) => rows().and(page().locator('.focused')).filter({ hasText: words });
  return {
    preview: () => previewOf(page()),
    status: (words) => page().locator('.part.statusbar', { hasText: words }),
    toast: (words) => page().locator('.notification-toast', { hasText: words }).first(),
    said: (words) => withMessage(page(), words, async () => undefined),
    answerMessage: (words, button) =>
      withMessage(page(), words, (message) => message.getByRole('button', { name: button, exact: true }).click()),
    dialog: () => page().locator('.monaco-dialog-box'),
    picker,
    input,
    picks: (words) => rows().filter(words === undefined ? {} : { hasText: words }),
    focusedPick: focused,
    choose: async (words, written = words) => {
      await input().fill(written);
      await focused(words).waitFor();
      await input().press('Enter');
    },
    chooseFile: async (name) => {
      const row = rows().filter({ hasText: name }).first();
      await row.waitFor();
      // The dialog takes nothing while it reads the folder.
      for (; await row.isVisible(); await row.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined))
        await row.click({ timeout: 2000 }).catch(() => undefined);
    },
    goDownTo: async (words) => {
      await rows().filter({ hasText: words }).first().waitFor();
      for (let left = await rows().count(); left > 0 && !(await focused(words).isVisible()); left--)
        await input().press('ArrowDown');
      await focused(words).waitFor();
    },
    dismiss: async () => {
      await input().press('Escape');
      await picker().waitFor({ state: 'hidden' });
    },
    tab: (words) => page().locator('.tab', { hasText: words }),
    activeTab: (words) =>
      page().locator('.editor-group-container.active > .title .tab.active', { hasText: words }).first(),
    pane: (title) =>
      page().locator('.pane', { has: page().locator('.pane-header .title').getByText(title, { exact: true }) }),
    line: (start) => lineStarting(page(), start),
    focus: () => focusEditor(page()),
    moveTo: (line, column) => moveCursor(page(), line, column),
    press: (key) => page().keyboard.press(key),
    type: (text, delay = 0) => page().keyboard.type(text, { delay }),
  };
}

/** How long a message may take to be shown over the page, in milliseconds. */
const MOST_SHOWING = 5000;

/**
 * Does something with a message. VS Code shows at most three within 800 ms over the page. The others are in its list alone, which
 * is opened for that and closed again.
 */
async function withMessage(
  page: Page,
  words: string | RegExp,
  act: (message: Locator) => Promise<void>,
): Promise<void> {
  const toast = page.locator('.notification-toast', { hasText: words }).first();
  const isShown = await toast.waitFor({ timeout: MOST_SHOWING }).then(
    () => true,
    () => false,
  );
  if (isShown) return act(toast);
  const list = page.locator('.notifications-center.visible');
  const bell = page.locator('[id="status.notifications"]');
  if (!(await list.isVisible())) await bell.click();
  const message = list.locator('.monaco-list-row', { hasText: words }).first();
  await message.waitFor();
  await act(message);
  if (await list.isVisible()) await bell.click();
}

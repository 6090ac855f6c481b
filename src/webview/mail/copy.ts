/** Puts a brief's content on the clipboard, for mail programs and word processors. */
import { mailOf } from './mailOf';
import type { Lines } from './part';
import { plainTextOf } from './plainText';

/** How long the page waits to become the one that is typed into, in milliseconds: only that one may copy. */
const PATIENCE = 3000;

/**
 * @param html the content of a page, from the server
 * @param lines of the text that are wanted; null: all
 * @returns whether it is on the clipboard
 */
export async function copyRichText(html: string, lines: Lines | null): Promise<boolean> {
  const stage = document.createElement('div');
  stage.className = 'mail-stage';
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  try {
    const mail = await mailOf(html, lines, stage);
    const kinds = { 'text/html': mail.outerHTML, 'text/plain': plainTextOf(mail) };
    await focused();
    return await write(kinds);
  } finally {
    stage.remove();
  }
}

function focused(): Promise<void> {
  window.focus();
  if (document.hasFocus()) return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('focus', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
  });
}

async function write(kinds: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    const items = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(items))]);
    return true;
  } catch {
    return copyByEvent(kinds);
  }
}

/** The older way, which some browsers allow where they refuse the other. */
function copyByEvent(kinds: Readonly<Record<string, string>>): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of Object.entries(kinds)) event.clipboardData?.setData(type, text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, { capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return done && copied;
}

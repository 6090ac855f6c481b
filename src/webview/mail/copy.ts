/** Puts a brief's content on the clipboard, for mail programs and word processors. */
import { mailOf } from './mailOf';
import type { Lines } from './part';

/** Longest wait for the focus, in milliseconds. Only a page with the focus may copy. */
const PATIENCE = 3000;

/**
 * Copies the content of a brief.
 *
 * @param html the content of a page, from the server
 * @param lines lines of the text that are wanted; null: all
 * @returns true if the content is on the clipboard
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

/** Copies in the older way, which some browsers allow where they refuse the other. */
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

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, table, tr, figure, hr';

/** Writes content as plain text: line breaks between blocks, bullets or numbers before items, tabs between cells. */
function plainTextOf(content: Element): string {
  return read(content, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @param indent the indent of the lists around the node */
function read(node: Node, indent: string): string {
  if (node instanceof Text) return node.data.replace(/[\n\r\t ]+/g, ' ');
  if (!(node instanceof Element)) return '';
  if (node.matches('br')) return '\n';
  if (node.matches('img')) return node.getAttribute('alt') ?? '';
  if (node.matches('pre')) return `\n\n${node.textContent ?? ''}\n\n`;
  if (node.matches('td, th')) return `${inside(node, indent).trim()}${node.nextElementSibling ? '\t' : ''}`;
  if (node.matches('li')) return `\n${indent}${markerOf(node)}${inside(node, `${indent}  `).trim()}`;
  const text = inside(node, indent);
  if (node.matches('tr')) return `\n${text.trim()}`;
  if (node.matches(`li ${node.localName}`) && node.matches('p, div, ul, ol'))
    return node.matches('ul, ol') ? text : `${text.trim()} `;
  return node.matches(BLOCKS) ? `\n\n${text.trim()}\n\n` : text;
}

function inside(node: Element, indent: string): string {
  return [...node.childNodes].map((child) => read(child, indent)).join('');
}

function markerOf(item: Element): string {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement)) return '• ';
  return `${list.start + [...list.children].indexOf(item)}. `;
}

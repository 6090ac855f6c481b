/**
 * A brief's content as mail programs and word processors keep it: plain elements with their looks on them, tiles as a
 * table, citations as `[1]` that lead to their source.
 */
import { nodesOf } from '../sanitize';
import { keepPart, type Lines } from './part';
import { drawPictures } from './pictures';

/** Styles for elements that have no style of their own in a mail, by selectors. Later ones count more. */
const LOOKS: readonly (readonly [selector: string, looks: string])[] = [
  ['h1', 'font-size: 20pt; line-height: 1.25; margin: 0 0 6pt'],
  ['h2', 'font-size: 14pt; margin: 18pt 0 6pt'],
  ['h3, h4, h5, h6', 'font-size: 12pt; margin: 12pt 0 4pt'],
  ['p', 'margin: 0 0 8pt'],
  ['ul, ol', 'margin: 0 0 8pt; padding-left: 24pt'],
  ['li', 'margin: 0 0 4pt'],
  ['li > p, li > div', 'margin: 0'],
  ['figure', 'margin: 12pt 0'],
  ['figcaption', 'font-weight: bold; margin: 0 0 4pt'],
  ['.subtitle', 'font-size: 13pt; color: #555555; margin: 0 0 6pt'],
  ['.byline, .figure-note', 'font-size: 9pt; color: #555555; margin: 0 0 8pt'],
  ['.summary', 'margin: 0 0 12pt'],
  ['blockquote', 'margin: 0 0 8pt; padding-left: 9pt; border-left: 2px solid #bbbbbb; color: #444444'],
  [
    'pre',
    'margin: 0 0 8pt; padding: 6pt; background: #f4f4f4; font-family: Consolas, Menlo, monospace; font-size: 9pt',
  ],
  [':not(pre) > code', 'font-family: Consolas, Menlo, monospace; font-size: 9.5pt'],
  ['table', 'border-collapse: collapse; margin: 0 0 8pt'],
  ['th', 'border: 1px solid #bbbbbb; padding: 3pt 7pt; text-align: left; font-size: 9.5pt; background: #f4f4f4'],
  ['td', 'border: 1px solid #bbbbbb; padding: 3pt 7pt; text-align: left; vertical-align: top; font-size: 10pt'],
  ['td.tile', 'border: 1px solid #cccccc; padding: 8pt 12pt; background: #f4f4f4; vertical-align: top'],
  ['.align-right', 'text-align: right'],
  ['.align-center', 'text-align: center'],
  ['.tile-value', 'font-size: 18pt; font-weight: bold'],
  ['.tile-note', 'font-size: 9pt; color: #555555'],
  ['.own, .tag', 'font-style: italic'],
  ['.source', 'margin: 0 0 5pt; font-size: 10pt'],
  ['img', 'max-width: 100%; height: auto'],
  ['a', 'color: #0b5aa8'],
];

/** Elements that are of no use in a mail, or only serve to check a brief. */
const LEFT_OUT =
  '.thread, .meters, .tools, .verified, .outline, .topics, .chart-data, .passages, .back, .hidden, .cards, .math-error';

/**
 * @param html the content of a page, from the server
 * @param lines of the text that are wanted; null: all
 * @param stage an element of the page in which the content is laid out as on white paper; emptied afterwards
 */
export async function mailOf(html: string, lines: Lines | null, stage: Element): Promise<HTMLElement> {
  const article = nodesOf(html).firstElementChild;
  const mail = document.createElement('div');
  if (!article) return mail;
  if (lines) keepPart(article, lines);
  for (const part of article.querySelectorAll(LEFT_OUT)) part.remove();
  // A mail can't be unfolded.
  for (const fold of article.querySelectorAll('details')) fold.setAttribute('open', '');
  stage.replaceChildren(article);
  await drawPictures(article);
  stage.replaceChildren();
  for (const name of ['lang', 'dir']) mail.setAttribute(name, article.getAttribute(name) ?? '');
  mail.append(...article.childNodes);
  cite(mail);
  listSources(mail);
  layTiles(mail);
  putInWords(mail);
  for (const [selector, looks] of LOOKS)
    for (const part of mail.querySelectorAll<HTMLElement>(selector)) dress(part, looks);
  dress(mail, 'font-family: Calibri, Arial, sans-serif; font-size: 11pt; line-height: 1.45; color: #000000');
  for (const part of mail.querySelectorAll('*')) strip(part);
  return mail;
}

/** Adds styles through the API for scripts, as the policy of the page blocks the `style` attribute. */
function dress(part: HTMLElement, looks: string): void {
  part.style.cssText += `; ${looks}`;
}

/** Turns chips into `[1]` with the address of the source, as links within a mail lead nowhere. */
function cite(mail: Element): void {
  for (const chip of mail.querySelectorAll('.chip')) {
    const entry = mail.querySelector(`[id="${CSS.escape((chip.getAttribute('href') ?? '').slice(1))}"]`);
    chip.replaceWith('[', linked(chip.textContent ?? '', addressIn(entry)), ']');
  }
  // The remaining links lead to places in the page.
  for (const link of mail.querySelectorAll('a[href^="#"]')) link.replaceWith(...link.childNodes);
}

function linked(text: string, address: string | null): Node {
  if (address === null) return document.createTextNode(text);
  const link = document.createElement('a');
  link.href = address;
  link.append(text);
  return link;
}

function addressIn(entry: Element | null): string | null {
  return entry?.querySelector('a.source-link')?.getAttribute('href') ?? null;
}

/** Makes each source a line that starts with the number it is cited by, as lists count by themselves. */
function listSources(mail: Element): void {
  for (const list of mail.querySelectorAll('.sources, .notes')) {
    const lines = [...list.children].map((entry) => {
      const line = document.createElement('p');
      line.className = 'source';
      const number = entry.querySelector('.source-id, .note-number')?.textContent ?? '';
      line.append(list.matches('.sources') ? `[${number}] ` : `${number}. `);
      line.append(...(list.matches('.sources') ? describe(entry) : [...entry.children].slice(1).flatMap(contentOf)));
      return line;
    });
    list.replaceWith(...lines);
  }
}

/** Title, details and the whole address of a source, parted by full stops. */
function describe(entry: Element): (Node | string)[] {
  const address = addressIn(entry);
  const parts = [
    entry.querySelector('cite'),
    entry.querySelector('.source-details')?.textContent,
    address === null ? entry.querySelector('.source-link')?.textContent : linked(address, address),
  ];
  return parts.flatMap((part) => part || []).flatMap((part, index) => (index === 0 ? [part] : ['. ', part]));
}

/** Returns the content of the blocks of a note, without the blocks. */
function contentOf(part: Element): Node[] {
  return part.matches('div, p')
    ? [...part.children].some((child) => child.matches('p'))
      ? [...part.children].flatMap(contentOf)
      : [...part.childNodes]
    : [part];
}

/** Key numbers stand side by side in a table, as mails know no other way. */
function layTiles(mail: Element): void {
  for (const tiles of mail.querySelectorAll('.tiles')) {
    const table = document.createElement('table');
    let row = table.insertRow();
    for (const tile of tiles.querySelectorAll('.tile')) {
      if (row.cells.length === 3) row = table.insertRow();
      const cell = row.insertCell();
      cell.className = 'tile';
      for (const part of [...tile.children]) {
        if (cell.firstChild) cell.append(document.createElement('br'));
        cell.append(part);
      }
    }
    tiles.replaceWith(table);
  }
}

/** Writes boxes, tags and formulas as text: they would lose their form, and their meaning with it. */
function putInWords(mail: Element): void {
  for (const box of mail.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
    box.replaceWith(box.checked ? '☑' : '☐');
  for (const tag of mail.querySelectorAll('.tag')) tag.replaceChildren(`(${tag.textContent ?? ''})`);
  for (const formula of mail.querySelectorAll('math')) {
    const code = document.createElement('code');
    code.append(formula.querySelector('annotation')?.textContent ?? formula.textContent ?? '');
    formula.replaceWith(code);
  }
}

const KEPT = new Set(['href', 'src', 'alt', 'width', 'height', 'style', 'colspan', 'rowspan', 'start', 'lang', 'dir']);

function strip(part: Element): void {
  for (const { name } of [...part.attributes]) if (!KEPT.has(name)) part.removeAttribute(name);
}

/** Content as plain text, for programs that take nothing else. */

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, table, tr, figure, hr';

/** Blocks parted by line breaks, items with bullets or numbers, cells parted by tabs. */
export function plainTextOf(content: Element): string {
  return read(content, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @param indent of the lists that it is in */
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

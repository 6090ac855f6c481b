/** The part of a brief's content that stands for some lines of its text. */

/** Zero-based lines of the text, both in it. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * Takes out what stands for other lines: blocks, and items of lists. Of the sources and notes those stay that are cited
 * in what is left.
 */
export function keepPart(article: Element, lines: Lines): void {
  const sources = article.querySelector('.sources');
  const heading = sources?.previousElementSibling ?? null;
  const notes = article.querySelector('.notes');
  for (const kept of [heading, sources, notes]) kept?.remove();
  article.querySelector('.head')?.remove();
  const body = article.querySelector('.body') ?? article;
  keepLines(body, lines, Number.POSITIVE_INFINITY);

  if (notes) keepReferred(notes, '.note', body);
  if (notes?.firstElementChild) body.append(notes);
  if (sources) keepReferred(sources, '.source', body);
  if (sources?.firstElementChild) body.append(...(heading ? [heading] : []), sources);
}

/** @param end the line after those of the parent */
function keepLines(parent: Element, lines: Lines, end: number): void {
  const children = [...parent.children];
  const starts: number[] = [];
  // What has no line of its own, such as a figure that is declared elsewhere, stands with what is before it.
  for (const child of children) starts.push(lineOf(child) ?? starts.at(-1) ?? 0);
  for (const [index, child] of children.entries()) {
    const start = starts[index] ?? 0;
    const next = starts.slice(index + 1).find((line) => line > start) ?? end;
    if (start > lines.last || next <= lines.first) child.remove();
    else if (child.matches('ul, ol, li, blockquote')) keepLines(child, lines, next);
  }
}

function lineOf(block: Element): number | null {
  const line = block.getAttribute('data-line') ?? block.querySelector('[data-line]')?.getAttribute('data-line');
  return line === null || line === undefined ? null : Number(line);
}

function keepReferred(list: Element, entries: string, body: Element): void {
  const referred = new Set([...body.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')));
  for (const entry of list.querySelectorAll(entries)) if (!referred.has(`#${entry.id}`)) entry.remove();
}

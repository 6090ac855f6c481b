/** A brief's page as a renderer of plain Markdown would write it. */
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../../src/core/page/renderBrief';
import { isTag, type Node, parseHtml, replaceNodes } from './plainHtml';

/** Elements that stand around a block, by their classes. */
const AROUND = ['code', 'scroller', 'insight', 'written'];

/** What counts of an element's attributes: all that Markdown can say. */
const COUNTS = ['href', 'src', 'alt', 'title', 'start', 'type', 'checked', 'disabled'];

/**
 * Renders a text as a brief, and gives its title and its body without what we add: lines, classes and ids, what stands
 * around tables, code and the texts of insights, the tags at the end of those that no source is cited for,
 * and the links back from notes.
 */
export function contentOf(text: string): readonly Node[] {
  const [article] = parseHtml(renderBrief(parseBrief(text))).filter(isTag);
  const [header, body] = (article?.children ?? []).filter(isTag);
  const title = (header?.children ?? []).filter(
    (node) => isTag(node) && node.name === 'h1' && 'data-line' in node.attributes,
  );
  return replaceNodes([...title, ...(body?.children ?? [])], plain);
}

export function plain(node: Node): readonly Node[] {
  if (!isTag(node)) return [node];
  const { name, attributes, children } = node;
  const classes = attributes['class']?.split(' ') ?? [];
  if (name === 'span' && ['tag', 'back'].some((ours) => classes.includes(ours))) return [];
  if (name === 'div' && AROUND.some((around) => classes.includes(around))) return children;
  const kept = Object.entries(attributes).flatMap(([key, value]) => {
    // The host of the page loads its images.
    if (key === 'data-src') return [['src', value]];
    return COUNTS.includes(key) || (key === 'class' && name === 'code') ? [[key, value]] : [];
  });
  return [{ name, attributes: Object.fromEntries(kept), children }];
}

import { isHidden } from './notes';
import { type Element, elementsIn, findIn, hasClass, type Node, textOf } from './page';

/**
 * Returns the content of an entry in the list of sources, on one line. Its address is in full, as a document is read on paper
 * too.
 */
export function sourceWords(entry: Element): Node[] {
  const content = findIn(entry, (element) => hasClass(element, 'source-text')) ?? entry;
  const parts = elementsIn(content).filter((part) => !isHidden(part) && textOf(part).trim() !== '');
  if (parts.length === 0) return [textOf(findIn(entry, (element) => hasClass(element, 'source-id')) ?? entry)];
  return parts.flatMap((part, index) => (index === 0 ? [withAddress(part)] : [' · ', withAddress(part)]));
}

function withAddress(part: Element): Element {
  const { href } = part.attributes;
  return hasClass(part, 'source-link') && href ? { ...part, children: [href] } : part;
}

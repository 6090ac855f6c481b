/** A CSL style, held to what the processor can be given: https://docs.citationstyles.org/en/stable/specification.html */
import { say } from '../core/base/say';
import { childrenOf, readXml, type XmlError, type XmlNode } from './readXml';
import { MOST_DEEP, MOST_ELEMENTS, type StyleSize, sizeOfStyle } from './sizeOfStyle';

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/** A style that can be used. */
export interface Style {
  readonly root: XmlNode;
  readonly title: string;
  /** True if its citations are numbers. */
  readonly isNumeric: boolean;
  /** The size of the style, and the work that one source takes. */
  readonly size: StyleSize;
}

/**
 * Reads a style, or finds the error that keeps it from being used: it isn't a style, refers to something missing, or has no
 * bibliography.
 */
export function readStyle(text: string): { readonly style: Style } | { readonly error: XmlError } {
  const read = readXml(text.replace(/^\uFEFF/, ''));
  if ('error' in read) return read;
  const { root } = read;
  /** Makes an error, placed at the start of the `style` element unless another offset is given. */
  const wrong = (message: string, at = Math.max(0, text.indexOf('<style'))) => ({ error: { message, at } });
  if (root.name !== 'style' || root.attrs['xmlns'] !== NAMESPACE)
    return wrong(
      say('It is not a CSL style: <style xmlns="{0}"> is missing.', NAMESPACE),
      Math.max(0, text.search(/<[\w:]/)),
    );
  const info = childOf(root, 'info');
  const parent = childrenOf(info).find(({ name, attrs }) => name === 'link' && attrs['rel'] === 'independent-parent');
  if (parent) {
    const name = /[^/]*$/.exec(parent.attrs['href'] ?? '')?.[0] ?? '';
    return wrong(say('It only refers to the style "{0}". Name that style.', name), text.indexOf('independent-parent'));
  }
  const bibliography = childOf(root, 'bibliography');
  if (!childOf(bibliography, 'layout'))
    return wrong(say('It has no <bibliography> with a <layout>, so it cannot format a list of sources.'));
  if (!childOf(childOf(root, 'citation'), 'layout')) return wrong(say('It has no <citation> with a <layout>.'));
  const called = sizeOfStyle(root);
  if ('unknown' in called)
    return wrong(say('It has no macro "{0}".', called.unknown), text.indexOf(`"${called.unknown}"`));
  if ('circle' in called)
    return wrong(say('Its macro "{0}" calls itself.', called.circle), text.indexOf(`"${called.circle}"`));
  if ('tooDeep' in called) return wrong(say('With its macros expanded, it is nested more than {0} deep.', MOST_DEEP));
  if (called.size > MOST_ELEMENTS)
    return wrong(say('With its macros expanded, it has more than {0} elements, too many to use.', MOST_ELEMENTS));
  const format = childrenOf(info).find(({ name, attrs }) => name === 'category' && attrs['citation-format']);
  return {
    style: {
      root,
      title: childOf(info, 'title')?.children.join('').trim() ?? '',
      isNumeric: format ? format.attrs['citation-format'] === 'numeric' : hasNumber(bibliography),
      size: called,
    },
  };
}

function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node).find((child) => child.name === name);
}

/** True if a bibliography writes the number of a citation. Used for styles that don't tell their format. */
function hasNumber(node: XmlNode | undefined): boolean {
  return childrenOf(node).some((child) => child.attrs['variable'] === 'citation-number' || hasNumber(child));
}

/** A CSL style, held to what the processor can be given: https://docs.citationstyles.org/en/stable/specification.html */
import { readXml, type XmlError, type XmlNode } from './readXml';

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/**
 * Macros are put in where they are called, over and over. The largest styles of the CSL project come to 30,000 elements;
 * a short style of another kind could have more than there is memory for.
 */
const MOST_ELEMENTS = 200_000;

/** A style that can be used. */
export interface Style {
  readonly root: XmlNode;
  readonly title: string;
  /** Whether its citations are numbers. */
  readonly isNumeric: boolean;
}

/**
 * Reads a style and finds what would keep it from being used: what is no style, refers to what is not there, or has no
 * bibliography.
 */
export function readStyle(text: string): { readonly style: Style } | { readonly error: XmlError } {
  const read = readXml(text.replace(/^\uFEFF/, ''));
  if ('error' in read) return read;
  const { root } = read;
  /** At the first element of a name with some value in it. */
  const wrong = (message: string, at = Math.max(0, text.indexOf('<style'))) => ({ error: { message, at } });
  if (root.name !== 'style' || root.attrs['xmlns'] !== NAMESPACE)
    return wrong(`It is no CSL style: a <style xmlns="${NAMESPACE}"> is expected.`, Math.max(0, text.search(/<[\w:]/)));
  const info = childOf(root, 'info');
  const parent = childrenOf(info).find(({ name, attrs }) => name === 'link' && attrs['rel'] === 'independent-parent');
  if (parent) {
    const name = /[^/]*$/.exec(parent.attrs['href'] ?? '')?.[0] ?? '';
    return wrong(
      `It only says that it is like the style "${name}". Name that one.`,
      text.indexOf('independent-parent'),
    );
  }
  const bibliography = childOf(root, 'bibliography');
  if (!childOf(bibliography, 'layout')) return wrong('It has no bibliography, and says nothing of a list of sources.');
  if (!childOf(childOf(root, 'citation'), 'layout')) return wrong('It has no <citation> with a <layout>.');
  const called = expandedSize(root);
  if ('unknown' in called) return wrong(`It has no macro "${called.unknown}".`, text.indexOf(`"${called.unknown}"`));
  if ('circle' in called)
    return wrong(`Its macro "${called.circle}" calls itself.`, text.indexOf(`"${called.circle}"`));
  if (called.size > MOST_ELEMENTS)
    return wrong(`With its macros put in it has more than ${MOST_ELEMENTS} elements: too many to use.`);
  const format = childrenOf(info).find(({ name, attrs }) => name === 'category' && attrs['citation-format']);
  return {
    style: {
      root,
      title: childOf(info, 'title')?.children.join('').trim() ?? '',
      isNumeric: format ? format.attrs['citation-format'] === 'numeric' : hasNumber(bibliography),
    },
  };
}

function childrenOf(node: XmlNode | undefined): XmlNode[] {
  return node?.children.filter((child) => typeof child !== 'string') ?? [];
}

function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node).find((child) => child.name === name);
}

/** A style that does not say what it is: one whose bibliography counts. */
function hasNumber(node: XmlNode | undefined): boolean {
  return childrenOf(node).some((child) => child.attrs['variable'] === 'citation-number' || hasNumber(child));
}

type Expanded = { readonly size: number } | { readonly unknown: string } | { readonly circle: string };

/** How many elements a style has once each call of a macro is what that macro holds. */
function expandedSize(root: XmlNode): Expanded {
  const macros = new Map(
    childrenOf(root).flatMap((node): [string, XmlNode][] =>
      node.name === 'macro' ? [[node.attrs['name'] ?? '', node]] : [],
    ),
  );
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  let trouble: Expanded | null = null;
  const sizeOf = (node: XmlNode): number => {
    let size = 1;
    const name = node.name === 'text' || node.name === 'key' ? node.attrs['macro'] : undefined;
    if (name !== undefined) size += sizeOfMacro(name);
    for (const child of childrenOf(node)) size += sizeOf(child);
    return size;
  };
  const sizeOfMacro = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (!macro) trouble ??= { unknown: name };
    // A chain of more macros than this is none of a person's, and takes up the stack.
    else if (open.has(name) || open.size > 100) trouble ??= { circle: name };
    if (trouble || !macro) return 0;
    open.add(name);
    const size = sizeOf(macro);
    open.delete(name);
    sizes.set(name, size);
    return size;
  };
  let size = 0;
  for (const part of childrenOf(root)) if (part.name !== 'macro') size += sizeOf(part);
  return trouble ?? { size };
}

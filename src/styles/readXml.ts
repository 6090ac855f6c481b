/** XML as a tree that the processor of styles takes. */
import { SaxesParser } from 'saxes';
import { say } from '../core/base/say';

export interface XmlNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** The deepest nesting of elements. No style needs more. */
const DEEPEST = 100;

/** The error that stopped the reading of a text: a sentence, and its place. */
export interface XmlError {
  readonly message: string;
  /** A UTF-16 offset. */
  readonly at: number;
}

/**
 * Names that every object has from the start, such as `constructor`. The processor keeps what a style names in plain objects. A
 * term of such a name would change all objects of the program.
 */
const TAKEN: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
/** Attributes that hold words, not names. */
const WORDS: ReadonlySet<string> = new Set(['value', 'prefix', 'suffix', 'delimiter']);

class Stopped extends Error {}

/**
 * Reads a text as XML 1.0: strictly, and up to its first error. Comments and processing instructions are left out, and so
 * is white space between elements. No declaration of a document type is read: a style needs none, and entities could be
 * without end.
 */
export function readXml(text: string): { readonly root: XmlNode } | { readonly error: XmlError } {
  const parser = new SaxesParser({ position: true });
  const open: { name: string; attrs: Record<string, string>; children: (XmlNode | string)[] }[] = [];
  let root: XmlNode | null = null;
  let error: XmlError | null = null;
  const stop = (message: string): never => {
    error = { message, at: Math.min(parser.position, text.length) };
    throw new Stopped();
  };
  parser.on('error', ({ message }) => stop(`${sentence(message.replace(/^(?:undefined:)?\d+:\d+: /, ''))}`));
  parser.on('doctype', () => stop(say('It declares a document type. Remove that.')));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST) stop(say('Its elements are nested more than {0} deep.', DEEPEST));
    const attrs = Object.fromEntries(Object.entries(attributes).filter(([key]) => !TAKEN.has(key)));
    for (const [key, value] of Object.entries<string>(attrs)) {
      const names: readonly string[] = WORDS.has(key) ? [] : value.split(/\s+/);
      const taken = names.find((name) => TAKEN.has(name));
      if (taken !== undefined) stop(say('"{0}" cannot be a name in a style.', taken));
    }
    open.push({ name, attrs, children: [] });
  });
  const add = (written: string) => {
    const inside = open.at(-1);
    if (inside && (written.trim() !== '' || MEANS_SPACE.test(inside.name))) inside.children.push(written);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const node = open.pop();
    if (!node) return;
    // An empty term is a term that isn't written.
    if (node.name === 'term' && node.children.length === 0) node.children.push('');
    const outside = open.at(-1);
    if (outside) outside.children.push(node);
    else root = node;
  });
  try {
    parser.write(text).close();
  } catch (thrown) {
    if (!(thrown instanceof Stopped)) throw thrown;
  }
  if (error) return { error };
  return root ? { root } : { error: { message: say('It has no content.'), at: 0 } };
}

/** Names of elements in which spaces are content. */
const MEANS_SPACE = /^(?:term|single|multiple)$/;

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
}

/** Returns the child elements of a node. */
export function childrenOf(node: XmlNode | undefined): XmlNode[] {
  return node?.children.filter((child) => typeof child !== 'string') ?? [];
}

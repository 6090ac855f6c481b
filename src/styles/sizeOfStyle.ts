/** Measures a style as if each call of a macro were the macro itself, since the processor expands each call. */
import { childrenOf, type XmlNode } from './readXml';

/**
 * The most elements of an expanded style. The largest styles of the CSL project have 30,000. A short style that nests macros
 * could have more than the memory holds.
 */
export const MOST_ELEMENTS = 200_000;
/** The deepest nesting of elements and macros. The processor recurses as deep as macros call each other. */
export const MOST_DEEP = 500;
/** The number of characters of names and words that count as one more element, as they are copied with each call. */
const UNITS_OF_ELEMENT = 200;

export interface StyleSize {
  readonly size: number;
  /** The most elements that one source goes through; of alternatives, only one counts. */
  readonly work: number;
  /** The number of these elements that write names, each all names of a source. */
  readonly names: number;
  /** The number of these elements that write a text of a source, however long. */
  readonly texts: number;
}

interface Measured extends StyleSize {
  /** The depth to which elements nest. */
  readonly depth: number;
}

type Trouble = { readonly unknown: string } | { readonly circle: string } | { readonly tooDeep: true };

/** Measures a style, or finds the macro that keeps it from being measured. */
export function sizeOfStyle(root: XmlNode): StyleSize | Trouble {
  const macros = new Map(
    childrenOf(root).flatMap((node): [string, XmlNode][] =>
      node.name === 'macro' ? [[node.attrs['name'] ?? '', node]] : [],
    ),
  );
  const known = new Map<string, Measured>();
  const open = new Set<string>();
  let trouble: Trouble | null = null;
  const measure = (node: XmlNode, above: number): Measured => {
    if (above > MOST_DEEP) trouble ??= { tooDeep: true };
    if (trouble) return NOTHING;
    const name = node.name === 'text' || node.name === 'key' ? node.attrs['macro'] : undefined;
    const parts = childrenOf(node).map((child) => measure(child, above + 1));
    if (name !== undefined) parts.push(measureMacro(name, above + 1));
    const own = 1 + Math.floor(unitsOf(node) / UNITS_OF_ELEMENT);
    const join = node.name === 'choose' ? Math.max : (sum: number, part: number) => sum + part;
    const inside = parts.reduce(
      (all, part) => ({
        size: all.size + part.size,
        work: join(all.work, part.work),
        names: join(all.names, part.names),
        texts: join(all.texts, part.texts),
        depth: Math.max(all.depth, part.depth),
      }),
      NOTHING,
    );
    return {
      size: inside.size + own,
      work: inside.work + own,
      names: inside.names + (node.name === 'names' ? 1 : 0),
      texts: inside.texts + (node.name === 'text' && node.attrs['variable'] !== undefined ? 1 : 0),
      depth: inside.depth + 1,
    };
  };
  const measureMacro = (name: string, above: number): Measured => {
    const before = known.get(name);
    if (before && above + before.depth > MOST_DEEP) trouble ??= { tooDeep: true };
    if (before) return before;
    const macro = macros.get(name);
    if (!macro) trouble ??= { unknown: name };
    else if (open.has(name)) trouble ??= { circle: name };
    if (trouble || !macro) return NOTHING;
    open.add(name);
    const measured = measure(macro, above);
    open.delete(name);
    known.set(name, measured);
    return measured;
  };
  const whole = measure({ ...root, children: childrenOf(root).filter(({ name }) => name !== 'macro') }, 0);
  return trouble ?? whole;
}

const NOTHING: Measured = { size: 0, work: 0, names: 0, texts: 0, depth: 0 };

function unitsOf({ attrs, children }: XmlNode): number {
  const texts = [...Object.values(attrs), ...children.filter((child) => typeof child === 'string')];
  return texts.reduce((sum, { length }) => sum + length, 0);
}

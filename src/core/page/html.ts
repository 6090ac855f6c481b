/**
 * HTML that is safe by its type: an author's text cannot get into the page without `text` or an attribute of `element`, and
 * both escape it.
 */

declare const safe: unique symbol;
/** Markup that only this module and the Markdown renderer make. */
export type Html = string & { readonly [safe]: true };

/** Values of attributes; `true` writes the name only, `null` and `undefined` leave the attribute out. */
export type Attributes = Readonly<Record<string, string | number | true | null | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\uFFFD',
};

const VOID = new Set(['img', 'input', 'meta', 'br', 'hr']);

export const nothing = '' as Html;

/** Escapes a text, for an element's content or a quoted attribute. */
export function text(value: string): Html {
  return value.replace(/[&<>"'\0]/g, (c) => ENTITIES[c] ?? c) as Html;
}

/**
 * Writes an element with its attributes and children.
 *
 * @param name never a text of the author's; the same holds for the names of attributes
 */
export function element(name: string, attributes: Attributes, ...children: readonly Html[]): Html {
  const [start, end] = tagsOf(name, attributes);
  return (VOID.has(name) ? start : start + children.join('') + end) as Html;
}

/** Writes the start tag and the end tag of an element, for content that isn't ours. */
export function tagsOf(name: string, attributes: Attributes): readonly [start: Html, end: Html] {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    open += value === true ? ` ${key}` : ` ${key}="${text(String(value))}"`;
  }
  return [`${open}>` as Html, `</${name}>` as Html];
}

export function join(parts: readonly Html[], separator: Html = nothing): Html {
  return parts.join(separator) as Html;
}

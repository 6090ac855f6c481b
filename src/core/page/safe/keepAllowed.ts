/** The last gate for exports: our own markup, read strictly and written again. */

import { type Html, text } from '../html';
import { ALLOWED_ELEMENTS, isAllowedAttribute } from './allowed';

type Kind = keyof typeof ALLOWED_ELEMENTS;

/** A tag as the renderer writes it, or a lone sign. A value ends at the next quote or sign. */
const TOKEN = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z][A-Za-z0-9-]*(?:="[^"<>]*")?)*)>|[<>]/g;
const ATTRIBUTE = / ([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)")?/g;
const VOID = new Set(['br', 'hr', 'img', 'input']);
/** Each entity, and an ampersand that starts none that the renderer writes: a browser may read something else in it. */
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const OTHER_ENTITY = /&(?!(?:amp|lt|gt|quot|#39);)/;
const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * Keeps of rendered markup the elements and attributes that {@link ALLOWED_ELEMENTS} and {@link isAllowedAttribute} let
 * through; of all other elements the words stay. What comes out has each element closed where it must be, and no drawing
 * or formula has another kind of element in it, so that every browser reads it in the same way. Never throws.
 *
 * What the renderer writes comes out as it was.
 */
export function keepAllowed(html: string): Html {
  const open: { readonly name: string; readonly kind: Kind }[] = [];
  const kept = html.replace(TOKEN, (token, slash: string, name: string | undefined, attributes: string) => {
    if (name === undefined) return text(token);
    const around = open.at(-1)?.kind ?? 'html';
    if (slash === '/') {
      if (open.at(-1)?.name !== name) return '';
      open.pop();
      return token;
    }
    const kind = around === 'html' && (name === 'svg' || name === 'math') ? name : around;
    if (!ALLOWED_ELEMENTS[kind].has(name)) return '';
    if (!VOID.has(name)) open.push({ name, kind });
    return `<${name}${attributesOf(name, attributes)}>`;
  });
  return `${kept}${open
    .map(({ name }) => `</${name}>`)
    .reverse()
    .join('')}` as Html;
}

function attributesOf(element: string, written: string): string {
  return written.replace(ATTRIBUTE, (attribute, name: string, value = '') =>
    isKept(element, name, String(value)) ? attribute : '',
  );
}

function isKept(element: string, name: string, written: string): boolean {
  if (OTHER_ENTITY.test(written)) return false;
  return isAllowedAttribute(
    element,
    name,
    written.replace(ENTITY, (entity) => CHARACTERS[entity] ?? entity),
  );
}

/** The one way of markup into the page: by an allow-list, whatever the extension sends. */
import createDOMPurify, { type Config } from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS, isAllowedAttribute } from '../core/page/safe/allowed';

const CONFIG: Config & { RETURN_DOM: true } = {
  ALLOWED_TAGS: Object.values(ALLOWED_ELEMENTS).flatMap((names) => [...names]),
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM: true,
};

const purify = createDOMPurify(window);
// Each attribute is decided on by its element and its value, and by nothing else.
purify.addHook('uponSanitizeAttribute', (element, attribute) => {
  attribute.keepAttr = isAllowedAttribute(element.localName, attribute.attrName, attribute.attrValue);
  attribute.forceKeepAttr = attribute.keepAttr;
});

/**
 * Nodes of what the markup may have in a page. They belong to a document of their own, in which nothing runs and nothing
 * is loaded, until they are put into the page.
 */
export function nodesOf(html: string): DocumentFragment {
  const body = purify.sanitize(html, CONFIG);
  const nodes = (body.ownerDocument ?? document).createDocumentFragment();
  nodes.append(...body.childNodes);
  return nodes;
}

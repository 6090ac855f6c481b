/**
 * Run in a page as it is, and so uses nothing that is outside of it: does what a reader can do but follow links to the web,
 * so that what waits for it happens, and looks at what the page is made of.
 *
 * @typedef {import('./allowed').Finding} Finding
 * @typedef {object} Inspection
 * @property {string} roots the elements that are looked into, as a selector
 * @property {string} base the address below which relative ones may lead
 * @property {typeof import('./allowed').ALLOWED} allowed
 * @property {boolean} touch whether it is a page that does something; else only markup
 * @property {Document} [document] where it is another one than that of the page
 *
 * @param {unknown} first the inspection, or the element that is looked at where there is a second
 * @param {Inspection} [second]
 * @returns {Finding[]}
 */
export function inspectHere(first, second) {
  const { roots, base, allowed, touch, document: given } = second ?? first;
  /** @type {Finding[]} */
  const found = [];
  /** @param {Finding['kind']} kind @param {string} what */
  const find = (kind, what) => found.push({ kind, what: what.slice(0, 200) });
  const elements = new Set(allowed.elements);
  const attributes = new Set(allowed.attributes);
  const ids = new RegExp(allowed.ids);
  const all = [...(given ?? document).querySelectorAll(roots)].flatMap((root) => [...root.querySelectorAll('*')]);
  /** @param {string} value */
  const leads = (value) => {
    // An address of the page's own part, of the web or a mail, or of a file below the folder; as the browser reads it.
    if (value.startsWith('#')) return true;
    if (!URL.canParse(value, base)) return false;
    const { protocol, href, host, username } = new URL(value, base);
    if (protocol === 'mailto:') return true;
    if (href.startsWith(base)) return !/[\\]|%2e%2e|%5c/i.test(value);
    // An address without a scheme that leaves the folder all the same.
    return /^https?:$/.test(protocol) && host !== '' && username === '' && /^\s*https?:[\\/]{2}/i.test(value);
  };
  for (const element of all) {
    if (element.closest('.pen')) continue;
    const name = element.localName.toLowerCase();
    if (!elements.has(name)) find('element', element.outerHTML);
    const isHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
    if (isHtml !== !element.parentElement?.closest('svg, math') && name !== 'svg' && name !== 'math')
      find('element', `${name} of another kind`);
    for (const { name: attribute, value } of element.attributes) {
      if (!attributes.has(attribute.toLowerCase())) find('attribute', `${attribute} in ${element.outerHTML}`);
      if (attribute === 'href' && !(name === 'a' && leads(value))) find('address', `${name} ${value}`);
      if (attribute === 'data-src' && (!leads(value) || /^[a-z]+:/i.test(value))) find('address', value);
      if (attribute === 'src' && !value.startsWith('data:image/') && !value.startsWith(base)) find('address', value);
      if (/url\(\s*['"]?[^#'"\s]/i.test(value) && /^(?:fill|stroke|clip-path|style)$/.test(attribute))
        find('address', `${attribute} ${value}`);
      if (attribute === 'id' && !ids.test(value)) find('name', value);
      if (attribute === 'class' && !/^[\w -]*$|^language-\S+$/.test(value)) find('name', `class ${value}`);
    }
  }
  if (!touch) return found;
  for (const element of all) {
    for (const type of ['mouseover', 'mouseenter', 'pointerenter', 'mousedown', 'focus', 'toggle'])
      element.dispatchEvent(new Event(type, { bubbles: true }));
    const link = element.closest('a')?.protocol ?? '';
    if (element instanceof HTMLElement && !/^(?:https?|mailto):$/.test(link) && element.matches('a, button, summary'))
      element.click();
  }
  for (const what of window.hostileRan) find('script', what);
  window.hostileRan = [];
  return found;
}

/** The gate for images that stand in a text themselves, as `data:` addresses. */

/** The largest image, in bytes. */
export const MOST_IMAGE_BYTES = 1024 * 1024;

const DATA = /^data:image\/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/]*)(={0,2})$/i;
/** The first bytes of each type in Base64. What an address says of its content proves nothing. */
const STARTS: ReadonlyMap<string, RegExp> = new Map([
  ['png', /^iVBORw0KGgo/],
  ['jpeg', /^\/9j\//],
  ['gif', /^R0lGOD[dl]h/],
  ['webp', /^UklGR[g-v][A-Za-z0-9+/]{4}[BFJNRVZdhlptx159]XRUJQ/],
]);

/** True for an address that holds its content itself, such as an image, whatever the gate says of it. */
export function isData(address: string): boolean {
  return /^\s*data:/i.test(address);
}

/**
 * Lets an image pass that is PNG, JPEG, GIF or WebP by its first bytes, in Base64, and has at most 1 MB. A drawing (SVG) never
 * passes.
 *
 * @returns its address; null for any other address
 */
export function safeDataImage(address: string): string | null {
  // Browsers drop white space around an address and line breaks in it.
  const compact = address.trim().replace(/[\t\r\n]/g, '');
  if (compact.length > (MOST_IMAGE_BYTES / 3) * 4 + 40) return null;
  const [, named = '', content = '', padding = ''] = DATA.exec(compact) ?? [];
  const type = named.toLowerCase().replace('jpg', 'jpeg');
  const isWhole = content !== '' && (content.length + padding.length) % 4 === 0;
  return isWhole && STARTS.get(type)?.test(content) ? `data:image/${type};base64,${content}${padding}` : null;
}

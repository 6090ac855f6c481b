/** Puts images into a page, which then loads nothing from outside. */

/** Reads an image that a brief names; null if it may not or can't be read. */
export type ReadImage = (path: string) => Promise<Uint8Array | null>;

/** Largest size of all images of a page together, in bytes. A page with more is too large to send. */
const MOST_BYTES = 50 * 1024 * 1024;

/** The first bytes of each kind of file. A name says nothing of the content of a file. */
const KINDS: readonly (readonly [type: string, start: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  // A drawing that is shown as an image can neither run a script nor load anything.
  ['image/svg+xml', /^(?:\xef\xbb\xbf)?\s*<(?:svg[\s>]|(?:\?xml|!--|!doctype)[\s\S]*?<svg[\s>])/i],
];

/**
 * @param html as the renderer writes it for a host that loads images: each has its path in `data-src`
 * @returns the page with the images in it; an image that can't be had is replaced by its words
 */
export async function embedImages(html: string, read: ReadImage): Promise<string> {
  const addresses = new Map<string, string | null>();
  let left = MOST_BYTES;
  for (const [, path = ''] of html.matchAll(IMAGE)) {
    if (addresses.has(path)) continue;
    const bytes = await read(unescaped(path)).catch(() => null);
    const type = bytes && bytes.length <= left ? typeOf(bytes) : null;
    if (bytes && type) left -= bytes.length;
    addresses.set(path, bytes && type ? `data:${type};base64,${toBase64(bytes)}` : null);
  }
  return html.replace(IMAGE, (_image, path: string, more: string) => {
    const address = addresses.get(path) ?? null;
    if (address !== null) return `<img src="${address}"${more}>`;
    const words = / alt="([^"]*)"/.exec(more)?.[1] || path;
    const classes = / class="in-line"/.test(more) ? 'image in-line' : 'image';
    return `<span class="${classes}"${/ title="[^"]*"/.exec(more)?.[0] ?? ''}>${words}</span>`;
  });
}

/** An image as the renderer writes it. An author's text can't look like this, since it is escaped in attributes. */
const IMAGE = /<img data-src="([^"<>]*)"((?: [a-z-]+="[^"<>]*")*)>/g;

function typeOf(bytes: Uint8Array): string | null {
  let start = '';
  for (const byte of bytes.subarray(0, 4096)) start += String.fromCharCode(byte);
  return KINDS.find(([, pattern]) => pattern.test(start))?.[0] ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(attribute: string): string {
  return attribute.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** Encodes bytes as Base64, in a way that both Node and browsers can. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

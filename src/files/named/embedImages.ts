/** Puts images into a page, which loads nothing from outside then. */

/** Reads an image as a brief names it; null where it may not or cannot be read. */
export type ReadImage = (path: string) => Promise<Uint8Array | null>;

/** All images of a page together, in bytes: a page of more is nothing to send. */
const MOST_BYTES = 50 * 1024 * 1024;

/** How files of each kind begin; a name says nothing of what is in a file. */
const KINDS: readonly (readonly [type: string, start: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  // Shown as an image it can neither run a script nor load anything.
  ['image/svg+xml', /^(?:\xef\xbb\xbf)?\s*<(?:svg[\s>]|(?:\?xml|!--|!doctype)[\s\S]*?<svg[\s>])/i],
];

/**
 * @param html as the renderer writes it for a host that loads images: each has its path in `data-src`
 * @returns the same with the images in it; where one cannot be had, its words stand for it
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

/** What the author wrote is escaped in attributes, so that no text of theirs looks like this. */
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

/** As Node and browsers both can. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

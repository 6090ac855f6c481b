/** Encoding that a page declares in its own head: https://html.spec.whatwg.org/#determining-the-character-encoding */
const DECLARED = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i;
const HEAD_BYTES = 4096;

/**
 * Decodes an answer by its byte order mark, else by its headers, else by what the page declares, else as UTF-8.
 *
 * @param contentType as the headers have it
 */
export function decodePage(body: Uint8Array, contentType: string): string {
  const marked = markOf(body);
  const told = /charset\s*=\s*["']?\s*([\w:-]+)/i.exec(contentType)?.[1];
  const label = marked ?? told ?? DECLARED.exec(new TextDecoder('latin1').decode(body.subarray(0, HEAD_BYTES)))?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/**
 * SHA-256 (FIPS 180-4), for the content security policy of a page that stands alone, for review marks and for baselines. The
 * engine is synchronous and knows no platform, so that neither Web Crypto nor Node's can be used here.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** @returns the digest of the text's UTF-8 form, in Base64. */
export function sha256Base64(input: string): string {
  return base64(sha256(utf8ToBytes(input)));
}

/**
 * @param parts texts, of which the digest is that of all of them, one after the other; a surrogate that is alone counts as
 *   U+FFFD
 * @returns the digest of their UTF-8 form, as 64 hexadecimal digits in small letters.
 */
export function sha256Hex(parts: Iterable<string>): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(utf8ToBytes(part));
  return bytesToHex(hash.digest());
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let result = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let j = 0; j < 4; j++) result += i + j > bytes.length ? '=' : ALPHABET[(triple >> (18 - j * 6)) & 63];
  }
  return result;
}

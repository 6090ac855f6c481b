/**
 * SHA-256 (FIPS 180-4), for the content security policy of a page that stands alone, and for review marks. The engine is
 * synchronous and knows no platform, so that neither Web Crypto nor Node's can be used here.
 */
import { once } from './once';

/** @returns the digest of the text's UTF-8 form, in Base64. */
export function sha256Base64(input: string): string {
  return base64(bytesOf(digest([input])));
}

/**
 * @param parts texts, of which the digest is that of all of them, one after the other; a surrogate that is alone counts as
 *   U+FFFD
 * @returns the digest of their UTF-8 form, as 64 hexadecimal digits in small letters.
 */
export function sha256Hex(parts: Iterable<string>): string {
  return digest(parts)
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
}

function bytesOf(state: readonly number[]): number[] {
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

const initial = once(() => firstPrimes(8).map((prime) => fraction(Math.sqrt(prime))));
const constants = once(() => Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime))));

/** The eight words of the digest. Block by block, so that a text of megabytes needs no copy. */
function digest(parts: Iterable<string>): number[] {
  const state = [...initial()];
  const words = new Int32Array(64);
  const block = new Uint8Array(64);
  let length = 0;
  const add = (byte: number) => {
    block[length++ % 64] = byte;
    if (length % 64 === 0) compress(state, words, block);
  };
  for (const part of parts) addUtf8(part, add);
  const bits = length * 8;
  // The bit 1, zeros, and the length in bits as 64 bits, up to a multiple of 64 bytes.
  add(0x80);
  while (length % 64 !== 56) add(0);
  for (let shift = 7; shift >= 0; shift--) add(Math.floor(bits / 2 ** (shift * 8)) & 255);
  return state;
}

function compress(state: number[], words: Int32Array, block: Uint8Array): void {
  const roundConstants = constants();
  const w = (i: number) => words[i] ?? 0;
  const byte = (at: number) => block[at] ?? 0;
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      const at = i * 4;
      words[i] = (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3);
    } else {
      const low = rotate(w(i - 15), 7) ^ rotate(w(i - 15), 18) ^ (w(i - 15) >>> 3);
      const high = rotate(w(i - 2), 17) ^ rotate(w(i - 2), 19) ^ (w(i - 2) >>> 10);
      words[i] = w(i - 16) + low + w(i - 7) + high;
    }
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (roundConstants[i] ?? 0) + w(i)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] = ((state[i] ?? 0) + value) | 0;
  });
}

const rotate = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** The first 32 bits of the fractional part. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

function addUtf8(input: string, add: (byte: number) => void): void {
  for (let i = 0; i < input.length; i++) {
    const unit = input.charCodeAt(i);
    if (unit < 0x80) {
      add(unit);
      continue;
    }
    const point = input.codePointAt(i) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x800) add(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) add(0xe0 | (code >> 12));
      else {
        i++;
        add(0xf0 | (code >> 18));
        add(0x80 | ((code >> 12) & 63));
      }
      add(0x80 | ((code >> 6) & 63));
    }
    add(0x80 | (code & 63));
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let result = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let j = 0; j < 4; j++) result += i + j > bytes.length ? '=' : ALPHABET[(triple >> (18 - j * 6)) & 63];
  }
  return result;
}

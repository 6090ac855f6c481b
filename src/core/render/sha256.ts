/**
 * SHA-256 (FIPS 180-4), for the content security policy of a page that stands alone. The engine is synchronous and
 * knows no platform, so that neither Web Crypto nor Node's can be used here.
 */

/** @returns the digest of the text's UTF-8 form, in Base64. */
export function sha256Base64(input: string): string {
  const bytes = pad(utf8(input));
  const state = firstPrimes(8).map((prime) => fraction(Math.sqrt(prime)));
  const constants = firstPrimes(64).map((prime) => fraction(Math.cbrt(prime)));
  const words = new Uint32Array(64);
  for (let at = 0; at < bytes.length; at += 64) compress(state, constants, words, bytes, at);
  return base64(state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]));
}

function compress(
  state: number[],
  constants: number[],
  words: Uint32Array,
  bytes: readonly number[],
  at: number,
): void {
  const w = (i: number) => words[i] ?? 0;
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      const from = at + i * 4;
      const byte = (offset: number) => bytes[from + offset] ?? 0;
      words[i] = (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
    } else {
      const low = rotate(w(i - 15), 7) ^ rotate(w(i - 15), 18) ^ (w(i - 15) >>> 3);
      const high = rotate(w(i - 2), 17) ^ rotate(w(i - 2), 19) ^ (w(i - 2) >>> 10);
      words[i] = w(i - 16) + low + w(i - 7) + high;
    }
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (constants[i] ?? 0) + w(i)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
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

function utf8(input: string): number[] {
  const bytes: number[] = [];
  for (const char of input) {
    const point = char.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** Appends the bit 1, zeros, and the length in bits as 64 bits, up to a multiple of 64 bytes. */
function pad(bytes: number[]): number[] {
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 7; shift >= 0; shift--) bytes.push(Math.floor(bits / 2 ** (shift * 8)) & 255);
  return bytes;
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

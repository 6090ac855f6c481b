/** Resolves escapes and character references of Markdown, and encodes its addresses. */
import { decodeHTMLStrict } from 'entities';
import { isInternational, shownHost } from '../safe/hosts';

const ESCAPED = /\\([!-/:-@[-`{-~])|&(?:#x([a-f\d]{1,6})|#(\d{1,7})|[a-z][a-z\d]{1,31});/gi;

/**
 * Resolves escapes and character references (CommonMark 0.31.2, 2.4 and 2.5): `\*` becomes `*`, and `&amp;` becomes `&`. A number
 * that is no character becomes U+FFFD.
 */
export function meantText(written: string): string {
  return written.replace(ESCAPED, (whole, escaped?: string, hex?: string, decimal?: string) => {
    if (escaped !== undefined) return escaped;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (Number.isNaN(code)) return decodeHTMLStrict(whole);
    const character = code > 0x10ffff ? '' : String.fromCodePoint(code);
    return character === '' || NO_CHARACTER.test(character) ? '\ufffd' : character;
  });
}

/** Controls but white space, surrogates, and what Unicode keeps from use. */
const NO_CHARACTER = /(?![\t\n\f\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u;

/** Resolves escapes in an address and percent-encodes characters that it may not contain. */
export function meantAddress(written: string): string {
  return plainAddress(meantText(written).replaceAll('\0', '\ufffd'));
}

/** Percent-encodes an address that is written without escapes; a host with other letters than ASCII becomes Punycode. */
export function plainAddress(written: string): string {
  return written
    .trim()
    .replace(HOST, (_, opening: string, host: string) => opening + (isInternational(host) ? shownHost(host) : host))
    .replace(/%(?![\da-f]{2})|[^%]+/gi, (part) => encodeURI(part.replace(/\p{Cs}/gu, '\ufffd')))
    .replace(/^([a-z]+:)?\/\/%5B([\da-f:.]+)%5D/i, '$1//[$2]');
}

/** The opening of an address, with its credentials, and its host. */
const HOST = /^((?:https?:)?\/\/(?:[^/?#@]*@)?|mailto:[^/?#@]*@)([^/?#:@]+)/i;

/** Returns an address as people read it, with percent-encoded letters decoded. */
export function shownAddress(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURI(encoded);
    } catch {
      return encoded;
    }
  });
}

/** Normalises a label for look-up (CommonMark 0.31, 6.3). */
export function comparableLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

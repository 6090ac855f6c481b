/** Resolves escapes and character references of Markdown, and encodes its addresses. */
import createMarkdownIt from 'markdown-it';

const { utils, normalizeLink } = createMarkdownIt();

/** Resolves escapes and character references: `\*` becomes `*`, and `&amp;` becomes `&`. */
export function meantText(written: string): string {
  return utils.unescapeAll(written);
}

/** Resolves one character reference; an invalid number becomes U+FFFD. */
export function meantReference(written: string): string {
  const meant = meantText(written);
  return meant === written && NUMBER.test(written) ? '\ufffd' : meant;
}

const NUMBER = /^&#(?:x[a-f\d]{1,6}|\d{1,7});$/i;

/** Resolves escapes in an address and percent-encodes characters that it may not contain. */
export function meantAddress(written: string): string {
  return normalizeLink(meantText(written).replaceAll('\0', '\ufffd'));
}

/** Percent-encodes an address that is written without escapes. */
export function plainAddress(written: string): string {
  return normalizeLink(written);
}

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

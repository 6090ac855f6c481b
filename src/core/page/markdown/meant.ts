/** What Markdown means with escapes and references to characters, and the addresses that it writes. */
import createMarkdownIt from 'markdown-it';

const { utils, normalizeLink } = createMarkdownIt();

/** The characters that a text stands for: of `\*`, `*`, and of `&amp;`, `&`. */
export function meantText(written: string): string {
  return utils.unescapeAll(written);
}

/** The characters that a reference in a text stands for. */
export function meantReference(written: string): string {
  const meant = meantText(written);
  return meant === written && NUMBER.test(written) ? '\ufffd' : meant;
}

const NUMBER = /^&#(?:x[a-f\d]{1,6}|\d{1,7});$/i;

/** An address as it is written into a page: what may not stand in one is percent-encoded. */
export function meantAddress(written: string): string {
  return normalizeLink(meantText(written).replaceAll('\0', '\ufffd'));
}

/** An address that stands in the text as it is, without escapes. */
export function plainAddress(written: string): string {
  return normalizeLink(written);
}

/** An address as people read it: letters that are percent-encoded are letters. */
export function shownAddress(address: string): string {
  return address.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURI(encoded);
    } catch {
      return encoded;
    }
  });
}

/** By what a label is looked up (CommonMark 0.31, 6.3). */
export function comparableLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** Addresses that open Zotero on this machine. They are made only of keys in the form of Zotero's, and lead nowhere else. */

const KEY = '[A-Z0-9]{8}';
const KEYS = new RegExp(`^(${KEY})(?:/(${KEY}))?$`);
const LINK = new RegExp(
  String.raw`^zotero://(?:select|open-pdf)/(?:library|groups/\d{1,10})/items/${KEY}(?:\?page=\d{1,5}(?:&annotation=${KEY})?|\?annotation=${KEY})?$`,
);

/** True if a text names an item of Zotero, with its PDF or without: `ABCD2345`, `ABCD2345/PQRS6789`. */
export function isZoteroKeys(text: string): boolean {
  return KEYS.test(text);
}

/** Returns the key of the item in such a text; null for another text. */
export function zoteroItem(keys: string): string | null {
  return KEYS.exec(keys)?.[1] ?? null;
}

/**
 * Returns the address that opens Zotero at a highlight of a PDF.
 *
 * @param pdf the key of the PDF
 * @param annotation the key of the highlight
 * @param page of the PDF, counted from 1; null if it is not known
 * @returns null if these are not keys
 */
export function highlightLink(pdf: string, annotation: string, page: number | null): string | null {
  const where = page === null ? '' : `page=${page}&`;
  const url = `zotero://open-pdf/library/items/${pdf}?${where}annotation=${annotation}`;
  return isZoteroLink(url) ? url : null;
}

/** True if an address opens an item, a PDF, a page or a highlight in Zotero, and does nothing else. */
export function isZoteroLink(url: string): boolean {
  return LINK.test(url);
}

/**
 * Returns the address that shows an item in Zotero: its PDF at a page if the key of the PDF is known, else its entry.
 *
 * @param page the page of the PDF, counted from 1; other texts are left out
 * @returns null if these are not keys
 */
export function zoteroLink(keys: string, page?: string): string | null {
  const [, item, pdf] = KEYS.exec(keys) ?? [];
  if (item === undefined) return null;
  if (pdf === undefined) return `zotero://select/library/items/${item}`;
  return `zotero://open-pdf/library/items/${pdf}${/^[1-9]\d{0,4}$/.test(page ?? '') ? `?page=${page}` : ''}`;
}

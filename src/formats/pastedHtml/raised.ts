/** Reads raised numbers and links to notes: the citations of a page. */

/** Content of a `sup`, of a link to a place of its own page, or of a citation on a page of ours. */
export interface Raised {
  readonly name: 'sup' | 'a' | 'button';
  /** The id of the source that a page of ours says is cited. */
  readonly source?: string;
  text: string;
  /** The address of a link in it: of a web page, or `#place`. */
  href: string;
}

const PLAIN_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?$/u;
const NUMBERS = /^[[(]?(\d{1,4}(?:\s?[,–-]\s?\d{1,4})*)[\])]?$/;

/** A key as it stands behind an `@`. */
export function keyOf(source: string): string {
  return PLAIN_KEY.test(source) ? source : `{${source}}`;
}

/** The citation of a source, with what follows its id. */
export function citationOf(source: string, locator = ''): string {
  if (/^\d+$/.test(source)) return `[${source}${locator}]`;
  return `[@${keyOf(source)}${locator}]`;
}

/**
 * Returns the Markdown for raised text or a link within the page: `[1]` where it leads to a note, `<sup>1</sup>` where it may
 * be a power. It is empty for an arrow back, and for the commas between raised numbers.
 *
 * @returns null where it is plain text
 */
export function markdownOfRaised({ name, source, text, href }: Raised): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  if (source !== undefined) {
    const locator = words.startsWith(`${source}, `) ? words.slice(source.length) : '';
    return citationOf(source, locator);
  }
  const numbers = NUMBERS.exec(words)?.[1];
  if (numbers !== undefined) {
    if (/^https?:/i.test(href)) return `[${numbers}](${href})`;
    return href.startsWith('#') || /^\[.*\]$/.test(words) ? `[${numbers}]` : `<sup>${numbers}</sup>`;
  }
  if (name === 'sup' && /^[,;]$/.test(words)) return '';
  return href.startsWith('#') && /^[↩↑⏎^↵]+$/.test(words.replace(/\uFE0E|\uFE0F/g, '')) ? '' : null;
}

/** The styles of lists of sources that authors can name. */

/** Our own style, which is the default, and those that come with us, in the order of docs/styles.md. */
export const STYLE_NAMES = [
  'compact',
  'ama',
  'apa',
  'chicago-author-date',
  'gb-t-7714-2015-author-date',
  'gb-t-7714-2015-numeric',
  'harvard',
  'ieee',
  'mla',
  'vancouver',
] as const;

/** True if a style is named by the path of its file. */
export function isStylePath(name: string): boolean {
  return /\.csl$/i.test(name);
}

export function isStyleName(name: string): boolean {
  return STYLE_NAMES.some((known) => known === name);
}

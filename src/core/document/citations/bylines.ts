/** Lines of authors in which numbers name affiliations, as converters of PDF write them: `Ann Roe [1] - Bo Lund [ 1,2]`. */

/** A line of at least two names, each with numbers behind it. */
const BYLINE =
  /^\s*(?:[*_]{0,3}\p{Lu}(?:[^[\]\n\d.!?:]|(?<=\p{Lu})\.){2,60}[*_]{0,3} ?\[ ?\d(?:, ?\d)* ?\](?:\s*(?:[-–—,;·&]|and)\s*|\s*$)){2,}$/u;
/** The first affiliation: `1 Institute of Mining, Oslo`. Converters leave a sign behind the number that isn't shown. */
const AFFILIATION = /^\s*(?:\[1\]|1) \p{Cc}?\p{Lu}/u;

/** Returns the numbers in a line of authors, as `[1]`, with commas; empty if the text below it isn't the first affiliation. */
export function affiliationsIn(line: string, below: string): string {
  if (!AFFILIATION.test(below) || !BYLINE.test(line)) return '';
  return [...new Set(line.match(/\d/g))].map((number) => `[${number}]`).join();
}

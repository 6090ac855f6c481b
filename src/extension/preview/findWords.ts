/**
 * Finds words of the page in the text of their block: marks, links and line breaks may stand between them.
 *
 * @param text that of the block, or more
 * @param nth how often the words stand before those that are meant
 * @returns offsets in the text; null where they are not in it
 */
export function findWords(text: string, words: string, nth: number): { start: number; end: number } | null {
  const pieces = words.split(/\s+/).filter((piece) => piece !== '');
  if (pieces.length === 0) return null;
  const pattern = pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[\\s*_`~>|]{1,9}');
  const found = [...text.matchAll(new RegExp(pattern, 'g'))];
  const match = found[Math.min(nth, found.length - 1)];
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

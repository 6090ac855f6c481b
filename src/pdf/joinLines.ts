/** Joins lines to running text. */

/** Scripts that put no space between words, with their punctuation. */
const UNSPACED = /[\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF01-\uFF60\u3000-\u303F]/;
const HYPHEN_AT_END = /(?<=\p{L})[-\u2010\u00AD]$/u;

/** The words of a document. They show whether a hyphen at the end of a line belongs to its word. */
export interface Words {
  has(word: string): boolean;
}

/** Returns all words of some lines, in small letters, without words that the end of a line may cut. */
export function wordsOf(lines: Iterable<string>): Words {
  const words = new Set<string>();
  for (const line of lines) {
    const found = line.match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu) ?? [];
    const whole = HYPHEN_AT_END.test(line) ? found.slice(0, -1) : found;
    for (const word of whole) words.add(plain(word));
  }
  return words;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('\u2010', '-');
}

/** Joint of a line and the next one: the text of the line, and the text between the two. */
export interface Joint {
  readonly before: string;
  readonly between: '' | ' ';
}

/** Joins a word that a hyphen parts, unless the hyphen is one of its own. */
export function jointOf(line: string, next: string, words: Words): Joint {
  if (HYPHEN_AT_END.test(line)) {
    const without = line.slice(0, -1);
    if (line.endsWith('\u00AD')) return { before: without, between: '' };
    return { before: isOwnHyphen(without, next, words) ? line : without, between: '' };
  }
  // `2020–` and `2021`
  if (/\d[-–]$/.test(line) && /^\d/.test(next)) return { before: line, between: '' };
  const [last, first] = [line.at(-1) ?? '', next.charAt(0)];
  const isUnspaced = UNSPACED.test(last)
    ? UNSPACED.test(first) || /\d/.test(first)
    : /\d/.test(last) && UNSPACED.test(first);
  return { before: line, between: isUnspaced ? '' : ' ' };
}

function isOwnHyphen(without: string, next: string, words: Words): boolean {
  const head = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*$/u.exec(without)?.[0] ?? '';
  const tail = /^\p{L}+/u.exec(next)?.[0] ?? '';
  if (!/^\p{Ll}/u.test(tail)) return true;
  if (words.has(plain(head + tail))) return false;
  return words.has(plain(`${head}-${tail}`));
}

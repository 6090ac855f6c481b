/** Filter that shows, without the text, which words the text can't hold. It has the trigrams of the text, each as one bit. */
export type WordFilter = Uint8Array;

/**
 * Fewest bits for each UTF-16 unit of the text. About one in ten trigrams that the text doesn't have then has its bit set, too.
 */
const BITS_PER_UNIT = 4;
/** Most bits, 64 KB. They are too few for a text over 128 K units: for a longer one, the filter excludes fewer words. */
const MOST_BITS = 1 << 19;
const GRAM = 3;

/** Makes the filter of a text: half a byte for each UTF-16 unit, or up to one. */
export function wordFilterOf(text: string): WordFilter {
  let bits = 64;
  while (bits < text.length * BITS_PER_UNIT && bits < MOST_BITS) bits *= 2;
  const filter = new Uint8Array(bits / 8);
  for (let at = 0; at + GRAM <= text.length; at++) {
    const bit = bitOf(text, at, bits);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return filter;
}

/** True if a text may hold some words, in the same case. It is never false for words that the text holds. */
export function mayHold(filter: WordFilter, words: string): boolean {
  const bits = filter.length * 8;
  for (let at = 0; at + GRAM <= words.length; at++) {
    const bit = bitOf(words, at, bits);
    if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** @param bits a power of two */
function bitOf(text: string, at: number, bits: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return ((hash ^ (hash >>> 15)) >>> 0) & (bits - 1);
}

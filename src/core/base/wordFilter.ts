/** What tells, without a text, which words it cannot hold: the trigrams of the text, each as one of a few bits. */
export type WordFilter = Uint8Array;

/** Of one in ten trigrams that a text does not have, the bit is set nevertheless. */
const BITS_PER_UNIT = 4;
/** 64 KB: what stands in a text that is longer than a tenth of this is rarely told from what does not. */
const MOST_BITS = 1 << 19;
const GRAM = 3;

/** The filter of a text: half a byte for each UTF-16 unit, or up to one. */
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

/** Whether a text may hold some words, case and all. Where it does hold them, this is never false. */
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

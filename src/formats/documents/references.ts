import { createTokenizer } from './tokenizer';

/** The character that a reference of HTML stands for: `&` for `&amp;`. What is none stays as it is. */
export function decodeReference(reference: string): string {
  let decoded = '';
  createTokenizer({
    text: (start, end) => {
      decoded += reference.slice(start, end);
    },
    reference: (character) => {
      decoded += character;
    },
  })(reference);
  return decoded;
}

/** What a regular expression escapes, and its large letters. */
const ESCAPES_OR_LARGE = /\\[pP]\{[^}]*\}|\\.|\p{Lu}+/gu;

/**
 * The source of a regular expression for texts in small letters, of one for texts in any case. V8 takes three times as long to compile
 * one that leaves the case to it, and a first check compiles hundreds.
 */
export function inSmallLetters(source: string): string {
  return source.replace(ESCAPES_OR_LARGE, (part) => (part.startsWith('\\') ? part : part.toLowerCase()));
}

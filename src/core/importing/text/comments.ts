/** Keeps the comments of people to the letter while the text around them is rewritten. */

/** First of the characters that replace comments, in a plane for private use. */
const FIRST = 0xf0000;
const MOST = 0xfffd;
const RESERVED = /[\u{F0000}-\u{FFFFD}]/u;
/** A comment as the parser finds it, but in code as well. A comment in code is restored unchanged, too. */
const COMMENT = /\{>>(?:(?!\{>>|<<\}|\n[ \t>]*\n)[\s\S])*<<\}/g;

export interface Sheltered {
  /** The text with one character for each comment. */
  readonly text: string;
  /** Puts the comments back into a text that was made of it. */
  restore(made: string): string;
}

/** @returns null if a text has no comments, or already has characters that would replace them */
export function shelterComments(text: string): Sheltered | null {
  if (!text.includes('{>>') || RESERVED.test(text)) return null;
  const comments: string[] = [];
  const sheltered = text.replace(COMMENT, (comment) => {
    if (comments.length > MOST) return comment;
    comments.push(comment);
    return String.fromCodePoint(FIRST + comments.length - 1);
  });
  if (comments.length === 0) return null;
  return {
    text: sheltered,
    restore: (made) =>
      made.replace(/[\u{F0000}-\u{FFFFD}]/gu, (sign) => comments[(sign.codePointAt(0) ?? 0) - FIRST] ?? sign),
  };
}

/** Keeps the comments of people to the letter while the text around them is rewritten. */

/** The first of the characters that stand for comments: of a plane that is for private use. */
const FIRST = 0xf0000;
const MOST = 0xfffd;
const RESERVED = /[\u{F0000}-\u{FFFFD}]/u;
/** Like the parser, without knowing what is code: what stands there comes back as it was, too. */
const COMMENT = /\{>>(?:(?!\{>>|<<\}|\n[ \t>]*\n)[\s\S])*<<\}/g;

export interface Sheltered {
  /** With a character in the place of each comment. */
  readonly text: string;
  /** Puts the comments back into a text that was made of it. */
  restore(made: string): string;
}

/** @returns null where a text has no comments, or the characters that are to stand for them */
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

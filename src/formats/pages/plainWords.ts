import { Parser } from 'htmlparser2';

/** Marks that titles and names have in HTML, JATS and MathML. What else looks like a tag may be a word between angle brackets. */
const MARKS =
  /^(?:a|b|bold|br|em|font|i|inline-formula|italic|monospace|p|sc|scp|small|smallcaps|span|strong|sub|sup|title|tt|u|underline|math|m[a-z]+|(?:mml|jats):[\w-]+)$/;

/** Characters that change how a text is shown, or that can't be seen, and halves of characters. */
const UNSEEN = /[\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Longer texts are not titles or names, and are cut. */
const LONGEST = 5000;

/** Returns the words of a text on one line, without the marks that titles in journals may have. */
export function plainWords(written: string): string {
  const marked = written.slice(0, LONGEST);
  let words = marked;
  if (/[<&]/.test(marked)) {
    words = '';
    const keep = (name: string) => {
      if (!MARKS.test(name)) words += marked.slice(parser.startIndex, parser.endIndex + 1);
    };
    const parser = new Parser({
      ontext: (text) => {
        words += text;
      },
      onopentag: keep,
      onclosetag: (name, isImplied) => {
        if (!isImplied) keep(name);
      },
    });
    parser.end(marked);
  }
  return words
    .replace(UNSEEN, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

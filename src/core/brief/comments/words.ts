/** Reads and writes comments of people in CriticMarkup, `{>>text @AZ 2026-11-28<<}` (docs/format.md, "Comments"). */

/** The content of one comment of a thread. */
export interface CommentWords {
  /** Plain text; lines end with `\n`. */
  readonly text: string;
  /** Initials or a name; null if the comment isn't signed. */
  readonly author: string | null;
  /** A day, as ISO 8601. */
  readonly date: string | null;
  /** True if the comment ends its thread, because its question is answered. */
  readonly resolved: boolean;
}

const OPEN = '{>>';
const CLOSE = '<<}';

const SIGNATURE =
  /(?:^|\s)@(?:\?(?=\s)|\{([^{}<>\\\n]{1,100})\}(?=\s)|([^\s{}<>\\@?]{1,60})(?=\s+\d))(?:\s+(\d{4}-\d\d-\d\d))?(?:\s+(resolved))?\s*$/;
const NAME = /^[^\s{}<>\\@?|`$]{1,60}$/;

/** Reads the content of a comment. @param written the comment from `{>>` to `<<}`, as the document has it */
export function readThreadComment(written: string): CommentWords {
  const inner = written.slice(OPEN.length, -CLOSE.length).replace(LINE_BREAK, ' ');
  const signed = SIGNATURE.exec(inner);
  const [, name = null, initials = null, date = null, resolved] = signed ?? [];
  const isSigned = signed !== null && (date === null ? resolved !== undefined && !name && !initials : isDay(date));
  if (!isSigned) return { text: decoded(inner), author: null, date: null, resolved: false };
  const author = (name ?? initials)?.trim() || null;
  return { text: decoded(inner.slice(0, signed.index)), author, date, resolved: resolved !== undefined };
}

/** A line break in a file, with the marks of quotations and the space around it. */
const LINE_BREAK = /(?<![ \t])[ \t]*(?:\r\n?|\n)[ \t>]*/g;

/**
 * Writes a comment on one line. {@link readThreadComment} gives the same words again, without white space at the ends of lines
 * and control characters.
 *
 * @param guarded write signs that may pair with others before them as character references
 */
export function writeThreadComment({ text, author, date, resolved }: CommentWords, guarded = false): string {
  const words = encoded(text, guarded);
  const isSigned = author !== null || date !== null || resolved;
  if (!isSigned) {
    const isClear = readThreadComment(`${OPEN}${words}${CLOSE}`).date === null && !/@\?\s+resolved$/.test(words);
    return `${OPEN}${isClear ? words : words.replace(/@(?=[^@]*$)/, '\\@')}${CLOSE}`;
  }
  const signature = [`@${author === null ? '?' : writtenName(author)}`, date, resolved ? 'resolved' : null];
  return `${OPEN}${[words, ...signature].filter((part) => part !== null).join(' ')}${CLOSE}`;
}

function writtenName(author: string): string {
  if (NAME.test(author)) return author;
  const name = author
    .replace(/[{}<>\\|`$\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '');
  return name === '' ? '?' : `{${name}}`;
}

/** Returns the text of a comment as it can be kept: without control characters and white space at the ends of lines. */
export function plainComment(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/(?<!\s)\s*\n\s*/g, (space) => (space.split('\n').length > 2 ? '\n\n' : '\n'))
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function encoded(text: string, guarded: boolean): string {
  const words = plainComment(text)
    .replace(/\\(?=[!-/:-@[-`{-~\n]|$)/g, '\\\\')
    .replace(/&(?=#\d{1,7};)/g, '\\&');
  return (guarded ? words.replace(/[`$[\]()>]/g, (sign) => `&#${sign.charCodeAt(0)};`) : words)
    .replace(/<(?=br>)/g, '\\<')
    .replace(/<<\}/g, '<\\<}')
    .replace(/\{>>/g, '{\\>>')
    .replace(/\|/g, '\\|')
    .replace(/\n/g, '<br>');
}

function decoded(written: string): string {
  return plainComment(
    written.replace(/\\([!-/:-@[-`{-~])|<br>|&#(\d{1,7});/g, (all, sign?: string, code?: string) => {
      if (sign !== undefined) return sign;
      if (code === undefined) return '\n';
      const point = Number(code);
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : all;
    }),
  );
}

/** True if a text is a day in the form of ISO 8601 that the calendar has. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

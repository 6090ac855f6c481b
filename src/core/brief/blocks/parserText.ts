import type { TextEdit } from '../../base/text';

/** A text, and what the Markdown parser is given in its place. */
export interface ParserText {
  readonly written: string;
  /** The very same string where nothing in it is rewritten. */
  readonly plain: string;
}

/**
 * The text as the Markdown parser wants it, with every character in its place. It knows LF as the only line end, and no
 * white space after the last bar of a table's delimiter row (GFM allows it there). In an item of an ordered list it
 * takes a wrapped line that starts with a year, "2024. It …", for a list, which only 1 may start within a paragraph
 * (CommonMark 0.31, "List items"): a no-break space keeps it text.
 *
 * @param previous an earlier version, and the one edit since: only what that may have changed is rewritten again. The
 *   result is the same.
 */
export function parserText(written: string, previous?: ParserText & { readonly edit: TextEdit }): ParserText {
  if (!previous) return { written, plain: rewritten(written) };
  const { span, newText } = previous.edit;
  const by = newText.length - (span.end - span.start);
  // What a line becomes depends on it and on the line before it: so the lines of the edit are rewritten and the one after.
  const start = startOfLine(written, span.start - 1);
  const end = endOfLine(written, endOfLine(written, span.end + by));
  const context = startOfLine(written, start - 1);
  const stretch = written.slice(context, end);
  const plain = rewritten(stretch);
  if (plain === stretch && previous.plain === previous.written) return { written, plain: written };
  const whole = previous.plain.slice(0, start) + plain.slice(start - context) + previous.plain.slice(end - by);
  return { written, plain: whole === written ? written : whole };
}

function rewritten(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text;
  return plain
    .replace(/^([ \t>]*\|[ \t:|-]*)\|([ \t]+)$/gm, '$1$2|')
    .replace(/(?<=\S[ \t]*\n[ \t]{2,40}(?:1[5-9]|20)\d\d[.)])[ \t]/g, '\u00A0');
}

/** The offset after the last LF before `at`. */
export function startOfLine(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The offset after the first LF from `at` on. */
export function endOfLine(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return next < 0 ? text.length : next + 1;
}

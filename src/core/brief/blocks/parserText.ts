/** A text, and what the Markdown parser is given in its place: of the same length, with every character in its place. */
export interface ParserText {
  readonly written: string;
  readonly plain: string;
}

/**
 * The text as the Markdown parser wants it, with every character in its place. It knows LF as the only line end, and no
 * white space after the last bar of a table's delimiter row (GFM allows it there). In an item of an ordered list it
 * takes a wrapped line that starts with a year, "2024. It …", for a list, which only 1 may start within a paragraph
 * (CommonMark 0.31, "List items"): a no-break space keeps it text. So what a line becomes depends on the line before it.
 */
export function parserText(written: string): string {
  const plain = written.includes('\r') ? written.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : written;
  const barred = /\|[ \t]+$/m.test(plain) ? plain.replace(/^([ \t>]*\|[ \t:|-]*)\|([ \t]+)$/gm, '$1$2|') : plain;
  return /\n[ \t]{2,40}(?:1[5-9]|20)\d\d[.)][ \t]/.test(barred)
    ? barred.replace(/(?<=\S[ \t]*\n[ \t]{2,40}(?:1[5-9]|20)\d\d[.)])[ \t]/g, '\u00A0')
    : barred;
}

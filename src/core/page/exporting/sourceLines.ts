/**
 * Finds where inline content stands in the source text. markdown-it hands the text of a block on without its indentation,
 * quotation marks and list markers. This module finds each of its lines again.
 */
/** A stretch of `length` UTF-16 units that are the same in the content and in the source. */
interface Stretch {
  readonly content: number;
  readonly source: number;
  readonly length: number;
}

/** A line of the source text, without its line break. */
export interface SourceLine {
  readonly start: number;
  readonly text: string;
}

/** Returns the stretches of a paragraph or heading: each line of content is the end of a source line, or near it. */
export function mapLines(content: string, lineAt: (line: number) => SourceLine): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  content.split('\n').forEach((line, index) => {
    const words = line.trim();
    const source = lineAt(index);
    const column = words === '' ? -1 : source.text.lastIndexOf(words);
    if (column >= 0) {
      stretches.push({ content: at + line.indexOf(words), source: source.start + column, length: words.length });
    }
    at += line.length + 1;
  });
  return stretches;
}

/**
 * Returns the stretches of a table's cell, in which `\|` has become `|`.
 *
 * @param from the column from which to look, the end of the cell before
 */
export function mapCell(content: string, row: SourceLine, from: number): { stretches: Stretch[]; end: number } {
  const written = content.replace(/\|/g, '\\|');
  const column = content === '' ? -1 : row.text.indexOf(written, from);
  if (column < 0) return { stretches: [], end: from };
  const stretches: Stretch[] = [];
  let source = row.start + column;
  let at = 0;
  for (const [index, part] of content.split('|').entries()) {
    const length = part.length + (index > 0 ? 1 : 0);
    if (index > 0) source++;
    stretches.push({ content: at, source, length });
    at += length;
    source += length;
  }
  return { stretches, end: column + written.length };
}

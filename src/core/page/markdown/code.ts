/** Reads the lines of code blocks, without the marks of the blocks around them. */
import type { SyntaxNode } from '@lezer/common';

/** Columns from one tab stop to the next (CommonMark 0.31, "Tabs"). */
const TAB = 4;

const widthOf = (sign: string | undefined, column: number): number => (sign === '\t' ? TAB - (column % TAB) : 1);

/** Returns the column of a place on its line. */
export function columnOf(source: string, at: number): number {
  let column = 0;
  for (let i = source.lastIndexOf('\n', at - 1) + 1; i < at; i++) column += widthOf(source[i], column);
  return column;
}

/** Takes columns of white space off all lines but the first; lines with less are left without any. */
export function outdented(words: string, columns: number): string {
  if (columns === 0) return words;
  return words.replace(/(?<=\n)[ \t]+/g, (space) => {
    let column = 0;
    let length = 0;
    while (length < space.length && column < columns) column += widthOf(space[length++], column);
    return ' '.repeat(Math.max(0, column - columns)) + space.slice(length);
  });
}

/** Returns how many columns of a tab that ends at `at` lie past `column`; 0 if there is no tab. */
export function surplusAt(source: string, at: number, column: number): number {
  return source[at - 1] === '\t' ? Math.max(0, columnOf(source, at) - column) : 0;
}

/**
 * Returns the lines of indented code inside another block.
 *
 * @param shift offset at which the source starts, in the offsets of the node
 * @param column at which the code starts
 */
export function codeIn(node: SyntaxNode, source: string, shift: number, column: number): string {
  let code = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'CodeText') continue;
    const start = child.from - shift;
    code += ' '.repeat(surplusAt(source, start, column)) + source.slice(start, child.to - shift);
  }
  return code;
}

/** @param shift where the source starts in the offsets of the node */
export function fencedCodeIn(node: SyntaxNode, source: string, shift: number): string {
  let code = '';
  let first: SyntaxNode | null = null;
  let hasLines = false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'CodeText') continue;
    hasLines = true;
    code += source.slice(child.from - shift, child.to - shift);
    if (source[child.from - shift] !== '\n') first ??= child;
  }
  if (!hasLines) return '';
  const indentation = first ? columnOf(source, node.from - shift) - columnOf(source, first.from - shift) : 0;
  const plain = indentation > 0 ? code.replace(new RegExp(`^ {1,${indentation}}`, 'gm'), '') : code;
  // The last line of an unclosed block is the one after the last line break of the text.
  const isOpen = node.to - shift >= source.length && node.lastChild?.name === 'CodeText';
  return isOpen && plain.endsWith('\n') ? plain : `${plain}\n`;
}

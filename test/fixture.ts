import type { Span } from '../src/core/base/text';

/** A fixture text with what its annotations say. */
export interface Fixture {
  /** The text without annotation lines. */
  readonly text: string;
  /** Where the annotations point, in order, with the words after the carets. */
  readonly expected: readonly (Span & { readonly label: string })[];
}

const ANNOTATION = /^\s*(\^+)[ \t]*(.*)$/;

/**
 * Reads an annotated text. A line of nothing but white space, carets and an optional label underlines the columns
 * of the last line above it that is no annotation:
 *
 *     - China holds 90%.
 *       ^^^^^^^^^^^^^^^^ citation/missing
 *
 * Columns are UTF-16 units, so under CJK text the carets look shorter than what they underline.
 */
export function fixture(annotated: string): Fixture {
  const kept: string[] = [];
  const expected: (Span & { label: string })[] = [];
  let lineStart = 0;
  let nextStart = 0;
  for (const line of annotated.split('\n')) {
    const match = ANNOTATION.exec(line);
    if (match?.[1] && kept.length > 0) {
      const start = lineStart + line.indexOf('^');
      expected.push({ start, end: start + match[1].length, label: match[2] ?? '' });
      continue;
    }
    kept.push(line);
    lineStart = nextStart;
    nextStart += line.length + 1;
  }
  return { text: kept.join('\n'), expected };
}

/**
 * Takes the one `|` out of a text.
 *
 * @returns the text without it, and the offset where it stood.
 * @throws Error if there is not exactly one.
 */
export function withCursor(marked: string): { readonly text: string; readonly cursor: number } {
  const parts = marked.split('|');
  if (parts.length !== 2) throw new Error(`A fixture needs one cursor, this has ${parts.length - 1}: ${marked}`);
  return { text: parts.join(''), cursor: (parts[0] ?? '').length };
}

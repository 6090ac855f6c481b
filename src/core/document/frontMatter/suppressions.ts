import type { Suppression } from '../../base/problem';
import type { Field, Span } from '../../base/text';
import type { Line } from './lines';

/** A comment that turns rules off. */
const DIRECTIVE = /^#[ \t]*brief-disable-next-line(?=\s|$)/;

/**
 * The `# brief-disable-next-line CODE …` comments. Each covers the key or entry that starts on the next line (of
 * several comments in a row, the one below them), and otherwise that line.
 *
 * @param starts the keys and entries, by the offset of the start of their first line.
 */
export function readSuppressions(
  text: string,
  lines: readonly Line[],
  starts: ReadonlyMap<number, Span>,
): Suppression[] {
  const suppressions: Suppression[] = [];
  let waiting: { readonly span: Span; readonly codes: readonly Field[] }[] = [];
  for (const line of lines) {
    const at = line.start + line.indent;
    if (line.kind === 'comment') {
      const match = DIRECTIVE.exec(text.slice(at, line.end));
      if (match !== null)
        waiting.push({ span: { start: at, end: line.end }, codes: codesIn(text, at + match[0].length, line.end) });
      continue;
    }
    if (waiting.length === 0) continue;
    const covers = starts.get(line.start) ?? { start: at, end: line.end };
    for (const { span, codes } of waiting) suppressions.push({ span, codes, covers });
    waiting = [];
  }
  for (const { span, codes } of waiting) suppressions.push({ span, codes, covers: { start: span.end, end: span.end } });
  return suppressions;
}

function codesIn(text: string, start: number, end: number): Field[] {
  return [...text.slice(start, end).matchAll(/[^\s,]+/g)].map(({ 0: value, index }) => ({
    value,
    span: { start: start + index, end: start + index + value.length },
  }));
}

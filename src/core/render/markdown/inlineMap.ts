/**
 * Where inline content stands in the source text. markdown-it hands the text of a block on without its indentation,
 * quotation marks and list markers; this finds each of its lines again, so that what the model knows by place can be
 * put in by place.
 */
import { derive } from '../../base/derive';
import type { Span } from '../../base/text';
import { firstFrom, type InlineRun, type Insert } from './facts';

/** `length` units that are the same in the content and in the source. */
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

/** The stretches of a paragraph or heading: each line of content is the end of a source line, or near it. */
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
 * The stretches of a table's cell, in which `\|` has become `|`.
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

/** The inserts that start in the stretches, with their places in the content. */
export function runFor(content: string, stretches: readonly Stretch[], inserts: readonly Insert[]): InlineRun {
  const found: number[] = [];
  const offsets = startsOf(inserts);
  const byStart = new Map<number, Insert>();
  for (const [index, stretch] of stretches.entries()) {
    const end = stretch.source + stretch.length;
    for (let i = firstFrom(offsets, stretch.source); i < inserts.length; i++) {
      const insert = inserts[i];
      if (!insert || insert.span.start >= end) break;
      const span = toContent(insert.span, stretches, index);
      if (!span) continue;
      found.push(span.start);
      byStart.set(span.start, { ...insert, span });
    }
  }
  return { content, starts: found, byStart };
}

/** A block's inserts are the same for all its runs: their starts are gathered once. */
const startsOf = derive((inserts: readonly Insert[]): readonly number[] => inserts.map(({ span }) => span.start));

function toContent(span: Span, stretches: readonly Stretch[], first: number): Span | null {
  const opening = stretches[first];
  if (!opening) return null;
  const start = opening.content + span.start - opening.source;
  for (let i = first; i < stretches.length; i++) {
    const stretch = stretches[i];
    if (!stretch || stretch.source > span.end) return null;
    if (span.end <= stretch.source + stretch.length) {
      return { start, end: stretch.content + span.end - stretch.source };
    }
  }
  return null;
}

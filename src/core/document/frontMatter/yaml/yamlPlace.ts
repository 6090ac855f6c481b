/**
 * Finds where a place of half-typed YAML is: under which keys, and whether at a key or at a value. Indentation and brackets
 * decide, line by line, because half-typed YAML seldom parses.
 */
import { derive } from '../../../base/derive';
import { firstWhere } from '../../../base/ordered';
import type { Span } from '../../../base/text';
import { endOfValue, type KeyText, keyAt, type Line, linesOf } from '../lines';
import { flowAt, type WordPlace } from './flowPlace';

export interface YamlPlace extends WordPlace {
  /** The quotation mark before the word or value, or an empty text. */
  readonly quote: '"' | "'" | '';
  /** True inside of `{…}` or `[…]`. */
  readonly flow: boolean;
}

/** A line of YAML in block style, taken apart. */
interface Shape {
  readonly line: Line;
  /** The columns of the `-` that it starts with. */
  readonly dashes: readonly number[];
  /** The offset behind these dashes and white space. */
  readonly content: number;
  /** The column of `content`. */
  readonly column: number;
  readonly key: KeyText | null;
}

/**
 * Finds the key or value at an offset.
 *
 * @param yaml the front matter between its fences, or the content of a `figure` block
 * @param blankColumn the column that counts on a blank line, if it isn't the column of the offset
 * @returns null where neither a key nor a value can be told: in a text of several lines, say
 */
export function yamlPlaceAt(text: string, yaml: Span, offset: number, blankColumn?: number): YamlPlace | null {
  const lines = withLineAt(linesBetween(yaml, text), offset);
  const index = firstWhere(lines.length, (i) => offset <= (lines[i]?.end ?? offset));
  const line = lines[index];
  if (!line || offset < line.start) return null;
  const comment = commentAt(text, line, offset);
  if (comment !== null) return comment === 'behind' ? null : { ...NOWHERE, at: 'comment', span: comment };

  const flow = flowAt(text, lines, index, offset);
  if (flow) {
    const base = shapeOf(text, flow.line);
    const above = pathAbove(text, lines, lines.indexOf(flow.line), base.column, base.dashes);
    if (!above) return null;
    const { path, ...rest } = flow.place;
    const owner = base.key && flow.opening >= base.key.valueAt ? [base.key.name] : [];
    return withoutQuotes(text, offset, { ...rest, quote: '', path: [...above.path, ...owner, ...path], flow: true });
  }

  const shape = line.kind === 'blank' ? blankShape(line, offset, blankColumn) : shapeOf(text, line);
  if (offset < shape.content) return null;
  const above = pathAbove(text, lines, index, shape.column, shape.dashes);
  if (!above) return null;
  const { path } = above;
  const siblings = new Set([...above.siblings, ...siblingsBelow(text, lines, index, shape.column)]);
  const { key } = shape;
  if (key && offset > key.span.end) {
    const start = Math.min(key.valueAt, offset);
    const span = { start, end: Math.max(offset, endOfValue(text, start, line.end)) };
    const colon = text[start - 1] === ':';
    return withoutQuotes(text, offset, {
      at: 'value',
      path,
      key: key.name,
      span,
      quote: '',
      siblings,
      colon,
      flow: false,
    });
  }
  const span = key
    ? key.span
    : { start: shape.content, end: Math.max(offset, endOfValue(text, shape.content, line.end)) };
  return withoutQuotes(text, offset, {
    at: 'key',
    path,
    key: '',
    span,
    quote: '',
    siblings,
    colon: key !== null,
    flow: false,
  });
}

/** Cached, because the hover and the completion ask about the same place. */
const linesBetween = derive((yaml: Span, text: string): readonly Line[] => linesOf(text, yaml));

/** Adds the empty line after the last line break, if the offset is on it. */
function withLineAt(lines: readonly Line[], offset: number): readonly Line[] {
  const last = lines.at(-1);
  if (last && (offset <= last.end || offset < last.next)) return lines;
  return [...lines, { start: offset, end: offset, next: offset, indent: 0, kind: 'blank' }];
}

function withoutQuotes(text: string, offset: number, place: YamlPlace): YamlPlace {
  const { start, end } = place.span;
  const quote = text[start];
  if ((quote !== '"' && quote !== "'") || offset <= start) return place;
  const isClosed = end - 1 >= offset && text[end - 1] === quote;
  return { ...place, quote, span: { start: start + 1, end: isClosed ? end - 1 : end } };
}

const NOWHERE: Omit<YamlPlace, 'at' | 'span'> = {
  path: [],
  key: '',
  quote: '',
  siblings: new Set<string>(),
  colon: false,
  flow: false,
};

/** Returns the text of the comment, if the line is one; `behind` if the offset is in a comment behind other text; else null. */
function commentAt(text: string, line: Line, offset: number): Span | 'behind' | null {
  const start = line.start + line.indent;
  if (line.kind === 'comment') return offset > start ? { start, end: line.end } : null;
  return /(?:^|[ \t])#/.test(text.slice(endOfValue(text, line.start, line.end), offset)) ? 'behind' : null;
}

function blankShape(line: Line, offset: number, column = offset - line.start): Shape {
  return { line, dashes: [], content: offset, column, key: null };
}

/**
 * Returns the column of the keys in the entry above, if a blank line is indented as the `-` of that entry is: editors put the
 * cursor there behind a line that starts with a `-`. Null elsewhere.
 */
export function columnOfEntryAbove(text: string, yaml: Span, offset: number): number | null {
  const lines = linesOf(text, { start: yaml.start, end: offset });
  const current = lines.at(-1);
  const start = current && current.next > current.end ? offset : (current?.start ?? offset);
  if (text.slice(start, offset).trim() !== '') return null;
  for (const line of lines.reverse()) {
    const shape = textShape(text, line);
    if (!shape || shape.line.start >= start || shape.line.indent > offset - start) continue;
    const isEntry = shape.line.indent === offset - start && shape.dashes.length === 1;
    return isEntry && shape.content < shape.line.end ? shape.column : null;
  }
  return null;
}

function shapeOf(text: string, line: Line): Shape {
  const dashes: number[] = [];
  let at = line.start + line.indent;
  while (text[at] === '-' && (at + 1 >= line.end || text[at + 1] === ' ' || text[at + 1] === '\t')) {
    dashes.push(at - line.start);
    at++;
    while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
  }
  return { line, dashes, content: at, column: at - line.start, key: keyAt(text, at, line.end) };
}

/** Returns the keys above a line in its own map, and the path of that map. Null if the line continues a text above it. */
function pathAbove(
  text: string,
  lines: readonly Line[],
  index: number,
  ownColumn: number,
  ownDashes: readonly number[],
): { path: string[]; siblings: string[] } | null {
  const path: string[] = [];
  const siblings: string[] = [];
  let column = ownColumn;
  let dashes = ownDashes;
  let isOwnMap = true;
  let at = index - 1;
  for (;;) {
    // Up to the start of the map whose keys stand in `column`.
    let holder: Shape | null = null;
    while (dashes.length === 0 && at >= 0) {
      const shape = textShape(text, lines[at--]);
      if (!shape || shape.line.indent > column) continue;
      if (shape.column === column) {
        if (isOwnMap && shape.key) siblings.push(shape.key.name);
        dashes = shape.dashes;
      } else if (shape.line.indent < column) {
        holder = shape;
        break;
      }
    }
    if (dashes.length > 0) {
      // A list: its key stands no deeper than its dashes.
      const [first = 0] = dashes;
      for (const _ of dashes) path.unshift('-');
      holder = null;
      while (at >= 0 && !holder) {
        const shape = textShape(text, lines[at--]);
        if (shape && (shape.line.indent < first || (shape.line.indent === first && shape.dashes.length === 0)))
          holder = shape;
      }
    }
    if (!holder) return { path, siblings };
    if (!holder.key || hasValue(text, holder.key, holder.line)) return null;
    path.unshift(holder.key.name);
    column = holder.column;
    dashes = holder.dashes;
    isOwnMap = false;
  }
}

/** True if a key has a value on its line. The mark that opens a block of text is a value, too. */
function hasValue(text: string, key: KeyText, line: Line): boolean {
  return endOfValue(text, key.valueAt, line.end) > key.valueAt;
}

function siblingsBelow(text: string, lines: readonly Line[], index: number, column: number): string[] {
  const siblings: string[] = [];
  for (let at = index + 1; at < lines.length; at++) {
    const shape = textShape(text, lines[at]);
    if (!shape) continue;
    if (shape.line.indent < column) break;
    if (shape.column === column && shape.dashes.length === 0 && shape.key) siblings.push(shape.key.name);
  }
  return siblings;
}

function textShape(text: string, line: Line | undefined): Shape | null {
  return line?.kind === 'text' ? shapeOf(text, line) : null;
}

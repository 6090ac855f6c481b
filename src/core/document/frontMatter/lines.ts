import type { FrontMatterError, UnknownKey } from '../../base/problem';
import type { Span } from '../../base/text';
import type { SourceDeclaration } from '../types/source';

/** A line of YAML, told apart by its first visible character. */
export interface Line extends Span {
  /** The offset after its line break. */
  readonly next: number;
  /** How many spaces and tabs it starts with. */
  readonly indent: number;
  readonly kind: 'blank' | 'comment' | 'text';
  /** What is indented more, on the lines after it, is a block of text. */
  readonly opens?: boolean;
  /** Stands for all lines of these entries; `kind` and `indent` are those of the first. */
  readonly run?: Run;
}

/** What an entry declares, and what is wrong with it. Spans count from the start of its first line. */
export interface ReadEntry {
  readonly source: SourceDeclaration | null;
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
}

/** An entry that may be taken over without a look at its lines, and what these mean to the lines after them. */
export interface CachedEntry {
  readonly read: ReadEntry;
  /** From the start of its first line to the end of its last line of content. */
  readonly length: number;
  /** To where the next entry starts; of the last entry, to where the line after it does. */
  readonly whole: number;
  /** The columns before its `-`, which are those of the list. */
  readonly indent: number;
  /** Where its content starts: a `-` further left starts another entry. */
  readonly column: number;
  /** The last of its lines is blank. */
  readonly endsBlank: boolean;
  /** The columns before the line whose block of text goes on after it, if one may. */
  readonly opened: number | null;
}

/** An entry, and the offset at which its first line starts. */
export interface EntryAt {
  readonly entry: CachedEntry;
  readonly at: number;
}

/** Entries that stand one after the other, where they stand now. */
export interface Run extends Span {
  /** `end` is where the content of the last of them ends; this, where the line after all of them starts. */
  readonly next: number;
  readonly entries: readonly EntryAt[];
  readonly first: CachedEntry;
  readonly last: CachedEntry;
}

/** Runs by the offset at which they start. */
export type Runs = ReadonlyMap<number, Run>;

export const NO_RUNS: Runs = new Map();

/** The name of a key as written, where it stands, and where its value would start. */
export interface KeyText {
  readonly name: string;
  readonly span: Span;
  readonly valueAt: number;
}

const BLOCK_SCALAR = /(?:^|:|-)[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/;
const SPECIAL_START = /[\s\-?:,[\]{}#&*!|>%@`]/;
/** Nobody has longer keys. */
const LONGEST_KEY = 200;

/**
 * Cuts `span` of `text` into lines (LF, CRLF or a lone CR). What looks like a comment inside a block of text
 * (after `|` or `>`) is text.
 *
 * @param runs entries whose lines need no look: each is one line
 */
export function linesOf(text: string, span: Span, runs: Runs = NO_RUNS): Line[] {
  const lines: Line[] = [];
  // Lines that are indented more than the opening line of a text block belong to it.
  let opened: number | null = null;
  for (let at = span.start; at < span.end; ) {
    const run = runs.get(at);
    const line =
      run && run.next <= span.end && (opened ?? run.first.indent) >= run.first.indent
        ? lineOfRun(run)
        : lineOf(text, lineAt(text, at, span.end), opened);
    at = line.next;
    opened = openedAfter(opened, line);
    lines.push(line);
  }
  return lines;
}

function lineOfRun(run: Run): Line {
  const { start, end, next, first } = run;
  return { start, end, next, indent: first.indent, kind: 'text', run };
}

function lineOf(text: string, line: Line, opened: number | null): Line {
  if (line.kind === 'blank') return line;
  if (opened !== null && line.indent > opened) return { ...line, kind: 'text' };
  const opens = line.kind === 'text' && BLOCK_SCALAR.test(text.slice(line.start, line.end));
  return opens ? { ...line, opens } : line;
}

/** The columns before the line whose block of text may go on after a line; null where none may. */
export function openedAfter(opened: number | null, line: Line | undefined): number | null {
  if (!line || line.kind === 'blank') return opened;
  if (line.run) return line.run.last.opened;
  if (opened !== null && line.indent > opened) return opened;
  return line.opens ? line.indent : null;
}

/** The line of `text` that starts at `start`; it ends at `limit` at the latest. */
export function lineAt(text: string, start: number, limit: number): Line {
  let end = start;
  while (end < limit && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  let next = end;
  if (next < limit) next += text.charCodeAt(end) === 13 && end + 1 < limit && text.charCodeAt(end + 1) === 10 ? 2 : 1;
  let first = start;
  while (first < end && (text[first] === ' ' || text[first] === '\t')) first++;
  const kind = first === end ? 'blank' : text[first] === '#' ? 'comment' : 'text';
  return { start, end, next, indent: first - start, kind };
}

/** The key that starts at `at` (`title: …`, `"title": …`), or null where none does before `end`, the line's end. */
export function keyAt(text: string, at: number, end: number): KeyText | null {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    if (close < 0 || close >= end || close - at > LONGEST_KEY) return null;
    let colon = close + 1;
    while (text[colon] === ' ') colon++;
    if (!isKeyColon(text, colon, end)) return null;
    return keyText(text, { start: at + 1, end: close }, colon, end);
  }
  if (at >= end || SPECIAL_START.test(text[at] ?? ' ')) return null;
  const last = Math.min(end, at + LONGEST_KEY);
  for (let i = at; i < last; i++) {
    if (isKeyColon(text, i, end)) {
      const name = text.slice(at, i).trimEnd();
      return keyText(text, { start: at, end: at + name.length }, i, end);
    }
    if (text[i] === '#' && /\s/.test(text[i - 1] ?? '')) return null;
  }
  return null;
}

/** Whether the line has an entry's `-` as its first visible character. */
export function isDash(text: string, line: Line): boolean {
  const at = line.start + line.indent;
  return text[at] === '-' && (at + 1 >= line.end || text[at + 1] === ' ' || text[at + 1] === '\t');
}

/** The end of what stands on a line from `at` on, without white space and a ` # comment` at its end. */
export function endOfValue(text: string, at: number, end: number): number {
  let stop = end;
  for (let i = at; i < end; i++) {
    if (text[i] === '#' && (i === at || text[i - 1] === ' ' || text[i - 1] === '\t')) {
      stop = i;
      break;
    }
  }
  while (stop > at && (text[stop - 1] === ' ' || text[stop - 1] === '\t')) stop--;
  return stop;
}

function isKeyColon(text: string, at: number, end: number): boolean {
  return text[at] === ':' && at < end && (at + 1 >= end || text[at + 1] === ' ' || text[at + 1] === '\t');
}

function keyText(text: string, span: Span, colon: number, end: number): KeyText {
  let valueAt = colon + 1;
  while (valueAt < end && (text[valueAt] === ' ' || text[valueAt] === '\t')) valueAt++;
  return { name: text.slice(span.start, span.end), span, valueAt };
}

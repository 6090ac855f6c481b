import type { Span } from '../../../base/text';
import type { Line } from '../lines';

/** The word or value that is being typed, and its place in the YAML. */
export interface WordPlace {
  /** The kind of the place. In a comment, `span` is the text of the comment. In a list whose items aren't known yet: `key`. */
  readonly at: 'key' | 'value' | 'comment';
  /** The maps and lists around it, outermost first: names of keys, and `-` for an item of a list. */
  readonly path: readonly string[];
  /** The key of the value; empty at a key. */
  readonly key: string;
  /** The whole word or value that is being typed, also its part behind the place; without quotation marks. */
  readonly span: Span;
  /** The other keys of the same map. */
  readonly siblings: ReadonlySet<string>;
  /** At a key: true if its colon is there already. At a value: true if no space is between it and its colon. */
  readonly colon: boolean;
}

/** A place inside of `{…}` or `[…]`. */
export interface FlowPlace {
  /** The line on which the outermost bracket opens, and the offset of that bracket. */
  readonly line: Line;
  readonly opening: number;
  /** The place, with a path that starts inside of the outermost bracket. */
  readonly place: WordPlace;
}

/** The most lines that are searched upward for an opening bracket. */
const MOST_LINES = 50;
/** The most UTF-16 units behind the word that are searched for sibling keys. */
const MOST_BELOW = 2000;

/** Finds a place in YAML's flow style (YAML 1.2.2, 7.4). Null if no bracket that opens a value is open there. */
export function flowAt(text: string, lines: readonly Line[], index: number, offset: number): FlowPlace | null {
  for (let at = index; at >= 0 && at > index - MOST_LINES; at--) {
    const line = lines[at];
    if (line?.kind !== 'text') continue;
    const opening = OPENING.exec(text.slice(line.start, line.end))?.[0].length;
    if (opening !== undefined && line.start + opening - 1 < offset) {
      const place = read(text, line.start + opening - 1, offset);
      if (place) return { line, opening: line.start + opening - 1, place };
    }
    if (line.indent === 0) return null;
  }
  return null;
}

/** A line up to the bracket that its value, or the line itself, starts with. */
const OPENING = /^[ \t]*(?:-[ \t]+)*(?:[^\s"'[\]{},#&*!|>%@`-][^:]{0,200}:[ \t]+)?[[{]/;

interface Frame {
  readonly isMap: boolean;
  readonly keys: string[];
  key: string | null;
  /** The offset of the key, value or item that is being read. */
  start: number;
}

function read(text: string, from: number, offset: number): WordPlace | null {
  const frames: Frame[] = [];
  for (let at = from; at < offset; at++) {
    const c = text[at];
    const frame = frames.at(-1);
    if (c === '{' || c === '[') frames.push({ isMap: c === '{', keys: [], key: null, start: at + 1 });
    else if (c === '}' || c === ']') {
      frames.pop();
      if (frames.length === 0) return null;
    } else if (!frame) return null;
    else if (c === ',') {
      frame.key = null;
      frame.start = at + 1;
    } else if (c === ':' && frame.isMap && frame.key === null && /[\s,[\]{}]|^$/.test(text[at + 1] ?? '')) {
      frame.key = unquoted(text.slice(frame.start, at));
      frame.keys.push(frame.key);
      frame.start = at + 1;
    } else if ((c === '"' || c === "'") && text.slice(frame.start, at).trim() === '') {
      const close = closingQuote(text, at, offset);
      if (close < 0) break;
      at = close;
    } else if (c === '#' && /\s/.test(text[at - 1] ?? '')) {
      while (at < offset && text[at] !== '\n') at++;
      if (at >= offset) return null;
    }
  }
  const frame = frames.at(-1);
  if (!frame) return null;
  let start = frame.start;
  while (start < offset && /\s/.test(text[start] ?? '')) start++;
  // A word that starts on a line above is not the one that is being typed.
  if (/[\r\n]/.test(text.slice(start, offset))) return null;
  const span = { start, end: Math.max(offset, endOfWord(text, offset)) };
  const isKey = frame.isMap && frame.key === null;
  const path = frames.flatMap(({ isMap, key }, i) => {
    const isLast = i === frames.length - 1;
    return isMap ? (isLast || key === null ? [] : [key]) : ['-'];
  });
  return {
    at: isKey || !frame.isMap ? 'key' : 'value',
    path,
    key: frame.key ?? '',
    span,
    siblings: new Set(frame.isMap ? [...frame.keys, ...keysBehind(text, span.end)] : []),
    colon: isKey ? /^\s*:/.test(text.slice(span.end, span.end + 5)) : text[start - 1] === ':',
  };
}

/** The end of a plain word or value that goes on behind a place. */
function endOfWord(text: string, offset: number): number {
  const rest = /^[^,[\]{}:#\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return offset + rest.trimEnd().length;
}

function closingQuote(text: string, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) {
    if (text[at] === '\\' && text[open] === '"') at++;
    else if (text[at] === text[open]) return at;
  }
  return -1;
}

function keysBehind(text: string, from: number): string[] {
  const rest = /^[^[\]{}]*/.exec(text.slice(from, from + MOST_BELOW))?.[0] ?? '';
  return [...rest.matchAll(/,\s*([\w-]+)\s*:/g)].map((match) => match[1] ?? '');
}

function unquoted(key: string): string {
  return key.trim().replace(/^(["'])(.*)\1$/, '$2');
}

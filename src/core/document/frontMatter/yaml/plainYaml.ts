/**
 * Reads the YAML that front matter is mostly made of, many times faster than `yaml` does: keys of letters and digits with
 * values of one line (plain, in quotes, in brackets), lists and maps below them, and blocks of text without blank lines. All
 * else is left to `yaml`, and a property test checks that the two agree.
 */
import { NOTHING, readWithLibrary, type YamlNode, type YamlPair, type YamlReading } from './yamlTree';

/** A node, and its end in the source. As in `yaml`, a list or map in block style goes on to the end of its last line. */
interface Read {
  readonly node: YamlNode | null;
  readonly end: number;
  /** The offset behind the spaces and the line end after it. */
  readonly after: number;
}

interface Reader {
  readonly source: string;
  /** Offset of the source in the document. */
  readonly offset: number;
  /** The start of the next line, or the end of the source. */
  line: number;
  depth: number;
}

/** Tabs, line ends other than LF and CRLF, and other characters that text is not made of. */
const UNUSUAL = /(?![\n\r])[\p{Cc}\u2028\u2029\uFEFF]|\r(?!\n)/u;
const KEY = /[A-Za-z0-9_][\w./-]{0,99}:(?= |\r?\n|$)/y;
const DOUBLE_QUOTED = /"(?:[^"\\\r\n]|\\["\\])*"/y;
const SINGLE_QUOTED = /'(?:[^'\r\n]|'')*'/y;
/** Characters that mean something else than themselves at the start of a plain value, or may do so. */
const SPECIAL_START = /^(?:[\s?:,[\]{}#&*!|>@`"'%]|-(?![0-9A-Za-z]))/;
const SPECIAL_WITHIN = /:(?: |$)| #/;
const FLOW_MARK = /[,[\]{}]|$/g;
const DEEPEST = 20;

/**
 * Reads a piece of YAML that starts at `offset` in the document. Never throws.
 *
 * A value that is certain in spite of an error is read all the same: `publisher: @USGS` is an error and gives the text `@USGS`;
 * of two keys of one name, the second is an error and the first counts.
 */
export function readYaml(yaml: string, offset: number): YamlReading {
  const node = readPlainYaml(yaml, offset);
  return node === null ? readWithLibrary(yaml, offset) : { node, broken: false, errors: [] };
}

/**
 * @param offset of `source` in the document
 * @returns the node of `source`, or null if this reader isn't sure: `yaml` has to read it then
 */
export function readPlainYaml(source: string, offset: number): YamlNode | null {
  if (UNUSUAL.test(source)) return null;
  const reader: Reader = { source, offset, line: 0, depth: 0 };
  const column = indentAt(reader, 0);
  const read = readBlock(reader, column, column);
  return read === null || reader.line < source.length ? null : read.node;
}

/** Reads the list or the map that starts at `at`, in a column, and all lines that belong to it. */
function readBlock(reader: Reader, at: number, column: number): Read | null {
  if (reader.depth >= DEEPEST) return null;
  reader.depth++;
  const read = isDash(reader, at) ? readList(reader, at, column) : readMap(reader, at, column);
  reader.depth--;
  return read;
}

function readMap(reader: Reader, from: number, column: number): Read | null {
  const { source, offset } = reader;
  const pairs: YamlPair[] = [];
  const keys = new Set<string>();
  let end = from;
  let after = from;
  for (let at = from; ; ) {
    const colon = keyEnd(source, at);
    const key = source.slice(at, colon);
    if (colon < 0 || !isNew(key, keys)) return null;
    const value = readValue(reader, colon + 1, column, true);
    if (value === null) return null;
    ({ end, after } = value);
    pairs.push({ key, keySpan: { start: offset + at, end: offset + colon }, value: value.node });
    const indent = nextIndent(reader);
    if (indent < column) break;
    if (indent > column) return null;
    at = reader.line + column;
  }
  return { node: { kind: 'map', pairs, span: { start: offset + from, end: offset + end } }, end: after, after };
}

function readList(reader: Reader, from: number, column: number): Read | null {
  const { source, offset } = reader;
  const items: (YamlNode | null)[] = [];
  let after = from;
  for (let at = from; ; ) {
    const itemAt = skipSpaces(source, at + 1);
    const item =
      keyEnd(source, itemAt) >= 0
        ? readBlock(reader, itemAt, column + itemAt - at)
        : readValue(reader, itemAt, column, false);
    if (item === null) return null;
    items.push(item.node);
    after = item.after;
    const indent = nextIndent(reader);
    if (indent > column) return null;
    at = reader.line + column;
    if (indent < column || !isDash(reader, at)) break;
  }
  return { node: { kind: 'list', items, span: { start: offset + from, end: offset + after } }, end: after, after };
}

/**
 * Reads the value after a colon or a dash, and goes on to the line after it.
 *
 * @param column of the key or the dash
 * @param mayBeBelow whether it may stand on the lines below, or be missing
 */
function readValue(reader: Reader, from: number, column: number, mayBeBelow: boolean): Read | null {
  const { source } = reader;
  const at = skipSpaces(source, from);
  const newline = source.indexOf('\n', at);
  const next = newline < 0 ? source.length : newline + 1;
  let end = newline < 0 ? source.length : newline;
  if (newline > at && source[newline - 1] === '\r') end--;
  reader.line = next;
  const first = source[at];
  if (at >= end) {
    if (!mayBeBelow) return null;
    const indent = nextIndent(reader);
    const below = next + indent;
    if (indent > column || (indent === column && isDash(reader, below))) return readBlock(reader, below, indent);
    return { node: null, end: at, after: at };
  }
  if (first === '|' || first === '>') return readBlockText(reader, at, end, column);
  const value = readInline(reader, at, end, false);
  return value !== null && skipSpaces(source, value.end) === end ? { ...value, after: next } : null;
}

/** Reads a value in one line. In `inFlow`, it stands in brackets, and ends at a comma or a bracket. */
function readInline(reader: Reader, at: number, limit: number, inFlow: boolean): Omit<Read, 'after'> | null {
  const { source, offset } = reader;
  const first = source[at];
  if (first === '"' || first === "'") {
    const end = endOf(first === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED, source, at);
    if (end < 0) return null;
    const span = { start: offset + at + 1, end: offset + end - 1 };
    return { node: { kind: 'text', value: unquoted(source.slice(at + 1, end - 1), first), span, plain: false }, end };
  }
  if (first === '[' || first === '{') return readFlow(reader, at, limit, first === '{');
  let end = inFlow ? flowMark(source, at, limit) : limit;
  while (end > at && source[end - 1] === ' ') end--;
  const value = source.slice(at, end);
  if (value === '' || SPECIAL_START.test(value) || SPECIAL_WITHIN.test(value)) return null;
  if (NOTHING.has(value)) return { node: null, end };
  return { node: { kind: 'text', value, span: { start: offset + at, end: offset + end }, plain: true }, end };
}

/** Reads a list or a map in brackets, which close on the same line. */
function readFlow(reader: Reader, from: number, limit: number, isMap: boolean): Omit<Read, 'after'> | null {
  if (reader.depth >= DEEPEST) return null;
  reader.depth++;
  const { source, offset } = reader;
  const closer = isMap ? '}' : ']';
  const items: (YamlNode | null)[] = [];
  const pairs: YamlPair[] = [];
  const keys = new Set<string>();
  let at = skipSpaces(source, from + 1);
  while (source[at] !== closer || items.length > 0 || pairs.length > 0) {
    let valueAt = at;
    const colon = isMap ? keyEnd(source, at) : -1;
    const key = source.slice(at, Math.max(at, colon));
    if (isMap) {
      if (colon < 0 || !isNew(key, keys)) return null;
      valueAt = skipSpaces(source, colon + 1);
    }
    const value = readInline(reader, valueAt, limit, true);
    if (value === null) return null;
    if (isMap) pairs.push({ key, keySpan: { start: offset + at, end: offset + colon }, value: value.node });
    else items.push(value.node);
    at = skipSpaces(source, value.end);
    if (source[at] === closer) break;
    if (source[at] !== ',') return null;
    at = skipSpaces(source, at + 1);
  }
  reader.depth--;
  const end = at + 1;
  const span = { start: offset + from, end: offset + end };
  return { node: isMap ? { kind: 'map', pairs, span } : { kind: 'list', items, span }, end };
}

/** Reads a block of text after `|` or `>`, without blank lines. With `>`, all lines start in one column. */
function readBlockText(reader: Reader, at: number, headerEnd: number, parent: number): Read | null {
  const { source, offset, line: from } = reader;
  if (!/^[|>][-+]?$/.test(source.slice(at, headerEnd))) return null;
  const isFolded = source[at] === '>';
  const column = nextIndent(reader);
  if (column <= parent) return null;
  const lines: string[] = [];
  for (let indent = column; indent > parent; indent = nextIndent(reader)) {
    const newline = source.indexOf('\n', reader.line);
    const end = newline < 0 ? source.length : newline;
    const text = source.slice(reader.line + column, end);
    if (indent < column || reader.line + indent >= end) return null;
    if (isFolded && (indent > column || text.endsWith(' '))) return null;
    lines.push(text);
    reader.line = newline < 0 ? source.length : newline + 1;
  }
  const end = reader.line;
  if (source.slice(headerEnd, end).includes('\r')) return null;
  const body = source.slice(from, end);
  const span = { start: from + (body.length - body.trimStart().length), end: from + body.trimEnd().length };
  if (span.end <= span.start) return null;
  return {
    node: {
      kind: 'text',
      value: lines.join(isFolded ? ' ' : '\n'),
      span: { start: offset + span.start, end: offset + span.end },
      plain: false,
    },
    end,
    after: end,
  };
}

/** True if a key isn't among `keys` yet, and isn't empty or null. Adds it to `keys`. */
function isNew(key: string, keys: Set<string>): boolean {
  return !NOTHING.has(key) && keys.size < keys.add(key).size;
}

/** The offset of the colon after the key that starts at `at`, or -1 where none does. */
function keyEnd(source: string, at: number): number {
  return endOf(KEY, source, at) - 1;
}

/** Returns the end of the match of a sticky pattern at `at`, or -1 if there is no match. */
function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : -1;
}

/** The next comma or bracket, or the limit if that comes first. */
function flowMark(source: string, at: number, limit: number): number {
  FLOW_MARK.lastIndex = at;
  return Math.min(FLOW_MARK.exec(source)?.index ?? limit, limit);
}

function isDash({ source }: Reader, at: number): boolean {
  return source[at] === '-' && source[at + 1] === ' ';
}

function skipSpaces(source: string, from: number): number {
  let at = from;
  while (source.charCodeAt(at) === 32) at++;
  return at;
}

/** Returns the column in which the next line starts, or -1 at the end of the source. */
function nextIndent(reader: Reader): number {
  return reader.line < reader.source.length ? indentAt(reader, reader.line) : -1;
}

function indentAt({ source }: Reader, line: number): number {
  return skipSpaces(source, line) - line;
}

function unquoted(written: string, quote: string): string {
  if (quote === "'") return written.includes("'") ? written.replaceAll("''", "'") : written;
  return written.includes('\\') ? written.replace(/\\(.)/g, '$1') : written;
}

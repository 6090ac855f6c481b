import { Composer, CST, type Document, type ErrorCode, Lexer, Parser, type YAMLParseError } from 'yaml';
import { isEscaped, type TextSpan } from '../../../base/text';

/** Deeper YAML is refused before anything recursive sees it. */
export const MAX_DEPTH = 100;

/** The reason why a piece of YAML was not read, and where. */
export interface Refusal extends TextSpan {
  readonly reason:
    | 'alias'
    | 'anchor'
    | 'tag'
    | 'complex-key'
    | 'depth'
    | 'several-documents'
    | 'open-quote'
    | 'open-bracket'
    | 'over-indented'
    | 'syntax';
  /** Code of a syntax error. */
  readonly code?: ErrorCode;
}

/**
 * Composes a piece of YAML 1.2 in which every scalar stays text, or says why not. It does no more than `yaml`
 * does, and refuses earlier what costs it time or is not ours: nesting over 100, anchors, aliases, tags, `?` keys.
 * Plain scalars that start with a reserved character (`@usgs`) are let through; the reader of the nodes reports them.
 */
export function composeYaml(source: string): Document.Parsed | Refusal {
  const tokens = tokensOf(source);
  if (!Array.isArray(tokens)) return tokens;
  const depth = tooDeep(tokens);
  if (depth !== null) return depth;
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, version: '1.2', logLevel: 'silent' });
  const documents = withoutStacks(() => [...composer.compose(tokens, true, source.length)]);
  const document = documents[0];
  if (document === undefined) return { start: 0, end: 0, reason: 'syntax' };
  const errors = document.errors.filter((error) => error.code !== 'BAD_SCALAR_START');
  if (errors.length > 0) return refusalOf(errors, tokens);
  const second = documents[1];
  if (second !== undefined) return { start: second.range[0], end: second.range[1], reason: 'several-documents' };
  return document;
}

/**
 * Calls `make` without collecting a stack trace for each error that it creates. In a megabyte of commas every comma is an
 * error, and the traces took four fifths of the time.
 */
function withoutStacks<T>(make: () => T): T {
  const before: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return make();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', before);
  }
}

export function isRefusal(composed: Document.Parsed | Refusal): composed is Refusal {
  return 'reason' in composed;
}

const REFUSED: Readonly<Partial<Record<string, Refusal['reason']>>> = {
  alias: 'alias',
  anchor: 'anchor',
  tag: 'tag',
  'explicit-key-ind': 'complex-key',
};

/** Drives lexer and parser by hand, so that a document of a megabyte of `[` ends at the hundredth. */
function tokensOf(source: string): CST.Token[] | Refusal {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let at = 0;
  let flowDepth = 0;
  let onLine = 0;
  /** Colons since the last comma or bracket: in brackets each holds the next, on whatever line it is. */
  let inBrackets = 0;
  let scalarNext = false;
  for (const lexeme of new Lexer().lex(source)) {
    const type = scalarNext ? 'scalar' : CST.tokenType(lexeme);
    // The lexer puts two marks of one character before documents and plain or block text, which are not in the source.
    const length =
      !scalarNext && (lexeme === CST.SCALAR || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END) ? 0 : lexeme.length;
    scalarNext = !scalarNext && lexeme === CST.SCALAR;
    const reason = REFUSED[type ?? ''];
    if (reason !== undefined) return { start: at, end: at + length, reason };
    if (type === 'flow-map-start' || type === 'flow-seq-start') flowDepth++;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flowDepth--;
    else if (type === 'map-value-ind' && flowDepth > 0) inBrackets++;
    else if (type === 'newline') onLine = 0;
    else if (type === 'seq-item-ind' || (type === 'map-value-ind' && flowDepth <= 0)) onLine++;
    if (/^(?:flow|comma)/.test(type ?? '')) inBrackets = 0;
    if (Math.max(flowDepth, onLine, inBrackets) > MAX_DEPTH) return { start: at, end: at + length, reason: 'depth' };
    for (const token of parser.next(lexeme)) tokens.push(token);
    at += length;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Finds a token that is nested too deep. Works without recursion, since this check keeps recursion safe. */
function tooDeep(tokens: readonly CST.Token[]): Refusal | null {
  for (const { token, depth } of walk(tokens)) {
    if (depth > MAX_DEPTH) return { start: token.offset, end: token.offset + 1, reason: 'depth' };
  }
  return null;
}

function* walk(tokens: readonly CST.Token[]): Generator<{ token: CST.Token; depth: number }> {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) if (token.type === 'document' && token.value) open.push({ token: token.value, depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    if (!CST.isCollection(next.token)) continue;
    for (const { key, value } of next.token.items) {
      if (key) open.push({ token: key, depth: next.depth + 1 });
      if (value) open.push({ token: value, depth: next.depth + 1 });
    }
  }
}

function refusalOf(errors: readonly YAMLParseError[], tokens: readonly CST.Token[]): Refusal {
  const [first] = errors;
  if (first === undefined) return { start: 0, end: 0, reason: 'syntax' };
  const [start, end] = first.pos;
  // An unclosed quote or bracket is reported where reading gave up. The author looks for where it opens.
  if (/[Mm]issing closing|must be sufficiently indented and end/.test(first.message)) {
    const opened = lastOpened(tokens, end);
    if (opened !== null) return opened;
  }
  // A line that is indented more than its neighbours continues the text of the line before it, whose value then
  // holds a colon. Both are reported, at the line before.
  const overlong = errors.find((error) => error.code === 'MULTILINE_IMPLICIT_KEY');
  if (first.code === 'BLOCK_AS_IMPLICIT_KEY' && overlong !== undefined && overlong.pos[0] === start) {
    return { start: overlong.pos[1] - 1, end: overlong.pos[1], reason: 'over-indented' };
  }
  return { start, end, reason: 'syntax', code: first.code };
}

/** The last quote or bracket that starts before `limit` and stays open. */
function lastOpened(tokens: readonly CST.Token[], limit: number): Refusal | null {
  let last: Refusal | null = null;
  for (const { token } of walk(tokens)) {
    if (token.offset >= limit || (last !== null && token.offset < last.start)) continue;
    if (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') {
      if (isOpenQuote(token.source)) last = { start: token.offset, end: token.offset + 1, reason: 'open-quote' };
    } else if (token.type === 'flow-collection' && !isClosed(token)) {
      last = { start: token.offset, end: token.offset + 1, reason: 'open-bracket' };
    }
  }
  return last;
}

function isClosed({ start, end }: CST.FlowCollection): boolean {
  const closer = start.type === 'flow-map-start' ? 'flow-map-end' : 'flow-seq-end';
  return end.some(({ type }) => type === closer);
}

function isOpenQuote(source: string): boolean {
  const mark = source[0];
  if (source.length < 2 || source[source.length - 1] !== mark) return true;
  if (mark === "'") return (source.length - source.replaceAll("'", '').length) % 2 === 1;
  return isEscaped(source, source.length - 1);
}

import { isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { FrontMatterError } from '../../../base/problem';
import { say } from '../../../base/say';
import type { Span, TextSpan } from '../../../base/text';
import { explainRefusal, explainValue } from '../slips';
import { composeYaml, isRefusal, type Refusal } from './yamlSource';

/** YAML as text, lists and maps, each with its place in the whole document. A missing value is null. */
export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly kind: 'text';
  readonly value: string;
  /** The span of the written text, without quotes. */
  readonly span: Span;
  /** True if the text is neither in quotes nor a block of text. */
  readonly plain: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly (YamlNode | null)[];
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  /** Each key once; the first one counts. */
  readonly pairs: readonly YamlPair[];
  readonly span: Span;
}

export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode | null;
}

export interface YamlReading {
  readonly node: YamlNode | null;
  /** True if the YAML could not be read at all; `errors` holds the one reason. */
  readonly broken: boolean;
  readonly errors: readonly FrontMatterError[];
}

/** Reads a piece of YAML that starts at `offset` in the document, as `readYaml` does, by the library alone. Never throws. */
export function readWithLibrary(yaml: string, offset: number): YamlReading {
  // `yaml` knows no lone CR. The replacement has its length, so offsets stay.
  const source = yaml.includes('\r') ? yaml.replace(/\r(?!\n)/g, '\n') : yaml;
  const composed = composeYaml(source);
  if (isRefusal(composed)) {
    return { node: null, broken: true, errors: [explainRefusal(source, composed, offset)] };
  }
  const reading: Reading = { source, offset, errors: [], refusal: null };
  const node = toNode(composed.contents, reading);
  if (reading.refusal !== null) {
    return { node: null, broken: true, errors: [explainRefusal(source, reading.refusal, offset)] };
  }
  return { node, broken: false, errors: reading.errors };
}

/** The error on a key whose name was given before, in the same map. */
export function givenTwice(key: string, span: Span): FrontMatterError {
  return { span, message: say('"{0}" is given twice, and the first is used. Remove one.', shorten(key)) };
}

/** A name for a message. */
export function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

/** Plain values that stand for a missing value, and are no text. */
export const NOTHING: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
/** Characters that a plain value may not start with, though `yaml` gives such a value as text. */
const RESERVED_START = /^[@`%,]/;

interface Reading {
  readonly source: string;
  readonly offset: number;
  readonly errors: FrontMatterError[];
  refusal: Refusal | null;
}

/** Recursive, to the depth that `composeYaml` allows. */
function toNode(node: ParsedNode | null, reading: Reading): YamlNode | null {
  if (isScalar(node)) return toText(node, reading);
  if (isMap(node)) return toMap(node, reading);
  if (!isSeq(node)) return null;
  const items: (YamlNode | null)[] = [];
  for (const item of node.items) items.push(toNode(item, reading));
  return { kind: 'list', items, span: spanOf(node.range, reading) };
}

function toMap(node: YAMLMap.Parsed, reading: Reading): YamlMap {
  const pairs: YamlPair[] = [];
  const seen = new Set<string>();
  let { start, end } = spanOf(node.range, reading);
  for (const { key, value } of node.items) {
    if (!isScalar(key)) {
      reading.refusal ??= { start: key.range[0], end: key.range[1], reason: 'complex-key' };
      continue;
    }
    const name = toText(key, reading);
    if (name === null) {
      // A colon without a name before it has no defined meaning.
      reading.refusal ??= { start: key.range[0], end: key.range[1], reason: 'syntax' };
      continue;
    }
    if (seen.size === 0) start = Math.min(start, name.span.start);
    if (seen.has(name.value)) reading.errors.push(givenTwice(name.value, name.span));
    else pairs.push({ key: name.value, keySpan: name.span, value: toNode(value, reading) });
    seen.add(name.value);
  }
  // A block map's own range goes on to the next line; the last value tells where its text ends.
  const last = node.items[node.items.length - 1];
  if (!node.flow && last !== undefined) end = reading.offset + (last.value ?? last.key).range[1];
  return { kind: 'map', pairs, span: { start, end } };
}

function toText(node: Scalar.Parsed, reading: Reading): YamlText | null {
  const { source } = reading;
  const [start, end] = node.range;
  const value = typeof node.value === 'string' ? node.value : '';
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') {
    return { kind: 'text', value, span: spanOf([start + 1, end - 1], reading), plain: false };
  }
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') return toBlockText(value, start, end, reading);
  if (NOTHING.has(value)) {
    // `rank: #1`: a comment, and no value.
    const comment = /^[ \t]*#\d/.exec(source.slice(end, end + 20));
    if (value === '' && comment !== null)
      reportValue({ start: end + comment[0].length - 2, end: lineEnd(source, end) }, reading);
    return null;
  }
  if (RESERVED_START.test(value)) reportValue({ start, end }, reading);
  return { kind: 'text', value, span: spanOf([start, end], reading), plain: true };
}

function toBlockText(value: string, start: number, end: number, reading: Reading): YamlText | null {
  const { source } = reading;
  const headerEnd = lineEnd(source, start);
  const body = source.slice(headerEnd, end);
  const span = { start: headerEnd + (body.length - body.trimStart().length), end: headerEnd + body.trimEnd().length };
  // `value: >5`: a block of text, indented by five, and empty.
  if (body.trim() === '') {
    if (/^[>|]\d/.test(source.slice(start, headerEnd))) reportValue({ start, end: headerEnd }, reading);
    return null;
  }
  return {
    kind: 'text',
    value: value.replace(/(?<!\n)\n+$/, ''),
    span: spanOf([span.start, span.end], reading),
    plain: false,
  };
}

function reportValue(span: TextSpan, reading: Reading): void {
  reading.errors.push(explainValue(reading.source, span, reading.offset));
}

function spanOf(range: readonly [number, number, ...unknown[]], reading: Reading): Span {
  return { start: reading.offset + range[0], end: reading.offset + Math.max(range[0], range[1]) };
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  if (end < 0) return source.length;
  return end > at && source[end - 1] === '\r' ? end - 1 : end;
}

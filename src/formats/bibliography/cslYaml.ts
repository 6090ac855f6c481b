/**
 * Reads CSL-YAML, entry by entry. The file is cut at the dashes of its list before any of it is parsed, so that a broken entry
 * doesn't affect the others. The parser takes ever longer for broken or nested entries. So nested ones are refused before it,
 * and broken ones are counted.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { say } from '../../core/base/say';
import type { Span } from '../../core/base/text';
import type { Steps } from '../steps';
import { CslError, type CslNode, DEEPEST } from './cslNode';

/** Longest entry that is read, in UTF-16 units. */
const LONGEST_ENTRY = 10_000;
const MOST_BROKEN = 20;
/** Marks of five nested lists or maps in one line. No entry has those. */
const DASHES = /^[ \t]*(?:[-?:][ \t]+){5}/m;

export interface CslEntries {
  readonly items: readonly CslNode[];
  readonly errors: readonly CslError[];
}

/** Reads a list of entries, at the top or below `references`. Never throws. */
export function* cslYamlSteps(text: string): Steps<CslEntries> {
  const items: CslNode[] = [];
  const errors: CslError[] = [];
  for (const span of entriesOf(text)) {
    if (errors.length >= MOST_BROKEN) {
      errors.push(new CslError(say('The rest is not read: there are too many errors before it.'), span.start));
      break;
    }
    const read = readEntry(text, span);
    if (read instanceof CslError) errors.push(read);
    else items.push(read);
    yield;
  }
  return { items, errors };
}

/** Returns the span of each entry's lines. */
function entriesOf(text: string): Span[] {
  const entries: Span[] = [];
  const starts: number[] = [];
  let indent: number | null = null;
  let end = text.length;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const column = line.search(/[^ ]/);
    if (column < 0 || line[column] === '#') continue;
    const isEntry = /^-(?:[ \t]|$)/.test(line.slice(column, column + 2));
    if (indent === null && isEntry) indent = column;
    if (indent === null || column > indent) continue;
    if (column === indent && isEntry) starts.push(index);
    else {
      end = index;
      break;
    }
  }
  for (const [i, start] of starts.entries()) entries.push({ start, end: starts[i + 1] ?? end });
  return entries;
}

function readEntry(text: string, { start, end }: Span): CslNode | CslError {
  const written = text.slice(start, end).trimEnd();
  if (written.length > LONGEST_ENTRY)
    return new CslError(say('This entry is longer than {0} characters, and is not read.', LONGEST_ENTRY), start);
  if (isDeep(written)) return new CslError(say('This entry is nested too deep.'), start);
  const document = parseDocument(written, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) return new CslError(`${error.message.split('\n', 1)[0]?.slice(0, 120)}.`, start + error.pos[0]);
  const list = document.contents;
  const [item] = isSeq<Node>(list) ? list.items : [];
  return (item && nodeOf(item, start, 0)) ?? new CslError(say('An entry with fields is expected here.'), start);
}

function isDeep(text: string): boolean {
  if (DASHES.test(text)) return true;
  let depth = 0;
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    depth = mark === '[' || mark === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Returns a node with offsets in the file; null for anything but a text, a list or a map. */
function nodeOf(node: unknown, base: number, depth: number): CslNode | null {
  if (depth > DEEPEST || !(isMap(node) || isSeq(node) || isScalar(node)) || !node.range) return null;
  const span = { start: base + node.range[0], end: base + node.range[1] };
  if (isScalar(node)) return typeof node.value === 'string' ? { kind: 'text', value: node.value, span } : null;
  if (isSeq(node))
    return { kind: 'list', items: node.items.flatMap((item) => nodeOf(item, base, depth + 1) ?? []), span };
  const pairs = new Map<string, CslNode>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : null;
    const inner = nodeOf(value, base, depth + 1);
    if (name !== null && inner && !pairs.has(name)) pairs.set(name, inner);
  }
  return { kind: 'map', pairs, span };
}

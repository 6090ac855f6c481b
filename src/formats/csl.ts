import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Field, SourceDeclaration } from '../core/brief';
import type { Span } from '../core/text';
import type { Bibliography } from './bibliography';
import { named } from './bibtex';

/** Reads CSL-JSON and CSL-YAML: a list of items, or a map whose `references` is one. JSON is YAML, so one reader serves. */
export function readCsl(text: string): Bibliography {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    lineCounter: new LineCounter(),
    logLevel: 'silent',
  });
  const errors = document.errors.map((error): Field => {
    const [start, end] = error.pos;
    return { value: error.message.split(' at line ')[0]?.split('\n')[0] ?? 'It does not parse.', span: { start, end } };
  });
  const top = document.contents;
  const list = isMap(top) ? top.get('references', true) : top;
  if (!isSeq(list)) {
    const span = { start: 0, end: Math.min(1, text.length) };
    return {
      declarations: [],
      errors: errors.length > 0 ? errors : [{ value: 'A list of references is expected.', span }],
    };
  }
  const declarations = list.items.flatMap((item) => {
    const entry = isMap(item) ? readItem(item) : null;
    return entry ? [entry] : [];
  });
  return { declarations, errors };
}

function readItem(item: YAMLMap): SourceDeclaration | null {
  const id = fieldOf(item, 'id');
  const span = spanOf(item);
  if (!id || !span) return null;
  const people = item.get('author', true);
  return {
    id: id.value,
    idSpan: id.span,
    span,
    declaredIn: 'bibliography',
    authors: isSeq(people) ? people.items.flatMap((person) => (isMap(person) ? nameOf(person) : [])) : [],
    quotes: [],
    ...named('title', fieldOf(item, 'title')),
    ...named('publisher', fieldOf(item, 'publisher') ?? fieldOf(item, 'container-title')),
    ...named('published', dateOf(item, 'issued')),
    ...named('accessed', dateOf(item, 'accessed')),
    ...named('url', fieldOf(item, 'URL') ?? fieldOf(item, 'url')),
    ...named('doi', fieldOf(item, 'DOI') ?? fieldOf(item, 'doi')),
    ...named('type', fieldOf(item, 'type')),
    ...named('language', fieldOf(item, 'language')),
  };
}

function fieldOf(item: YAMLMap, key: string): Field | undefined {
  const node = item.get(key, true);
  const span = isScalar(node) ? spanOf(node) : null;
  if (!isScalar(node) || typeof node.value !== 'string' || node.value === '' || !span) return undefined;
  return { value: node.value, span };
}

function nameOf(person: YAMLMap): Field[] {
  const parts = ['given', 'non-dropping-particle', 'family', 'suffix', 'literal'].map(
    (key) => fieldOf(person, key)?.value,
  );
  const value = parts.filter((part) => part !== undefined).join(' ');
  const span = spanOf(person);
  return value && span ? [{ value, span }] : [];
}

/** CSL dates: `{date-parts: [[2024, 1, 5]]}`, `{raw: …}`, or a plain text. */
function dateOf(item: YAMLMap, key: string): Field | undefined {
  const node = item.get(key, true);
  if (!isMap(node)) return fieldOf(item, key);
  const parts = node.get('date-parts', true);
  const first = isSeq(parts) ? parts.items[0] : undefined;
  const span = spanOf(node);
  if (!isSeq(first) || !span) return fieldOf(node, 'raw') ?? fieldOf(node, 'literal');
  const numbers = first.items.map((part) => (isScalar(part) ? String(part.value) : ''));
  const value = numbers.map((part, i) => part.padStart(i === 0 ? 4 : 2, '0')).join('-');
  return { value, span };
}

function spanOf(node: Node): Span | null {
  return node.range ? { start: node.range[0], end: node.range[1] } : null;
}

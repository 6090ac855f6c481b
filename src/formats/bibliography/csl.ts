/** CSL-JSON and CSL-YAML to sources. */

import { say } from '../../core/base/say';
import { eachSourceText, SOURCE_FIELDS } from '../../core/base/sourceFields';
import type { Field, SourceDeclaration } from '../../core/brief/types';
import { atOnce, type Steps } from '../steps';
import { cslJsonSteps } from './cslJson';
import { CslError, type CslMap, type CslNode } from './cslNode';
import { type CslEntries, cslYamlSteps } from './cslYaml';
import { type Bibliography, named } from './declarations';

/** Reads CSL: a list of items, or a map whose `references` is one. What begins with a bracket is JSON. */
export function* cslSteps(text: string): Steps<Bibliography> {
  const { items, errors } = yield* entrySteps(text);
  if (items.length === 0 && errors.length === 0 && !/^\s*\[/.test(text)) {
    const span = { start: 0, end: Math.min(1, text.length) };
    return { declarations: [], errors: [{ value: say('A list of references is expected.'), span }] };
  }
  const declarations: SourceDeclaration[] = [];
  for (const item of items) {
    const read = item.kind === 'map' ? readItem(item) : null;
    if (read) declarations.push(read);
    yield;
  }
  return {
    declarations,
    errors: errors.map(({ message, at }) => ({
      value: message,
      span: { start: Math.min(at, text.length), end: Math.min(text.length, at + 1) },
    })),
  };
}

/** The items of a text that can be read. */
export function readItems(text: string): readonly CslNode[] {
  return atOnce(entrySteps(text)).items;
}

function* entrySteps(text: string): Steps<CslEntries> {
  return yield* /^\s*[[{]/.test(text) ? jsonSteps(text) : cslYamlSteps(text);
}

function* jsonSteps(text: string): Steps<CslEntries> {
  try {
    const top = yield* cslJsonSteps(text);
    const list = top.kind === 'map' ? top.pairs.get('references') : top;
    return { items: list?.kind === 'list' ? list.items : [], errors: [] };
  } catch (error) {
    if (!(error instanceof CslError)) throw error;
    return { items: [], errors: [error] };
  }
}

function readItem(item: CslMap): SourceDeclaration | null {
  const id = fieldOf(item, 'id');
  if (!id) return null;
  const people = item.pairs.get('author');
  return {
    id: id.value,
    idSpan: id.span,
    span: item.span,
    declaredIn: 'bibliography',
    authors: people?.kind === 'list' ? people.items.flatMap(nameOf) : [],
    quotes: [],
    ...eachSourceText((name) => first(SOURCE_FIELDS[name].csl?.map((key) => fieldOf(item, key)))),
    ...named('published', dateOf(item, 'issued')),
    ...named('accessed', dateOf(item, 'accessed')),
  };
}

/** The first of some fields that is there. */
function first(fields: readonly (Field | undefined)[] = []): Field | undefined {
  return fields.find((field) => field !== undefined);
}

function fieldOf(item: CslMap, key: string): Field | undefined {
  const node = item.pairs.get(key);
  return node?.kind === 'text' && node.value !== '' ? { value: node.value, span: node.span } : undefined;
}

function nameOf(person: CslNode): Field[] {
  if (person.kind !== 'map') return [];
  const parts = ['given', 'non-dropping-particle', 'family', 'suffix', 'literal'].map(
    (key) => fieldOf(person, key)?.value,
  );
  const value = parts.filter((part) => part !== undefined).join(' ');
  return value === '' ? [] : [{ value, span: person.span }];
}

/** CSL dates: `{date-parts: [[2024, 1, 5]]}`, `{raw: …}`, or a plain text. */
function dateOf(item: CslMap, key: string): Field | undefined {
  const node = item.pairs.get(key);
  if (node?.kind !== 'map') return fieldOf(item, key);
  const parts = node.pairs.get('date-parts');
  const first = parts?.kind === 'list' ? parts.items[0] : undefined;
  if (first?.kind !== 'list') return fieldOf(node, 'raw') ?? fieldOf(node, 'literal');
  const numbers = first.items.slice(0, 3).map((part) => (part.kind === 'text' ? part.value : ''));
  const value = numbers.map((part, i) => part.padStart(i === 0 ? 4 : 2, '0')).join('-');
  return { value, span: node.span };
}

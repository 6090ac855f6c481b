/** Keys and values of the front matter, and of `figure` blocks. */

import { say } from '../../base/say';
import { lineBreakOf, type Span, touches } from '../../base/text';
import type { Brief, Figure, Source } from '../../brief/types';
import { knownKey } from '../../document/frontMatter/keys';
import { columnOfEntryAbove, type YamlPlace, yamlPlaceAt } from '../../document/frontMatter/yaml/yamlPlace';
import { newSourceId } from '../../rules/fixes/declareSource';
import { ruleItems, yamlCommentAt } from './comments';
import { type Completion, type CompletionRequest, type Completions, NOTHING, spansOf } from './completion';
import { keyDocs } from './keyDocs';
import { describe, filterTextOf, oneLine } from './sourceItems';
import { sourcesInOrder } from './sourcesInOrder';
import { entryItem, keyItems, type MapOwner } from './yamlKeys';
import { subjectAt, type YamlText } from './yamlSubject';
import { fixedValues, ruleSettings, type Value, valueItems, written } from './yamlValues';

/** Returns the keys and values that can stand at a place in YAML. */
export function yamlAt(brief: Brief, yaml: YamlText, offset: number, request: CompletionRequest): Completions {
  const subject = subjectAt(brief.text, yaml, offset);
  if (!subject) return NOTHING;
  const { place, of } = subject;
  const lineStart = brief.lines.startOf(brief.lines.lineAt(offset));
  // Nothing comes up while a line is being indented.
  if (!request.asked && brief.content.slice(lineStart, offset).trim() === '') return NOTHING;
  const items = (all: readonly Completion[]): Completions => ({ items: all, incomplete: false });
  switch (of.kind) {
    case 'comment':
      return yamlCommentAt(brief.text, place.span, offset, request.asked);
    case 'keys':
      return items(keyItems(place, of.owner, offset, lineBreakOf(brief.text)));
    case 'entry': {
      const entry = entryItem(place, of.owner, of.owner === 'source' ? newSourceId(brief) : '', offset);
      return items([...keysOfEntryAbove(brief, yaml, of.owner, offset), entry]);
    }
    case 'rule':
      return items(ruleKeys(place, offset));
    case 'rule setting':
      return items(valueItems(ruleSettings(), place, offset));
    case 'row':
      return items(columnKeys(brief, place, offset));
    case 'value':
      if (of.key === 'cites') return items(citedIds(brief, place, offset));
      return items(valueItems(valuesOf(brief, of.key, place, offset, request), place, offset));
  }
}

/** A known key, its place and its documentation. */
export interface KnownKeyPlace {
  readonly name: string;
  readonly span: Span;
  readonly documentation: string;
}

/** Returns the key at a place in YAML; null if there is no key, or an unknown one. */
export function knownKeyAt(brief: Brief, yaml: YamlText, offset: number): KnownKeyPlace | null {
  const subject = subjectAt(brief.text, yaml, offset);
  if (subject?.of.kind !== 'keys' || !subject.place.colon) return null;
  const { span } = subject.place;
  const name = knownKey(subject.of.owner, brief.content.slice(span.start, span.end));
  const documentation = name === null ? undefined : keyDocs(subject.of.owner).get(name);
  return name === null || documentation === undefined ? null : { name, span, documentation };
}

/** Returns the keys that the entry above a blank line lacks, indented to where they belong. */
function keysOfEntryAbove(brief: Brief, yaml: YamlText, owner: MapOwner, offset: number): Completion[] {
  const { text, lines } = brief;
  const column = columnOfEntryAbove(text, yaml.span, offset);
  const place = column === null ? null : yamlPlaceAt(text, yaml.span, offset, column);
  if (column === null || place?.at !== 'key') return [];
  const lead = ' '.repeat(column - (offset - lines.startOf(lines.lineAt(offset))));
  return keyItems(place, owner, offset, lineBreakOf(text)).map((item) => ({
    ...item,
    newText: lead + item.newText,
    ...(item.snippet === undefined ? {} : { snippet: lead + item.snippet }),
  }));
}

/** The files that a place in YAML asks for: a path is typed there, or a column of a file. */
export type WantedFiles =
  | { readonly kind: 'paths'; readonly folder: string; readonly extensions: readonly string[] }
  | { readonly kind: 'columns'; readonly path: string };

/** Extensions of the files that keys of the front matter name. */
export const EXTENSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['text', ['.txt', '.md', '.html', '.htm']],
  ['bibliography', ['.bib', '.ris', '.json', '.yaml', '.yml']],
  ['style', ['.csl']],
  ['image', ['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif']],
  ['data', ['.csv', '.tsv', '.json']],
]);

export function filesWantedAt(brief: Brief, yaml: YamlText, offset: number): WantedFiles | null {
  const subject = subjectAt(brief.text, yaml, offset);
  if (subject?.of.kind !== 'value') return null;
  const { place, of } = subject;
  const extensions = EXTENSIONS.get(of.key);
  if (extensions && !(of.owner === 'quote' && of.key === 'text'))
    return { kind: 'paths', folder: folderOf(brief.content.slice(place.span.start, offset)), extensions };
  if (of.key !== 'x' && of.key !== 'y' && of.key !== 'series') return null;
  const content = figureAt(brief, offset)?.content;
  return content?.kind === 'data' && 'path' in content.data ? { kind: 'columns', path: content.data.path.value } : null;
}

/** The folder of a path that is being typed, with its last slash. */
function folderOf(typed: string): string {
  return /^(?:\.\/)?(.*\/)?/.exec(typed)?.[1] ?? '';
}

function valuesOf(
  brief: Brief,
  key: string,
  { span }: YamlPlace,
  offset: number,
  { today, files, columns }: CompletionRequest,
): Value[] {
  if (key === 'id') return idValues(brief, offset);
  if (EXTENSIONS.has(key)) {
    const folder = folderOf(brief.content.slice(span.start, offset));
    const paths = (files ?? []).map((name): Value => {
      const isFolder = name.endsWith('/');
      return { value: folder + name, kind: isFolder ? 'folder' : 'file', goesOn: isFolder };
    });
    return [...fixedValues(key, today), ...paths];
  }
  if (key === 'x' || key === 'y' || key === 'series')
    return (columns ?? columnsOf(figureAt(brief, offset))).map((value) => ({ value, detail: say('Column') }));
  return fixedValues(key, today);
}

/** Returns the next id of a source: a number, or a key where the brief has keys. A figure gets no value. */
function idValues(brief: Brief, offset: number): Value[] {
  return figureAt(brief, offset) ? [] : [{ value: newSourceId(brief), detail: say('The next id') }];
}

function ruleKeys(place: YamlPlace, offset: number): Completion[] {
  return ruleItems(place.siblings).map((item) => ({
    ...item,
    newText: place.colon ? item.label : `${item.label}: `,
    goesOn: !place.colon,
    ...spansOf(place.span, offset),
  }));
}

/** Returns the columns of the other rows as keys, for a row of data. */
function columnKeys(brief: Brief, place: YamlPlace, offset: number): Completion[] {
  return columnsOf(figureAt(brief, offset))
    .filter((name) => !place.siblings.has(name))
    .map((name) => ({
      kind: 'key',
      label: name,
      newText: place.colon ? written(name, place) : `${written(name, place)}: `,
      ...spansOf(place.span, offset),
    }));
}

/** Returns the sources that a figure can cite, ordered by what it shows. */
function citedIds(brief: Brief, place: YamlPlace, offset: number): Completion[] {
  const figure = figureAt(brief, offset);
  const there = new Set(figure?.cites.filter(({ span }) => !touches(span, offset)).map(({ value }) => value));
  const value = figure?.content?.kind === 'value' ? figure.content.value.value : '';
  const claim = [figure?.title?.value, figure?.caption?.value, value].filter((part) => part !== undefined).join(' ');
  const shown: Source[] = [];
  for (const source of sourcesInOrder(brief, claim, offset, [])) {
    if (!there.has(source.id)) shown.push(source);
    if (shown.length === 200) break;
  }
  return shown.flatMap((source) =>
    valueItems([{ value: source.id }], place, offset).map((item) => ({
      ...item,
      ...describe(source),
      label: oneLine(source.id, 80),
      filterText: filterTextOf(source),
    })),
  );
}

function figureAt(brief: Brief, offset: number): Figure | null {
  return brief.figures.find(({ span, declaredIn }) => declaredIn !== 'table' && touches(span, offset)) ?? null;
}

function columnsOf(figure: Figure | null): string[] {
  const content = figure?.content;
  if (content?.kind !== 'data' || !('rows' in content.data)) return [];
  return [...new Set(content.data.rows.slice(0, 100).flatMap((row) => Object.keys(row)))];
}

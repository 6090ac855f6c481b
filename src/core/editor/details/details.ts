/** The contents of the form for the details of a brief. */

import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import { CHARTS } from '../../document/frontMatter/schemas';
import { citationOf } from '../../rules/fixes/cite';
import { EXTENSIONS } from '../completion/frontMatter';
import { oneLine, sourceOverview } from '../overview/sourceOverview';
import { type FrontMatterKeys, isUnreadable, type Keys, pairOf, readKeysOf, textsOfValue } from './read';
import type { DetailEntry, DetailField, DetailList, Details, ListKey } from './types';

/** A field as it is shown for any brief. */
interface Shape extends Pick<DetailField, 'key' | 'kind' | 'choices'> {
  readonly label: () => string;
  readonly hint?: () => string;
}

const DATE = () => say('A date such as 2025-08-06.');
const id: Shape = {
  key: 'id',
  kind: 'text',
  label: () => say('Id'),
  hint: () => say('Citations follow when you change it.'),
};
const title: Shape = { key: 'title', kind: 'text', label: () => say('Title') };
const authors: Shape = {
  key: 'authors',
  kind: 'lines',
  label: () => say('Authors'),
  hint: () => say('One on each line.'),
};
const published: Shape = { key: 'published', kind: 'text', label: () => say('Date'), hint: DATE };

const HEADER: readonly Shape[] = [
  title,
  authors,
  published,
  { key: 'tags', kind: 'words', label: () => say('Tags'), hint: () => say('With commas between them.') },
];

const SOURCE: readonly Shape[] = [
  id,
  title,
  authors,
  { key: 'publisher', kind: 'text', label: () => say('Publisher') },
  published,
  { key: 'url', kind: 'text', label: () => say('Web address') },
  { key: 'doi', kind: 'text', label: () => 'DOI' },
  {
    key: 'text',
    kind: 'text',
    label: () => say('Text file'),
    hint: () => say('The text of the source, in which your claims are looked up, such as report.txt.'),
  },
  {
    key: 'quote',
    kind: 'passage',
    label: () => say('Quote'),
    hint: () => say('The passage of the source that your claims rest on.'),
  },
];

const VALUE: readonly Shape[] = [
  { key: 'value', kind: 'text', label: () => say('Value'), hint: () => say('A key number, such as 90%.') },
  { key: 'unit', kind: 'text', label: () => say('Unit') },
];
const DATA: readonly Shape[] = [
  {
    key: 'data',
    kind: 'text',
    label: () => say('Data file'),
    hint: () => say('For a table or chart, such as prices.csv.'),
  },
  { key: 'chart', kind: 'choice', label: () => say('Kind of chart'), choices: CHARTS },
];
const IMAGE: readonly Shape[] = [
  { key: 'image', kind: 'text', label: () => say('Image file') },
  {
    key: 'alt',
    kind: 'text',
    label: () => say('Description of the image'),
    hint: () => say('For people who cannot see it.'),
  },
];
const FIGURE_START: readonly Shape[] = [id, title];
const FIGURE_END: readonly Shape[] = [
  { key: 'caption', kind: 'text', label: () => say('Caption') },
  { key: 'as-of', kind: 'text', label: () => say('As of'), hint: DATE },
  { key: 'cites', kind: 'words', label: () => say('Sources'), hint: () => say('Their ids, with commas between them.') },
];
/** The keys of figures, in the order in which they are written. */
const FIGURE_ORDER = [
  'id',
  'title',
  'caption',
  'alt',
  'as-of',
  'value',
  'unit',
  'data',
  'chart',
  'x',
  'y',
  'series',
  'vega-lite',
  'image',
  'cites',
];

const HEADER_ORDER = [
  'title',
  'subtitle',
  'authors',
  'publisher',
  'published',
  'updated',
  'language',
  'url',
  'summary',
  'tags',
];

/** The known keys of the front matter or of an entry, in the order in which they are written. */
export function orderOf({ owner }: Keys): readonly string[] {
  if (owner === 'front matter') return HEADER_ORDER;
  return owner === 'source' ? SOURCE.map(({ key }) => key) : FIGURE_ORDER;
}

/**
 * Returns the fields of the form for these keys. A figure has only the fields of its content; without content, it has all of
 * them.
 */
export function shapesOf(keys: Keys): readonly Pick<Shape, 'key' | 'kind'>[] {
  return shapes(keys);
}

function shapes(keys: Keys): readonly Shape[] {
  if (keys.owner === 'front matter') return HEADER;
  if (keys.owner === 'source') return SOURCE;
  const given = contentsOf(keys);
  return [...FIGURE_START, ...(given.length > 0 ? given : CONTENTS).flatMap(({ fields }) => fields), ...FIGURE_END];
}

/** What a figure can show. */
const CONTENTS: readonly { readonly key: string; readonly fields: readonly Shape[] }[] = [
  { key: 'value', fields: VALUE },
  { key: 'data', fields: DATA },
  { key: 'vega-lite', fields: [] },
  { key: 'image', fields: IMAGE },
];

function contentsOf(keys: Keys): typeof CONTENTS {
  return CONTENTS.filter(({ key }) => pairOf(keys, key)?.value != null);
}

/** The details of a brief, for a form. */
export function detailsOf(brief: Brief): Details {
  const read = readKeysOf(brief);
  if (isUnreadable(read)) return { locked: read.why, line: read.line, fields: [], lists: [] };
  return {
    locked: '',
    line: 0,
    fields: fieldsOf(brief, read.header),
    lists: [listOf(brief, read, 'sources'), listOf(brief, read, 'figures')],
  };
}

function fieldsOf(brief: Brief, keys: Keys): DetailField[] {
  // A figure that shows nothing yet has all fields to say so: its error stands at its id.
  const isNew = keys.owner === 'figure' && contentsOf(keys).length === 0;
  return shapes(keys).map(({ key, kind, label, hint, choices }) => {
    const pair = pairOf(keys, key);
    const texts = textsOfValue(pair?.value);
    const value = pair?.value?.kind === 'text' ? oneOf(kind, pair.value.value) : joined(kind, texts ?? []);
    const isList = pair?.value != null && pair.value.kind !== 'text';
    const files = EXTENSIONS.get(key);
    return {
      key,
      kind,
      label: label(),
      hint: hint?.() ?? '',
      value,
      ...(choices ? { choices: choices.includes(value) || value === '' ? choices : [value, ...choices] } : {}),
      ...(files ? { files } : {}),
      error:
        pair?.value && !(isNew && key === 'id')
          ? errorAt(brief, { start: pair.keySpan.start, end: pair.value.span.end })
          : '',
      fixed: (isList && isOneText(kind)) || texts === null || texts.some((text) => !fits(kind, text)),
    };
  });
}

function oneOf(kind: DetailField['kind'], text: string): string {
  return kind === 'lines' ? text : text.replace(/\s*[\r\n]\s*/g, ' ');
}

/** True if a field stands for one text, not for a list of texts. */
function isOneText(kind: DetailField['kind']): boolean {
  return kind !== 'lines' && kind !== 'words';
}

function joined(kind: DetailField['kind'], texts: readonly string[]): string {
  return texts.join(kind === 'lines' ? '\n' : ', ');
}

/** True if a text comes back unchanged from a field that holds several texts. */
function fits(kind: DetailField['kind'], text: string): boolean {
  return isOneText(kind) || !(kind === 'lines' ? /[\r\n]/ : /[,，\r\n]/).test(text);
}

/** Splits the contents of a field into the texts that it stands for. */
export function textsIn(kind: DetailField['kind'], written: string): string[] {
  const parts = isOneText(kind) ? [written] : written.split(kind === 'lines' ? /[\r\n]+/ : /[,，\r\n]+/);
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

function errorAt({ frontMatter }: Brief, { start, end }: Span): string {
  return frontMatter?.errors.find(({ span }) => span.start >= start && span.start <= end)?.message ?? '';
}

function listOf(brief: Brief, { lists }: FrontMatterKeys, key: ListKey): DetailList {
  const list = lists[key];
  const label = key === 'sources' ? say('Sources') : say('Figures');
  const nothing = { key, label, entries: [], add: null };
  if (list === 'inline') return { ...nothing, note: say('This list is written on one line. Change it in the text.') };
  const add = key === 'sources' ? say('Add Source') : say('Add Figure');
  const isElsewhere =
    key === 'sources' && list === null && brief.sources.some(({ declarations }) => declarations.length > 0);
  if (isElsewhere) return { ...nothing, note: say('This brief declares its sources outside the front matter.') };
  const entries = list?.entries ?? [];
  const uses = usesOf(brief, key);
  const ids = entries.map((entry) => idOf(entry));
  return {
    key,
    label,
    entries: entries.map((entry, index) => entryOf(brief, entry, key, ids, index, uses)),
    note: entries.length > 0 ? '' : key === 'sources' ? say('No sources yet.') : say('No figures yet.'),
    add,
  };
}

export function idOf(entry: Keys): string {
  const value = pairOf(entry, 'id')?.value;
  return value?.kind === 'text' ? value.value.replace(/^@/, '') : '';
}

function entryOf(
  brief: Brief,
  entry: Keys,
  key: ListKey,
  ids: readonly string[],
  index: number,
  uses: ReadonlyMap<string, number>,
): DetailEntry {
  const own = ids[index] ?? '';
  const isTwice = own !== '' && ids.filter((other) => other === own).length > 1;
  const fields = fieldsOf(brief, entry).map((field) => ({
    ...field,
    error: field.error || (isTwice && field.key === 'id' ? say('Another entry has this id.') : ''),
  }));
  const named = fields.find((field) => field.key === 'title')?.value ?? '';
  const sign = own === '' ? '' : key === 'sources' ? citationOf(own) : own;
  const count = isTwice ? 0 : (uses.get(own) ?? 0);
  return {
    id: own,
    line: brief.lines.lineAt(entry.span.start),
    name: oneLine(`${sign} ${named}`) || say('Entry {0}', index + 1),
    fields,
    uses: count,
    used: usedWords(count),
  };
}

function usedWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? say('Used once in this brief.') : say('Used {0} times in this brief.', count);
}

/** Counts how often each source is cited, or each figure is mentioned, by id. */
function usesOf(brief: Brief, key: ListKey): ReadonlyMap<string, number> {
  if (key === 'sources') return new Map(sourceOverview(brief).sources.map(({ id, citedBy }) => [id, citedBy.length]));
  const counts = new Map<string, number>();
  for (const { id } of brief.figureReferences) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Keys of YAML, each once. */
import { say } from '../../base/say';
import { SOURCE_FIELDS, SOURCE_TEXTS } from '../../base/sourceFields';
import { knownKey } from '../../document/frontMatter/keys';
import type { YamlPlace } from '../../document/frontMatter/yaml/yamlPlace';
import { type Completion, spansOf } from './completion';
import { keyDocs } from './keyDocs';

/** The kinds of maps in the front matter and in `figure` blocks. */
export type MapOwner = 'front matter' | 'source' | 'figure' | 'quote';

const OF_DATA = ['chart', 'x', 'y', 'series'];

/** Keys of figures, each with the keys that make no sense beside it. */
const EXCLUDED: ReadonlyMap<string, readonly string[]> = new Map([
  ['value', ['data', 'vega-lite', 'image', ...OF_DATA]],
  ['data', ['value', 'vega-lite', 'image', 'unit']],
  ['vega-lite', ['value', 'data', 'image', 'unit', ...OF_DATA]],
  ['image', ['value', 'data', 'vega-lite', 'unit', ...OF_DATA]],
  ['cites', ['own']],
  ['own', ['cites']],
]);

/** Keys whose values are known beforehand. */
const GOES_ON: ReadonlySet<string> = new Set([
  ...SOURCE_TEXTS.filter((name) => SOURCE_FIELDS[name].isOffered),
  'updated',
  'bibliography',
  'style',
  'text',
  'cite',
  'copy',
  'image',
  'data',
  'chart',
  'own',
  'x',
  'y',
  'series',
]);

/** Returns the keys that an owner may have and doesn't have yet. */
export function keyItems(place: YamlPlace, owner: MapOwner, offset: number, lineBreak: string): Completion[] {
  const there = new Set([...place.siblings].map((name) => knownKey(owner, name) ?? name));
  const excluded = new Set(owner === 'figure' ? [...there].flatMap((name) => EXCLUDED.get(name) ?? []) : []);
  const left = [...keyDocs(owner)].filter(([name]) => !there.has(name) && !excluded.has(name));
  return left.map(([name, documentation]) => ({
    kind: 'key',
    label: name,
    documentation,
    ...writtenKey(name, place, owner, lineBreak),
    ...spansOf(place.span, offset),
  }));
}

/** The start of an entry, below the key of a list of them. */
export function entryItem(place: YamlPlace, owner: 'source' | 'figure', id: string, offset: number): Completion {
  return {
    kind: 'key',
    label: `- id: ${id}`.trimEnd(),
    detail: owner === 'source' ? say('A new source') : say('A new figure'),
    newText: `- id: ${id}`,
    ...spansOf(place.span, offset),
  };
}

type Written = Pick<Completion, 'newText' | 'snippet' | 'goesOn'>;

function writtenKey(name: string, { colon, flow }: YamlPlace, owner: MapOwner, lineBreak: string): Written {
  if (colon) return { newText: name };
  if (flow) return { newText: `${name}: `, goesOn: GOES_ON.has(name) };
  if (name === 'cites') return { newText: `${name}: `, snippet: `${name}: [$0]`, goesOn: true };
  if (name === 'own') return { newText: 'own: true' };
  if (owner !== 'front matter') return { newText: `${name}: `, goesOn: GOES_ON.has(name) };
  if (name === 'sources' || name === 'figures') return { newText: `${name}:${lineBreak}  - id: ` };
  if (name === 'rules') return { newText: `${name}:${lineBreak}  `, goesOn: true };
  return { newText: `${name}: `, goesOn: GOES_ON.has(name) };
}

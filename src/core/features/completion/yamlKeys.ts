/** Keys of YAML, each once. */
import { knownKey } from '../../syntax/frontMatter/keys';
import type { YamlPlace } from '../../syntax/frontMatter/yamlPlace';
import { type Completion, spansOf } from './completion';
import { keyDocs } from './keyDocs';

/** What a map of the front matter, or of a `figure` block, belongs to. */
export type MapOwner = 'front matter' | 'source' | 'figure' | 'quote';

/** Of a figure, one of these says what it shows. */
const CONTENTS: ReadonlySet<string> = new Set(['value', 'data', 'vega-lite', 'image']);
const GOES_ON: ReadonlySet<string> = new Set([
  'published',
  'updated',
  'accessed',
  'language',
  'type',
  'bibliography',
  'text',
  'image',
  'data',
  'chart',
  'own',
  'x',
  'y',
  'series',
]);

/** The keys that an owner may have and that are not there. */
export function keyItems(place: YamlPlace, owner: MapOwner, offset: number, lineBreak: string): Completion[] {
  const there = new Set([...place.siblings].map((name) => knownKey(owner, name) ?? name));
  const hasContent = [...there].some((name) => CONTENTS.has(name));
  const left = [...keyDocs(owner)].filter(([name]) => !there.has(name) && !(CONTENTS.has(name) && hasContent));
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
    detail: `A new ${owner}`,
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

/** Finds what a place in YAML is about: keys and their owner, or the value of a key. */

import type { Span } from '../../base/text';
import { knownKey } from '../../document/frontMatter/keys';
import { type YamlPlace, yamlPlaceAt } from '../../document/frontMatter/yaml/yamlPlace';
import type { MapOwner } from './yamlKeys';

/** A piece of YAML, and what its top-level keys belong to. */
export interface YamlText {
  readonly span: Span;
  readonly owner: 'front matter' | 'figure';
}

/** The subject of a place in YAML. */
export interface Subject {
  readonly place: YamlPlace;
  /** A known key, for its value; `rules`: a rule's code or setting. */
  readonly of:
    | { readonly kind: 'keys'; readonly owner: MapOwner }
    | { readonly kind: 'entry'; readonly owner: 'source' | 'figure' }
    | { readonly kind: 'rule' | 'rule setting' | 'row' | 'comment' }
    | { readonly kind: 'value'; readonly owner: MapOwner; readonly key: string };
}

/** Lists of texts. A word in them that looks like a key is a text. */
const TEXT_LISTS: ReadonlySet<string> = new Set(['cites', 'bibliography', 'authors', 'tags']);

/** Returns the subject of an offset; null if nothing is known about it. */
export function subjectAt(text: string, yaml: YamlText, offset: number): Subject | null {
  const place = yamlPlaceAt(text, yaml.span, offset);
  if (!place) return null;
  if (place.at === 'comment') return { place, of: { kind: 'comment' } };
  const { path, key } = place;
  const listed = path.at(-1) === '-' ? knownOf(ownerOf(path.slice(0, -2), yaml.owner), path.at(-2) ?? '') : null;
  if (place.at === 'key' && listed && TEXT_LISTS.has(listed.key)) return { place, of: { kind: 'value', ...listed } };
  const owner = ownerOf(path, yaml.owner);
  if (owner === 'entry of sources')
    return place.at === 'key' ? { place, of: { kind: 'entry', owner: 'source' } } : null;
  if (owner === 'entry of figures')
    return place.at === 'key' ? { place, of: { kind: 'entry', owner: 'figure' } } : null;
  if (owner === 'rules') return { place, of: { kind: place.at === 'key' ? 'rule' : 'rule setting' } };
  if (owner === 'row') return place.at === 'key' ? { place, of: { kind: 'row' } } : null;
  if (owner === null) return null;
  if (place.at === 'key') return { place, of: { kind: 'keys', owner } };
  const known = knownOf(owner, key);
  return known && { place, of: { kind: 'value', ...known } };
}

type Holder = MapOwner | 'entry of sources' | 'entry of figures' | 'rules' | 'row' | null;

/** Returns the kind of the map at a path; null for an unknown one. */
function ownerOf(path: readonly string[], root: YamlText['owner']): Holder {
  let owner: Holder = root;
  for (const part of path) {
    if (part === '-') {
      // A list that stands at the end of the path has no items of its own kind but these.
      if (owner === 'entry of sources') owner = 'source';
      else if (owner === 'entry of figures') owner = 'figure';
      else if (owner !== 'quote' && owner !== 'row') return null;
      continue;
    }
    const key: string | null = owner && isMapOwner(owner) ? knownKey(owner, part) : null;
    if (owner === 'front matter' && key === 'sources') owner = 'entry of sources';
    else if (owner === 'front matter' && key === 'figures') owner = 'entry of figures';
    else if (owner === 'front matter' && key === 'rules') owner = 'rules';
    else if (owner === 'source' && key === 'quote') owner = 'quote';
    else if (owner === 'figure' && key === 'data') owner = 'row';
    else return null;
  }
  return owner;
}

function isMapOwner(owner: Exclude<Holder, null>): owner is MapOwner {
  return owner === 'front matter' || owner === 'source' || owner === 'figure' || owner === 'quote';
}

function knownOf(owner: Holder, name: string): { owner: MapOwner; key: string } | null {
  if (!owner || !isMapOwner(owner)) return null;
  const key = knownKey(owner, name);
  return key === null ? null : { owner, key };
}

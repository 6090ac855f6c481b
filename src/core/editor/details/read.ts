/** The front matter as a form changes it: its keys and entries with their places in the text. */

import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import { knownKey, type Owner } from '../../document/frontMatter/keys';
import { frontMatterLayout, type KeyLayout, readLaidOut } from '../../document/frontMatter/layout';
import type { YamlNode, YamlPair } from '../../document/frontMatter/yaml/yamlTree';
import type { ListKey } from './types';

/** The keys of the front matter, or of an entry of a list in it. */
export interface Keys {
  readonly owner: Owner;
  /** The keys with their values, in the order of the text. */
  readonly pairs: readonly YamlPair[];
  /** True if the keys stand in braces. */
  readonly isFlow: boolean;
  /** Span from the first key to the end of the last value; for the front matter, all of its YAML. */
  readonly span: Span;
}

export interface List {
  readonly key: KeyLayout;
  readonly entries: readonly Keys[];
  /** Spans from the `-` of each entry to the end of its text. */
  readonly spans: readonly Span[];
}

export interface FrontMatterKeys {
  readonly header: Keys;
  /** The list is null where there is none; `inline` where it is not written as a block. */
  readonly lists: Readonly<Record<ListKey, List | 'inline' | null>>;
}

/** The reason why front matter can't be read, and the line of the error, counted from 0. */
export interface Unreadable {
  readonly why: string;
  readonly line: number;
}

export function isUnreadable(read: FrontMatterKeys | Unreadable): read is Unreadable {
  return 'why' in read;
}

/** Reads the front matter of a brief, whole or not at all. */
export function readKeysOf(brief: Brief): FrontMatterKeys | Unreadable {
  const { frontMatter, text } = brief;
  const none = { start: 0, end: 0 };
  const lists: Record<ListKey, List | 'inline' | null> = { sources: null, figures: null };
  const pairs: YamlPair[] = [];
  if (!frontMatter) return { header: { owner: 'front matter', pairs, isFlow: false, span: none }, lists };
  const layout = frontMatterLayout(text, frontMatter);
  const header: Keys = { owner: 'front matter', pairs, isFlow: false, span: frontMatter.yaml };
  if (!frontMatter.closed || layout.hasStrays) return whyBroken(brief, frontMatter.yaml);
  for (const key of layout.keys) {
    const { name } = key;
    if (name === 'sources' || name === 'figures') {
      if (lists[name] !== null) return whyBroken(brief, key.span);
      const list = readList(text, key, name);
      if (list === null) return whyBroken(brief, key.span);
      lists[name] = list;
    } else {
      const node = readLaidOut(text, key.span);
      if (node?.kind !== 'map') return whyBroken(brief, key.span);
      pairs.push(...node.pairs);
    }
  }
  return { header, lists };
}

/** @returns null if an entry cannot be read */
function readList(text: string, key: KeyLayout, name: ListKey): List | 'inline' | null {
  const rest = text.slice(key.span.start, key.span.end).replace(/^[^:]*:/, '');
  if (key.entries.length === 0) return /^\s*(?:#.*)?$/.test(rest) ? { key, entries: [], spans: [] } : 'inline';
  const entries: Keys[] = [];
  for (const span of key.entries) {
    const read = readLaidOut(text, span);
    const node: YamlNode | null | undefined = read?.kind === 'list' ? read.items[0] : read;
    if (node?.kind !== 'map') return null;
    const owner = name === 'sources' ? 'source' : 'figure';
    entries.push({ owner, pairs: node.pairs, isFlow: text[node.span.start] === '{', span: node.span });
  }
  return { key, entries, spans: key.entries };
}

function whyBroken({ frontMatter, lines }: Brief, { start, end }: Span): Unreadable {
  const errors = frontMatter?.errors ?? [];
  const error = errors.find(({ span }) => span.start >= start && span.start <= end) ?? errors[0];
  const line = lines.lineAt(error?.span.start ?? start);
  const why = error
    ? say('The front matter cannot be read in line {0}. {1}', line + 1, error.message)
    : say('The front matter cannot be read in line {0}.', line + 1);
  return { why, line };
}

/** Returns the key that has this name in the format, even if it is written as an alias. */
export function pairOf({ owner, pairs }: Keys, key: string): YamlPair | undefined {
  return pairs.find((pair) => knownKey(owner, pair.key) === key);
}

/** Returns the texts of a value: one text, the items of a list, or the names of people. Null if it is something else. */
export function textsOfValue(value: YamlNode | null | undefined): string[] | null {
  if (!value) return [];
  if (value.kind === 'text') return value.value === '' ? [] : [value.value];
  const items = value.kind === 'list' ? value.items : [value];
  const texts = items.map((item) => textOfItem(item)?.value);
  return texts.every((text) => text !== undefined) ? texts : null;
}

/** Returns the text of an item of a list, or the name in a map. */
export function textOfItem(item: YamlNode | null): Extract<YamlNode, { kind: 'text' }> | null {
  if (item?.kind === 'text') return item;
  const name = item?.kind === 'map' ? item.pairs.find(({ key }) => key === 'name' || key === 'literal')?.value : null;
  return name?.kind === 'text' ? name : null;
}

/** Returns all that the front matter says, without its places, to check that an edit changes nothing else. */
export function plainOf({ header, lists }: FrontMatterKeys): PlainDetails {
  const entries = (list: List | 'inline' | null) =>
    list === 'inline' ? list : (list?.entries ?? []).map(({ pairs }) => plainPairs(pairs));
  return { header: plainPairs(header.pairs), sources: entries(lists.sources), figures: entries(lists.figures) };
}

export type PlainValue = string | null | readonly PlainValue[] | PlainMap;
export type PlainMap = readonly (readonly [key: string, value: PlainValue])[];
export interface PlainDetails {
  readonly header: PlainMap;
  readonly sources: readonly PlainMap[] | 'inline';
  readonly figures: readonly PlainMap[] | 'inline';
}

function plainPairs(pairs: readonly YamlPair[]): PlainMap {
  return pairs.map(({ key, value }) => [key, plain(value)]);
}

function plain(node: YamlNode | null): PlainValue {
  if (node === null) return null;
  if (node.kind === 'text') return node.value;
  return node.kind === 'list' ? node.items.map(plain) : plainPairs(node.pairs);
}

/** Reads the keys of a map against what its owner may hold. */
import type * as z from 'zod/mini';
import type { FrontMatterError, UnknownKey } from '../../base/problem';
import { say } from '../../base/say';
import type { Field, Span } from '../../base/text';
import { knownKey, nearestKey, type Owner } from './keys';
import { NO_DATE } from './schemas';
import { isQuotable, mustBeQuoted, quoteText } from './slips';
import { shorten, type YamlMap, type YamlNode, type YamlPair } from './yaml/yamlTree';

/** The problems that readers collect, and a way to read the text. */
export interface Findings {
  /** The text at a place of the document. */
  readonly slice: (span: Span) => string;
  readonly errors: FrontMatterError[];
  readonly unknownKeys: UnknownKey[];
}

/** The known keys of a map under the names that we know them by. Values of `invalid` keys are not to be used. */
export interface Entry {
  readonly pairs: ReadonlyMap<string, YamlPair>;
  readonly invalid: ReadonlySet<string>;
}

/**
 * Tells known keys from unknown ones, and checks the known ones against the schema. Each problem becomes an error
 * on the value that is wrong; a missing key, one on `place`.
 */
export function readEntry(owner: Owner, map: YamlMap, schema: z.ZodMiniObject, place: Span, findings: Findings): Entry {
  const pairs = knownPairs(owner, map, findings);
  const invalid = new Set<string>();
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, pair] of pairs) if (pair.value !== null) plain[key] = toPlain(pair.value);
  const result = schema.safeParse(plain);
  const issues = result.error?.issues.flatMap(meantIssues) ?? [];
  for (const { path, message } of issues.slice(0, MAX_ERRORS)) {
    const [key] = path;
    if (typeof key !== 'string') continue;
    // In a list, only the wrong item is left out.
    if (path.length === 1) invalid.add(key);
    const pair = pairs.get(key);
    if (pair?.value) findings.errors.push(errorAt(pair.value, pair.key, path, message, findings));
    else {
      findings.errors.push({ span: pair?.keySpan ?? place, message: lacks(owner, key) });
    }
  }
  return { pairs, invalid };
}

function lacks(owner: Owner, key: string): string {
  switch (owner) {
    case 'source':
      return say('This source has no "{0}": add a line such as {0}: usgs-2024.', key);
    case 'figure':
      return say('This figure has no "{0}": add a line such as {0}: usgs-2024.', key);
    default:
      return say('"{0}" is missing here.', key);
  }
}

/** For one map: a list of thousands of wrong items needs no error on each. */
const MAX_ERRORS = 100;

/** Returns the text of a key, or undefined if it has none or is invalid. */
export function textOf(entry: Entry, key: string): Field | undefined {
  const value = entry.pairs.get(key)?.value;
  if (value?.kind !== 'text' || value.value === '' || entry.invalid.has(key)) return undefined;
  return { value: value.value, span: value.span };
}

/** The texts of a key that takes one or several. */
export function textsOf(entry: Entry, key: string): Field[] {
  const value = entry.pairs.get(key)?.value;
  if (value === undefined || value === null || entry.invalid.has(key)) return [];
  const fields: Field[] = [];
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const name = item?.kind === 'map' ? nameIn(item) : item;
    if (name?.kind === 'text' && name.value !== '') fields.push({ value: name.value, span: name.span });
  }
  return fields;
}

/** The name of a person whom a map describes. */
function nameIn({ pairs }: YamlMap): YamlNode | null {
  return pairs.find(({ key }) => key === 'name' || key === 'literal')?.value ?? null;
}

/** Returns the fields of those keys that have a text. */
export function fieldsOf<K extends string>(entry: Entry, keys: readonly K[]): Partial<Record<K, Field>> {
  const fields: Partial<Record<K, Field>> = {};
  for (const key of keys) {
    const field = textOf(entry, key);
    if (field !== undefined) fields[key] = field;
  }
  return fields;
}

/** Adds all of `found`. A call with as many arguments as an author can make errors would overflow the stack. */
export function append<T>(to: T[], found: readonly T[]): void {
  for (const one of found) to.push(one);
}

/** Keys of a text or a yes that programs for notes have in front matter. They are no slips of ours, however close. */
const OF_OTHERS = new Set(['publish', 'source']);

function knownPairs(owner: Owner, map: YamlMap, findings: Findings): ReadonlyMap<string, YamlPair> {
  const pairs = new Map<string, YamlPair>();
  for (const pair of map.pairs) {
    const known = knownKey(owner, pair.key);
    const before = known === null ? undefined : pairs.get(known);
    if (known === null) {
      const isOfOthers = owner === 'front matter' && pair.value?.kind === 'text' && OF_OTHERS.has(pair.key);
      const nearest = isOfOthers ? null : nearestKey(owner, pair.key);
      findings.unknownKeys.push({ key: pair.key, span: pair.keySpan, owner, nearest });
    } else if (before === undefined || isNoDate(known, before)) pairs.set(known, pair);
    else if (!isNoDate(known, pair)) {
      const message = say('"{0}" and "{1}" mean the same, and "{1}" is used. Remove one.', pair.key, before.key);
      findings.errors.push({ span: pair.keySpan, message });
    }
  }
  return pairs;
}

/** True for `published: false` and its like, which doesn't compete with `date: 2024-05-02`. */
function isNoDate(key: string, { value }: YamlPair): boolean {
  return /^(?:published|updated)$/.test(key) && value?.kind === 'text' && NO_DATE.test(value.value);
}

/** Returns the value that the schemas check: null-prototype objects, arrays and texts. Missing values are left out. */
function toPlain(node: YamlNode): unknown {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.filter((item) => item !== null).map(toPlain);
  const plain: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.pairs) if (value !== null) plain[key] = toPlain(value);
  return plain;
}

/** The error on the node that `path` leads to; its first part is the key that `value` belongs to. */
function errorAt(
  value: YamlNode,
  writtenKey: string,
  path: readonly PropertyKey[],
  message: string,
  { slice }: Findings,
): FrontMatterError {
  let node = value;
  let missing: string | null = null;
  let name = writtenKey;
  for (const part of path.slice(1)) {
    const next = childOf(node, part);
    if (typeof part === 'string') name = part;
    if (next === null) {
      missing = String(part);
      break;
    }
    node = next;
  }
  const { span } = node;
  // `- Rare earths: a primer` in a list of texts is a map to YAML.
  if (node.kind === 'map' && node.pairs.length === 1 && node.pairs[0]?.key !== 'page') {
    const written = slice(span);
    if (isQuotable(written))
      return { span, message: mustBeQuoted(written), quote: { span, newText: quoteText(written) } };
  }
  if (missing !== null) return { span, message: say('"{0}" is missing here.', missing) };
  return { span, message: say('"{0}" {1}.', shorten(name), message) };
}

function childOf(node: YamlNode, part: PropertyKey): YamlNode | null {
  if (node.kind === 'list') return node.items.filter((item) => item !== null)[Number(part)] ?? null;
  if (node.kind === 'map') return node.pairs.find(({ key }) => key === part)?.value ?? null;
  return null;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Among the alternatives of a union, the one that got furthest is the intended one. */
function meantIssues(issue: z.core.$ZodIssue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  let best: readonly Issue[] = [issue];
  let furthest = issue.path.length;
  for (const alternative of issue.errors) {
    const inner = alternative.flatMap(meantIssues);
    const depth = issue.path.length + inner.reduce((most, { path }) => Math.max(most, path.length), 0);
    if (depth <= furthest) continue;
    furthest = depth;
    best = inner.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  }
  return best;
}

/**
 * Tells what a citation means, given the declared ids. The grammar reads forms only. The model and the renderer both ask
 * here, so that they agree.
 */

import { isCrossReference, isIdentifier } from '../../document/citations/keys';
import type { CitationSyntax, ItemSyntax } from '../../document/citations/types';
import { MAX_ID_LENGTH } from '../../document/frontMatter/schemas';
import { nameOfLink, type OtherNames } from '../sources/otherNames';

/** The facts that decide what a citation is. */
export interface Declared {
  readonly ids: { has(id: string): boolean };
  /** Footnotes that aren't sources: the ids that each remark cites itself, by its label with the `^`. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
  /** True if a source has a key. An unknown `@name2024` is then a citation without a source, rather than a handle. */
  readonly keyed: boolean;
  /** True if the text cites in brackets somewhere. */
  readonly brackets: boolean;
  /** True if the text cites by numbers without brackets in several places. */
  readonly glued: boolean;
  /** The ids of works by author and year, as `nameOfWork` has them; null: a work without an id. */
  readonly byAuthorYear: ReadonlyMap<string, string | null>;
  /** The ids of sources by their other names (see `sources/otherNames.ts`). */
  readonly names: OtherNames;
  /** The marks that something below explains: raised numbers in a table, `1`, and brackets in a line of authors, `[1]`. */
  readonly noted?: ReadonlySet<string>;
  /** The id that a number has at this place, where lists of sources count from 1 again. */
  readonly inScope?: (number: string) => string;
}

/** Makes the facts for texts apart from the body, such as captions, from the declared ids alone. */
export function declaredIds(ids: Declared['ids'], keyed = false): Declared {
  return { ids, remarks: new Map(), keyed, brackets: true, glued: false, byAuthorYear: new Map(), names: new Map() };
}

type Found = Extract<CitationSyntax, { kind: 'citation' }>;

export type Resolution =
  | { readonly kind: 'citation'; readonly items: readonly ItemSyntax[]; readonly end: number }
  | { readonly kind: 'mention'; readonly end: number }
  /** A citation that names works which the brief lists without ids. */
  | { readonly kind: 'work' }
  | { readonly kind: 'text' };

/** A range with more sources than this is text, unless both its ends are declared. */
const WIDEST_RANGE = 20;

/**
 * Decides what a citation that the grammar found is.
 *
 * @returns `citation` with its items and its end (a narrative key ends at the longest declared one), `mention` for an
 * `@name` without a source, or `text`: years, intervals and the like aren't citations unless declared.
 */
export function resolveCitation(found: Found, declared: Declared): Resolution {
  const { ids } = declared;
  if (found.ifNoBrackets && declared.brackets) return { kind: 'text' };
  if (found.bare !== undefined && found.bare !== 'glued' && !declared.glued) return { kind: 'text' };
  if (found.form === 'author-year') return resolveAuthorYear(found, declared);
  const linked = found.url && linkedSource(found, found.url.value, declared);
  if (linked) return linked;
  const isNamed = (id: string) => ids.has(id) || declared.names.has(id);
  if (isRaised(found) && found.items.every(({ id }) => declared.noted?.has(id) || (!ids.has(id) && isNamed(id))))
    return { kind: 'text' };
  if (found.form === 'numbered' && found.items.every(({ id }) => declared.noted?.has(`[${id}]`)))
    return { kind: 'text' };
  if (found.ifDeclared && !found.items.every(({ id }) => isNamed(id))) return { kind: 'text' };
  if (found.form === 'narrative') return resolveNarrative(found, declared);
  if (found.form === 'footnote') {
    const label = found.items[0]?.id ?? '';
    const listed = declared.names.get(label);
    const remark = declared.remarks.get(label) ?? (listed !== undefined && !ids.has(label) ? [listed] : undefined);
    if (!remark) return { kind: 'citation', items: found.items, end: found.span.end };
    const items = remark.map((id) => ({ id, span: { start: found.span.start + 1, end: found.span.end - 1 } }));
    return { kind: 'citation', items, end: found.span.end };
  }
  if (found.form === 'keyed') {
    const items = found.items.filter((item) => ids.has(item.id) || !(isCrossReference(item.id) || isPackage(item)));
    return items.length === 0 ? { kind: 'text' } : { kind: 'citation', items, end: found.span.end };
  }
  if (!found.items.every((item) => isNamed(item.id))) {
    if (found.items.some((item) => !isNamed(item.id) && (item.id.length > 3 || /^0+$/.test(item.id))))
      return { kind: 'text' };
    if (found.range && found.items.length > WIDEST_RANGE) return { kind: 'text' };
    if (found.range && isTooWide(found)) return { kind: 'text' };
  }
  const { inScope = (id) => id, names } = declared;
  const meant = (id: string) => (ids.has(id) ? inScope(id) : (names.get(id) ?? inScope(id)));
  const items = found.items.map((item) => (meant(item.id) === item.id ? item : { ...item, id: meant(item.id) }));
  return { kind: 'citation', items, end: found.span.end };
}

/** True for `¹` and `<sup>1</sup>`. Such a mark has a list of its own, and names no footnote `[^1]`. */
export function isRaised({ form, bare }: Pick<Found, 'form' | 'bare'>): boolean {
  return form === 'superscript' && bare === undefined;
}

/** True for the name of a package behind words: `[npm view @scope/name]`. */
function isPackage({ id, prefix }: ItemSyntax): boolean {
  return prefix !== undefined && /^[\w.-]+\/[\w.-]+$/.test(id);
}

/** The source with the address of a link `[1](https://…)`, whatever the list below has for its number. */
function linkedSource({ items, span }: Found, address: string, { names }: Declared): Resolution | null {
  const [item] = items;
  const id = item && (names.get(nameOfLink(address, item.id)) ?? names.get(nameOfLink(address)));
  return item && id !== undefined ? { kind: 'citation', items: [{ ...item, id }], end: span.end } : null;
}

function resolveAuthorYear({ items, span }: Found, { byAuthorYear }: Declared): Resolution {
  if (!items.every(({ id }) => byAuthorYear.has(id))) return { kind: 'text' };
  const named = items.flatMap((item) => {
    const id = byAuthorYear.get(item.id);
    return id ? [{ ...item, id }] : [];
  });
  return named.length > 0 ? { kind: 'citation', items: named, end: span.end } : { kind: 'work' };
}

/** Keys of sources have the year; names of people, parameters and packages don't. */
const YEAR = /(?:1[5-9]|20)\d\d(?!\d)/;

/** True for a range that is too wide by its first and last number. The grammar doesn't expand ranges over a hundred. */
function isTooWide(found: Found): boolean {
  const first = found.items[0];
  const last = found.items.at(-1);
  return first !== undefined && last !== undefined && Number(last.id) - Number(first.id) > WIDEST_RANGE;
}

function resolveNarrative(found: Found, { ids, keyed }: Declared): Resolution {
  const item = found.items[0];
  if (!item) return { kind: 'text' };
  const braced = item.span.end < found.span.end;
  const id = ids.has(item.id) || braced ? item.id : longestDeclaredPrefix(item.id, ids);
  if (id === null) {
    if (isCrossReference(item.id)) return { kind: 'text' };
    const isKey = isIdentifier(item.id) || (keyed && YEAR.test(item.id));
    return isKey ? { kind: 'citation', items: [item], end: found.span.end } : { kind: 'mention', end: found.span.end };
  }
  const span = { start: item.span.start, end: item.span.start + id.length };
  return { kind: 'citation', items: [{ ...item, id, span }], end: braced ? found.span.end : span.end };
}

/**
 * Returns the longest declared id that a key starts with, if the key may end there; else null. A mark or a CJK character
 * may follow the id, but no Latin letter or digit after a Latin one.
 */
export function longestDeclaredPrefix(key: string, ids: { has(id: string): boolean }): string | null {
  for (let end = Math.min(key.length - 1, MAX_ID_LENGTH); end > 0; end--) {
    const prefix = key.slice(0, end);
    if (!ids.has(prefix)) continue;
    const next = key[end] ?? '';
    const inWord = /[\p{L}\p{N}_]/u.test(next) && !CJK.test(next) && !CJK.test(prefix.at(-1) ?? '');
    if (!inWord) return prefix;
  }
  return null;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

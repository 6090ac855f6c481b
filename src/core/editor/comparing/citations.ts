/** Compares citations by the source that they cite: a new number or key of a source changes nothing. */
import type { Local, Unplaced } from '../../base/text';
import { addressesOf, comparableUrl } from '../../base/urls';
import { citableOrigins } from '../../brief/queries/sources';
import { forSearch } from '../../brief/searchText';
import type { Brief, Source } from '../../brief/types';
import type { ComparedClaim, SaidCitation, Sentence } from './claims';
import type { Comparison, Fact, Pair } from './facts';
import { isAbout, isSameSentence } from './pairing';

/** Returns the key of the source that a citation cites in one of two versions. Both versions have one key for a source. */
type SourceKeys = (citation: Pick<SaidCitation, 'id' | 'isLink'>) => string;

/** A cited source, by its key in both versions. */
export interface CitedSource {
  readonly key: string;
  readonly locator: string;
  readonly sentence: Sentence | null;
}

type CitationFact = Fact<CitedSource>;

/** @returns a comparison of the citations of two versions; `keys` has a function for each version */
export function citationsBy(keys: { readonly old: SourceKeys; readonly now: SourceKeys }): Comparison<CitedSource> {
  return {
    kind: 'citation',
    match: (group) => {
      const [old, now] = [citedIn(group.old, keys.old), citedIn(group.now, keys.now)] as const;
      const lost = old.filter(lacking(now, group.now));
      const added = now.filter(lacking(old, group.old));
      return { same: [], changed: changedLocators(old, now, lost), lost, added };
    },
    keysOf: ({ key }) => [key],
    isSame: (one, other) => one.key === other.key,
    likeness: (old, now) => {
      const isOneSentence =
        old.value.sentence === null ||
        now.value.sentence === null ||
        isSameSentence(old.value.sentence, now.value.sentence);
      return isOneSentence ? -Math.abs(placeInClaim(old) - placeInClaim(now)) : null;
    },
    countsAlone: () => true,
  };
}

function placeInClaim({ span, claim }: CitationFact): number {
  return span.start - claim.span.start;
}

/** Returns each cited source once in a sentence, and each page of it. */
function citedIn(claims: readonly ComparedClaim[], keyOf: SourceKeys): CitationFact[] {
  const facts: CitationFact[] = [];
  for (const claim of claims)
    for (const citation of claim.citations) {
      const { id, isLink, locator, span, sentence } = citation;
      const key = keyOf(citation);
      const isSame = ({ value }: CitationFact) =>
        value.key === key && value.sentence === sentence && value.locator === locator;
      const text = isLink ? id : `[${locator === '' ? id : `${id}, ${locator}`}]`;
      if (!facts.some(isSame)) facts.push({ value: { key, locator, sentence }, text, span, claim });
    }
  return facts;
}

/** Citations of the same source that name another page. */
function changedLocators(
  old: readonly CitationFact[],
  now: readonly CitationFact[],
  lost: readonly CitationFact[],
): Pair<CitedSource>[] {
  return old.flatMap((one): Pair<CitedSource>[] => {
    const there = now.filter(({ value }) => value.key === one.value.key);
    if (lost.includes(one) || there.some(({ value }) => value.locator === one.value.locator)) return [];
    const here = old.filter(({ value }) => value.key === one.value.key);
    const other = there.find(({ value }) => !here.some((same) => same.value.locator === value.locator));
    return other ? [[one, other]] : [];
  });
}

/**
 * Returns a function that tells whether the other side lacks a citation. Where citations stand in several sentences of both
 * sides, only the same sentence counts; else the citation may stand anywhere.
 */
function lacking(others: readonly CitationFact[], claims: readonly ComparedClaim[]): (fact: CitationFact) => boolean {
  const sentences = claims.flatMap(({ sentences }) => sentences);
  return ({ value: { key, sentence } }) => {
    const there = others.filter(({ value }) => value.key === key);
    if (there.length === 0 || sentence === null || others.some(({ value }) => value.sentence === null))
      return there.length === 0;
    const isThere = there.some(({ value }) => value.sentence && isAbout(sentence, value.sentence));
    return !isThere && sentences.some((other) => isSameSentence(sentence, other));
  };
}

/** Finds out which sources of two versions are the same: by address, else by title, else by id where neither tells. */
export function sourceKeysOf(old: Brief, now: Brief): { readonly old: SourceKeys; readonly now: SourceKeys } {
  const [ones, others] = [citableOrigins(old), citableOrigins(now)];
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const pairBy = (signsOf: (source: Local<Source>) => readonly string[]) => {
    const bySign = new Map<string, string>();
    for (const other of others)
      if (!taken.has(other.id)) for (const sign of signsOf(other)) if (!bySign.has(sign)) bySign.set(sign, other.id);
    for (const one of ones) {
      const sign = ids.has(one.id)
        ? undefined
        : signsOf(one).find((each) => bySign.has(each) && !taken.has(bySign.get(each) ?? ''));
      const other = sign === undefined ? undefined : bySign.get(sign);
      if (other === undefined) continue;
      ids.set(one.id, other);
      taken.add(other);
    }
  };
  const withId = (signsOf: typeof addressesIn) => (source: Local<Source>) =>
    signsOf(source).map((sign) => `${source.id} ${sign}`);
  for (const signsOf of [withId(addressesIn), withId(titlesIn), addressesIn, titlesIn]) pairBy(signsOf);
  const isOther = (id: string) =>
    [ones, others].every((sources) => sources.some((source) => source.id === id && !isBare(source)));
  // An id is the same in both versions, unless it names a different source in each.
  const keys = {
    old: (id: string) => ids.get(id) ?? (isOther(id) ? `old ${id}` : id),
    now: (id: string) => id,
  };
  const linked = new Map<string, string>();
  for (const source of ones) for (const address of addressesIn(source)) linked.set(address, keys.old(source.id));
  for (const source of others) for (const address of addressesIn(source)) linked.set(address, keys.now(source.id));
  const keyOf =
    (keyOfId: (id: string) => string): SourceKeys =>
    ({ id, isLink }) => {
      const address = isLink ? comparableUrl(id) : '';
      return isLink ? (linked.get(address) ?? address) : keyOfId(id);
    };
  return { old: keyOf(keys.old), now: keyOf(keys.now) };
}

function addressesIn({ url, doi }: Unplaced<Source>): readonly string[] {
  return addressesOf({ ...(url ? { url: url.value } : {}), ...(doi ? { doi: doi.value } : {}) });
}

function titlesIn({ title }: Unplaced<Source>): readonly string[] {
  return title ? [forSearch(title.value)] : [];
}

function isBare({ title, url, doi }: Unplaced<Source>): boolean {
  return !title && !url && !doi;
}

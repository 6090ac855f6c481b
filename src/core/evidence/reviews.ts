/**
 * Tells whether a verified claim and its passages are unchanged (docs/format.md, "Review marks"). A mark holds a hash of six
 * hexadecimal digits. The first three are of the claim alone, to tell which of the two has changed. The last three are of the
 * claim together with what its sources say.
 */

import { derive, steady } from '../base/derive';
import { once } from '../base/once';
import { canonical } from '../base/runs';
import { sameMaps } from '../base/same';
import { sha256Hex } from '../base/sha256';
import type { Local, Unplaced } from '../base/text';
import { modelOf } from '../brief/model';
import { declaredFiguresOf, originsOf } from '../brief/queries/blocks';
import { insightsWith } from '../brief/queries/finders';
import { citableOrigins } from '../brief/queries/sources';
import { copyFinder } from '../brief/sources/localCopies';
import { unreadBibliographies } from '../brief/sources/unreadBibliographies';
import type { Brief, Citation, Figure, Origin, Passage, Source, SourceText } from '../brief/types';
import { pagesOf } from './lookup/statements';

/**
 * - `holds`: nothing has changed since.
 * - `claim`: the claim has changed, or cites in another way.
 * - `passages`: its sources say something else.
 * - `unread`: unknown, because a local copy or a bibliography couldn't be read, or wasn't yet.
 */
export type ReviewState = 'holds' | 'claim' | 'passages' | 'unread';

/** The functions that review insights. They hold all that the state of a mark depends on, besides its insight. */
interface Dependencies {
  readonly stateOf: (origin: Origin) => ReviewState | null;
  readonly hashOf: (origin: Origin) => string;
  readonly holding: (brief: Brief) => readonly number[];
  readonly stale: (brief: Brief) => readonly number[];
}

const reviewed = insightsWith(({ review }) => review !== null);

/** Returns the indexes of the verified insights that are as they were then, and of the ones that aren't any more. */
export function reviewsOf(brief: Brief): { readonly verified: readonly number[]; readonly stale: readonly number[] } {
  if (reviewed(brief).length === 0) return NO_REVIEWS;
  const { holding, stale } = dependenciesOf(brief);
  return { verified: holding(brief), stale: stale(brief) };
}

const NO_REVIEWS = { verified: [], stale: [] };

/** Returns the state of a verified insight, by its index; null if it has no mark. */
export function reviewState(brief: Brief, index: number): ReviewState | null {
  const origin = originsOf(brief)[index];
  return origin?.review ? dependenciesOf(brief).stateOf(origin) : null;
}

/** Returns the current hash of an insight and its passages, by its index; null if there is no such insight. */
export function reviewHash(brief: Brief, index: number): string | null {
  const origin = originsOf(brief)[index];
  return origin ? dependenciesOf(brief).hashOf(origin) : null;
}

function dependenciesOf(brief: Brief): Dependencies {
  const { lineage } = modelOf(brief).document;
  const values = sameValues(lineage, valuesOf(declaredFiguresOf(brief)));
  return dependencies(citableOrigins(brief), values, unreadBibliographies(brief).length > 0, brief.texts);
}

const sameValues = steady<Values>((last, now) => sameMaps(last, now, Object.is));

/** Makes these functions. The sources are the same list as long as they all say the same. */
const dependencies = derive(
  (
    sources: readonly Local<Source>[],
    values: Values,
    isSomethingUnread: boolean,
    texts: readonly SourceText[],
  ): Dependencies => {
    const byId = once(() => new Map(sources.map((source) => [source.id, source])));
    const copyOf = copyFinder(texts);
    const isUnread = (id: string) => {
      const source = byId().get(id);
      if (!source) return isSomethingUnread;
      const copy = source.textPath && copyOf(source.declarations);
      return source.textPath !== undefined && (!copy || copy.unreadable !== undefined);
    };
    const hashOf = derive((origin: Origin) => {
      const claim = claimText(origin, values);
      const pages = pagesOf(origin.citations);
      const says = origin.cites.map((id) => fingerprint(byId().get(id), pages.get(id)));
      return hashOfTexts(claim, says.join(''));
    });
    const stateOf = (origin: Origin): ReviewState | null => {
      if (!origin.review) return null;
      const { hash } = origin.review;
      const now = hashOf(origin);
      if (hash === now) return 'holds';
      if (hash.slice(0, CLAIM_DIGITS) !== now.slice(0, CLAIM_DIGITS)) return 'claim';
      return origin.cites.some(isUnread) ? 'unread' : 'passages';
    };
    return {
      hashOf,
      stateOf,
      holding: insightsWith((origin) => stateOf(origin) === 'holds'),
      stale: insightsWith((origin) => {
        const state = stateOf(origin);
        return state === 'claim' || state === 'passages';
      }),
    };
  },
);

/**
 * Hashes of the last texts. When a block is read again, only the insight that an edit changed has a new text. The limit is
 * above the insights of a block, unless the block is as long as a brief.
 */
const recent = new Map<string, string>();
const MOST_RECENT = 1000;

function hashOfTexts(claim: string, says: string): string {
  const all = claim + says;
  const before = recent.get(all);
  if (before !== undefined) return before;
  const hash = sha256Hex([claim]).slice(0, CLAIM_DIGITS) + sha256Hex([all]).slice(CLAIM_DIGITS, DIGITS);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(all, hash);
  return hash;
}

const DIGITS = 6;
const CLAIM_DIGITS = 3;

// ── The claim ───────────────────────────────────────────────────────────────────────────────────────────────

/** The values of key numbers, with their units, by their ids. */
type Values = ReadonlyMap<string, string>;

function valuesOf(figures: readonly Figure[]): Values {
  const values = new Map<string, string>();
  for (const { id, content } of figures)
    if (id && content?.kind === 'value' && !values.has(id.value))
      values.set(id.value, `${content.value.value} ${content.unit?.value ?? ''}`);
  return values;
}

/**
 * Returns the text of a claim without its mark and its comments. A citation is replaced by the place of its source among the
 * sources of the claim: new numbers or keys of sources change nothing. A key number is replaced by its value, white space by
 * one space.
 */
function claimText({ text, span, citations, cites, comments }: Origin, values: Values): string {
  const places = new Map(cites.map((id, place) => [id, place]));
  const written = (start: number, end: number) => {
    let words = '';
    let from = start;
    for (const comment of comments) {
      if (comment.start < from || comment.end > end) continue;
      words += text.slice(from - span.start, comment.start - span.start);
      from = comment.end;
    }
    return words + text.slice(from - span.start, end - span.start);
  };
  let claim = '';
  let at = span.start;
  for (const citation of citations) {
    const { start, end } = citation.span;
    claim += written(at, citation.form === 'key-number' ? end : start) + marked(citation, places);
    at = end;
  }
  claim += written(at, span.end);
  return claim
    .replace(REVIEW, ' ')
    .replace(/\{\{([^{}\n]*)\}\}/g, (whole, id: string) => values.get(id.trim()) ?? whole)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]*>[ \t]?/g, '\n')
    .replace(CJK_BREAK, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=\ue000)/g, '')
    .trim();
}

/** Review marks, also ones that say nothing: a new mark replaces them. */
const REVIEW = /<!--\s{0,9}brief:\s{0,9}verified\b(?:(?!-->)[\s\S]){0,200}-->/g;

/** A line break between two characters of Chinese or Japanese doesn't count (docs/format.md). */
const CJK_BREAK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？）」』])[ \t]*\n\s*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（「『])/gu;

/** Returns the places of a citation's sources, with locators, each after a character that nobody types. */
function marked({ items }: Local<Citation>, places: ReadonlyMap<string, number>): string {
  return items.map(({ id, locator }) => `\ue000${places.get(id) ?? id}${locator ? ` ${locator.trim()}` : ''}`).join('');
}

// ── What its sources say ────────────────────────────────────────────────────────────────────────────────────

/** @param pages the pages that the claim names; if no passage is on them, all of the source counts */
function fingerprint(source: Unplaced<Source> | undefined, pages: ReadonlySet<string> | undefined): string {
  if (!source) return '\n-';
  const { passages, title, url } = source;
  const said = passages.filter(({ from }) => from !== 'title');
  const named = pages ? said.filter(({ page }) => page !== undefined && pages.has(page)) : [];
  const counted = named.length > 0 ? named : said;
  if (counted.length === 0) return `\n=${title?.value ?? ''}\n${url?.value ?? ''}`;
  const copy = counted.findIndex(({ from }) => from === 'text');
  const quotes = copy < 0 ? counted : counted.slice(0, copy);
  return `\n#${[quotes, copy < 0 ? [] : counted.slice(copy)].map(digestOf).join('\n')}`;
}

/** Returns a digest of passages. It's kept, because passages stay the same objects until they change. */
function digestOf(passages: readonly Unplaced<Passage>[]): string {
  return passages.length === 0 ? '' : digest(samePassages(passages));
}

const samePassages = canonical<Unplaced<Passage>>();
const digest = derive((passages: readonly Unplaced<Passage>[]) =>
  sha256Hex(passages.map(({ text }) => `\n${text.replace(/\s+/g, ' ').trim()}`)),
);

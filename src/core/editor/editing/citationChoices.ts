/** The sources that can be cited at a place of a brief, with the edits that do it. */

import { withEscapes } from '../../base/messages';
import type { NewSourceFile } from '../../base/problem';
import { applyEdits, type Span, type TextEdit } from '../../base/text';
import { knownPassages, sourcesById } from '../../brief/queries/sources';
import { forSearch, searchTextOf } from '../../brief/searchText';
import type { Brief, Insight, Source } from '../../brief/types';
import { rankerOf } from '../../evidence/candidates';
import { excerptOf } from '../../evidence/cards/excerpt';
import { type PassageSpot, placeOfPassage } from '../../evidence/placeOfPassage';
import type { Candidate } from '../../evidence/ranking';
import { sharedStretch } from '../../evidence/ranking/sharedStretch';
import { citationOf } from '../../rules/fixes/cite';
import { declareSource, newSourceId } from '../../rules/fixes/declareSource';
import { type MadeSource, newSourceFile } from '../../rules/fixes/sources/sourceInLibrary';
import { TITLE_OF_SOURCE } from '../../rules/placeholders';
import { type Cite, citeInFirst, claimAt } from './citationPlace';
import { bestSuggestions } from './suggestions';

export interface CitationChoices {
  /** The words that are to be cited: what is selected, else the sentence, else the insight. */
  readonly claim: string;
  /** The sources with the passages that are most like the claim, best first. */
  readonly likely: readonly LikelyChoice[];
  /** All other sources, or those that a search found, in the order of the brief. */
  readonly others: readonly SourceChoice[];
  /** True if the search found more sources than these. */
  readonly more: boolean;
  /** Null where the brief has no place for a new source. */
  readonly newSource: NewSourceChoice | null;
}

/** A source as people see it: each field is on one line, and empty if unknown. */
export interface SourceChoice {
  readonly id: string;
  /** The citation as written: `[3]`, `[@usgs-2024]`. */
  readonly citation: string;
  /** The source's title, else its publisher, address or DOI. */
  readonly title: string;
  readonly authors: string;
  readonly publisher: string;
  readonly year: string;
  /** True if the insight cites the source already. */
  readonly cited: boolean;
  /** The edit that cites the source; empty if it's cited there already. */
  readonly edits: readonly TextEdit[];
}

export interface LikelyChoice extends SourceChoice {
  /** The words of its likeliest passage around those shared with the claim; empty if its title or publisher is likeliest. */
  readonly passage: string;
  /** The reasons, such as `number 90%` and `term Mountain Pass`; no term that is part of another. */
  readonly why: readonly string[];
}

export interface SuggestedChoice extends LikelyChoice {
  /** Likelihood that the insight rests on the source, from 0 to 1. */
  readonly score: number;
  /** The place of its passage; null if unknown. */
  readonly at: PassageSpot | null;
}

export interface NewSourceChoice {
  readonly citation: string;
  /** Declares a source and cites it. */
  readonly edits: readonly TextEdit[];
  /** The text after these edits. */
  readonly text: string;
  /** What to select in `text`: the placeholder for the title; for a source of the library, the place behind its citation. */
  readonly title: Span;
  /** The file to create for the source in the library. */
  readonly file?: NewSourceFile;
}

/** Maximum number of likely sources; more wouldn't help in choosing. */
const MOST_LIKELY = 5;
/** Maximum number of sources that a search returns; nobody reads more. */
const MOST_FOUND = 300;
/** Minimum likelihood; a less likely source only shares a word or two with the claim. */
const LEAST = 0.05;
/** Minimum score as a part of the best one; a source below it shares little more than a topic. */
const LEAST_SHARE = 0.3;
/** Maximum length of an excerpt in columns, as a picker shows; a CJK character takes two. */
const COLUMNS = 60;
/** Maximum length in columns of the shared part of an excerpt; it leaves room for the words around. */
const SHARED_COLUMNS = 52;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7a3]/;

/**
 * Lists the sources that can be cited for the insight at a place. The citation goes to the end of the sentence that holds the
 * end of the selection. If that is beside the insight's text, at its list marker say, it goes to the end of the insight.
 * A gap that the author marked there (`[?]`) is filled.
 *
 * @param selection where the cursor is, or what is selected
 * @param search words that a source must have, each in its id, title, publisher, date or authors, or in its likely passage. The
 *   first matching sources are given, after a source whose id is one of the words. Null gives all sources.
 * @returns null if no insight there can have a citation
 */
export function citationChoices(brief: Brief, selection: Span, search: string | null = null): CitationChoices | null {
  const found = claimAt(brief, selection);
  if (!found) return null;
  const { at, insight, sentence, stretches } = found;
  const { text } = sentence ?? insight;
  const selected = brief.content.slice(Math.max(selection.start, insight.span.start), Math.min(at, insight.span.end));
  const claim = selection.start < selection.end && selected.trim() !== '' ? selected : text;

  const cite = citeInFirst(brief, stretches);
  if (!cite) return null;
  const describe = (source: Source) => choiceOf(insight, source, cite(source.id));
  const wanted = (search ?? '').split(/\s+/).map(bare);
  const words = wanted.map(forSearch);
  const byId = sourcesById(brief);
  const given = new Set<string>();
  const likely = likelySources(brief, [claim, insight.text]).flatMap((candidate): LikelyChoice[] => {
    const source = byId.get(candidate.source);
    if (!source) return [];
    given.add(source.id);
    const passage = wordsOf(brief, source, candidate);
    if (!hasWords(`${searchTextOf(source)} ${forSearch(passage)}`, words)) return [];
    return [{ ...describe(source), passage, why: whyOf(candidate) }];
  });
  const isOther = (source: Source) => hasWords(searchTextOf(source), words) && !given.has(source.id);
  // The named source is always included.
  const named = wanted.flatMap((id) => byId.get(id) ?? []).find(isOther);
  if (named) given.add(named.id);
  const { first, more } = firstOf(
    [...knownPassages(brief), ...brief.sources],
    isOther,
    search === null ? Number.POSITIVE_INFINITY : MOST_FOUND,
  );
  const others = [...(named ? [named] : []), ...first].map(describe);
  return { claim: oneLine(claim), likely, others, more, newSource: addSource(brief, cite) };
}

/**
 * The sources that an insight may rest on, the likeliest first, each by its best passage.
 *
 * @param index of the insight
 * @param cite the edit that cites a source for it
 * @param most how many are wanted
 */
export function suggestedChoices(
  brief: Brief,
  index: number,
  insight: Insight,
  cite: (id: string) => TextEdit,
  most: number,
): SuggestedChoice[] {
  const byId = sourcesById(brief);
  return bestSuggestions(brief, index)
    .filter(({ score }) => score >= LEAST)
    .slice(0, most)
    .flatMap(({ candidate, score }): SuggestedChoice[] => {
      const source = byId.get(candidate.source);
      if (!source) return [];
      const said = source.passages[candidate.passage ?? -1];
      return [
        {
          ...choiceOf(insight, source, cite(source.id)),
          passage: wordsOf(brief, source, candidate),
          why: whyOf(candidate),
          score,
          at: said ? placeOfPassage(brief, said) : null,
        },
      ];
    });
}

/** Returns the reasons without terms that are part of another: `term plants` beside `term two plants`. */
function whyOf(candidate: Candidate): string[] {
  const reasons = candidate.why().map(oneLine);
  const inner = (reason: string) => ` ${reason.replace(/^term /, '')} `;
  return reasons.filter(
    (reason) =>
      !reason.startsWith('term ') || !reasons.some((other) => other !== reason && inner(other).includes(inner(reason))),
  );
}

/** An id without the brackets and the sign of its citation. */
function bare(word: string): string {
  return word.replace(/^\[?@?|\]$/g, '');
}

function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Returns the first `most` items that pass a test, and whether there are more. */
function firstOf<T>(
  all: readonly T[],
  test: (one: T) => boolean,
  most: number,
): { first: readonly T[]; more: boolean } {
  const first: T[] = [];
  for (const one of all) {
    if (!test(one)) continue;
    if (first.length === most) return { first, more: true };
    first.push(one);
  }
  return { first, more: false };
}

/** Returns the best passage of each source for the first text that resembles any passage. */
function likelySources(brief: Brief, texts: readonly string[]): readonly Candidate[] {
  for (const text of texts) {
    const found = rankerOf(brief).candidates(text, { most: MOST_LIKELY, mostOfSource: 1 });
    const least = (found[0]?.score ?? 0) * LEAST_SHARE;
    if (found.length > 0) return found.filter(({ score }) => score >= least);
  }
  return [];
}

function wordsOf(brief: Brief, source: Source, candidate: Candidate): string {
  const passage = source.passages[candidate.passage ?? -1];
  if (!passage || passage.from === 'title') return '';
  const tag = source.language?.value ?? brief.language;
  const most = WIDE.test(passage.text) ? SHARED_COLUMNS / 2 : SHARED_COLUMNS;
  const stretch = sharedStretch(passage.text, tag, candidate.shared(), most);
  return oneLine(
    excerptOf(passage.text, [stretch], COLUMNS)
      .map(({ text }) => text)
      .join(''),
  );
}

function choiceOf({ cites }: Insight, source: Source, edit: TextEdit | null): SourceChoice {
  const { id, title, publisher, url, doi, authors, published } = source;
  return {
    id,
    citation: oneLine(citationOf(id)),
    title: oneLine((title ?? publisher ?? url ?? doi)?.value ?? ''),
    authors: oneLine(authors.map(({ value }) => value).join(', ')),
    publisher: title ? oneLine(publisher?.value ?? '') : '',
    year: /^\d{4}/.exec(published?.value ?? '')?.[0] ?? '',
    cited: cites.includes(id),
    edits: edit ? [edit] : [],
  };
}

function addSource(brief: Brief, cite: Cite): NewSourceChoice | null {
  const made = newSourceFile(brief, {}, TITLE_OF_SOURCE);
  if (made) return addToLibrary(brief, cite, made);
  const id = newSourceId(brief);
  const declaration = declareSource(brief, { id, title: TITLE_OF_SOURCE });
  const citation = cite(id);
  if (!declaration || !citation) return null;
  const edits = [citation, declaration];
  const { span, newText } = citation;
  const growth = span.start <= declaration.span.start ? newText.length - (span.end - span.start) : 0;
  const start = declaration.span.start + declaration.newText.indexOf(TITLE_OF_SOURCE) + growth;
  return {
    citation: citationOf(id),
    edits,
    text: applyEdits(brief.text, edits),
    title: { start, end: start + TITLE_OF_SOURCE.length },
  };
}

function addToLibrary(brief: Brief, cite: Cite, { id, file }: MadeSource): NewSourceChoice | null {
  const edit = cite(id);
  if (!edit) return null;
  const start = edit.span.start + Math.max(0, edit.newText.indexOf(citationOf(id)));
  const behind = start + citationOf(id).length;
  const title = { start: behind, end: behind };
  return { citation: citationOf(id), edits: [edit], text: applyEdits(brief.text, [edit]), title, file };
}

/** Maximum length of a text on one line, in UTF-16 units. */
const LONGEST = 300;

/** Puts a text of the author or of a source on one line, and escapes characters that could change how it's shown. */
function oneLine(text: string): string {
  return withEscapes(
    text
      .slice(0, LONGEST)
      .replace(/[\ud800-\udbff]$|\s+/g, ' ')
      .trim(),
  );
}

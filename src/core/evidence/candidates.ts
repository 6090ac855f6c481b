/** Which sources, and which of their passages, an insight of a brief may rest on. */

import { derive } from '../base/derive';
import { recent } from '../base/recent';
import type { Local } from '../base/text';
import { modelOf } from '../brief/model';
import { citationsBefore, citationsFrom, declaredFiguresOf } from '../brief/queries/blocks';
import { type SourcesById, sourcesById } from '../brief/queries/sources';
import type { Brief, Citation, Insight } from '../brief/types';
import { plainText } from '../document/claims';
import { type Candidate, type IndexedPassages, type PassageRanker, type RankLimits, rankerOver } from './ranking';
import { indexedCards, indexedCopies } from './sourceIndexes';

/** Ranks the sources of a brief for an insight that may rest on them. */
export interface Ranker {
  /** The ids of the likeliest sources, best first, at most three. Empty only where the brief has none. */
  rank(insight: Pick<Insight, 'text' | 'span'>): readonly string[];
  /** The first of those. */
  likeliest(insight: Pick<Insight, 'text' | 'span'>): string | undefined;
  /** Only those that share a term with a text. */
  alike(text: string): readonly string[];
  /** The passages that share a term with a text in Markdown, best first; citations in it do not count. */
  candidates(text: string, limits?: RankLimits): readonly Candidate[];
  /** The plain words of a text in Markdown, with the values of key numbers and without citations. */
  wordsOf(text: string): string;
}

const MOST = 3;

/**
 * The ranking of a brief's sources: those whose titles, publishers and passages are most like the insight come first,
 * then those that are cited near it.
 *
 * Passages are indexed once. As long as the sources say the same, the next version of the brief has the same index, and
 * what was found for texts that have not changed.
 */
export const rankerOf = derive((brief: Brief): Ranker => {
  const { language } = brief;
  const { lineage } = modelOf(brief).document;
  const passages = passagesOf(indexedCards(brief, lineage), indexedCopies(brief, lineage));
  const found = foundOf(passages, language);
  const values = valuesOf(brief);
  const wordsOf = (text: string) => plainText(text.replace(INSERT, (_, id: string) => values.get(id) ?? ' '));
  const alike = (text: string) =>
    found.take(text.includes('{{') ? wordsOf(text) : text, (known) => {
      const best = () => passages.rank(wordsOf(text), language, { most: MOST, mostOfSource: 1 });
      return known ?? best().map(({ source }) => source);
    });
  const near = (at: number) => citedNear(brief, sourcesById(brief), at);
  return {
    wordsOf,
    candidates: (text, limits) => passages.rank(wordsOf(text), language, limits),
    alike,
    likeliest: ({ text, span }) => alike(text)[0] ?? near(span.start)[0],
    rank: ({ text, span }) => [...new Set([...alike(text), ...near(span.start)])].slice(0, MOST),
  };
});

const passagesOf = derive(
  (cards: IndexedPassages, copies: IndexedPassages): PassageRanker => rankerOver([cards, copies]),
);

/** The likeliest sources, for texts that were asked about; of those with inserts, for their words. */
const foundOf = derive((_passages: PassageRanker, _language: string) => recent<readonly string[]>());

/** `{{id}}`, which stands for the value of a key number. */
const INSERT = /\{\{([^{}\n]*)\}\}/g;

function valuesOf(brief: Brief): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { id, content } of declaredFiguresOf(brief))
    if (id && content?.kind === 'value') values.set(id.value, content.value.value);
  return values;
}

/** The ids cited last before a place, then those after it, then those that nothing cites yet. */
function citedNear(brief: Brief, declared: Pick<SourcesById, 'has'>, at: number): string[] {
  const ids = new Set<string>();
  const collect = (citations: Iterable<Local<Citation>>, most: number) => {
    let left = most;
    for (const { items } of citations) {
      if (left-- === 0 || ids.size >= MOST) return;
      for (const { id } of items) if (declared.has(id)) ids.add(id);
    }
  };
  collect(citationsBefore(brief, at), 19);
  collect(citationsFrom(brief, at), 20);
  for (let i = 0; i < brief.sources.length && ids.size < MOST; i++) ids.add(brief.sources[i]?.id ?? '');
  return [...ids];
}

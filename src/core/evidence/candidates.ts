/** Which sources, and which of their passages, an insight of a brief may rest on. */
import type { Brief, Citation, Insight } from '../brief';
import { citationsBefore, citationsFrom, declaredFiguresOf } from '../model/meantBlocks';
import { type SourcesById, sourcesById } from '../model/sources/meantSources';
import { plainText } from './claims';
import { type Candidate, type PassageRanker, type RankLimits, rankerOver } from './ranking';
import { indexedCards, indexedCopies, type KeptIndexes } from './sourceIndexes';

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
}

const MOST = 3;

/** The ranker of a brief, made when it is first asked for. */
export function lazyRanker(brief: Brief): () => Ranker {
  return () => rankerOf(brief);
}

/** What one version of a brief hands on to the next. */
interface Kept {
  readonly language: string;
  /** The same array as long as all of them are the same. */
  readonly sources: Brief['sources'];
  readonly indexes: KeptIndexes;
  readonly passages: PassageRanker;
  /** The likeliest sources, for the texts that this version asked about; of those with inserts, for their words. */
  readonly alike: Map<string, readonly string[]>;
}

const rankers = new WeakMap<Brief, { readonly ranker: Ranker; readonly kept: Kept }>();
/** What is known of an earlier version, until the ranker of this one is asked for. */
const inherited = new WeakMap<Brief, Kept>();

/** Lets a version of a brief take over what is known of an earlier one. */
export function inheritRanking(brief: Brief, previous: Brief): void {
  const kept = rankers.get(previous)?.kept ?? inherited.get(previous);
  if (kept) inherited.set(brief, kept);
}

/**
 * The ranking of a brief's sources: those whose titles, publishers and passages are most like the insight come first,
 * then those that are cited near it.
 *
 * Passages are indexed once. As long as the sources say the same, the next version of the brief takes the index over,
 * and what was found for texts that have not changed.
 */
export function rankerOf(brief: Brief): Ranker {
  const before = rankers.get(brief);
  if (before) return before.ranker;
  const earlier = inherited.get(brief);
  inherited.delete(brief);
  const { language } = brief;
  const saysSame = earlier?.sources === brief.sources && earlier.language === language;
  const indexes = saysSame
    ? earlier.indexes
    : { cards: indexedCards(brief, earlier?.indexes), copies: indexedCopies(brief, earlier?.indexes) };
  const isUnchanged = earlier?.indexes.cards === indexes.cards && earlier.indexes.copies === indexes.copies;
  const passages = isUnchanged ? earlier.passages : rankerOver([indexes.cards, indexes.copies]);
  const known = isUnchanged && earlier.language === language ? earlier.alike : null;
  const found = new Map<string, readonly string[]>();
  const values = valuesOf(brief);
  const wordsOf = (text: string) => plainText(text.replace(INSERT, (_, id: string) => values.get(id) ?? ' '));
  const alike = (text: string) => {
    const key = text.includes('{{') ? wordsOf(text) : text;
    const best = () => passages.rank(wordsOf(text), language, { most: MOST, mostOfSource: 1 });
    const sources = found.get(key) ?? known?.get(key) ?? best().map(({ source }) => source);
    found.set(key, sources);
    return sources;
  };
  const near = (at: number) => citedNear(brief, sourcesById(brief), at);
  const ranker: Ranker = {
    candidates: (text, limits) => passages.rank(wordsOf(text), language, limits),
    alike,
    likeliest: ({ text, span }) => alike(text)[0] ?? near(span.start)[0],
    rank: ({ text, span }) => [...new Set([...alike(text), ...near(span.start)])].slice(0, MOST),
  };
  rankers.set(brief, { ranker, kept: { language, sources: brief.sources, indexes, passages, alike: found } });
  return ranker;
}

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
  const collect = (citations: Iterable<Pick<Citation, 'items'>>, most: number) => {
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

import type { Brief, Insight, Source } from '../brief';
import { createRanker, type RankedPassage } from './ranking';

/** Ranks the sources of a brief for an insight that may rest on them. */
export interface Ranker {
  /** The ids of the likeliest sources, best first, at most three. Empty only where the brief has none. */
  rank(insight: Pick<Insight, 'text' | 'span'>): readonly string[];
  /** Only those that share a term with a text. */
  alike(text: string): readonly string[];
}

const MOST = 3;

/** The ranker of a brief, made when it is first asked for. */
export function lazyRanker(brief: Brief): () => Ranker {
  let ranker: Ranker | null = null;
  return () => {
    ranker ??= rankerOf(brief);
    return ranker;
  };
}

/**
 * Prepares the ranking: the sources whose titles, publishers and passages are most like the insight come first, then
 * those that are cited near it.
 */
export function rankerOf(brief: Brief): Ranker {
  const declared = new Set(brief.sources.map((source) => source.id));
  const ranker = createRanker(brief.sources.flatMap((source) => rankedPassages(source, brief.language)));
  const alike = (text: string) => {
    const candidates = ranker.rank(text, brief.language, ENOUGH);
    return [...new Set(candidates.map(({ source }) => source))].slice(0, MOST);
  };
  return {
    alike,
    rank: ({ text, span }) => [...new Set([...alike(text), ...citedNear(brief, declared, span.start)])].slice(0, MOST),
  };
}

/** How many passages are asked for, so that they are of three sources. */
const ENOUGH = 20;

/** The passages of a source; who published it when is as good as said in its title. */
function rankedPassages(
  { id, title, publisher, published, language, passages }: Source,
  fallback: string,
): RankedPassage[] {
  const tag = language?.value ?? fallback;
  const card = [title?.value, publisher?.value, published?.value].filter((part) => part !== undefined).join('\n');
  const others = passages.flatMap(({ text, from }, passage) =>
    from === 'title' ? [] : [{ source: id, passage, text, language: tag }],
  );
  return card === '' ? others : [{ source: id, passage: 0, text: card, language: tag }, ...others];
}

/** The ids cited last before a place, then those after it, then those that nothing cites yet. */
function citedNear(brief: Brief, declared: ReadonlySet<string>, at: number): string[] {
  const ids = new Set<string>();
  let low = 0;
  let high = brief.citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((brief.citations[middle]?.span.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const collect = (index: number) => {
    for (const { id } of brief.citations[index]?.items ?? []) if (declared.has(id)) ids.add(id);
  };
  for (let i = low - 1; i >= 0 && i > low - 20 && ids.size < MOST; i--) collect(i);
  for (let i = low; i < brief.citations.length && i < low + 20 && ids.size < MOST; i++) collect(i);
  for (let i = 0; i < brief.sources.length && ids.size < MOST; i++) ids.add(brief.sources[i]?.id ?? '');
  return [...ids];
}

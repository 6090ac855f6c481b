import type { Brief, Insight, Source } from '../brief';

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
 * Prepares the ranking: sources that share rare words, numbers and CJK bigrams with the insight come first, then those
 * that are cited near it.
 */
export function rankerOf(brief: Brief): Ranker {
  const declared = new Set(brief.sources.map((source) => source.id));
  const holders = new Map<string, number[]>();
  brief.sources.forEach((source, index) => {
    for (const term of new Set(termsOf(textOf(source)))) {
      const list = holders.get(term);
      if (list) list.push(index);
      else holders.set(term, [index]);
    }
  });
  const alike = (text: string) => {
    const scores = new Map<number, number>();
    for (const term of new Set(termsOf(text))) {
      const indexes = holders.get(term) ?? [];
      // A term that most sources hold tells nothing.
      if (indexes.length > 20 && indexes.length * 2 > brief.sources.length) continue;
      const weight = Math.log(1 + brief.sources.length / indexes.length) * (/\d/.test(term) ? 2 : 1);
      for (const index of indexes) scores.set(index, (scores.get(index) ?? 0) + weight);
    }
    const ordered = [...scores].sort(([i, a], [j, b]) => b - a || i - j);
    return ordered.slice(0, MOST).flatMap(([index]) => brief.sources[index]?.id ?? []);
  };
  return {
    alike,
    rank: ({ text, span }) => [...new Set([...alike(text), ...citedNear(brief, declared, span.start)])].slice(0, MOST),
  };
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

function textOf(source: Source): string {
  const about = [source.title?.value, source.publisher?.value, ...source.passages.map((passage) => passage.text)];
  return about.filter((part) => part !== undefined).join('\n');
}

/** Words of three letters and more, numbers as digits, and pairs of neighbouring CJK characters. */
function* termsOf(text: string): Iterable<string> {
  for (const [run] of text
    .toLowerCase()
    .matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\d[\d,.]*|[\p{L}\p{M}]+/gu)) {
    if (/^\d/.test(run)) yield run.replace(/[,.]/g, '');
    else if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) {
      const characters = [...run];
      for (let i = 0; i + 1 < characters.length; i++) yield `${characters[i]}${characters[i + 1]}`;
    } else if (run.length > 2 && !COMMON.has(run)) yield run;
  }
}

const COMMON = new Set(
  'about after all and are been but can for from had has have its more most not one only other over that the their they this two under was were which will with'.split(
    ' ',
  ),
);

/**
 * How often the source with the best score is the right one. Each claim is asked about twice: with its own document among others,
 * and with the others alone, where every suggestion is wrong.
 */
import { suggestionsFor } from '../../src/core/editor/editing/suggestions';
import type { Draw } from '../drawing';
import { briefOf, type GroundingRow, insightOf, type RankingRow } from './predictions';

/** A row of `ranking` or `grounding`, with where it is from: `news/article#12`. */
type SourceRow = (RankingRow | GroundingRow) & { readonly origin?: string };

/** So many other documents. */
const OTHERS = 15;
/** Lines of one data set that are so near to each other may be of one article. */
const NEAR = 40;
const LEAST = [0.5, 0.8, 0.9, 0.95];

export function scoreSuggestions(rows: readonly SourceRow[], draw: Draw) {
  const best = rows.flatMap((row) => {
    const others = drawn(
      rows.filter((other) => !isNear(other, row) && textOf(other) !== textOf(row)),
      draw,
    );
    return [suggestedFor(row, [...others, row]), suggestedFor(row, others)];
  });
  return {
    tried: rows.length,
    sure: LEAST.map((least) => {
      const suggested = best.filter(({ score }) => score >= least);
      return { least, suggested: suggested.length, right: suggested.filter(({ isRight }) => isRight).length };
    }),
  };
}

function suggestedFor(row: SourceRow, documents: readonly SourceRow[]) {
  const brief = briefOf(
    row.claim_lang,
    documents.map((document) => ({ text: textOf(document), language: document.passage_lang })),
  );
  const [first] = suggestionsFor(brief, insightOf(row.claim, row.claim_lang, []), { most: 5, mostOfSource: 1 });
  const source = documents[Number(first?.candidate.source.slice(1))];
  return { score: first?.score ?? 0, isRight: source === row };
}

function textOf(row: SourceRow): string {
  return 'passages' in row ? row.passages.join('\n\n') : row.passage;
}

function isNear({ origin: a = '' }: SourceRow, { origin: b = '' }: SourceRow): boolean {
  const lineIn = (origin: string) => Number(/#(\d+)/.exec(origin)?.[1] ?? Number.NaN);
  return a.split('/')[0] === b.split('/')[0] && Math.abs(lineIn(a) - lineIn(b)) <= NEAR;
}

function drawn<T>(list: readonly T[], draw: Draw): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(OTHERS, left.length) }, () => left.splice(draw(left.length), 1)).flat();
}

import { type Span, touches } from '../../base/text';
import { knownPassages, sourcesById } from '../../brief/queries/sources';
import type { Brief, Source } from '../../brief/types';
import { rankerOf } from '../../evidence/candidates';

/** The most sources that are ranked. The rest comes in the order of the brief. */
const MOST_RANKED = 50;

/**
 * Returns the sources, the likeliest first: sources whose passages and titles are most like a text, then sources that are cited
 * near it, then all others in the order of the brief.
 *
 * @param last ids that are cited beside the place already, which come at the end
 */
export function sourcesInOrder(brief: Brief, claim: string, at: number, last: readonly string[]): readonly Source[] {
  const ranker = rankerOf(brief);
  const byId = sourcesById(brief);
  const alike = ranker.candidates(claim, { most: MOST_RANKED, mostOfSource: 1 }).map(({ source }) => source);
  const given = new Set(last);
  const sources: Source[] = [];
  for (const id of [...alike, ...ranker.rank({ text: claim, span: { start: at, end: at } })]) {
    const source = given.has(id) ? undefined : byId.get(id);
    given.add(id);
    if (source) sources.push(source);
  }
  for (const list of [knownPassages(brief), brief.sources])
    for (const source of list) if (!given.has(source.id)) sources.push(source);
  for (const id of new Set(last)) {
    const source = byId.get(id);
    if (source) sources.push(source);
  }
  return sources;
}

/**
 * Returns the text that is being written at an offset: its sentence, or all of its inline text if the sentence has no words.
 */
export function claimTextAt(brief: Brief, leaf: Span, offset: number): string {
  const insight = brief.insights.find(({ span }) => touches(span, offset));
  const sentence = insight?.sentences.findLast(({ span }) => span.start <= offset);
  const text = sentence?.text ?? '';
  return /[\p{L}\p{N}]/u.test(text) ? text : brief.content.slice(leaf.start, leaf.end);
}

/** Returns the ids that are cited right before or behind an offset. */
export function citedBeside(brief: Brief, offset: number): string[] {
  const cluster = brief.clusters.find((citations) => {
    const start = citations[0]?.span.start ?? 0;
    const end = citations.at(-1)?.span.end ?? 0;
    return start - 1 <= offset && offset <= end + 1;
  });
  return cluster?.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
}

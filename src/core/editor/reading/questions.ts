import { derive } from '../../base/derive';
import { NONE } from '../../base/same';
import { sha256Hex } from '../../base/sha256';
import { contains, type Span } from '../../base/text';
import { type SourcesById, sourcesById } from '../../brief/queries/sources';
import type { Brief, Insight, Source } from '../../brief/types';
import { rankerOf } from '../../evidence/candidates';
import { clipped } from '../assistant/texts';
import type { ReaderQuestion, ReadPassage } from './types';

/** The most passages for a claim, and of one source. A small model reads few of them well. */
const MOST = 3;
const MOST_OF_SOURCE = 2;
/** Longest passage and claim that are sent, in UTF-16 units. */
const LONGEST = 6000;

/**
 * Lists the questions for a second reader: each cited claim whose sources have a text or quotes here, with the passages that are
 * likeliest to support it.
 *
 * @returns questions in document order
 */
export function readerQuestions(brief: Brief): readonly ReaderQuestion[] {
  return [...eachReaderQuestion(brief)];
}

/** Makes the {@link readerQuestions} one by one: a thousand take a tenth of a second. */
export function* eachReaderQuestion(brief: Brief): Generator<ReaderQuestion> {
  const byId = sourcesById(brief);
  for (const insight of brief.insights) {
    const claim = clipped(rankerOf(brief).wordsOf(insight.text), LONGEST);
    const passages = passagesFor(brief, insight, byId);
    if (passages.length > 0 && claim !== '')
      yield { ...readerQuestion(claim, passages, brief.language), span: insight.span };
  }
}

/** The distance of a claim from a place: there, in the innermost section around it, or elsewhere. */
export type ReaderScope = 'claim' | 'section' | 'brief';

/** @param place the cursor, or what is selected */
export function readerScope(brief: Brief, place: Span, { span }: Pick<ReaderQuestion, 'span'>): ReaderScope {
  if (span.start <= place.end && place.start <= span.end) return 'claim';
  const section = brief.sections.findLast((one) => one.span.start <= place.start && place.start <= one.span.end);
  return section && contains(section.span, span) ? 'section' : 'brief';
}

/** Makes the question about a claim and passages, which need not be of a brief. */
export function readerQuestion(claim: string, passages: readonly ReadPassage[], language: string): ReaderQuestion {
  const hash = sha256Hex([JSON.stringify([claim, passages.map(({ text }) => text)])]).slice(0, 32);
  return { claim, span: { start: 0, end: 0 }, passages, language, hash };
}

/** Returns the passages that rank first; if none shares a word with the claim, the first of each source. */
function passagesFor(brief: Brief, { text, cites }: Insight, byId: SourcesById): readonly ReadPassage[] {
  const given = new Map(cites.map((id) => [id, passagesOf(byId, id)]));
  if ([...given.values()].every((passages) => passages.length === 0)) return NONE;
  const limits = { most: Number.POSITIVE_INFINITY, mostOfSource: MOST_OF_SOURCE };
  const ranked = rankerOf(brief)
    .candidates(text, limits)
    .flatMap(({ source, passage }) => {
      const read = given.get(source)?.find(({ index }) => index === passage);
      return read ? [read] : [];
    });
  // A plain number that cites a passage stands for that passage, wherever it ranks.
  const others = [...given].flatMap(([id, passages]) =>
    ranked.some(({ source }) => source === id) ? [] : passages.slice(0, 1),
  );
  return [...ranked, ...others].slice(0, MOST);
}

/** Returns what a source itself says. Its title supports nothing. */
export function passagesOf(byId: SourcesById, id: string): readonly ReadPassage[] {
  const source = byId.get(id);
  return source ? passagesIn(source, id) : NONE;
}

/** Many claims may cite one long text. */
const passagesIn = derive(({ passages }: Source, id: string): readonly ReadPassage[] =>
  passages.flatMap(({ text, from, page }, index) =>
    from === 'title' || text.trim() === ''
      ? []
      : [{ source: id, text: clipped(text, LONGEST), page: page ?? null, index }],
  ),
);

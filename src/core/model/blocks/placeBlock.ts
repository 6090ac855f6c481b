/**
 * Puts what is known of a block where it stands in the document. Where that is the place it had in the version before,
 * the result is the very same objects, and costs nothing.
 */

import { kept, mapped, NONE, sameList } from '../../base/same';
import type { Block, Citation, Insight } from '../../brief';
import { levelOf } from '../needs/because';
import type { Decided, PlacedBlock, PlacedReading, ResolvedBlock } from './keptBlocks';
import {
  movedCitation,
  movedComment,
  movedDeclaration,
  movedDefinition,
  movedError,
  movedFigure,
  movedFootnote,
  movedPlain,
  movedReference,
  movedSentence,
  movedSlip,
  movedSpan,
} from './move';
import { type Body, type Part, sectionOf, startOf } from './readBody';

/** @param index of the block in the body */
export function blockAt(body: Body, index: number): Block {
  const { kind, end } = partAt(body, index).block;
  const at = startOf(body, index);
  return { kind, span: { start: at, end: at + end }, section: sectionOf(body, index) };
}

/** @param index of the block in the body */
export function placeReading(body: Body, index: number): PlacedReading {
  const { block, reading } = partAt(body, index);
  const at = startOf(body, index);
  const section = sectionOf(body, index);
  const before = block.known.placedReading;
  if (before?.reading === reading && before.at === at && before.section === section) return before;
  const all = <T>(parts: readonly T[], move: (part: T, by: number) => T) => mapped(parts, (part) => move(part, at));
  const placed: PlacedReading = {
    reading,
    at,
    section,
    entries: all(reading.entries, movedDeclaration),
    works: all(reading.works, movedDeclaration),
    inline: all(reading.inline, movedDeclaration),
    footnotes: all(reading.footnotes, movedFootnote),
    definitions: all(reading.definitions, movedDefinition),
    figures: all(reading.figures, (figure) => movedFigure(figure, at, section)),
    figureErrors: all(reading.figureErrors, movedError),
    figureUnknownKeys: all(reading.figureUnknownKeys, movedPlain),
    comments: all(reading.comments, movedComment),
    unread: all(reading.unread, movedPlain),
  };
  block.known.placedReading = placed;
  return placed;
}

/**
 * @param index of the block in the body
 * @param firstInsight index of its first insight among those of the brief
 */
export function placeBlock(
  body: Body,
  index: number,
  resolved: ResolvedBlock,
  firstInsight: number,
  decided: Decided,
): PlacedBlock {
  const { block } = partAt(body, index);
  const at = startOf(body, index);
  const section = sectionOf(body, index);
  const before = block.known.placed;
  const isSame =
    before?.resolved === resolved &&
    before.at === at &&
    before.section === section &&
    before.firstInsight === firstInsight &&
    sameList(before.decided.because, decided.because) &&
    sameList(before.decided.excused, decided.excused);
  if (isSame) return before;
  const indexOf = (index: number | null) => (index === null ? null : firstInsight + index);
  const citations = mapped(resolved.citations, (citation) => movedCitation(citation, at, indexOf(citation.insight)));
  const placed: PlacedBlock = {
    decided,
    resolved,
    at,
    section,
    firstInsight,
    insights: placeInsights(resolved, citations, { at, section, firstInsight, decided }),
    citations,
    clusters: placeClusters(resolved, citations),
    figureReferences: mapped(resolved.figureReferences, (part) => movedReference(part, at, indexOf(part.insight))),
    links: mapped(resolved.links, ({ link, isUrlElsewhere }) => {
      const { span, text, url, insight } = link;
      const urlSpan = isUrlElsewhere ? url.span : movedSpan(url.span, at);
      return { span: movedSpan(span, at), text, url: { value: url.value, span: urlSpan }, insight: indexOf(insight) };
    }),
    slips: mapped(resolved.slips, (slip) => movedSlip(slip, at, indexOf(slip.insight))),
  };
  block.known.placed = placed;
  return placed;
}

function partAt({ parts }: Body, index: number): Part {
  const part = parts[index];
  if (!part) throw new RangeError(`There is no block ${index}.`);
  return part;
}

function placeInsights(
  { insights, citations: local }: ResolvedBlock,
  citations: readonly Citation[],
  { at, section, firstInsight, decided }: Pick<PlacedBlock, 'at' | 'section' | 'firstInsight' | 'decided'>,
): readonly Insight[] {
  const held = insights.map((): Citation[] => []);
  local.forEach(({ insight }, i) => {
    const citation = citations[i];
    if (insight !== null && citation) held[insight]?.push(citation);
  });
  return mapped(
    insights,
    (
      { kind, span, text, sentences, cites, citedVia, because, point, own, ownBySection, computed, review, parent },
      i,
    ) => ({
      kind,
      span: movedSpan(span, at),
      text,
      section,
      sentences: sentences.map((sentence) => movedSentence(sentence, at)),
      citations: kept(held[i] ?? NONE),
      cites,
      citedVia,
      mustCite: levelOf(decided.because[i] ?? because),
      because: decided.because[i] ?? because,
      point: movedSpan(point, at),
      excused: decided.excused[i] ?? false,
      own,
      ownBySection,
      computed,
      review: review && movedPlain(review, at),
      parent: parent === null ? null : firstInsight + parent,
    }),
  );
}

function placeClusters(
  { clusters, citations: local }: ResolvedBlock,
  citations: readonly Citation[],
): readonly (readonly Citation[])[] {
  // Clusters hold the citations in their order, some of which are in none.
  let next = 0;
  return mapped(clusters, (cluster) =>
    cluster.flatMap((citation) => {
      while (next < local.length && local[next] !== citation) next++;
      return citations[next] ?? [];
    }),
  );
}

/**
 * Puts what is known of a block where it stands in the document. Where that is the place it had in the version before,
 * the result is the very same objects, and costs nothing.
 */

import { derive, steady } from '../../base/derive';
import { kept, mapped, NONE, sameList } from '../../base/same';
import { movedDeclaration, movedError, movedPlain, movedSpan } from '../../document/moved';
import { levelOf } from '../needs/because';
import type { Block, Citation, Insight } from '../types';
import type { BlockReading, PlacedReading } from './drafts';
import {
  movedCitation,
  movedComment,
  movedDefinition,
  movedFigure,
  movedFootnote,
  movedReference,
  movedSentence,
  movedSlip,
} from './move';
import type { Decided, PlacedBlock, ResolvedBlock } from './parsedBlock';
import { type Body, type Part, sectionOf, startOf } from './readBody';

/** @param index of the block in the body */
export function blockAt(body: Body, index: number): Block {
  const { kind, end } = partAt(body, index).block;
  const at = startOf(body, index);
  return { kind, span: { start: at, end: at + end }, section: sectionOf(body, index) };
}

/** @param index of the block in the body */
export function placeReading(body: Body, index: number): PlacedReading {
  return readingAt(partAt(body, index).reading, startOf(body, index), sectionOf(body, index));
}

const readingAt = derive((reading: BlockReading, at: number, section: number | null): PlacedReading => {
  const all = <L, T>(parts: readonly L[], move: (part: L, by: number) => T) => mapped(parts, (part) => move(part, at));
  return {
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
});

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
  const same = sameDecided(resolved, decided);
  return placed(resolved, startOf(body, index), sectionOf(body, index), firstInsight, same);
}

const sameDecided = steady<Decided>(
  (last, now) =>
    sameList(last.because, now.because) && sameList(last.uncited, now.uncited) && sameList(last.excused, now.excused),
);

const placed = derive(
  (
    resolved: ResolvedBlock,
    at: number,
    section: number | null,
    firstInsight: number,
    decided: Decided,
  ): PlacedBlock => {
    const indexOf = (index: number | null) => (index === null ? null : firstInsight + index);
    const citations = mapped(resolved.citations, (citation) => movedCitation(citation, at, indexOf(citation.insight)));
    return {
      resolved,
      firstInsight,
      insights: placeInsights(resolved, citations, { at, section, firstInsight, decided }),
      citations,
      clusters: placeClusters(resolved, citations),
      figureReferences: mapped(resolved.figureReferences, (part) => movedReference(part, at, indexOf(part.insight))),
      links: mapped(resolved.links, ({ link, definedAt }) => {
        const { span, text, url, insight } = link;
        const urlSpan = definedAt ?? movedSpan(url.span, at);
        return { span: movedSpan(span, at), text, url: { value: url.value, span: urlSpan }, insight: indexOf(insight) };
      }),
      slips: mapped(resolved.slips, (slip) => movedSlip(slip, at, indexOf(slip.insight))),
    };
  },
);

function partAt({ parts }: Body, index: number): Part {
  const part = parts.items[index];
  if (!part) throw new RangeError(`There is no block ${index}.`);
  return part;
}

interface Place {
  readonly at: number;
  readonly section: number | null;
  readonly firstInsight: number;
  readonly decided: Decided;
}

function placeInsights(
  { insights, citations: local }: ResolvedBlock,
  citations: readonly Citation[],
  { at, section, firstInsight, decided }: Place,
): readonly Insight[] {
  const held = insights.map((): Citation[] => []);
  local.forEach(({ insight }, i) => {
    const citation = citations[i];
    if (insight !== null && citation) held[insight]?.push(citation);
  });
  return mapped(
    insights,
    (
      {
        kind,
        span,
        text,
        sentences,
        cites,
        citedVia,
        because,
        wording,
        isFragment,
        point,
        own,
        ownBySection,
        computed,
        review,
        comments,
        parent,
      },
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
      isUncited: decided.uncited[i] ?? false,
      wording,
      isFragment,
      point: movedSpan(point, at),
      excused: decided.excused[i] ?? false,
      own,
      ownBySection,
      computed,
      review: review && movedPlain(review, at),
      comments: mapped(comments, (comment) => movedSpan(comment, at)),
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

/**
 * Puts what is known of a block where it stands in the document. Where that is the place it had in the version before,
 * the result is the very same objects, and costs nothing.
 */

import { derive, steady } from '../../base/derive';
import { kept, mapped, NONE, sameList } from '../../base/same';
import type { Local } from '../../base/text';
import { movedSpan, placed } from '../../document/moved';
import { levelOf } from '../needs/because';
import type {
  Block,
  Citation,
  CitationItem,
  Field,
  Figure,
  FigureReference,
  Insight,
  ReviewMark,
  Sentence,
  Slip,
} from '../types';
import type { BlockReading, PlacedReading } from './drafts';
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
  const { entries, works, heads, fields, inline, footnotes, definitions, figures } = reading;
  const { figureErrors, figureUnknownKeys, comments, unread } = reading;
  const listed = { entries, works, heads, fields, inline, footnotes, definitions };
  const local = { ...listed, figureErrors, figureUnknownKeys, comments, unread };
  return {
    ...placed<Omit<PlacedReading, 'figures'>>(local, at),
    figures: mapped(figures, (figure) => ({ ...placed<Figure>(figure, at), section })),
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
  return blockPlaced(resolved, startOf(body, index), sectionOf(body, index), firstInsight, same);
}

const sameDecided = steady<Decided>(
  (last, now) =>
    sameList(last.because, now.because) && sameList(last.uncited, now.uncited) && sameList(last.excused, now.excused),
);

const blockPlaced = derive(
  (
    resolved: ResolvedBlock,
    at: number,
    section: number | null,
    firstInsight: number,
    decided: Decided,
  ): PlacedBlock => {
    const indexOf = (index: number | null) => (index === null ? null : firstInsight + index);
    const citations = mapped(resolved.citations, (citation) => placedCitation(citation, at, indexOf(citation.insight)));
    return {
      resolved,
      firstInsight,
      insights: placeInsights(resolved, citations, { at, section, firstInsight, decided }),
      citations,
      clusters: placeClusters(resolved, citations),
      figureReferences: mapped(resolved.figureReferences, (part) => ({
        ...placed<FigureReference>(part, at),
        insight: indexOf(part.insight),
      })),
      links: mapped(resolved.links, ({ link, definedAt }) => {
        const { span, text, url, insight } = link;
        const urlSpan = definedAt ?? movedSpan(url.span, at);
        return { span: movedSpan(span, at), text, url: { value: url.value, span: urlSpan }, insight: indexOf(insight) };
      }),
      slips: mapped(resolved.slips, (slip) => ({ ...placed<Slip>(slip, at), insight: indexOf(slip.insight) })),
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
      sentences: sentences.map((sentence) => placedSentence(sentence, at)),
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
      review: placed<ReviewMark | null>(review, at),
      comments: mapped(comments, (comment) => movedSpan(comment, at)),
      parent: parent === null ? null : firstInsight + parent,
    }),
  );
}

/**
 * A keystroke moves thousands of citations and sentences. So they are copied field by field, which is five times faster than
 * {@link placed}. An object that is spread into another has a hidden class of its own, which is larger than the object.
 *
 * @param insight the index that its insight has in the brief
 */
function placedCitation(citation: Local<Citation>, at: number, insight: number | null): Citation {
  const { form, span, items, url } = citation;
  const moved = { form, span: movedSpan(span, at), items: items.map((item) => placedItem(item, at)), insight };
  return url ? { ...moved, url: placed<Field>(url, at) } : moved;
}

/** Most items have neither words before nor a page after them. */
function placedItem(item: Local<CitationItem>, at: number): CitationItem {
  const { id, span, prefix, locator } = item;
  return prefix === undefined && locator === undefined
    ? { id, span: movedSpan(span, at) }
    : placed<CitationItem>(item, at);
}

function placedSentence({ span, text, cites, needsCitation, computed }: Local<Sentence>, at: number): Sentence {
  return { span: movedSpan(span, at), text, cites, needsCitation, computed };
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

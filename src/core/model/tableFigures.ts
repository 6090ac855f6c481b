import type { Citation, Figure } from '../brief';
import { namesSource } from './captions';
import type { Evidence } from './citations';
import { type InsightDraft, OUTSIDE, type TableDraft } from './drafts';
import { idsOf, ownCoverage } from './insights';
import { movedSpan } from './move';
import type { PlacedBlock } from './placeBlock';
import type { Part } from './readBody';
import type { ResolvedBlock } from './resolveBlock';

/** Whether no citation, link or source in words covers one of the tables of a block. */
export function hasUncovered(part: Part, meaningOf: (part: Part) => ResolvedBlock | undefined): boolean {
  const { tables } = part.reading;
  return tables.some((table, i) => {
    const neighbors = neighborsOf(table, part, i === tables.length - 1);
    const held = [{ part, draft: table }, ...neighbors].map((place) =>
      meaningOf(place.part)?.evidence.get(place.draft),
    );
    return held.every((evidence) => ownCoverage(evidence).via === null) && !isNamed(neighbors);
  });
}

/** Gives what a block means where it stands. */
type PlacedOf = (part: Part) => PlacedBlock | undefined;

/** A text or a table in one of the blocks. */
interface Place {
  readonly part: Part;
  readonly draft: InsightDraft | TableDraft;
}

/**
 * The tables of a block. A Markdown table is an unnamed figure, covered by what is cited in it, in its caption and in its
 * lead-in.
 */
export function tableFigures(part: Part, placedOf: PlacedOf): Figure[] {
  const { tables } = part.reading;
  return tables.map((table, i) => {
    const neighbors = neighborsOf(table, part, i === tables.length - 1);
    const held = [{ part, draft: table }, ...neighbors].map((place) => evidenceOf(place, placedOf));
    const citations = held.flatMap((evidence) => evidence?.citations ?? []);
    const via = held.map((evidence) => ownCoverage(evidence).via).find((how) => how !== null);
    const citedVia = via ?? (isNamed(neighbors) ? 'textual' : null);
    const span = movedSpan(table.span, part.at);
    const spanOf = (id: string) => citations.find((citation) => citation.items.some((item) => item.id === id))?.span;
    return {
      id: null,
      span,
      declaredIn: 'table',
      cites: idsOf(citations).map((id) => ({ value: id, span: spanOf(id) ?? span })),
      own: held.some((evidence) => evidence?.own),
      content: { kind: 'table', rows: table.rows },
      section: part.section,
      ...(citedVia ? { citedVia } : {}),
    };
  });
}

/** A source line beside a table names its source in words. */
function isNamed(neighbors: readonly Place[]): boolean {
  return neighbors.some(({ part: { block }, draft: { span } }) => namesSource(block.text.slice(span.start, span.end)));
}

function neighborsOf(table: TableDraft, part: Part, isLast: boolean): Place[] {
  const { block, leadIn, captionBefore, captionAfter } = part;
  const paragraph = (other: Part | null): Place[] => {
    const draft = other?.reading.paragraph;
    return other && draft ? [{ part: other, draft }] : [];
  };
  return [
    ...table.neighbors.flatMap((draft) => (draft === OUTSIDE ? paragraph(leadIn) : [{ part, draft }])),
    ...(block.kind === 'table' ? paragraph(captionBefore) : []),
    ...(isLast ? paragraph(captionAfter) : []),
  ];
}

/** What a text or a table holds, with its citations where they stand in the document. */
function evidenceOf({ part, draft }: Place, placedOf: PlacedOf): Evidence | undefined {
  const placed = placedOf(part);
  const evidence = placed?.resolved.evidence.get(draft);
  if (!evidence || evidence.citations.length === 0) return evidence;
  const here = new Map<Citation, Citation | undefined>(
    placed?.resolved.citations.map((citation, i) => [citation, placed.citations[i]]),
  );
  return { ...evidence, citations: evidence.citations.flatMap((citation) => here.get(citation) ?? []) };
}

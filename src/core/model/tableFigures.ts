import type { Citation, Figure } from '../brief';
import { namesSource } from './captions';
import type { Evidence } from './citations';
import { type InsightDraft, OUTSIDE, type TableDraft } from './drafts';
import { idsOf, ownCoverage } from './insights';
import { movedSpan } from './move';
import type { PlacedBlock } from './placeBlock';
import type { Part } from './readBody';

/** A block with what it means where it stands. */
export interface PlacedPart {
  readonly part: Part;
  readonly placed: PlacedBlock;
}

/** A text or a table in one of the blocks. */
interface Place {
  readonly of: PlacedPart;
  readonly draft: InsightDraft | TableDraft;
}

/**
 * The tables of a block. A Markdown table is an unnamed figure, covered by what is cited in it, in its caption and in its
 * lead-in.
 *
 * @param placedOf gives another block of the same body where it stands
 */
export function tableFigures(own: PlacedPart, placedOf: (part: Part) => PlacedPart | undefined): Figure[] {
  const { part } = own;
  const { tables } = part.reading;
  return tables.map((table, i) => {
    const neighbors = neighborsOf(table, own, i === tables.length - 1, placedOf);
    const held = [{ of: own, draft: table }, ...neighbors].map(evidenceOf);
    const citations = held.flatMap((evidence) => evidence?.citations ?? []);
    const named = neighbors.some(({ of, draft }) =>
      namesSource(of.part.block.text.slice(draft.span.start, draft.span.end)),
    );
    const via = held.map((evidence) => ownCoverage(evidence).via).find((how) => how !== null);
    const citedVia = via ?? (named ? 'textual' : null);
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

function neighborsOf(
  table: TableDraft,
  own: PlacedPart,
  isLast: boolean,
  placedOf: (part: Part) => PlacedPart | undefined,
): Place[] {
  const { block, leadIn, captionBefore, captionAfter } = own.part;
  const paragraph = (part: Part | null): Place[] => {
    const of = part && placedOf(part);
    const draft = part?.reading.paragraph;
    return of && draft ? [{ of, draft }] : [];
  };
  return [
    ...table.neighbors.flatMap((draft) => (draft === OUTSIDE ? paragraph(leadIn) : [{ of: own, draft }])),
    ...(block.kind === 'table' ? paragraph(captionBefore) : []),
    ...(isLast ? paragraph(captionAfter) : []),
  ];
}

/** What a text or a table holds, with its citations where they stand in the document. */
function evidenceOf({ of: { placed }, draft }: Place): Evidence | undefined {
  const evidence = placed.resolved.evidence.get(draft);
  if (!evidence || evidence.citations.length === 0) return evidence;
  const here = new Map<Citation, Citation | undefined>(
    placed.resolved.citations.map((citation, i) => [citation, placed.citations[i]]),
  );
  return { ...evidence, citations: evidence.citations.flatMap((citation) => here.get(citation) ?? []) };
}

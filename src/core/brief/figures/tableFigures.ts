import { derive, steady } from '../../base/derive';
import type { Run } from '../../base/runs';
import { kept, NONE, sameList } from '../../base/same';
import type { Local } from '../../base/text';
import { movedSpan } from '../../document/moved';
import { type InsightDraft, OUTSIDE, type TableDraft } from '../blocks/drafts';
import { idsOf, ownCoverage } from '../blocks/insights';
import type { PlacedBlock, ResolvedBlock } from '../blocks/parsedBlock';
import { type Body, type Part, sectionOf, startOf } from '../blocks/readBody';
import type { Evidence } from '../citations';
import { namesSource } from '../needs/captions';
import type { Citation, Figure } from '../types';

/**
 * True if one of the tables of a block is covered by no citation, link or source in words.
 *
 * @param index the index of the block in the body
 */
export function hasUncovered(body: Body, index: number, meanings: readonly ResolvedBlock[]): boolean {
  if (isInOwnSection(body, index)) return false;
  return tablesWithNeighbors(body, index).some(({ table, neighbors }) => {
    const held = [{ index, draft: table }, ...neighbors].map((place) =>
      meanings[place.index]?.evidence.get(place.draft),
    );
    return held.every((evidence) => ownCoverage(evidence).via === null) && !isNamed(body, neighbors);
  });
}

/** A table with all that it rests on. An unchanged table stays the same object. */
export interface TableOfBody {
  readonly table: TableDraft;
  /** Citations in the table itself. */
  readonly citations: readonly Local<Citation>[];
  /** The ids that the texts around it cite, each once. */
  readonly citedAround: readonly string[];
  /** Its lead-in, its caption and its source line, each on a line. */
  readonly textAround: string;
  /** True if it is the author's own judgement. */
  readonly isOwn: boolean;
}

/**
 * Returns the tables of a block, with all that they rest on.
 *
 * @param index the index of the block in the body
 */
export function tablesInBlock(body: Body, index: number, meanings: readonly ResolvedBlock[]): TableOfBody[] {
  return tablesWithNeighbors(body, index).map(({ table, neighbors }): TableOfBody => {
    const own = meanings[index]?.evidence.get(table);
    const around = neighbors.map((place) => meanings[place.index]?.evidence.get(place.draft));
    const isOwn = own?.own === true || around.some((evidence) => evidence?.own);
    const citations = own?.citations ?? NONE;
    const citedAround = idsOf(around.flatMap((evidence) => evidence?.citations ?? []));
    const textAround = neighbors.map((place) => textOf(body, place)).join('\n');
    return settled(table, { table, citations, citedAround, textAround, isOwn });
  });
}

const settled = steady(
  (last: TableOfBody, now: TableOfBody) =>
    last.isOwn === now.isOwn &&
    last.textAround === now.textAround &&
    sameList(last.citations, now.citations) &&
    sameList(last.citedAround, now.citedAround),
);

/** Returns a block at its place, by its index. */
type PlacedOf = (index: number) => PlacedBlock | undefined;

type PlacedEvidence = Omit<Evidence, 'citations'> & { readonly citations: readonly Citation[] };

/** A text or a table in one of the blocks. */
interface Place {
  readonly index: number;
  readonly draft: InsightDraft | TableDraft;
}

/**
 * Returns the tables of a block as figures without ids. A table is covered by citations in it, in its caption and in its
 * lead-in.
 *
 * @param index the index of the block in the body
 */
export function tableFigures(body: Body, index: number, placedOf: PlacedOf): Figure[] {
  return tablesWithNeighbors(body, index).map(({ table, neighbors }) => {
    const held = [{ index, draft: table }, ...neighbors].map((place) => evidenceOf(place, placedOf));
    const citations = held.flatMap((evidence) => evidence?.citations ?? []);
    const via = held.map((evidence) => ownCoverage(evidence).via).find((how) => how !== null);
    const citedVia = via ?? (isNamed(body, neighbors) ? 'textual' : null);
    const span = movedSpan(table.span, startOf(body, index));
    const spanOf = (id: string) => citations.find((citation) => citation.items.some((item) => item.id === id))?.span;
    return {
      id: null,
      span,
      declaredIn: 'table',
      cites: idsOf(citations).map((id) => ({ value: id, span: spanOf(id) ?? span })),
      own: held.some((evidence) => evidence?.own) || (citations.length === 0 && isInOwnSection(body, index)),
      content: { kind: 'table', rows: table.rows.map((row) => row.map(({ value }) => value)) },
      section: sectionOf(body, index),
      ...(citedVia ? { citedVia } : {}),
    };
  });
}

/** True in a section that is marked as own judgement. A table there that cites nothing is the author's own. */
function isInOwnSection({ parts }: Body, index: number): boolean {
  return parts.items[index]?.ownSection === true;
}

/** True if a source line beside a table names its source in words. */
function isNamed(body: Body, neighbors: readonly Place[]): boolean {
  return neighbors.some((place) => namesSource(textOf(body, place)));
}

function textOf({ blocks }: Body, { index, draft: { span } }: Place): string {
  return blocks[index]?.text.slice(span.start, span.end) ?? '';
}

/**
 * Returns the indexes of the blocks whose paragraphs may lead into the tables of a run, or be their captions. Indexes
 * count from the first block of the run, and are negative before it.
 */
export const aroundTables = derive((run: Run<Part>): readonly number[] =>
  kept(
    run.flatMap(({ reading, leadIn, captionBefore, captionAfter }, index) => {
      const offs =
        reading.tables.length > 0 ? [leadIn && -leadIn, captionBefore && -captionBefore, captionAfter] : NONE;
      return offs.flatMap((off) => (off === null ? NONE : index + off));
    }),
  ),
);

/** Returns the tables of a block, each with the texts around it. */
function tablesWithNeighbors(body: Body, index: number): { readonly table: TableDraft; readonly neighbors: Place[] }[] {
  const tables = body.parts.items[index]?.reading.tables ?? [];
  return tables.map((table, i) => ({ table, neighbors: neighborsOf(table, body, index, i === tables.length - 1) }));
}

function neighborsOf(table: TableDraft, { parts }: Body, index: number, isLast: boolean): Place[] {
  const part = parts.items[index];
  const paragraph = (off: number | null): Place[] => {
    const draft = off === null ? null : parts.items[index + off]?.reading.paragraph;
    return off !== null && draft ? [{ index: index + off, draft }] : [];
  };
  const before = (off: number | null | undefined) => paragraph(off == null ? null : -off);
  return [
    ...table.neighbors.flatMap((draft) => (draft === OUTSIDE ? before(part?.leadIn) : [{ index, draft }])),
    ...(part?.block.kind === 'table' ? before(part.captionBefore) : []),
    ...(isLast ? paragraph(part?.captionAfter ?? null) : []),
  ];
}

/** Returns the evidence of a text or a table, with citations at their places. */
function evidenceOf({ index, draft }: Place, placedOf: PlacedOf): PlacedEvidence | undefined {
  const placed = placedOf(index);
  const evidence = placed?.resolved.evidence.get(draft);
  if (!evidence || evidence.citations.length === 0) return evidence && { ...evidence, citations: NONE };
  const here = new Map<Local<Citation>, Citation | undefined>(
    placed?.resolved.citations.map((citation, i) => [citation, placed.citations[i]]),
  );
  return { ...evidence, citations: evidence.citations.flatMap((citation) => here.get(citation) ?? []) };
}

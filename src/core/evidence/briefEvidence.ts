/** The evidence of a whole brief. Runs of blocks that an edit left alone aren't read again while their sources are the same. */

import { derive } from '../base/derive';
import { type Recent, recent } from '../base/recent';
import { finderOf, flat, type Run } from '../base/runs';
import { mapped, NONE, sameList } from '../base/same';
import { firstFrom, type InText, type Local, type Span, type TextSpan, type Unplaced } from '../base/text';
import type { ResolvedBlock } from '../brief/blocks/parsedBlock';
import { fileOfFigure } from '../brief/figures/data';
import type { TableOfBody } from '../brief/figures/tableFigures';
import { modelOf } from '../brief/model';
import { declaredFiguresOf, insightAt, startOfBlock, type TableInRun, tablesOfBody } from '../brief/queries/blocks';
import { citableOrigins } from '../brief/queries/sources';
import type { Brief, DataFile, Figure, Origin, Passage, Source } from '../brief/types';
import { inside, movedSpan } from '../document/moved';
import { lookUp, NOTHING } from './lookup/lookUp';
import { inheritIndex, mayHoldNumber } from './lookup/lookUpNumbers';
import { holdsQuotation } from './lookup/lookUpQuotations';
import { sourceFacts } from './lookup/passageFacts';
import { figureStatements, type NotRead, type Statement, statementsOf, unreadIn } from './lookup/statements';
import { rowsOf, tableOfFigure } from './lookup/tableStatements';
import type { SourceFacts, SourcesFacts } from './lookup/types';
import { type OwnNumbers, ownNumbersOf } from './sums/written/ownNumbers';
import type { BriefEvidence, ClaimEvidence, QuotationEvidence, Verdict } from './verdicts';

const NO_VERDICTS: VerdictCounts = { found: 0, differs: 0, notFound: 0, elsewhere: 0, uncheckable: 0 };

/** Number of lookups by their verdict. Altered quotations count as not found. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** The evidence of an insight, and everything that it depends on. */
export interface InsightEvidence {
  readonly origin: Origin;
  /** The languages of its sentences, without script and region. */
  readonly languages: readonly string[];
  /** The parts of its text that aren't read, which depend on what the brief declares. */
  readonly unread: readonly NotRead[];
  readonly facts: SourcesFacts;
  readonly evidence: InText<ClaimEvidence>;
  readonly verdicts: VerdictCounts;
  readonly rests: Rests;
}

/** The sources that evidence depends on. */
interface Rests {
  /** The ids of the sources that are cited, declared or not. */
  readonly ids: readonly string[];
  /** True if something isn't in these sources, and may be in any other. */
  readonly open: boolean;
}

const ON_NOTHING: Rests = { ids: [], open: false };

/**
 * Looks up every number and quotation of a brief's insights and figures in the passages of the sources that they cite. These
 * are the sources of its own sentence; if that cites nothing, of its insight, or of the text that leads into the insight. Text
 * that is marked as the author's own judgement isn't looked up. A number that is marked as computed can only be wrong if its
 * words say how to compute it.
 *
 * The evidence is computed on the first call; further calls cost nothing.
 */
export const evidenceOf = derive(
  (brief: Brief): BriefEvidence => ({
    insights: brief.insights.map((_, index) => evidenceOfInsight(brief, index) ?? NOTHING),
    figures: brief.figures.map((figure) => evidenceOfFigure(brief, figure)),
  }),
);

/** The evidence of one insight, by its index. Unlike `evidenceOf`, it doesn't place the evidence of all others. */
export function evidenceOfInsight(brief: Brief, index: number): ClaimEvidence | undefined {
  const evidence = evidenceOrigin(brief, index);
  const insight = evidence && insightAt(brief, index);
  if (!insight) return undefined;
  if (evidence === NOTHING) return NOTHING;
  const placed = placedIn(brief);
  placed[index] ??= moved(evidence, insight.span.start);
  return placed[index];
}

/**
 * The evidence of an insight: an object that stays the same from version to version as long as the
 * insight has the same evidence.
 *
 * @param index of the insight
 */
export function evidenceOrigin(brief: Brief, index: number): InText<ClaimEvidence> | undefined {
  return flatOf(brief)[index]?.evidence;
}

const flatOf = derive((brief: Brief) => flat(evidenceByRun(brief)));

/** The evidence of an insight that the brief need not have. */
export function evidenceOfOrigin(brief: Brief, insight: Origin): InText<ClaimEvidence> {
  const statements = statementsIn(insight, brief.language, NONE);
  const evidence = lookUp(statements, sourcesFactsOf(brief));
  return lacksOperand(evidence) ? lookUp(statements, sourcesFactsOf(brief), ownNumbersOf(brief)) : evidence;
}

/** The evidence of one of the brief's figures; for a table, of its cells. */
export function evidenceOfFigure(brief: Brief, figure: Figure): ClaimEvidence {
  const { start } = figure.span;
  if (figure.declaredIn === 'table') {
    const tables = tableEvidence(brief);
    const table = tables[firstFrom(tables, start)];
    return table?.span.start === start
      ? joined(table.rows.map(({ evidence, start }) => moved(evidence, table.at + start)))
      : NOTHING;
  }
  return moved(evidenceInFigure(brief, figure), start);
}

/** The evidence of a figure that isn't a table of the body. */
export function evidenceInFigure(brief: Brief, figure: Figure): InText<ClaimEvidence> {
  const written = brief.content.slice(figure.span.start, figure.span.end);
  const file = fileOfFigure(figure, brief);
  return evidenceOfFigureIn(figure, sourcesFactsOf(brief), brief.language, written, file);
}

const evidenceOfFigureIn = derive(
  (figure: Figure, facts: SourcesFacts, language: string, written: string, file: DataFile | undefined) => {
    const table = tableOfFigure(figure, file);
    const statements = [
      ...figureStatements(figure, language, written),
      ...(table ? rowsOf(table).flatMap((row) => row.statements(language, figure.span.start)) : []),
    ];
    return lookUp(figure.own ? statements.map(uncited) : statements, facts);
  },
);

function joined(parts: readonly ClaimEvidence[]): ClaimEvidence {
  return {
    numbers: parts.flatMap(({ numbers }) => numbers),
    quotations: parts.flatMap(({ quotations }) => quotations),
    denied: parts.flatMap(({ denied }) => denied),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

/** The evidence of a table of the body. */
export interface TableEvidence {
  readonly span: Span;
  /** Offset of its block's start, from which the rows count. */
  readonly at: number;
  /** The rows with numbers. The list is the same in each version until the rows, or the words of their sources, change. */
  readonly rows: readonly RowEvidence[];
}

/** The evidence of a row of a table. */
export interface RowEvidence {
  /** Offset of its start in the block. */
  readonly start: number;
  readonly evidence: InText<ClaimEvidence>;
  /** Returns the statements that the evidence belongs to. */
  statements(): readonly Statement[];
}

/** The evidence of the tables of the body that cite something, in order. */
export const tableEvidence = derive((brief: Brief): readonly TableEvidence[] =>
  evidenceOfTables(brief).flatMap(({ tables, first }) => tables.map((table) => placedTable(brief, table, first))),
);

interface TableOfRun {
  readonly table: TableInRun;
  readonly rows: readonly RowEvidence[];
}

function placedTable(brief: Brief, { table: { placed, index }, rows }: TableOfRun, first: number): TableEvidence {
  const at = startOfBlock(brief, first + index);
  return { span: movedSpan(placed.table.span, at), at, rows };
}

const evidenceOfTables = derive((brief: Brief) => {
  const facts = sourcesFactsOf(brief);
  return tablesOfBody(brief).map(({ tables, first }) => {
    const inRun = evidenceInRun(tables, facts, brief.language);
    return { tables: rowsLackOperands(inRun) ? withOwnInRows(inRun, facts, ownNumbersOf(brief)) : inRun, first };
  });
});

const rowsLackOperands = derive((tables: readonly TableOfRun[]) =>
  tables.some(({ rows }) => rows.some(({ evidence }) => lacksOperand(evidence))),
);

const withOwnInRows = derive((tables: readonly TableOfRun[], facts: SourcesFacts, own: OwnNumbers) =>
  tables.map(
    ({ table, rows }): TableOfRun => ({
      table,
      rows: rows.map((row) => (lacksOperand(row.evidence) ? withOwnInRow(row, facts, own) : row)),
    }),
  ),
);

const withOwnInRow = derive(
  (row: RowEvidence, facts: SourcesFacts, own: OwnNumbers): RowEvidence => ({
    ...row,
    evidence: lookUp(row.statements(), facts, own),
  }),
);

/** True if a number of a calculation is in no passage: it may be in a figure or a table of the brief. */
function lacksOperand({ faults }: Unplaced<ClaimEvidence>): boolean {
  return faults.some(({ fault }) => fault === 'operand' || fault === 'unchecked');
}

const evidenceInRun = derive((tables: readonly TableInRun[], facts: SourcesFacts, language: string) =>
  tables.flatMap((table): TableOfRun[] => {
    const { citations, citedAround, isOwn, table: draft } = table.placed;
    const isClaim = !isOwn && [citations, citedAround, draft.computedAt].some((list) => list.length > 0);
    return isClaim ? [{ table, rows: evidenceOfTable(table.placed, facts, language) }] : [];
  }),
);

const evidenceOfTable = derive(
  ({ table, citations, citedAround, textAround }: TableOfBody, facts: SourcesFacts, language: string) => {
    const known = knownRows(facts, language);
    const rows = rowsOf({ ...table, labels: [0], citations, cites: citedAround, textAround, isInFile: false });
    known.rows.expect(
      rows.length,
      rows.reduce((sum, { key }) => sum + key.length, 0),
    );
    return rows.map(
      ({ start, key, common, statements }): RowEvidence => ({
        start,
        evidence: known.rows.take(
          `${known.numberOf(common)}\n${key}`,
          (last) => last ?? lookUp(statements(language, start), facts),
        ),
        statements: () => statements(language, start),
      }),
    );
  },
);

/** The evidence of rows. A number stands in their keys for what all rows of a table share, which may be long. */
const knownRows = derive((_facts: SourcesFacts, _language: string) => {
  const shared = recent<{ readonly number: number }>();
  let count = 0;
  return {
    rows: recent<InText<ClaimEvidence>>(),
    numberOf: (common: string) => shared.take(common, (kept) => kept ?? { number: count++ }).number,
  };
});

/** The indexes of the insights with a number or quotation that their sources don't hold, or say otherwise, in order. */
export function disputedInsights(brief: Brief): readonly number[] {
  return disputedIn.inAll({ runs: evidenceByRun(brief), firsts: modelOf(brief).blocks.firstInsights });
}

/** True if an insight has a number or quotation that its sources don't hold, or say otherwise. */
export function isDisputed({ verdicts, evidence }: InsightEvidence): boolean {
  return (
    isDoubted(verdicts) ||
    evidence.denied.length > 0 ||
    evidence.faults.length > 0 ||
    evidence.quotations.some(({ otherwise }) => otherwise !== null)
  );
}

/** Finds disputed insights in runs. */
const disputedIn = finderOf(isDisputed);

/** Counts how often the sources of insights deny what these say, or the other way round. */
export function countDenials(brief: Brief): number {
  return disputedInsights(brief).reduce((sum, index) => sum + (evidenceOrigin(brief, index)?.denied.length ?? 0), 0);
}

/** The tables with a number that their sources don't hold, or say otherwise, each with only such rows; in order. */
export const disputedTables = derive((brief: Brief): readonly TableEvidence[] =>
  evidenceOfTables(brief).flatMap(({ tables, first }) =>
    disputedOf(tables).map((table) => placedTable(brief, table, first)),
  ),
);

const disputedOf = derive((tables: readonly TableOfRun[]): readonly TableOfRun[] =>
  tables.flatMap(({ table, rows }) => {
    const disputed = rows.filter(({ evidence }) => isDoubted(verdictsIn(evidence)) || evidence.faults.length > 0);
    return disputed.length > 0 ? [{ table, rows: disputed }] : [];
  }),
);

function isDoubted({ notFound, elsewhere, differs }: VerdictCounts): boolean {
  return notFound > 0 || elsewhere > 0 || differs > 0;
}

/** The verdicts on the numbers and quotations of all insights and figures of a brief. */
export function verdictsOf(brief: Brief): VerdictCounts {
  const all = { ...NO_VERDICTS };
  for (const run of evidenceByRun(brief)) add(all, verdictsOfRun(run));
  for (const figure of declaredFiguresOf(brief)) add(all, verdictsIn(evidenceOfFigure(brief, figure)));
  for (const { tables } of evidenceOfTables(brief)) add(all, verdictsOfTables(tables));
  return all;
}

const verdictsOfRun = derive((run: Run<InsightEvidence>): VerdictCounts => {
  const all = { ...NO_VERDICTS };
  for (const { verdicts } of run) add(all, verdicts);
  return all;
});

const verdictsOfTables = derive((tables: readonly TableOfRun[]): VerdictCounts => {
  const all = { ...NO_VERDICTS };
  for (const { rows } of tables) for (const { evidence } of rows) add(all, verdictsIn(evidence));
  return all;
});

function add(all: Record<Verdict, number>, verdicts: VerdictCounts): void {
  if (verdicts === NO_VERDICTS) return;
  all.found += verdicts.found;
  all.differs += verdicts.differs;
  all.notFound += verdicts.notFound;
  all.elsewhere += verdicts.elsewhere;
  all.uncheckable += verdicts.uncheckable;
}

const verdictsIn = derive((evidence: Unplaced<ClaimEvidence>): VerdictCounts => {
  if (evidence === NOTHING) return NO_VERDICTS;
  const counts = { ...NO_VERDICTS };
  for (const list of [evidence.numbers, evidence.quotations])
    for (const { verdict } of list) if (verdict) counts[verdict === 'altered' ? 'notFound' : verdict]++;
  return counts;
});

/** The sources of a brief as evidence reads them. Unchanged sources stay the same objects, and so does an unchanged map. */
export function sourcesFactsOf(brief: Brief): SourcesFacts {
  return factsOf(readerOf(modelOf(brief).document.lineage, brief.language), citableOrigins(brief), brief.language);
}

const factsOf = derive(
  (_reader: EvidenceReader, sources: readonly Local<Source>[], language: string): SourcesFacts =>
    new Map(sources.map((source) => [source.id, sourceFacts(source, language)])),
  (last, now) => {
    let same = last.size === now.size;
    const order = last.keys();
    const settled = new Map<string, SourceFacts>();
    for (const [id, facts] of now) {
      const before = last.get(id);
      const kept = before && saysSame(before.source, facts.source) ? before : facts;
      same &&= kept === before && order.next().value === id;
      settled.set(id, kept);
    }
    if (same) return last;
    inheritIndex(settled, last);
    return settled;
  },
);

/** Finds the evidence of insights, and caches it: insights that an edit left alone aren't looked up again. */
interface EvidenceReader {
  evidenceOf(origin: Origin, unread: readonly NotRead[], facts: SourcesFacts): InsightEvidence;
  /** Announces the insights of the next block, as {@link Recent.expect} does. */
  expect(insights: number, length: number): void;
}

const readerOf = derive((_lineage: object, language: string): EvidenceReader => {
  const known = recent<InsightEvidence>();
  return {
    expect: known.expect,
    evidenceOf: (origin, unread, facts) => {
      if (!MAY_HOLD.test(origin.text))
        return {
          origin,
          languages: NONE,
          unread: NONE,
          facts,
          evidence: NOTHING,
          verdicts: NO_VERDICTS,
          rests: ON_NOTHING,
        };
      return known.take(`${origin.cites.join(' ')}\n${origin.text}`, (last) => {
        if (last && saysTheSame(last, { origin, unread })) {
          if (last.facts === facts) return last;
          if (stillHolds(last, changesBetween(facts, last.facts))) return { ...last, origin, unread, facts };
        }
        const statements = statementsIn(origin, language, unread);
        const evidence = lookUp(statements, facts);
        return {
          origin,
          languages: mapped(statements, (statement) => statement.language),
          unread,
          facts,
          evidence,
          verdicts: verdictsIn(evidence),
          rests: restsOf(origin, evidence),
        };
      });
    },
  };
});

/** The evidence of a brief's insights, in the runs of its blocks. */
export const evidenceByRun = derive((brief: Brief): readonly Run<InsightEvidence>[] => {
  const { document, blocks } = modelOf(brief);
  const reader = readerOf(document.lineage, brief.language);
  const facts = sourcesFactsOf(brief);
  const runs = blocks.meanings.runs.map((run) => evidenceOfRun(run, reader, facts));
  const lacking = lackingIn.inEach(runs);
  if (lacking.every((found) => found.length === 0)) return runs;
  const own = ownNumbersOf(brief);
  return runs.map((run, i) => (lacking[i]?.length ? withOwnInRun(run, own, brief.language) : run));
});

const lackingIn = finderOf(({ evidence }: InsightEvidence) => lacksOperand(evidence));

const withOwnInRun = derive((run: Run<InsightEvidence>, own: OwnNumbers, language: string) =>
  run.map((one) => (lacksOperand(one.evidence) ? withOwn(one, own, language) : one)),
);

const withOwn = derive((one: InsightEvidence, own: OwnNumbers, language: string): InsightEvidence => {
  const evidence = lookUp(statementsIn(one.origin, language, one.unread), one.facts, own);
  return { ...one, evidence, verdicts: verdictsIn(evidence) };
});

const evidenceOfRun = derive((run: Run<ResolvedBlock>, reader: EvidenceReader, facts: SourcesFacts) =>
  flat(run.map((block) => (block.insights.length > 0 ? evidenceOfBlock(block, reader, facts) : NONE))),
);

const evidenceOfBlock = derive((block: ResolvedBlock, reader: EvidenceReader, facts: SourcesFacts) => {
  reader.expect(
    block.insights.length,
    block.insights.reduce((sum, { text }) => sum + text.length, 0),
  );
  return block.insights.map((origin, index) => reader.evidenceOf(origin, unreadIn(origin, block, index), facts));
});

/** Sources that have changed, are new or are gone, by id: as they were, and as they are. */
type Changes = ReadonlyMap<string, readonly SourceFacts[]>;

/** @returns null if sources changed places: of equally good passages, the first counts */
const changesBetween = derive((now: SourcesFacts, last: SourcesFacts): Changes | null => {
  const changes = new Map<string, readonly SourceFacts[]>();
  const noteGone = (id: string) => {
    const facts = last.get(id);
    if (facts) changes.set(id, [facts]);
  };
  if (last === now) return changes;
  const order = last.keys();
  for (const [id, facts] of now) {
    const earlier = last.get(id);
    if (earlier !== facts) changes.set(id, earlier ? [earlier, facts] : [facts]);
    if (!earlier) continue;
    let next = order.next().value;
    for (; next !== undefined && !now.has(next); next = order.next().value) noteGone(next);
    if (next !== id) return null;
  }
  for (const id of order) noteGone(id);
  return changes;
});

/** True if the evidence of an insight still holds after some sources changed. */
function stillHolds({ evidence, rests: { ids, open } }: InsightEvidence, changes: Changes | null): boolean {
  if (changes === null) return false;
  if (changes.size === 0) return true;
  for (const id of ids) if (changes.has(id)) return false;
  if (!open) return true;
  const { numbers, quotations } = evidence;
  const isHeld = (mayHold: (source: SourceFacts) => boolean) =>
    [...changes.values()].some((versions) => versions.some(mayHold));
  return (
    numbers.every(
      ({ verdict, quantity }) => !isOpen(verdict) || !isHeld((source) => mayHoldNumber(source, quantity)),
    ) && quotations.every(({ verdict, text }) => !isOpen(verdict) || !isHeld((source) => holdsQuotation(source, text)))
  );
}

function restsOf({ cites, sentences }: Origin, { numbers, quotations }: Unplaced<ClaimEvidence>): Rests {
  const ids = new Set(cites);
  for (const sentence of sentences) for (const id of sentence.cites) ids.add(id);
  if (ids.size === 0) return ON_NOTHING;
  return { ids: [...ids], open: [numbers, quotations].some((list) => list.some(({ verdict }) => isOpen(verdict))) };
}

/** True if a change of an uncited source may change the verdict. */
function isOpen(verdict: QuotationEvidence['verdict']): boolean {
  return verdict === 'elsewhere' || verdict === 'notFound' || verdict === 'uncheckable';
}

type Says = Pick<InsightEvidence, 'origin' | 'unread'>;

/** True if two insights with the same text are the same in all that their evidence depends on, besides the sources. */
function saysTheSame({ origin: a, unread: unreadA }: Says, { origin: b, unread: unreadB }: Says): boolean {
  if (a === b && unreadA === unreadB) return true;
  return (
    a.own === b.own &&
    a.ownBySection === b.ownBySection &&
    sameList(a.cites, b.cites) &&
    a.sentences.length === b.sentences.length &&
    a.sentences.every(({ cites, computed }, i) => {
      const other = b.sentences[i];
      return other !== undefined && computed === other.computed && sameList(cites, other.cites);
    }) &&
    unreadA.length === unreadB.length &&
    unreadA.every(({ span }, i) => {
      const other = unreadB[i]?.span;
      return span.start === other?.start && span.end === other.end;
    })
  );
}

/** The sentences of an insight. If it's marked as the author's own, they cite no source. */
function statementsIn(insight: Origin, language: string, unread: readonly NotRead[]): Statement[] {
  const statements = statementsOf(insight, language, unread);
  return isMarkedOwn(insight) ? statements.map(uncited) : statements;
}

/** True if the insight itself is marked as the author's own. A mark of its section says nothing about what it cites. */
function isMarkedOwn({ own, ownBySection }: Origin): boolean {
  return own && !ownBySection;
}

/** A digit or a letter; a text without any isn't looked up. All but few texts have a letter. */
const MAY_HOLD = /[\p{N}\p{L}]/u;

function uncited(statement: Statement): Statement {
  return { ...statement, cites: [] };
}

/** Gives the evidence of an insight, a row or a figure its place. `start` is the offset of that in the document. */
export const moved = derive((evidence: InText<ClaimEvidence>, start: number): ClaimEvidence => {
  const at = (span: TextSpan): Span => inside(span, { start });
  return {
    numbers: evidence.numbers.map((number) => ({
      ...number,
      span: at(number.span),
      otherwise: number.otherwise && { ...number.otherwise, span: at(number.otherwise.span) },
    })),
    quotations: evidence.quotations.map((quotation) => ({
      ...quotation,
      span: at(quotation.span),
      otherwise: quotation.otherwise && { ...quotation.otherwise, span: at(quotation.otherwise.span) },
    })),
    denied: evidence.denied.map((denied) => ({
      ...denied,
      span: at(denied.span),
      otherwise: { ...denied.otherwise, span: at(denied.span) },
    })),
    faults: mapped(evidence.faults, (fault) => ({ ...fault, span: at(fault.span) })),
  };
});

/** The placed evidence of a version. Insights with one text share their evidence, and `moved` caches only one place. */
const placedIn = derive((_brief: Brief): (ClaimEvidence | undefined)[] => []);

/** True if two versions of a source are the same in all that evidence reads. */
function saysSame(one: Unplaced<Source>, other: Unplaced<Source>): boolean {
  return (
    one === other ||
    (one.language?.value === other.language?.value &&
      one.published?.value === other.published?.value &&
      samePassages(one.passages, other.passages))
  );
}

function samePassages(one: readonly Unplaced<Passage>[], other: readonly Unplaced<Passage>[]): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every((passage, i) => {
      const same = other[i];
      return (
        passage === same ||
        (passage.text === same?.text &&
          passage.from === same.from &&
          passage.page === same.page &&
          passage.context === same.context)
      );
    })
  );
}

/** The evidence of insights. Runs of blocks that an edit left alone aren't read again while their sources are the same. */

import { derive } from '../../base/derive';
import { type Recent, recent } from '../../base/recent';
import { finderOf, flat, type Run } from '../../base/runs';
import { mapped, NONE, sameList } from '../../base/same';
import type { InText, Unplaced } from '../../base/text';
import type { ResolvedBlock } from '../../brief/blocks/parsedBlock';
import { modelOf } from '../../brief/model';
import { citableOrigins } from '../../brief/queries/sources';
import type { Brief, Origin } from '../../brief/types';
import { lookUp, NOTHING } from '../lookup/lookUp';
import { mayHoldNumber } from '../lookup/lookUpNumbers';
import { holdsQuotation } from '../lookup/lookUpQuotations';
import { type NotRead, type Statement, statementsOf, unreadIn } from '../lookup/statements';
import type { SourceFacts, SourcesFacts } from '../lookup/types';
import { type OwnNumbers, ownNumbersOf } from '../sums/written/ownNumbers';
import type { ClaimEvidence, QuotationEvidence } from '../verdicts';
import { isDoubted, NO_VERDICTS, type VerdictCounts, verdictsIn } from './counts';
import { type Changes, changesBetween, factsOf } from './sources';

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

function restsOf({ cites, sentences }: Origin, { numbers, quotations }: Unplaced<ClaimEvidence>): Rests {
  const ids = new Set(cites);
  for (const sentence of sentences) for (const id of sentence.cites) ids.add(id);
  if (ids.size === 0) return ON_NOTHING;
  return { ids: [...ids], open: [numbers, quotations].some((list) => list.some(({ verdict }) => isOpen(verdict))) };
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

/** True if a number of a calculation is in no passage: it may be in a figure or a table of the brief. */
export function lacksOperand({ faults }: Unplaced<ClaimEvidence>): boolean {
  return faults.some(({ fault }) => fault === 'operand' || fault === 'unchecked');
}

export function uncited(statement: Statement): Statement {
  return { ...statement, cites: [] };
}

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

/** True if a change of an uncited source may change the verdict. */
function isOpen(verdict: QuotationEvidence['verdict']): boolean {
  return verdict === 'elsewhere' || verdict === 'notFound' || verdict === 'uncheckable';
}

/** The sources of a brief as evidence reads them. Unchanged sources stay the same objects, and so does an unchanged map. */
export function sourcesFactsOf(brief: Brief): SourcesFacts {
  return factsOf(readerOf(modelOf(brief).document.lineage, brief.language), citableOrigins(brief), brief.language);
}

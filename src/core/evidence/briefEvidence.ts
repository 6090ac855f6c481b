/** The evidence of a whole brief, kept, and taken over by its next version as far as nothing in it changed. */

import { NONE, sameList } from '../base/same';
import type { Span } from '../base/text';
import type { Brief, Figure, Insight, Origin, Passage, Source } from '../brief';
import { indexesWhere, replacedIn } from '../model/indexes';
import { blockOfInsight, declaredFiguresOf, insightAt, originsOf } from '../model/meantBlocks';
import { sourceOrigins } from '../model/sources/meantSources';
import { contextReader } from './lookup/cited';
import { inheritIndex, lookUpNumbers, mayHoldNumber } from './lookup/lookUpNumbers';
import { holdsQuotation, lookUpQuotations } from './lookup/lookUpQuotations';
import { sourceFacts } from './lookup/passageFacts';
import { figureStatements, type NotRead, type Statement, statementsOf, unreadIn } from './lookup/statements';
import type { SourceFacts, SourcesFacts } from './lookup/types';
import type { BriefEvidence, ClaimEvidence, QuotationEvidence, Verdict } from './verdicts';

const NOTHING: ClaimEvidence = { numbers: [], quotations: [] };
const NO_VERDICTS: VerdictCounts = { found: 0, notFound: 0, elsewhere: 0, uncheckable: 0 };

/** The verdicts on the texts of one version. They hold as long as the sources say the same. */
interface Known {
  readonly language: string;
  /** The same array as long as all of them are the same. */
  readonly sources: Brief['sources'];
  readonly facts: SourcesFacts;
  readonly insights: readonly KnownInsight[];
  /** What they are the evidence of, in the same order. */
  readonly origins: readonly Origin[];
  /** The indexes of those with a number or a quotation that their sources do not hold. */
  readonly disputed: readonly number[];
  /** The verdicts on all of them. */
  readonly verdicts: VerdictCounts;
  readonly figures: ReadonlyMap<Figure, ClaimEvidence>;
}

/** What an insight says. */
interface Says {
  /** The same as long as the insight is, wherever edits before it move it to. */
  readonly origin: Origin;
  /** What of its text is not read, which depends on what the brief declares. */
  readonly unread: readonly NotRead[];
}

interface KnownInsight extends Says {
  /** With spans from the insight's start. */
  readonly evidence: ClaimEvidence;
  readonly verdicts: VerdictCounts;
  readonly rests: Rests;
}

/** What evidence rests on. */
interface Rests {
  /** The ids of the sources that are cited, declared or not. */
  readonly ids: readonly string[];
  /** Something is in none of these, and may be in any other. */
  readonly open: boolean;
}

const ON_NOTHING: Rests = { ids: [], open: false };

/** What was looked up, by what came of it. Altered quotations are not found. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

const kept = new WeakMap<Brief, Known>();
/** What was known of an earlier version, until the evidence of this one is asked for. */
const inherited = new WeakMap<Brief, Known>();
/** The evidence of a brief with its spans in the document. */
const placed = new WeakMap<Brief, BriefEvidence>();
/** Where evidence with spans from its insight's start was put last: what did not move since is the same objects. */
const placedLast = new WeakMap<ClaimEvidence, { readonly start: number; readonly evidence: ClaimEvidence }>();

/** Lets a version of a brief take over what is known of an earlier one. */
export function inheritEvidence(brief: Brief, previous: Brief): void {
  const known = kept.get(previous) ?? inherited.get(previous);
  if (known) inherited.set(brief, known);
}

/**
 * Looks every number and quotation of a brief's insights and figures up in the passages of the sources that they cite:
 * those of its own sentence; if that has none, of its insight, or of what leads into that. What is marked as computed
 * or as the author's own judgement is not looked up.
 *
 * It is worked out when first asked for; asking again costs nothing.
 */
export function evidenceOf(brief: Brief): BriefEvidence {
  const before = placed.get(brief);
  if (before) return before;
  const evidence: BriefEvidence = {
    insights: brief.insights.map((_, index) => evidenceOfInsight(brief, index) ?? NOTHING),
    figures: brief.figures.map((figure) => evidenceOfFigure(brief, figure)),
  };
  placed.set(brief, evidence);
  return evidence;
}

/** The evidence of one insight, by its index. Unlike that of all, it costs nothing where the others have not moved. */
export function evidenceOfInsight(brief: Brief, index: number): ClaimEvidence | undefined {
  const known = knownOf(brief).insights[index];
  const insight = known && insightAt(brief, index);
  return insight && moved(known.evidence, insight.span.start);
}

/**
 * The evidence of an insight in offsets from the insight's start: an object that stays the same from version to version as
 * long as the insight has the same evidence.
 *
 * @param index of the insight
 */
export function evidenceOrigin(brief: Brief, index: number): ClaimEvidence | undefined {
  return knownOf(brief).insights[index]?.evidence;
}

/** The evidence of one of the brief's figures. */
export function evidenceOfFigure(brief: Brief, figure: Figure): ClaimEvidence {
  return knownOf(brief).figures.get(figure) ?? NOTHING;
}

/** The indexes of the insights with a number or quotation that their sources do not hold, in order. */
export function disputedInsights(brief: Brief): readonly number[] {
  return knownOf(brief).disputed;
}

/** The verdicts on the numbers and quotations of all insights and figures of a brief. */
export function verdictsOf(brief: Brief): VerdictCounts {
  const { verdicts, figures } = knownOf(brief);
  const all = { ...verdicts };
  for (const evidence of figures.values()) add(all, verdictsIn(evidence), 1);
  return all;
}

function add(all: Record<Verdict, number>, verdicts: VerdictCounts, by: 1 | -1): void {
  if (verdicts === NO_VERDICTS) return;
  all.found += by * verdicts.found;
  all.notFound += by * verdicts.notFound;
  all.elsewhere += by * verdicts.elsewhere;
  all.uncheckable += by * verdicts.uncheckable;
}

function verdictsIn(evidence: ClaimEvidence): VerdictCounts {
  if (evidence === NOTHING) return NO_VERDICTS;
  const counts = { ...NO_VERDICTS };
  for (const list of [evidence.numbers, evidence.quotations])
    for (const { verdict } of list) if (verdict) counts[verdict === 'altered' ? 'notFound' : verdict]++;
  return counts;
}

/** The sources of a brief as evidence sees them. */
export function sourcesFactsOf(brief: Brief): SourcesFacts {
  const known = kept.get(brief)?.facts ?? factsAhead.get(brief);
  if (known) return known;
  const facts = factsOf(brief, inherited.get(brief));
  factsAhead.set(brief, facts);
  return facts;
}

/** Of briefs whose verdicts nobody has asked for yet. */
const factsAhead = new WeakMap<Brief, SourcesFacts>();

function knownOf(brief: Brief): Known {
  const before = kept.get(brief);
  if (before) return before;
  const { language } = brief;
  const earlier = inherited.get(brief);
  const facts = sourcesFactsOf(brief);
  if (earlier) inheritIndex(facts, earlier.facts);
  const same = earlier?.language === language ? earlier : undefined;
  const known: Known = {
    language,
    sources: sourceOrigins(brief),
    facts,
    ...evidenceOfEach(brief, facts, same),
    figures: evidenceOfFigures(brief, facts, same),
  };
  inherited.delete(brief);
  kept.set(brief, known);
  return known;
}

/**
 * The verdicts on each insight. Those before and after what an edit changed are taken over in order; among those between,
 * one that says what another said before is found by that.
 */
function evidenceOfEach(
  brief: Brief,
  facts: SourcesFacts,
  earlier: Known | undefined,
): Pick<Known, 'insights' | 'origins' | 'disputed' | 'verdicts'> {
  const origins = originsOf(brief);
  const before = earlier?.insights ?? [];
  const originsBefore = earlier?.origins ?? [];
  const { start, end, endBefore } = replacedIn(originsBefore, origins);
  const byText = new Map(before.slice(start, endBefore).map((known) => [known.origin.text, known]));

  const changes = earlier ? changesBetween(earlier.facts, facts) : null;
  const read = (origin: Origin, index: number): KnownInsight => {
    const isSame = index < start || index >= end;
    const place = index < start ? index : index + before.length - origins.length;
    const known = isSame ? before[place] : byText.get(origin.text);
    const holds = known !== undefined && changes !== null && stillHolds(known, changes);
    if (isSame && holds) return known;
    const insight = insightAt(brief, index);
    if (!insight || !MAY_HOLD.test(insight.text))
      return { origin, unread: NONE, evidence: NOTHING, verdicts: NO_VERDICTS, rests: ON_NOTHING };
    const unread = unreadIn(insight, blockOfInsight(brief, index) ?? brief, index);
    if (holds && saysTheSame(known, { origin, unread })) return { ...known, origin };
    const evidence = lookUp(statementsIn(insight, brief.language, unread), facts);
    return { origin, unread, evidence, verdicts: verdictsIn(evidence), rests: restsOf(origin, evidence) };
  };
  if (!earlier || earlier.facts !== facts) {
    const insights = origins.map(read);
    const verdicts = { ...NO_VERDICTS };
    for (const known of insights) add(verdicts, known.verdicts, 1);
    const disputed = indexesWhere(insights.length, (index) => isDisputed(insights[index]));
    return { insights, origins, disputed, verdicts };
  }
  const middle = origins.slice(start, end).map((origin, i) => read(origin, start + i));
  const insights = before.slice(0, start).concat(middle, before.slice(endBefore));
  const verdicts = { ...earlier.verdicts };
  for (const known of before.slice(start, endBefore)) add(verdicts, known.verdicts, -1);
  for (const known of middle) add(verdicts, known.verdicts, 1);
  const disputed = indexesWhere(insights.length, (index) => isDisputed(insights[index]), {
    found: earlier.disputed,
    replaced: { start, end, endBefore },
  });
  return { insights, origins, disputed, verdicts };
}

function isDisputed(known: KnownInsight | undefined): boolean {
  return known !== undefined && (known.verdicts.notFound > 0 || known.verdicts.elsewhere > 0);
}

function evidenceOfFigures(
  brief: Brief,
  facts: SourcesFacts,
  earlier: Known | undefined,
): ReadonlyMap<Figure, ClaimEvidence> {
  const before = earlier?.facts === facts ? earlier.figures : undefined;
  return new Map(
    declaredFiguresOf(brief).map((figure) => {
      const known = before?.get(figure);
      if (known) return [figure, known];
      const statements = figureStatements(figure, brief);
      return [figure, lookUp(figure.own ? statements.map(uncited) : statements, facts)];
    }),
  );
}

/** Sources that say something else than they did, are new or are gone, by id: as they were, and as they are. */
type Changes = ReadonlyMap<string, readonly SourceFacts[]>;

/** @returns null where sources changed places: of passages that are as good as each other, the first counts */
function changesBetween(before: SourcesFacts, now: SourcesFacts): Changes | null {
  const changes = new Map<string, readonly SourceFacts[]>();
  if (before === now) return changes;
  const order = before.keys();
  for (const [id, facts] of now) {
    const earlier = before.get(id);
    if (earlier !== facts) changes.set(id, earlier ? [earlier, facts] : [facts]);
    if (!earlier) continue;
    let next = order.next().value;
    for (; next !== undefined && !now.has(next); next = order.next().value) noteGone(next);
    if (next !== id) return null;
  }
  for (const id of order) noteGone(id);
  return changes;

  function noteGone(id: string): void {
    const facts = before.get(id);
    if (facts) changes.set(id, [facts]);
  }
}

/** Whether what is known of an insight still holds after some sources changed. */
function stillHolds({ evidence, rests: { ids, open } }: KnownInsight, changes: Changes): boolean {
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

function restsOf({ cites }: Origin, evidence: ClaimEvidence): Rests {
  if (evidence === NOTHING) return ON_NOTHING;
  const { numbers, quotations } = evidence;
  // Those of one sentence have one list.
  const lists = new Set(numbers.map(({ checkedAgainst }) => checkedAgainst));
  const ids = new Set([cites, ...lists].flat());
  return { ids: [...ids], open: [numbers, quotations].some((list) => list.some(({ verdict }) => isOpen(verdict))) };
}

/** Whether a verdict may be another one where a source that is not cited is. */
function isOpen(verdict: QuotationEvidence['verdict']): boolean {
  return verdict === 'elsewhere' || verdict === 'notFound' || verdict === 'uncheckable';
}

/** Whether two insights with one text are the same in all that their evidence depends on, besides the sources. */
function saysTheSame({ origin: a, unread: unreadA }: Says, { origin: b, unread: unreadB }: Says): boolean {
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

/** The sentences of an insight; those that are marked as the author's own or computed rest on no source. */
function statementsIn(insight: Insight, language: string, unread: readonly NotRead[]): Statement[] {
  return statementsOf(insight, language, unread).map((statement, i) =>
    isMarkedOwn(insight) || insight.sentences[i]?.computed ? uncited(statement) : statement,
  );
}

/** Its section says nothing about what it cites. */
function isMarkedOwn({ own, ownBySection }: Insight): boolean {
  return own && !ownBySection;
}

/** A digit, a number word of some script, or a quotation mark; all but few texts have a letter. */
const MAY_HOLD = /[\p{N}\p{L}]/u;

function uncited(statement: Statement): Statement {
  return { ...statement, cites: [] };
}

function lookUp(statements: readonly Statement[], facts: SourcesFacts): ClaimEvidence {
  const contextOf = contextReader(facts);
  const numbers = statements.flatMap((statement) => lookUpNumbers(statement, contextOf(statement), facts));
  const quotations = statements.flatMap((statement) => lookUpQuotations(statement, contextOf(statement), facts));
  return numbers.length === 0 && quotations.length === 0 ? NOTHING : { numbers, quotations };
}

/** Puts the verdicts on an insight where it stands now. */
function moved(evidence: ClaimEvidence, start: number): ClaimEvidence {
  if (evidence === NOTHING) return evidence;
  const last = placedLast.get(evidence);
  if (last?.start === start) return last.evidence;
  const at = (span: Span) => ({ start: span.start + start, end: span.end + start });
  const here: ClaimEvidence = {
    numbers: evidence.numbers.map((number) => ({ ...number, span: at(number.span) })),
    quotations: evidence.quotations.map((quotation) => ({ ...quotation, span: at(quotation.span) })),
  };
  placedLast.set(evidence, { start, evidence: here });
  return here;
}

/** The sources as evidence sees them: the very same objects as before, each source and all together, if they are. */
function factsOf(brief: Brief, earlier: Known | undefined): SourcesFacts {
  const isSameLanguage = earlier?.language === brief.language;
  const sources = sourceOrigins(brief);
  if (isSameLanguage && earlier.sources === sources) return earlier.facts;
  const before = isSameLanguage ? earlier.facts : new Map<string, SourceFacts>();
  const now = new Map<string, SourceFacts>();
  let same = before.size === sources.length;
  const order = before.keys();
  for (const source of sources) {
    const known = before.get(source.id);
    const kept = known && saysSame(known.source, source) ? known : sourceFacts(source, brief);
    same &&= kept === known && order.next().value === source.id;
    now.set(source.id, kept);
  }
  return same ? before : now;
}

/** Whether two versions of a source say the same, as far as evidence reads them. */
function saysSame(before: Source, now: Source): boolean {
  return (
    before === now ||
    (before.language?.value === now.language?.value &&
      before.published?.value === now.published?.value &&
      samePassages(before.passages, now.passages))
  );
}

function samePassages(before: readonly Passage[], now: readonly Passage[]): boolean {
  if (before === now) return true;
  return (
    before.length === now.length &&
    before.every((passage, i) => {
      const same = now[i];
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

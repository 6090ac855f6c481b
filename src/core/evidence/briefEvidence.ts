/** The evidence of a whole brief, kept, and taken over by its next version as far as nothing in it changed. */
import type { Brief, Insight, Passage, Source } from '../brief';
import { originsOf } from '../model/origins';
import type { Span } from '../text';
import { lookUpNumbers, type SourcesFacts } from './lookup/lookUpNumbers';
import { lookUpQuotations } from './lookup/lookUpQuotations';
import { once } from './lookup/once';
import { type SourceFacts, sourceFacts } from './lookup/passageFacts';
import { figureStatements, type Statement, statementsOf } from './lookup/statements';
import type { BriefEvidence, ClaimEvidence } from './verdicts';

const NOTHING: ClaimEvidence = { numbers: [], quotations: [] };

/** The verdicts on the texts of one version. They hold as long as the sources say the same. */
interface Known {
  readonly language: string;
  readonly facts: SourcesFacts;
  readonly insights: readonly KnownInsight[];
}

/** The verdicts on an insight, and where it stood: what did not move since is the same objects. */
interface KnownInsight {
  /** The same as long as the insight is. */
  readonly origin: Insight;
  readonly insight: Insight;
  readonly evidence: ClaimEvidence;
}

const kept = new WeakMap<Brief, { readonly evidence: BriefEvidence; readonly known: Known }>();
/** What was known of an earlier version, until the evidence of this one is asked for. */
const inherited = new WeakMap<Brief, Known>();

/** Lets a version of a brief take over what is known of an earlier one. */
export function inheritEvidence(brief: Brief, previous: Brief): void {
  const known = kept.get(previous)?.known ?? inherited.get(previous);
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
  const before = kept.get(brief);
  if (before) return before.evidence;
  const { language } = brief;
  const earlier = inherited.get(brief);
  const facts = factsOf(brief, earlier);
  const known = earlier?.language === language ? earlier : undefined;
  const unread = once(() => unreadByInsight(brief));
  const insights = evidenceOfEach(brief, facts, known, (insight, index) =>
    lookUp(statementsIn(insight, language, unread().get(index) ?? []), facts),
  );
  const evidence: BriefEvidence = {
    insights: insights.map((one) => one.evidence),
    figures: brief.figures.map((figure) => {
      const statements = figureStatements(figure, brief);
      return lookUp(figure.own ? statements.map(uncited) : statements, facts);
    }),
  };
  inherited.delete(brief);
  kept.set(brief, { evidence, known: { language, facts, insights } });
  return evidence;
}

/**
 * The verdicts on each insight. Those before and after what an edit changed are taken over in order; among those between,
 * one that says what another said before is found by that.
 *
 * @param read looks an insight up, in offsets from its start
 */
function evidenceOfEach(
  brief: Brief,
  facts: SourcesFacts,
  earlier: Known | undefined,
  read: (insight: Insight, index: number) => ClaimEvidence,
): KnownInsight[] {
  const origins = originsOf(brief);
  const before = earlier?.insights ?? [];
  const count = brief.insights.length;
  const shorter = Math.min(before.length, count);
  let start = 0;
  while (start < shorter && before[start]?.origin === origins[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end]?.origin === origins[count - 1 - end]) end++;
  const byKey = new Map(before.slice(start, before.length - end).map((known) => [keyOf(known.insight), known]));

  return brief.insights.map((insight, index): KnownInsight => {
    const origin = origins[index] ?? insight;
    const isOutside = index < start || index >= count - end;
    const known = isOutside ? before[index < start ? index : index + before.length - count] : byKey.get(keyOf(insight));
    if (known && stillHolds(known, facts, earlier)) {
      if (known.insight === insight) return known;
      return { origin, insight, evidence: moved(known.evidence, insight.span.start - known.insight.span.start) };
    }
    const found = MAY_HOLD.test(insight.text) ? read(insight, index) : NOTHING;
    return { origin, insight, evidence: moved(found, insight.span.start) };
  });
}

/** Whether what is known of an insight still holds with the sources as they are now. */
function stillHolds(known: KnownInsight, facts: SourcesFacts, earlier: Known | undefined): boolean {
  if (!earlier || earlier.facts === facts) return true;
  const isSame = (id: string) => earlier.facts.get(id) === facts.get(id);
  const { numbers, quotations } = known.evidence;
  // What is not in the cited sources may be in any other.
  const rests = (verdict: (typeof quotations)[number]['verdict']) =>
    verdict === null || verdict === 'found' || verdict === 'altered';
  return (
    numbers.every(({ verdict }) => rests(verdict)) &&
    quotations.every(({ verdict }) => rests(verdict)) &&
    [...known.insight.cites, ...numbers.flatMap(({ checkedAgainst }) => checkedAgainst)].every(isSame)
  );
}

/** What the evidence of an insight depends on, besides the sources. */
function keyOf({ text, own, cites, sentences }: Insight): string {
  const parts = sentences.map((sentence) => `${sentence.cites.join('\t')}${sentence.computed ? '\t' : ''}`);
  return [text.length, text, own, cites.join('\t'), ...parts].join('\n');
}

/** The sentences of an insight; those that are the author's own or computed rest on no source. */
function statementsIn(insight: Insight, language: string, unread: readonly Span[]): Statement[] {
  return statementsOf(insight, language, unread).map((statement, i) =>
    insight.own || insight.sentences[i]?.computed ? uncited(statement) : statement,
  );
}

/**
 * What stands in each insight's text and states nothing by itself: `{{id}}`, which puts a figure's value there; the
 * marks around a text that is shown in its place; citations in words or mistyped, as in "(USGS, 2024)".
 */
function unreadByInsight({ figureReferences, slips }: Brief): ReadonlyMap<number, readonly Span[]> {
  const unread = new Map<number, Span[]>();
  const add = (insight: number | null, ...spans: readonly Span[]) => {
    if (insight === null) return;
    const list = unread.get(insight);
    if (list) list.push(...spans);
    else unread.set(insight, [...spans]);
  };
  for (const { insight, shown, span } of figureReferences) {
    if (!shown) add(insight, span);
    else add(insight, { start: span.start, end: shown.span.start }, { start: shown.span.end, end: span.end });
  }
  for (const { insight, span } of slips) add(insight, span);
  return unread;
}

/** A digit, a number word of some script, or a quotation mark; all but few texts have a letter. */
const MAY_HOLD = /[\p{N}\p{L}]/u;

function uncited(statement: Statement): Statement {
  return { ...statement, cites: [] };
}

function lookUp(statements: readonly Statement[], facts: SourcesFacts): ClaimEvidence {
  const numbers = statements.flatMap((statement) => lookUpNumbers(statement, facts));
  const quotations = statements.flatMap((statement) => lookUpQuotations(statement, facts));
  return numbers.length === 0 && quotations.length === 0 ? NOTHING : { numbers, quotations };
}

/** Puts the verdicts on an insight where it stands now. */
function moved(evidence: ClaimEvidence, by: number): ClaimEvidence {
  if (evidence === NOTHING || by === 0) return evidence;
  const at = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  return {
    numbers: evidence.numbers.map((number) => ({ ...number, span: at(number.span) })),
    quotations: evidence.quotations.map((quotation) => ({ ...quotation, span: at(quotation.span) })),
  };
}

/** The sources as evidence sees them: the very same objects as before, each source and all together, if they are. */
function factsOf(brief: Brief, earlier: Known | undefined): SourcesFacts {
  const before = earlier?.language === brief.language ? earlier.facts : new Map<string, SourceFacts>();
  const now = new Map<string, SourceFacts>();
  let same = before.size === brief.sources.length;
  for (const source of brief.sources) {
    const known = before.get(source.id);
    const kept = known && saysSame(known.source, source) ? known : sourceFacts(source, brief);
    same &&= kept === known;
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

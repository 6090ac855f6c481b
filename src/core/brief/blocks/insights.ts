/** Decides what each insight of a block rests on, and whether it must be cited. */

import { kept, NONE } from '../../base/same';
import { type AnySpan, firstFrom, type Local, type LocalSpan, startingIn, type Unplaced } from '../../base/text';
import type { Weighed } from '../../document/claims/pointOfClaim';
import { inside, trimEnd } from '../../document/moved';
import type { CitationReading, Evidence } from '../citations';
import { isOpen } from '../needs/because';
import type { TextReader } from '../needs/knownTexts';
import type { Citation, CitedVia, Origin, SectionKind, Sentence } from '../types';
import { type BlockReading, type InsightDraft, OUTSIDE } from './drafts';

export interface Coverage {
  readonly via: CitedVia | null;
  readonly cites: readonly string[];
}

/** A text that leads into what follows it. */
export interface LeadIn {
  /** Its text, as Markdown. */
  readonly text: string;
  /** Its own citations or marks, else the coverage of the text that leads into it. */
  readonly coverage: Coverage;
}

/** Context of a block that its insights depend on. */
export interface InsightSurroundings {
  readonly language: string;
  readonly sectionKind: SectionKind;
  /** True if its section is marked as the author's own judgement. */
  readonly ownSection: boolean;
  /** The paragraph before the block that leads into it. */
  readonly leadIn: LeadIn | null;
  /** True if the block is a paragraph that leads into what follows. */
  readonly leadsInto: boolean;
  /** True if a comment after the block says that its numbers are computed. */
  readonly computed: boolean;
}

const UNCOVERED: Coverage = { via: null, cites: [] };

/**
 * Builds the insights of a block, with indexes among themselves, and in no section.
 *
 * @param text the block's text as the document has it
 */
export function buildInsights(
  text: string,
  { drafts, paragraph }: BlockReading,
  evidence: CitationReading['evidence'],
  around: InsightSurroundings,
  texts: TextReader,
): readonly Origin[] {
  if (drafts.length === 0) return NONE;
  texts.expect(drafts.length, text.length);
  const { language, sectionKind, ownSection } = around;
  const coverage = coverageOf(evidence, around.leadIn);
  const textOf = (draft: InsightDraft) => text.slice(draft.span.start, draft.span.end);
  const leadInOf = ({ leadIn }: InsightDraft) =>
    leadIn === OUTSIDE ? (around.leadIn?.text ?? '') : leadIn ? textOf(leadIn) : '';

  return drafts.map((draft) => {
    const span: LocalSpan = { start: draft.span.start, end: trimEnd(text, draft.span.start, draft.span.end) };
    const own = text.slice(span.start, span.end);
    const held = evidence.get(draft);
    const citations = held?.citations ?? NONE;
    const parts = texts.sentencesOf(own);
    const isParagraph = draft === paragraph;
    const computed = computedParts(draft, isParagraph && around.computed, own, parts);
    const sentences = parts.map(({ span: part, text, weight }, i): Local<Sentence> => {
      const sentence = inside(part, span);
      const cites = citations.length > 0 ? idsOf(startingIn(citations, sentence)) : NONE;
      return { span: sentence, text, cites, needsCitation: weight > 0, computed: computed.has(i) };
    });
    const { via, cites } = coverage(draft);
    const citedVia = via ?? (ownSection ? 'own' : null);
    const words = texts.wordsOf({
      kind: draft.kind,
      text: own,
      sentences: parts,
      language,
      sectionKind,
      task: draft.task,
      leadIn: leadInOf(draft),
      leadsInto: isParagraph ? around.leadsInto : draft.leadsInto,
      nestedAllCited: draft.children.length > 0 && draft.children.every((child) => coverage(child).via !== null),
      emphasisOnly: draft.leaves.every((leaf) => leaf.emphasisOnly),
    });
    return {
      kind: draft.kind,
      span,
      text: own,
      section: null,
      sentences,
      citations,
      cites,
      citedVia,
      because: words.because,
      wording: words.wording,
      isFragment: citedVia === null && isOpen(words.because) && words.isFragment(),
      point: citedVia === null ? inside(words.point(), span) : { start: span.start, end: span.start },
      own: held?.own === true || ownSection,
      ownBySection: ownSection && held?.own !== true,
      computed: computed.size > 0,
      review: draft.review,
      comments: kept(draft.comments),
      parent: draft.parent?.index ?? null,
    };
  });
}

/**
 * Returns a block's text as a lead-in to the next block; null if the block is not a paragraph.
 *
 * @param preceding the lead-in to this block itself
 */
export function leadInOf(
  text: string,
  { paragraph }: BlockReading,
  evidence: CitationReading['evidence'],
  preceding: LeadIn | null,
): LeadIn | null {
  if (!paragraph) return null;
  const own = ownCoverage(evidence.get(paragraph));
  const coverage = own.via ? own : (preceding?.coverage ?? UNCOVERED);
  return { text: text.slice(paragraph.span.start, paragraph.span.end), coverage };
}

/**
 * Returns the indexes of the sentences that a comment marks as computed. It marks the sentence before it; at the start of an
 * insight, the first one; outside of it, all.
 *
 * @param all true if a comment outside of the block marks the insight
 */
function computedParts(
  { computedAt, span }: InsightDraft,
  all: boolean,
  text: string,
  parts: readonly Weighed[],
): ReadonlySet<number> {
  if (!all && computedAt.length === 0) return NO_PARTS;
  const marked = new Set<number>(all ? parts.keys() : []);
  for (const at of computedAt) {
    const place = at - span.start;
    if (place < 0 || place >= text.length) for (const i of parts.keys()) marked.add(i);
    else marked.add(partBefore(place, text, parts));
  }
  return marked;
}

const NO_PARTS: ReadonlySet<number> = new Set();

/**
 * Returns the index of the sentence whose words end before a place.
 *
 * @param text all of the sentences; place and spans count from its start
 */
export function partBefore(place: number, text: string, parts: readonly { readonly span: AnySpan }[]): number {
  let at = firstFrom(parts, place) - 1;
  while (at > 0 && text.slice(parts[at]?.span.start, place).trim() === '') at--;
  return Math.max(0, at);
}

/** Returns a function that finds what covers a draft: its own text, else the text that leads into it, else its nested items. */
function coverageOf(evidence: CitationReading['evidence'], outside: LeadIn | null): (draft: InsightDraft) => Coverage {
  const known = new Map<InsightDraft, Coverage>();
  const ownOf = (draft: InsightDraft) => ownCoverage(evidence.get(draft));
  const leadInTo = (draft: InsightDraft): Coverage => {
    let { leadIn } = draft;
    for (; leadIn && leadIn !== OUTSIDE; { leadIn } = leadIn) {
      const lead = ownOf(leadIn);
      if (lead.via) return lead;
    }
    return (leadIn === OUTSIDE && outside?.coverage) || UNCOVERED;
  };
  const compute = (draft: InsightDraft): Coverage => {
    const own = ownOf(draft);
    if (own.via) return own;
    const lead = leadInTo(draft);
    if (lead.via) return { via: 'lead-in', cites: lead.cites };
    if (draft.children.length === 0) return UNCOVERED;
    const children = draft.children.map(coverage);
    if (children.some((child) => child.via === null)) return UNCOVERED;
    return { via: 'children', cites: [...new Set(children.flatMap((child) => child.cites))] };
  };
  const coverage = (draft: InsightDraft): Coverage => {
    // A draft without items of its own is asked for only once or twice.
    if (draft.children.length === 0) return compute(draft);
    const before = known.get(draft);
    if (before) return before;
    const computed = compute(draft);
    known.set(draft, computed);
    return computed;
  };
  return coverage;
}

/** What may cover an insight or a table. */
type Covering = Omit<Evidence, 'citations'> & { readonly citations: readonly Unplaced<Citation>[] };

/** Returns the coverage that the texts of one insight or table give it themselves. */
export function ownCoverage(held: Covering | undefined): Coverage {
  if (!held) return UNCOVERED;
  const cites = idsOf(held.citations);
  if (cites.length > 0) return { via: 'text', cites };
  if (held.own) return { via: 'own', cites };
  if (held.link) return { via: 'link', cites };
  if (held.textual) return { via: 'textual', cites };
  return UNCOVERED;
}

/** Returns the ids that some citations name, each once. */
export function idsOf(citations: readonly Unplaced<Citation>[]): readonly string[] {
  if (citations.length === 0) return NONE;
  const ids: string[] = [];
  for (const { items } of citations) for (const { id } of items) ids.push(id);
  return ids.length > 1 ? [...new Set(ids)] : kept(ids);
}

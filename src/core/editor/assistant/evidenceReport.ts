/** Reports the passages of a brief's sources that support a claim, to an assistant that writes or cites it. */

import type { TextSpan } from '../../base/text';
import { hasPassage } from '../../brief/queries/citedSources';
import { type SourcesById, sourcesById } from '../../brief/queries/sources';
import type { Brief, Passage, Source } from '../../brief/types';
import { rankerOf } from '../../evidence/candidates';
import { excerptOf } from '../../evidence/cards/excerpt';
import { type Support, supportOfClaim } from '../../evidence/cards/support';
import { evidenceOfClaim } from '../../evidence/claimEvidence';
import type { Candidate } from '../../evidence/ranking';
import { sharedStretch } from '../../evidence/ranking/sharedStretch';
import type { NumberEvidence, PassagePlace, QuotationEvidence, SaidOtherwise } from '../../evidence/verdicts';
import { citationOf } from '../../rules/fixes/cite';
import { clipped } from './texts';

export interface WantedEvidence {
  /** The claim in Markdown; its citations don't count. */
  readonly claim: string;
  /** The ids of the sources to look in. An empty list stands for all sources of the brief. */
  readonly sources: readonly string[];
  /** The most passages that are wanted. */
  readonly most: number;
}

export interface EvidenceReport {
  /** Passages that share words, names or numbers with the claim, best first. */
  readonly passages: readonly PassageReport[];
  /**
   * What the sources together say about the claim. `found` is a ✓: see docs/evidence.md. `numberFound`: a number is found, and
   * may be said of something else. Null if nothing is looked up, or only dates are found.
   */
  readonly support: Support | null;
  readonly numbers: readonly NumberReport[];
  readonly quotations: readonly QuotationReport[];
  /** Statements that the claim makes and a passage denies, or the other way round. */
  readonly denials: readonly DenialReport[];
  /** The ids of the sources that the numbers and quotations were looked up in. */
  readonly checkedAgainst: readonly string[];
  /** The ids of the sources without text and quotes: their content cannot be checked. */
  readonly withoutText: readonly string[];
  /** A sentence about what was left out; null if nothing was. */
  readonly leftOut: string | null;
}

/** A passage, or the part of it that matters, with `…` where words are left out. */
export interface Quote {
  readonly source: string;
  readonly quote: string;
  /** The page of the document, if its copy marks pages. */
  readonly page: string | null;
}

export interface PassageReport extends Quote {
  /** The citation as it is written: `[3]`. */
  readonly citation: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** The origin of the passage: the source's title, a quote in the brief, or a text beside it. */
  readonly from: Passage['from'] | null;
  /** Above 0; to be compared within this report only. */
  readonly score: number;
  /** Words, names and numbers that it shares with the claim, weightiest first. */
  readonly why: readonly string[];
}

interface LookedUp {
  /** The text as the claim writes it. */
  readonly text: string;
  /** The passage that holds it; null if none does, or if the date of a source does. */
  readonly at: Quote | null;
}

export interface NumberReport extends LookedUp {
  /** The verdict as in docs/command-line.md; `notChecked` for a number that states too little to be looked up. */
  readonly verdict: Exclude<NumberEvidence['verdict'], null> | 'notChecked';
  /** The statements of the claim and of the passage that contradict each other, if the verdict is `differs`. */
  readonly differs: { readonly kind: SaidOtherwise['kind']; readonly claim: string; readonly passage: string } | null;
  /** The number that the sources give in its place. */
  readonly instead: (Quote & { readonly text: string }) | null;
}

export interface DenialReport extends LookedUp {
  /** The words of the passage against it. */
  readonly passage: string;
}

export interface QuotationReport extends LookedUp {
  readonly verdict: Exclude<QuotationEvidence['verdict'], null> | 'notChecked';
  /** The words that differ, if the verdict is `altered`. */
  readonly differences: QuotationEvidence['differences'];
}

const MOST_OF_SOURCE = 3;
/** The most numbers and quotations in a report, and ids. */
const MOST_LISTED = 50;
const LONGEST = 500;
const LONGEST_NAME = 200;
/** The most columns of a passage, and of a passage with a number or a quotation. A CJK character takes two. */
const PASSAGE_COLUMNS = 600;
const PLACE_COLUMNS = 240;

/**
 * Ranks the passages of the sources by what they share with a claim, and looks up its numbers and quotations in the sources
 * of these passages, or in all wanted sources if there are no such passages.
 *
 * @param wanted its ids must be ids of sources of the brief
 */
export function evidenceReport(brief: Brief, { claim, sources, most }: WantedEvidence): EvidenceReport {
  const byId = sourcesById(brief);
  const wanted = sources.length > 0 ? new Set(sources) : null;
  // The best passages of a few sources may come after many passages of others.
  const limits = wanted
    ? { most: Number.POSITIVE_INFINITY, mostOfSource: MOST_OF_SOURCE }
    : { most: most + 1, mostOfSource: MOST_OF_SOURCE };
  const ranked = rankerOf(brief)
    .candidates(claim, limits)
    .filter(({ source }) => !wanted || wanted.has(source));
  const told = ranked.slice(0, most);
  const ofPassages = [...new Set(told.map(({ source }) => source))];
  const ids = wanted ? [...wanted] : ofPassages.length > 0 ? ofPassages : [...byId.keys()];
  const evidence = evidenceOfClaim(brief, claim, ids);
  const { numbers, quotations, denied } = evidence;
  const isTitle = ({ source, passage }: PassagePlace) => byId.get(source)?.passages[passage]?.from === 'title';
  const quoteAt = (at: PassagePlace | null) => quoteOf(byId, at);
  return {
    passages: told.flatMap((candidate) => {
      const source = byId.get(candidate.source);
      return source ? [passageReport(brief, source, candidate)] : [];
    }),
    support: supportOfClaim(evidence, isTitle),
    numbers: numbers.slice(0, MOST_LISTED).map((number) => {
      const { quantity, verdict, at, otherwise } = number;
      const instead = number.instead();
      const quote = quoteAt(instead);
      return {
        text: clipped(quantity.surface, LONGEST_NAME),
        verdict: verdict ?? 'notChecked',
        at: quoteAt(at),
        differs: otherwise && {
          kind: otherwise.kind,
          claim: clipped(otherwise.said, LONGEST_NAME),
          passage: clipped(otherwise.found, LONGEST_NAME),
        },
        instead: instead && quote ? { text: clipped(instead.quantity.surface, LONGEST_NAME), ...quote } : null,
      };
    }),
    quotations: quotations.slice(0, MOST_LISTED).map(({ text, verdict, at, differences }) => ({
      text: clipped(text, LONGEST),
      verdict: verdict ?? 'notChecked',
      at: quoteAt(at),
      differences: differences.slice(0, MOST_LISTED),
    })),
    denials: denied.slice(0, MOST_LISTED).map(({ at, otherwise }) => ({
      text: clipped(otherwise.said, LONGEST_NAME),
      passage: clipped(otherwise.found, LONGEST_NAME),
      at: quoteAt(at),
    })),
    checkedAgainst: ids.slice(0, MOST_LISTED),
    withoutText: ids.filter((id) => isWithoutText(byId.get(id))).slice(0, MOST_LISTED),
    leftOut: leftOutOf(ranked.length > most, Math.max(numbers.length, quotations.length), ids.length),
  };
}

function isWithoutText(source: Source | undefined): boolean {
  return !source || !hasPassage(source);
}

function passageReport(brief: Brief, source: Source, candidate: Candidate): PassageReport {
  const passage = source.passages[candidate.passage ?? -1];
  const tag = source.language?.value ?? brief.language;
  const stretch = passage && sharedStretch(passage.text, tag, candidate.shared(), PASSAGE_COLUMNS / 2);
  const fieldOf = (field: { readonly value: string } | undefined) =>
    field ? clipped(field.value, LONGEST_NAME) : null;
  return {
    source: source.id,
    citation: citationOf(source.id),
    title: fieldOf(source.title ?? source.publisher),
    published: fieldOf(source.published),
    url: fieldOf(source.url),
    from: passage?.from ?? null,
    quote: passage && stretch ? excerpt(passage, stretch, PASSAGE_COLUMNS) : '',
    page: passage?.page ?? null,
    score: Number(candidate.score.toPrecision(4)),
    why: candidate
      .why()
      .slice(0, MOST_LISTED)
      .map((reason) => clipped(reason, LONGEST_NAME)),
  };
}

function quoteOf(sources: SourcesById, at: PassagePlace | null): Quote | null {
  const passage = at && sources.get(at.source)?.passages[at.passage];
  return passage ? { source: at.source, quote: excerpt(passage, at, PLACE_COLUMNS), page: passage.page ?? null } : null;
}

function excerpt({ text }: Passage, around: TextSpan, columns: number): string {
  return excerptOf(text, [around], columns)
    .map((piece) => piece.text)
    .join('');
}

function leftOutOf(hasMore: boolean, lookedUp: number, ids: number): string | null {
  const more = hasMore ? ['More passages share something with the claim: ask for more by limit.'] : [];
  const long =
    lookedUp > MOST_LISTED || ids > MOST_LISTED
      ? [`Of numbers, quotations and ids, the first ${MOST_LISTED} of each are told. Ask about one sentence at a time.`]
      : [];
  return more.length + long.length === 0 ? null : [...more, ...long].join(' ');
}

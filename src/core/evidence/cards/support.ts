/** Decides what a citation's chip, card and hover say, and with that which citations have a ✓. */

import { derive } from '../../base/derive';
import type { InText, Unplaced } from '../../base/text';
import { hasPassage } from '../../brief/queries/citedSources';
import type { Brief, Source } from '../../brief/types';
import type { Claim } from '../claims';
import { conflictsOf } from '../conflicts';
import type { ClaimEvidence, NumberEvidence, PassagePlace, QuotationEvidence, Verdict } from '../verdicts';
import { citedFor, unreadFor, verdictFor } from './citedFor';

/**
 * The verdict of a source on a claim.
 *
 * - `found`: ✓. Every amount, date and quotation of the claim stands in the passages, at least one of them is an amount or a
 *   quotation, and no rule doubts it.
 * - `numberFound`: the numbers that were looked up are found. But another one isn't looked up and in no passage, or the passage
 *   is in another language and may give the number to something else, or gives it to another place, or the brief itself gives
 *   another number.
 * - other verdicts: the worst one on its numbers and quotations.
 */
export type Support = Verdict | 'numberFound';

/** What a source says about a claim. */
export interface SourceSupport {
  /** Null for no mark: nothing is looked up or only dates are found, or the source has no text, or only its title has the number. */
  readonly support: Support | null;
  /** Reason why all that was looked up is found, and there is no ✓ all the same; else null. */
  readonly reason: NoTick | null;
}

/**
 * - `dates`: only dates are found.
 * - `language`, `place`: as in `Reservation`.
 * - `unread`: with the numbers that aren't looked up.
 * - `conflict`: with another number that the brief itself gives for the same thing, as it is written there.
 */
export type NoTick =
  | { readonly kind: 'dates' | 'language' | 'place' }
  | { readonly kind: 'unread'; readonly unread: readonly Unplaced<NumberEvidence>[] }
  | { readonly kind: 'conflict'; readonly other: string };

const NO_SUPPORT: SourceSupport = { support: null, reason: null };

/** @param sentence index of the citation's own sentence in the claim; null: all */
export function supportOf(brief: Brief, claim: Claim, source: Source, sentence: number | null): SourceSupport {
  const { id, passages } = source;
  const verdict = verdictFor(claim, id, sentence);
  if (verdict === null || (verdict === 'uncheckable' && !hasPassage(source))) return NO_SUPPORT;
  if (verdict !== 'found') return { support: verdict, reason: null };
  const evidence = citedFor(claim, id, sentence);
  return earned(
    {
      numbers: evidence.flatMap((one) => (one.kind === 'number' ? one.number : [])),
      quotations: evidence.flatMap((one) => (one.kind === 'quotation' ? one.quotation : [])),
      unread: unreadFor(claim, id, sentence),
      isDoubted: isDoubted(claim.evidence),
      contradicted: contradictedIn(brief),
    },
    ({ source: holder, passage }) => holder === id && passages[passage]?.from !== 'title',
  );
}

/**
 * Returns what all sources together say about a claim that isn't in the brief.
 *
 * @param isTitle tells whether a place is the title of a source
 */
export function supportOfClaim(
  evidence: InText<ClaimEvidence>,
  isTitle: (place: PassagePlace) => boolean,
): Support | null {
  const { numbers, quotations, denied } = evidence;
  const all = [...numbers, ...quotations, ...denied].flatMap(({ verdict }) => verdict ?? []);
  const worst = WORST_FIRST.find((one) => all.includes(one));
  if (worst !== 'found') return worst === 'altered' ? 'notFound' : (worst ?? null);
  const unread = numbers.filter(({ verdict }) => verdict === null);
  return earned(
    { numbers, quotations, unread, isDoubted: isDoubted(evidence), contradicted: NOTHING },
    (place) => !isTitle(place),
  ).support;
}

const WORST_FIRST = ['altered', 'notFound', 'elsewhere', 'differs', 'uncheckable', 'found'] as const;

interface Found {
  readonly numbers: readonly Unplaced<NumberEvidence>[];
  readonly quotations: readonly Unplaced<QuotationEvidence>[];
  /** The numbers that aren't looked up. */
  readonly unread: readonly Unplaced<NumberEvidence>[];
  readonly isDoubted: boolean;
  /** Offsets of the numbers for which the brief itself gives another one, by which it is named. */
  readonly contradicted: ReadonlyMap<number, string>;
}

/** Decides on the ✓ of a claim, once all that was looked up is found. @param isHere tells whether a place counts */
function earned(
  { numbers, quotations, unread, isDoubted, contradicted }: Found,
  isHere: (place: PassagePlace) => boolean,
): SourceSupport {
  const held = ({ verdict, at }: Unplaced<NumberEvidence | QuotationEvidence>) =>
    verdict === 'found' && at !== null && isHere(at);
  const here = numbers.filter(held);
  const amounts = here.filter(({ quantity }) => quantity.kind !== 'date');
  const isQuoted = quotations.some(held);
  if (amounts.length === 0 && !isQuoted) return here.length > 0 ? withoutTick(null, { kind: 'dates' }) : NO_SUPPORT;
  const missing = unread.filter((number) => number.reservation === 'unread');
  const support = amounts.length > 0 ? 'numberFound' : null;
  if (isDoubted) return NO_SUPPORT;
  const other = numbers.flatMap(({ span }) => contradicted.get(span.start) ?? [])[0];
  if (other !== undefined) return withoutTick(support, { kind: 'conflict', other });
  if (missing.length > 0) return withoutTick(support, { kind: 'unread', unread: missing });
  for (const kind of ['language', 'place'] as const)
    if (amounts.some((number) => number.reservation === kind)) return withoutTick(support, { kind });
  return { support: 'found', reason: null };
}

function withoutTick(support: Support | null, reason: NoTick): SourceSupport {
  return { support, reason };
}

const NOTHING: ReadonlyMap<number, string> = new Map();

/** The numbers for which the brief itself gives another one, by their offsets: the other number as it is written. */
const contradictedIn = derive((brief: Brief): ReadonlyMap<number, string> => {
  const conflicts = conflictsOf(brief);
  if (conflicts.length === 0) return NOTHING;
  return new Map(conflicts.map(({ span, other }) => [span.start, other.surface]));
});

/** True if a rule doubts a claim although its numbers and quotations are found. */
function isDoubted({ quotations, denied, faults }: Unplaced<ClaimEvidence>): boolean {
  return denied.length > 0 || faults.length > 0 || quotations.some(({ otherwise }) => otherwise !== null);
}

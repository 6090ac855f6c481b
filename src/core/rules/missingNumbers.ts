/** Messages for the numbers of a claim that its sources don't have. */

import { derive } from '../base/derive';
import { listed, plain, shown } from '../base/messages';
import type { Severity } from '../base/problem';
import { say } from '../base/say';
import { contains, firstFrom, type InText, type Unplaced } from '../base/text';
import type { ClaimEvidence, NumberEvidence, NumberInstead, QuotationEvidence, Verdict } from '../evidence/verdicts';
import { numbersWith } from './claimParts';
import { type ShownPassage, shownPassage } from './passageShown';

/** A number of a claim that is missing in its sources. */
interface Missing {
  readonly number: InText<NumberEvidence>;
  /** True if no source has it, so that one may have another number instead. */
  readonly isNowhere: boolean;
  readonly severity: Severity | undefined;
  /** True if it can be marked as computed. */
  readonly mayMark: boolean;
  /** Messages without and with the number that a source has instead, once they were needed. */
  bare: Said | null;
  comparing: Said | null;
}

interface Said {
  readonly message: string;
  /** The passage that the message is about. */
  readonly passage: ShownPassage | null;
}

/**
 * Finds numbers that their sources lack. Other rules report citations of undeclared sources, wrong calculations, and quotations
 * with the numbers in them.
 */
export const missingNumbers = numbersWith((number, { evidence, mayMark }): Missing | null => {
  const { verdict, checkedAgainst, calculation } = number;
  if (calculation || (verdict !== 'notFound' && verdict !== 'elsewhere') || checkedAgainst.length === 0) return null;
  return isInOneOf(reportedIn(evidence), number) ? null : missing(number, mayMark);
});

const missing = derive(
  (number: InText<NumberEvidence>, mayMark: boolean): Missing => ({
    number,
    isNowhere: number.verdict === 'notFound',
    severity: number.doubt === null ? undefined : 'information',
    mayMark,
    bare: null,
    comparing: null,
  }),
);

/**
 * Returns the message for a number that is missing.
 *
 * @param compares true if the message names the number that the source has instead
 */
export function saidOf(missing: Missing, compares: boolean): Said {
  if (!compares) {
    missing.bare ??= saidWith(missing, null);
    return missing.bare;
  }
  missing.comparing ??= saidWith(missing, missing.number.instead());
  return missing.comparing;
}

function saidWith({ number, mayMark }: Missing, instead: NumberInstead | null): Said {
  const place = number.at ?? instead;
  return { message: message(number, instead, mayMark), passage: place && shownPassage(place) };
}

/** A figure's caption may come before its title. */
const reportedIn = derive(({ quotations }: InText<ClaimEvidence>) =>
  quotations.filter(isReported).sort((a, b) => a.span.start - b.span.start),
);

/** True if a rule on quotations reports a quotation, including the numbers in it. */
function isReported({ verdict }: Unplaced<QuotationEvidence>): boolean {
  return verdict !== null && REPORTED.has(verdict);
}

function isInOneOf(quotations: readonly InText<QuotationEvidence>[], { span }: InText<NumberEvidence>): boolean {
  const last = quotations[firstFrom(quotations, span.start + 1) - 1];
  return last !== undefined && contains(last.span, span);
}

const REPORTED: ReadonlySet<Verdict | 'altered'> = new Set(['altered', 'notFound', 'elsewhere']);

function message(
  { quantity, checkedAgainst, verdict, at, doubt }: Unplaced<NumberEvidence>,
  instead: NumberInstead | null,
  mayMark: boolean,
) {
  const surface = plain(quantity.surface);
  const isDate = quantity.kind === 'date';
  const sources = listed(checkedAgainst, 3, 'or', shown);
  if (verdict === 'elsewhere' && at) {
    const other = shown(at.source);
    const missing = say('{0} is not found in {1}, but {2} has it.', surface, sources, other);
    if (!mayMark) return say('{0} Cite {1}.', missing, other);
    return isDate
      ? say('{0} Cite {1}, or mark the date as computed.', missing, other)
      : say('{0} Cite {1}, or mark the number as computed.', missing, other);
  }
  if (doubt !== null)
    return instead
      ? say('Compare: {0} is not found in {1}. A passage says {2}.', surface, sources, plain(instead.quantity.surface))
      : say('Compare: {0} is not found in {1}.', surface, sources);
  if (!instead) {
    const missing = say('{0} is not found in {1}.', surface, sources);
    return mayMark
      ? say('{0} Compare it with the source, cite the source that has it, or mark it as computed.', missing)
      : say('{0} Compare it with the source, or cite the source that has it.', missing);
  }
  const others = plain(instead.quantity.surface);
  const missing =
    checkedAgainst.length === 1
      ? say('{0} is not found in {1}, whose passage says {2}.', surface, sources, others)
      : say('{0} is not found in {1}; a passage of {2} says {3}.', surface, sources, shown(instead.source), others);
  if (isDate)
    return mayMark
      ? say("{0} Take the source's date, cite the source that has it, or mark it as computed.", missing)
      : say("{0} Take the source's date, or cite the source that has it.", missing);
  return mayMark
    ? say("{0} Take the source's number, cite the source that has it, or mark it as computed.", missing)
    : say("{0} Take the source's number, or cite the source that has it.", missing);
}

/** What is said of the numbers of a claim that its sources do not hold. */

import { derive } from '../base/derive';
import { listed, plain, shown } from '../base/messages';
import { once } from '../base/once';
import { say } from '../base/say';
import { contains, firstFrom } from '../base/text';
import type {
  ClaimEvidence,
  NumberEvidence,
  NumberInstead,
  PassagePlace,
  QuotationEvidence,
  Verdict,
} from '../evidence/verdicts';

/** A number that is missing in the sources of a claim, and what is said of it. */
export interface Missing {
  /** Among the numbers of the claim. */
  readonly index: number;
  readonly number: NumberEvidence;
  /** The message without the number that the source has instead. */
  readonly bare: () => Said;
  readonly withOther: () => Said;
}

export interface Said {
  readonly message: string;
  /** What the message speaks of. */
  readonly place: PassagePlace | null;
}

/**
 * Evidence stays the same object as long as its content is the same, and so does its message.
 *
 * @param mayMark whether its numbers can be marked as computed
 */
export const missingNumbers = derive((evidence: ClaimEvidence, mayMark: boolean): readonly Missing[] => {
  // A figure's caption may stand before its title.
  const reported = evidence.quotations.filter(isReported).sort((a, b) => a.span.start - b.span.start);
  return evidence.numbers.flatMap((number, index): Missing[] => {
    if (!isMissing(number) || isInOneOf(reported, number)) return [];
    const said = (instead: NumberInstead | null): Said => ({
      message: message(number, instead, mayMark),
      place: number.at ?? instead,
    });
    return [{ index, number, bare: once(() => said(null)), withOther: once(() => said(number.instead())) }];
  });
});

/** A citation of nothing that is declared is another rule's, and so is what is worked out wrongly. */
function isMissing({ verdict, checkedAgainst, calculation }: NumberEvidence): boolean {
  if (calculation) return false;
  return (verdict === 'notFound' || verdict === 'elsewhere') && checkedAgainst.length > 0;
}

/** The rules on quotations speak of the words of one, its numbers among them. */
function isReported({ verdict }: QuotationEvidence): boolean {
  return verdict !== null && REPORTED.has(verdict);
}

function isInOneOf(quotations: readonly QuotationEvidence[], { span }: NumberEvidence): boolean {
  const last = quotations[firstFrom(quotations, span.start + 1) - 1];
  return last !== undefined && contains(last.span, span);
}

const REPORTED: ReadonlySet<Verdict | 'altered'> = new Set(['altered', 'notFound', 'elsewhere']);

function message(
  { quantity, checkedAgainst, verdict, at }: NumberEvidence,
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

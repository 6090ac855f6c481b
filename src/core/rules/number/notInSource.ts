import { derive } from '../../base/derive';
import { listed, plain, shown } from '../../base/messages';
import { once } from '../../base/once';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { contains, firstFrom } from '../../base/text';
import { type Claim, disputedClaims } from '../../evidence/claims';
import type {
  ClaimEvidence,
  NumberEvidence,
  NumberInstead,
  PassagePlace,
  QuotationEvidence,
  Verdict,
} from '../../evidence/verdicts';
import { markComputedFix } from '../fixes/markComputed';
import { moveCitationFix } from '../fixes/moveCitation';
import { takeNumberFix } from '../fixes/takeNumber';
import { passageShown } from '../passageShown';
import type { Rule, RuleContext } from '../rule';

/** How many messages say what the source has instead; looking for that in all of a huge file would be felt. */
const MOST_COMPARED = 200;

/** A citation says that the source states this. A number that is not there is a slip, or somebody else's. */
export const notInSource: Rule = {
  code: 'number/not-in-source',
  severity: 'warning',
  description: 'A number of a cited insight or figure that no passage of the cited sources holds.',
  *check(context): Iterable<Finding> {
    let compared = 0;
    for (const { kind, at, evidence, claim } of disputedClaims(context.brief)) {
      for (const { index, number, bare, withOther } of missingIn(evidence, kind === 'insight')) {
        const isCompared = number.verdict === 'notFound' && compared++ < MOST_COMPARED;
        const { message, place } = isCompared ? withOther() : bare();
        yield {
          span: { start: at + number.span.start, end: at + number.span.end },
          message,
          related: passageShown(context, place),
          fixes: () => {
            const here = claim();
            const placed = here?.evidence.numbers[index];
            return here && placed ? fixes(context, here, placed) : [];
          },
        };
      }
    }
  },
};

/** A number that is missing in the sources of a claim, and what is said of it. */
interface Missing {
  /** Among the numbers of the claim. */
  readonly index: number;
  readonly number: NumberEvidence;
  /** What is said without comparing it with what the source has instead. */
  readonly bare: () => Said;
  readonly withOther: () => Said;
}

interface Said {
  readonly message: string;
  /** What the message speaks of. */
  readonly place: PassagePlace | null;
}

/**
 * Evidence stays the same object as long as it says the same, and so does what is said of it.
 *
 * @param mayMark whether its numbers can be marked as computed
 */
const missingIn = derive((evidence: ClaimEvidence, mayMark: boolean): readonly Missing[] => {
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

/** A citation of nothing that is declared is another rule's. */
function isMissing({ verdict, checkedAgainst }: NumberEvidence): boolean {
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

/** The likeliest first: the number is right and the citation is not, where another source has it; else the other way. */
function fixes(context: RuleContext, claim: Claim, number: NumberEvidence): Fix[] {
  const move = moveCitationFix(context, claim, number);
  const take = takeNumberFix(context, claim, number);
  const mark = claim.kind === 'insight' ? markComputedFix(context.brief, claim.insight, number.sentence) : null;
  return [...(move ? [move] : []), ...(take ? [{ ...take, preferred: move === null }] : []), ...(mark ? [mark] : [])];
}

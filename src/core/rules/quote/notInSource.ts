import { listed, shown } from '../../base/messages';
import { say } from '../../base/say';
import type { Unplaced } from '../../base/text';
import type { QuotationEvidence } from '../../evidence/verdicts';
import { moveCitationFix } from '../fixes/moveCitation';
import { passageShown } from '../passageShown';
import { quotationRule } from '../rule';

/** Words between quotation marks are somebody's; the citation says whose. */
export const notInSource = quotationRule({
  code: 'quote/not-in-source',
  severity: 'warning',
  description: 'Quoted words that the passages of the cited sources do not have.',
  // A citation of nothing that is declared is another rule's.
  where: ({ verdict, checkedAgainst }) =>
    (verdict === 'notFound' || verdict === 'elsewhere') && checkedAgainst.length > 0,
  *check(one, context) {
    const { part, span } = one;
    yield {
      span,
      message: message(part),
      related: passageShown(context, part.at),
      fixes: () => one.inClaim((claim, quotation) => [moveCitationFix(context, claim, quotation)]),
    };
  },
});

function message({ checkedAgainst, at }: Unplaced<QuotationEvidence>): string {
  const sources = listed(checkedAgainst, 3, 'or', shown);
  if (at) return say('These words are not found in {0}, but {1} has them. Cite {1}.', sources, shown(at.source));
  return say(
    "These words are not found in {0}. Quote the source's own words, cite the source that has them, or remove the quotation marks.",
    sources,
  );
}

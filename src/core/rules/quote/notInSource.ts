import { listed, shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { disputedQuoting } from '../../evidence/claims';
import type { QuotationEvidence } from '../../evidence/verdicts';
import { moveCitationFix } from '../fixes/moveCitation';
import { passageShown } from '../passageShown';
import { briefRule } from '../rule';

/** Words between quotation marks are somebody's; the citation says whose. */
export const notInSource = briefRule({
  code: 'quote/not-in-source',
  severity: 'warning',
  description: 'Quoted words that the passages of the cited sources do not have.',
  *check(context): Iterable<Finding> {
    for (const { parts, at: start, claim } of disputedQuoting(context.brief)) {
      for (const [index, quotation] of parts.entries()) {
        const { verdict, checkedAgainst, span, at } = quotation;
        // A citation of nothing that is declared is another rule's.
        if ((verdict !== 'notFound' && verdict !== 'elsewhere') || checkedAgainst.length === 0) continue;
        yield {
          span: { start: start + span.start, end: start + span.end },
          message: message(quotation),
          related: passageShown(context, at),
          fixes: () => {
            const here = claim();
            const placed = here?.evidence.quotations[index];
            const fix = here && placed ? moveCitationFix(context, here, placed) : null;
            return fix ? [fix] : [];
          },
        };
      }
    }
  },
});

function message({ checkedAgainst, at }: QuotationEvidence): string {
  const sources = listed(checkedAgainst, 3, 'or', shown);
  if (at) return say('These words are not found in {0}, but {1} has them. Cite {1}.', sources, shown(at.source));
  return say(
    "These words are not found in {0}. Quote the source's own words, cite the source that has them, or remove the quotation marks.",
    sources,
  );
}

import type { Figure, Insight } from '../../brief';
import { evidenceOf } from '../../evidence/briefEvidence';
import type { ClaimEvidence, QuotationEvidence } from '../../evidence/verdicts';
import type { Finding } from '../../problem';
import { moveCitationFix } from '../fixes/moveCitation';
import { listed, shown } from '../messages';
import { passageShown } from '../passageShown';
import type { Rule, RuleContext } from '../rule';

/** Words between quotation marks are somebody's; the citation says whose. */
export const notInSource: Rule = {
  code: 'quote/not-in-source',
  severity: 'warning',
  description: 'Quoted words that no passage of the cited sources holds.',
  *check(context): Iterable<Finding> {
    const { brief } = context;
    const { insights, figures } = evidenceOf(brief);
    for (const [i, insight] of brief.insights.entries()) yield* report(context, insight, insights[i]);
    for (const [i, figure] of brief.figures.entries()) yield* report(context, figure, figures[i]);
  },
};

function* report(context: RuleContext, holder: Insight | Figure, claim: ClaimEvidence | undefined) {
  for (const quotation of claim?.quotations ?? []) {
    if (!claim || (quotation.verdict !== 'notFound' && quotation.verdict !== 'elsewhere')) continue;
    yield {
      span: quotation.span,
      message: message(quotation),
      related: passageShown(context, quotation.at),
      fixes: () => [moveCitationFix(context, holder, claim, quotation)].filter((fix) => fix !== null),
    } satisfies Finding;
  }
}

function message({ checkedAgainst, at }: QuotationEvidence): string {
  const missing = `These words are not found in ${listed(checkedAgainst.map(shown), 3, 'or')}`;
  if (at) return `${missing}, but ${shown(at.source)} has them. Cite ${shown(at.source)}.`;
  return `${missing}. Quote the source's own words, cite the source that has them, or take the quotation marks away.`;
}

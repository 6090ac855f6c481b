import type { Figure, Insight } from '../../brief';
import { evidenceOf } from '../../evidence/briefEvidence';
import type { Difference } from '../../evidence/quotations';
import type { QuotationEvidence } from '../../evidence/verdicts';
import type { Finding } from '../../problem';
import { takeWordingFix } from '../fixes/takeWording';
import { quoted, shown } from '../messages';
import { passageShown } from '../passageShown';
import type { Rule, RuleContext } from '../rule';

/** Quotation marks say that these are the very words. */
export const altered: Rule = {
  code: 'quote/altered',
  severity: 'warning',
  description: 'Quoted words that differ from those of the source by a few words.',
  *check(context): Iterable<Finding> {
    const { brief } = context;
    const { insights, figures } = evidenceOf(brief);
    for (const [i, insight] of brief.insights.entries()) yield* report(context, insight, insights[i]?.quotations ?? []);
    for (const [i, figure] of brief.figures.entries()) yield* report(context, figure, figures[i]?.quotations ?? []);
  },
};

function* report(context: RuleContext, holder: Insight | Figure, quotations: readonly QuotationEvidence[]) {
  for (const quotation of quotations) {
    const { verdict, span, at, differences } = quotation;
    if (verdict !== 'altered' || !at) continue;
    yield {
      span,
      message: `These are not quite the words of ${shown(at.source)}. ${wordsOf(differences)} Take its wording, or take the quotation marks away.`,
      related: passageShown(context, at),
      fixes: () => [takeWordingFix(context, holder, quotation)].filter((fix) => fix !== null),
    } satisfies Finding;
  }
}

/** More differences than these are not read; the passage is shown beside the message. */
const MOST = 3;

function wordsOf(differences: readonly Difference[]): string {
  const shownHere = differences.slice(0, MOST).map(({ quoted: here, source }) => {
    if (here === '') return `The source has ${quoted(source)}, which is left out here.`;
    if (source === '') return `The source does not have ${quoted(here)}.`;
    return `The source says ${quoted(source)}, not ${quoted(here)}.`;
  });
  return shownHere.join(' ');
}

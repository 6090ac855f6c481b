import { listed, shown } from '../../base/messages';
import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { levelOf } from '../../brief/needs/because';
import { isCitedItself } from '../../brief/needs/habit';
import { blockOfInsight } from '../../brief/queries/blocks';
import type { Insight, Sentence } from '../../brief/types';
import { citationOf, citeEdit, describeSource } from '../fixes/cite';
import { insightRule, type RuleContext } from '../rule';

/**
 * Reports sentences without a citation of their own. Most paragraphs cite once for several sentences, so the rule is off by
 * default.
 */
export const missingInSentence = insightRule({
  code: 'citation/missing-in-sentence',
  severity: 'off',
  description: 'In a cited insight, a sentence that states something checkable and has no citation of its own.',
  where: (insight) => {
    const { sentences, because, own } = insight;
    // A citation before an insight, or in the items below it, is for all its sentences.
    return (
      sentences.length > 1 && levelOf(because) !== null && !own && isCitedItself(insight) && sentences.some(isWithout)
    );
  },
  *check({ index, placed }, context) {
    const insight = placed();
    const { links = [], slips = [] } = blockOfInsight(context.brief, index) ?? {};
    // Its author has marked these otherwise: by a link, a citation in words, or a gap.
    const marks = [...links, ...slips.filter(({ kind }) => kind === 'textual' || kind === 'gap')];
    for (const sentence of insight?.sentences.filter(isWithout) ?? [])
      if (insight && !marks.some((mark) => mark.insight === index && startsIn(mark, sentence)))
        yield {
          span: sentence.span,
          message: message(insight),
          ...(insight.mustCite === 'hint' ? { severity: 'hint' as const } : {}),
          fixes: () => fixes(context, insight, sentence),
        };
  },
});

function startsIn({ span }: { readonly span: Span }, sentence: Sentence): boolean {
  return span.start >= sentence.span.start && span.start < sentence.span.end;
}

function isWithout({ needsCitation, cites }: Pick<Sentence, 'needsCitation' | 'cites'>): boolean {
  return needsCitation && cites.length === 0;
}

function message({ cites }: Insight): string {
  const what = say('This sentence states something checkable and has no citation of its own.');
  if (cites.length === 0) return say('{0} Cite its source here too.', what);
  return say('{0} Cite {1} here too, or another source that supports it.', what, listed(cites.map(shown)));
}

const MOST = 3;

/** Returns fixes that cite a source. The insight's own sources come first, the likeliest of them at the top. */
function fixes({ brief, sources, ranker }: RuleContext, { cites }: Insight, sentence: Sentence): Fix[] {
  const likely = ranker().rank(sentence);
  const own = likely.filter((id) => cites.includes(id));
  const candidates = new Set([...own, ...cites.filter((id) => sources.has(id)), ...likely]);
  return [...candidates].slice(0, MOST).map((id, i) => ({
    title: say('Cite {0}', describeSource(sources.get(id), id)),
    edits: [citeEdit(brief, sentence, citationOf(id))],
    ...(i === 0 ? { preferred: true } : {}),
  }));
}

import { listed, shown } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { levelOf } from '../../brief/needs/because';
import { isCitedItself } from '../../brief/needs/habit';
import { insightAt } from '../../brief/queries/blocks';
import { blocksWith, insightsWith } from '../../brief/queries/finders';
import type { Brief, Insight, Sentence } from '../../brief/types';
import { citationOf, citeEdit, describeSource } from '../fixes/cite';
import { briefRule, type RuleContext } from '../rule';

/**
 * Reports sentences without a citation of their own. Most paragraphs cite once for several sentences, so the rule is off by
 * default.
 */
export const missingInSentence = briefRule({
  code: 'citation/missing-in-sentence',
  severity: 'off',
  description: 'In a cited insight, a sentence that states something checkable and has no citation of its own.',
  *check(context): Iterable<Finding> {
    const { brief } = context;
    const marked = placesMarkedOtherwise(brief);
    for (const index of perhapsLacking(brief)) {
      const insight = insightAt(brief, index);
      if (!insight) continue;
      const { sentences, mustCite } = insight;
      const marks = marked.get(index) ?? [];
      for (const sentence of sentences) {
        if (!isWithout(sentence)) continue;
        if (marks.some((at) => at >= sentence.span.start && at < sentence.span.end)) continue;
        yield {
          span: sentence.span,
          message: message(insight),
          ...(mustCite === 'hint' ? { severity: 'hint' } : {}),
          fixes: () => fixes(context, insight, sentence),
        };
      }
    }
  },
});

const perhapsLacking = insightsWith((insight) => {
  const { sentences, because, own } = insight;
  // A citation before an insight, or in the items below it, is for all its sentences.
  return (
    sentences.length > 1 && levelOf(because) !== null && !own && isCitedItself(insight) && sentences.some(isWithout)
  );
});

function isWithout({ needsCitation, cites }: Sentence): boolean {
  return needsCitation && cites.length === 0;
}

/** Returns the offsets of links, citations in words and gaps that the author marked, by the index of their insight. */
function placesMarkedOtherwise(brief: Brief): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const { links, slips } of withLinksOrSlips(brief)) {
    const marks = slips.filter(({ kind }) => kind === 'textual' || kind === 'gap');
    for (const { insight, span } of [...links, ...marks]) {
      if (insight === null) continue;
      const known = places.get(insight);
      if (known) known.push(span.start);
      else places.set(insight, [span.start]);
    }
  }
  return places;
}

const withLinksOrSlips = blocksWith(({ links, slips }) => links.length > 0 || slips.length > 0);

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

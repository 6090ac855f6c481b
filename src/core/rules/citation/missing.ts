import { derive } from '../../base/derive';
import { quoted, shown } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { movedSpan } from '../../brief/blocks/move';
import { becauseOf, insightAt, insightsWhere, insightTest, originsOf, startOfInsight } from '../../brief/meantBlocks';
import { levelOf } from '../../brief/needs/because';
import { plainHeading } from '../../brief/needs/sectionWords';
import type { Brief, Insight, Origin } from '../../brief/types';
import { lazyRanker } from '../../evidence/candidates';
import { slipsOf } from '../blockTests';
import { citationOf, citeEdit, describeSource } from '../fixes/cite';
import { declareSource, newSourceId } from '../fixes/declareSource';
import { ownSectionFixes } from '../fixes/ownSection';
import { newSourceFile } from '../fixes/sources/sourceInLibrary';
import type { Rule, RuleContext } from '../rule';

/** How many messages name a source that could be cited; ranking sources for all of a huge file would be felt. */
const MOST_NAMED = 200;

/** The rule that the others serve: what a reader may doubt says where it comes from. */
export const missing: Rule = {
  code: 'citation/missing',
  severity: 'warning',
  description: 'An insight that states something checkable and cites no source.',
  *check(context): Iterable<Finding> {
    const { brief } = context;
    const ranker = lazyRanker(brief);
    // The author has marked these already: `citation/needed` speaks of them.
    const marked = new Set<number | null>();
    for (const { kind, insight } of slipsOf(brief)) if (kind === 'gap') marked.add(insight);
    let named = 0;
    const origins = originsOf(brief);
    for (const index of insightsWhere(brief, mayLackCitation)) {
      const origin = origins[index];
      const start = startOfInsight(brief, index);
      const level = levelOf(becauseOf(brief, index) ?? 'no-words');
      if (!origin || start === undefined || level === null || marked.has(index)) continue;
      const { text, span, point } = origin;
      const about = { start, end: start + text.trimEnd().length };
      const by = start - span.start;
      yield {
        span: movedSpan(point, by),
        about,
        get message() {
          const best = named++ < MOST_NAMED ? ranker().likeliest({ text, span: about }) : undefined;
          return message(claimed(origin), best);
        },
        ...(level === 'hint' ? { severity: 'hint' } : {}),
        fixes: () => {
          const insight = insightAt(brief, index);
          return insight ? fixes(context, insight, ranker().rank(insight)) : [];
        },
      };
    }
  },
};

/** What Markdown may write between words. */
const MARKED = /[[*_`~\n]/;

/** The words that start the sentence which needs a source the most. */
const claimed = derive(({ text, span, sentences, point }: Origin): string => {
  const { start, end } = sentences.findLast((sentence) => sentence.span.start <= point.start)?.span ?? span;
  const from = start - span.start;
  // More than a message shows, with what Markdown writes between its words.
  const words = text.slice(from, Math.min(end - span.start, from + 200));
  return quoted((MARKED.test(words) ? plainHeading(words) : words).replace(/[.。]$/, ''));
});

function message(words: string, best: string | undefined): string {
  return best === undefined
    ? say('{0} cites nothing. Cite a source, or mark it [own].', words)
    : say('{0} cites nothing. Cite one, such as {1}, or mark it [own].', words, shown(best));
}

const mayLackCitation = insightTest(({ because, citedVia }) => levelOf(because) !== null && citedVia === null);

function fixes({ brief, sources }: RuleContext, insight: Insight, candidates: readonly string[]): Fix[] {
  return [
    ...candidates.map(
      (id, i): Fix => ({
        title: say('Cite {0}', describeSource(sources.get(id), id)),
        edits: [citeEdit(brief, insight, citationOf(id))],
        ...(i === 0 ? { preferred: true } : {}),
      }),
    ),
    ...citeNewSource(brief, insight),
    { title: say('Mark as own judgement'), edits: [citeEdit(brief, insight, '[own]')] },
    ...ownSectionFixes(brief, insight),
  ];
}

function citeNewSource(brief: Brief, insight: Insight): Fix[] {
  const id = newSourceId(brief);
  const declaration = declareSource(brief, { id });
  const cite = (cited: string) => citeEdit(brief, insight, citationOf(cited));
  const made = newSourceFile(brief, {});
  if (!declaration && !made) return [];
  return [
    {
      title: say('Add a source and cite it'),
      edits: declaration ? [cite(id), declaration] : [],
      ...(made ? { inLibrary: { file: made.file, edits: [cite(made.id)] } } : {}),
    },
  ];
}

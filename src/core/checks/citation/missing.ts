import type { Brief, Insight } from '../../brief';
import { lazyRanker } from '../../evidence/candidates';
import { type InsightTest, insightAt, insightsWhere, originsOf, startOfInsight } from '../../model/meantBlocks';
import type { Finding, Fix } from '../../problem';
import { say } from '../../say';
import { slipsOf } from '../blockTests';
import { citationOf, citeEdit, describeSource } from '../fixes/cite';
import { declareSource, newSourceId } from '../fixes/declareSource';
import { newSourceFile } from '../fixes/sourceInLibrary';
import { shown } from '../messages';
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
    for (const index of insightsWhere(brief, isUncited)) {
      const origin = origins[index];
      const start = startOfInsight(brief, index);
      if (!origin || start === undefined || marked.has(index)) continue;
      const { text, mustCite } = origin;
      const span = { start, end: start + text.trimEnd().length };
      yield {
        span,
        get message() {
          const best = named++ < MOST_NAMED ? ranker().likeliest({ text, span }) : undefined;
          return best === undefined
            ? say('No source is cited for this insight. Cite one, or mark it [own].')
            : say('No source is cited for this insight. Cite one, such as {0}, or mark it [own].', shown(best));
        },
        ...(mustCite === 'hint' ? { severity: 'hint' } : {}),
        fixes: () => {
          const insight = insightAt(brief, index);
          return insight ? fixes(context, insight, ranker().rank(insight)) : [];
        },
      };
    }
  },
};

const isUncited: InsightTest = ({ mustCite, citedVia }) => mustCite !== null && citedVia === null;

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

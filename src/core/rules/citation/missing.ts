import type { EditorCommand, Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { levelOf } from '../../brief/needs/because';
import { withoutGap } from '../../brief/needs/uncited';
import { decisionOn, neighboursOf, originsOf } from '../../brief/queries/blocks';
import { hasPassages } from '../../brief/queries/citedSources';
import type { Brief, Insight } from '../../brief/types';
import { citationOf, citeEdit, describeSource } from '../fixes/cite';
import { declareSource, newSourceId } from '../fixes/declareSource';
import { ownSectionFixes } from '../fixes/ownSection';
import { newSourceFile } from '../fixes/sources/sourceInLibrary';
import { missingCitation } from '../missingCitation';
import { insightRule, type RuleContext } from '../rule';

const COMMANDS: readonly EditorCommand[] = ['suggestSources'];

/** The main rule: a statement that a reader may doubt needs a source. */
export const missing = insightRule({
  code: 'citation/missing',
  severity: 'warning',
  description: 'An insight that states something checkable and cites no source.',
  // `citation/needed` reports those that their author has marked.
  which: withoutGap,
  *check({ origin, index, span: { start }, point, placed }, context): Iterable<Finding> {
    const { brief, ranker } = context;
    const level = levelOf(decisionOn(brief, index)?.because ?? 'no-words');
    if (level === null) return;
    const { text } = origin;
    const about = { start, end: start + text.trimEnd().length };
    yield {
      span: point,
      about,
      message: () => {
        const best = sourceNear(context, index) ?? context.likeliest({ text, span: about });
        return missingCitation(origin, best, level === 'warning' ? neighboursOf(brief, index) : null);
      },
      severity: level === 'hint' ? level : undefined,
      // Without passages, the suggestions are mere titles, which the fixes offer already.
      commands: hasPassages(brief) ? COMMANDS : undefined,
      fixes: () => {
        const insight = placed();
        return insight ? fixes(context, insight, likely(sourceNear(context, index), ranker().rank(insight))) : [];
      },
    };
  },
});

/** Returns the source that the nearest insight cites, before an insight or else behind it; undefined if none near it does. */
function sourceNear({ brief, sources }: RuleContext, index: number): string | undefined {
  const origins = originsOf(brief);
  for (const step of [-1, 1])
    for (let distance = 1; distance <= FARTHEST_NEIGHBOUR; distance++) {
      const near = origins[index + step * distance];
      const id = near?.citedVia === 'text' ? near.cites.find((each) => sources.has(each)) : undefined;
      if (id !== undefined) return id;
    }
  return undefined;
}

const FARTHEST_NEIGHBOUR = 3;

/** The source of the nearest insight comes first. */
function likely(near: string | undefined, ranked: readonly string[]): readonly string[] {
  return near === undefined ? ranked : [near, ...ranked.filter((id) => id !== near)].slice(0, MOST_OFFERED);
}

const MOST_OFFERED = 3;

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

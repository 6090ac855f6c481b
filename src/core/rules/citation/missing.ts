import type { EditorCommand, Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { levelOf } from '../../brief/needs/because';
import { perhapsUncited } from '../../brief/needs/uncited';
import { decisionOn, insightAt, neighboursOf, originsOf, startOfInsight } from '../../brief/queries/blocks';
import { hasPassage } from '../../brief/queries/citedSources';
import { slipsOf, sourcesWith } from '../../brief/queries/finders';
import type { Brief, Insight, Origin } from '../../brief/types';
import { citationOf, citeEdit, describeSource } from '../fixes/cite';
import { declareSource, newSourceId } from '../fixes/declareSource';
import { ownSectionFixes } from '../fixes/ownSection';
import { newSourceFile } from '../fixes/sources/sourceInLibrary';
import { missingCitation } from '../missingCitation';
import { briefRule, type RuleContext } from '../rule';

const COMMANDS: readonly EditorCommand[] = ['suggestSources'];
const withPassages = sourcesWith(hasPassage);

/** Most messages that name a source to cite. To rank sources for all of a huge file would be noticeably slow. */
const MOST_NAMED = 200;

/** The main rule: a statement that a reader may doubt needs a source. */
export const missing = briefRule({
  code: 'citation/missing',
  severity: 'warning',
  description: 'An insight that states something checkable and cites no source.',
  *check(context): Iterable<Finding> {
    const { brief, ranker } = context;
    // The author has marked these already, and `citation/needed` reports them.
    const marked = new Set<number | null>();
    for (const { kind, insight } of slipsOf(brief)) if (kind === 'gap') marked.add(insight);
    // Without passages, the suggestions are mere titles, which the fixes offer already.
    const [known] = withPassages(brief);
    const commands = known && COMMANDS;
    let named = 0;
    const origins = originsOf(brief);
    for (const index of perhapsUncited(brief)) {
      const origin = origins[index];
      const start = startOfInsight(brief, index);
      const level = levelOf(decisionOn(brief, index)?.because ?? 'no-words');
      if (!origin || start === undefined || level === null || marked.has(index)) continue;
      const { text, span, point } = origin;
      const about = { start, end: start + text.trimEnd().length };
      const by = start - span.start;
      yield {
        span: { start: by + point.start, end: by + point.end },
        about,
        message: () => {
          const near = sourceNear(context, origins, index);
          const best = near ?? (named++ < MOST_NAMED ? ranker().likeliest({ text, span: about }) : undefined);
          return missingCitation(origin, best, level === 'warning' ? neighboursOf(brief, index) : null);
        },
        severity: level === 'hint' ? level : undefined,
        commands,
        fixes: () => {
          const insight = insightAt(brief, index);
          return insight
            ? fixes(context, insight, likely(sourceNear(context, origins, index), ranker().rank(insight)))
            : [];
        },
      };
    }
  },
});

/** Returns the source that the nearest insight cites, before an insight or else behind it; undefined if none near it does. */
function sourceNear({ sources }: RuleContext, origins: readonly Origin[], index: number): string | undefined {
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

import { quoted } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { hardlyCites } from '../../brief/needs';
import { declaredFiguresOf, practiceOf, tablesOfBody, tablesPerhapsUncovered } from '../../brief/queries/blocks';
import type { Brief, Figure, Source } from '../../brief/types';
import { describeSource } from '../fixes/cite';
import { entryFieldEdit } from '../fixes/entryField';
import { figureRule } from '../rule';

/** Numbers in a figure are claims as those in a sentence are. */
export const uncited = figureRule({
  code: 'figure/uncited',
  severity: 'warning',
  description: 'A figure with neither `cites` nor `own: true`, or a table that no citation covers.',
  which: (brief) => [...declaredFiguresOf(brief), ...tablesPerhapsUncovered(brief)],
  *checkAll(all, { brief, sources, ranker }): Iterable<Finding> {
    const figures = all.filter((figure) => isUncited(brief, figure));
    // What the whole document lacks is said once, by citation/none.
    const isHint = hardlyCites(practiceOf(brief)) || hardlyCitesTables(brief, figures);
    const ofTables = isHint ? 'hint' : 'information';
    for (const figure of figures) {
      if (figure.id === null) {
        const end = brief.lines.endOf(brief.lines.lineAt(figure.span.start));
        yield {
          span: { start: figure.span.start, end: Math.min(end, figure.span.end) },
          severity: ofTables,
          message: say(
            'No citation covers this table. Cite its source in a header, in its cells, or in the line that leads into it.',
          ),
        };
        continue;
      }
      yield {
        span: figure.id.span,
        message: say(
          'Figure {0} cites no source. Add cites: [id], or own: true for your own judgement.',
          quoted(figure.id.value),
        ),
        fixes: () => {
          const about = { text: wordsOf(figure), span: figure.span };
          const candidates = ranker()
            .rank(about)
            .filter((id) => !id.startsWith('^'));
          const [likeliest, ...others] = candidates.flatMap((id) => cite(brief, figure, id, sources.get(id)));
          return [...(likeliest ? [{ ...likeliest, preferred: true }] : []), ...others, ...markOwn(brief, figure)];
        },
      };
    }
  },
});

function isUncited(brief: Brief, figure: Figure): boolean {
  const { cites, own, citedVia, content } = figure;
  return cites.length === 0 && !own && !citedVia && content !== null && !isExempt(brief, figure);
}

/** Fewest tables that show the habit of an author. */
const FEWEST_TABLES = 3;

/** The share of tables without a citation that shows the habit of an author to cite none. */
const MOST_TABLES = 0.8;

/** True if it is the author's habit to cite hardly any table. */
function hardlyCitesTables(brief: Brief, uncited: readonly Figure[]): boolean {
  const count = uncited.filter(({ id }) => id === null).length;
  const all = tablesOfBody(brief).reduce((sum, { tables }) => sum + tables.length, 0);
  return count >= Math.max(FEWEST_TABLES, MOST_TABLES * all);
}

function isExempt(brief: Brief, { section }: Figure): boolean {
  const kind = section === null ? undefined : brief.sections[section]?.kind;
  return kind === 'exempt' || kind === 'sources';
}

function wordsOf({ title, caption, content }: Figure): string {
  const value = content?.kind === 'value' ? content.value.value : '';
  return [title?.value, caption?.value, value].filter((part) => part !== undefined).join('\n');
}

function cite(brief: Brief, figure: Figure, id: string, source: Source | undefined): Fix[] {
  const edit = figure.id && entryFieldEdit(brief, figure.id.span, 'cites', `[${id}]`);
  return edit ? [{ title: say('Cite {0}', describeSource(source, id)), edits: [edit] }] : [];
}

function markOwn(brief: Brief, { id }: Figure): Fix[] {
  const edit = id && entryFieldEdit(brief, id.span, 'own', 'true');
  return edit ? [{ title: say('Mark as own judgement'), edits: [edit] }] : [];
}

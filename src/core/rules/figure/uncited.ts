import { quoted } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { hardlyCites } from '../../brief/needs';
import { declaredFiguresOf, practiceOf, tablesPerhapsUncovered } from '../../brief/queries/blocks';
import type { Brief, Figure, Source } from '../../brief/types';
import { describeSource } from '../fixes/cite';
import { entryFieldEdit } from '../fixes/entryField';
import { briefRule } from '../rule';

/** Numbers in a figure are claims as those in a sentence are. */
export const uncited = briefRule({
  code: 'figure/uncited',
  severity: 'warning',
  description: 'A figure with neither `cites` nor `own: true`, or a table that no citation covers.',
  *check({ brief, sources, ranker }): Iterable<Finding> {
    // What the whole document lacks is said once, by citation/none.
    const ofTables = hardlyCites(practiceOf(brief)) ? 'hint' : 'information';
    for (const figure of figuresPerhapsUncited(brief)) {
      if (
        figure.cites.length > 0 ||
        figure.own ||
        figure.citedVia ||
        figure.content === null ||
        isExempt(brief, figure)
      )
        continue;
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

function* figuresPerhapsUncited(brief: Brief): Iterable<Figure> {
  yield* declaredFiguresOf(brief);
  yield* tablesPerhapsUncovered(brief);
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

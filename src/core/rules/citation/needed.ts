import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { insightAt } from '../../brief/queries/blocks';
import { citationOf, describeSource } from '../fixes/cite';
import { slipRule } from '../rule';

/** A gap that the author marked and has not filled yet. */
export const needed = slipRule({
  code: 'citation/needed',
  severity: 'warning',
  description: 'A place marked as needing a citation, such as `[?]` or `[citation needed]`.',
  kinds: ['gap'],
  *check({ span, insight }, { brief, sources, ranker }): Iterable<Finding> {
    yield {
      span,
      message: say('A citation is still needed here. Cite a source, or write [own] if this is your own judgement.'),
      fixes: () => {
        const about = insight === null ? undefined : insightAt(brief, insight);
        const ids = about ? ranker().rank(about) : [];
        return [
          ...ids.map(
            (id, i): Fix => ({
              title: say('Cite {0}', describeSource(sources.get(id), id)),
              edits: [{ span, newText: citationOf(id) }],
              ...(i === 0 ? { preferred: true } : {}),
            }),
          ),
          { title: say('Mark as own judgement'), edits: [{ span, newText: '[own]' }] },
        ];
      },
    };
  },
});

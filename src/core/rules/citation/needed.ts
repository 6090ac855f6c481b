import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import { insightAt } from '../../brief/meantBlocks';
import { lazyRanker } from '../../evidence/candidates';
import { slipsOf } from '../blockTests';
import { citationOf, describeSource } from '../fixes/cite';
import type { Rule } from '../rule';

/** A gap that the author marked and has not filled yet. */
export const needed: Rule = {
  code: 'citation/needed',
  severity: 'warning',
  description: 'A place that is marked as needing a citation, such as `[?]` or `[citation needed]`.',
  *check({ brief, sources }): Iterable<Finding> {
    const ranker = lazyRanker(brief);
    for (const { kind, span, insight } of slipsOf(brief)) {
      if (kind !== 'gap') continue;
      yield {
        span,
        message: say('A citation is still needed here. Put one in its place, or [own] if this is your own judgement.'),
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
    }
  },
};

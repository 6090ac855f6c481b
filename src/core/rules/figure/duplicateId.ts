import { plain, quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import { declaredFiguresOf } from '../../brief/queries/blocks';
import type { Field } from '../../brief/types';
import { briefRule } from '../rule';

/** Two figures of one name: a reference could mean either. */
export const duplicateId = briefRule({
  code: 'figure/duplicate-id',
  severity: 'error',
  description: 'A figure id that is declared twice.',
  *check({ brief }): Iterable<Finding> {
    const seen = new Map<string, Field>();
    for (const { id } of declaredFiguresOf(brief)) {
      if (!id) continue;
      const first = seen.get(id.value);
      if (!first) seen.set(id.value, id);
      else {
        yield {
          span: id.span,
          message: say('Another figure already has the id {0}. Change one of the two.', quoted(id.value)),
          related: [{ message: say('"{0}" is first declared here.', plain(id.value)), span: first.span }],
        };
      }
    }
  },
});

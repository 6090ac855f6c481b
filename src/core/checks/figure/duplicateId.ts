import type { Field } from '../../brief';
import { declaredFiguresOf } from '../../model/meantBlocks';
import type { Finding } from '../../problem';
import { quoted } from '../messages';
import type { Rule } from '../rule';

/** Two figures of one name: a reference could mean either. */
export const duplicateId: Rule = {
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
          message: `Another figure is called ${quoted(id.value)} already. Give one of them another id.`,
          related: [{ message: `${quoted(id.value)} is first declared here.`, span: first.span }],
        };
      }
    }
  },
};

import type { Brief } from '../../brief';
import type { Finding } from '../../problem';
import { count } from '../messages';
import type { Rule } from '../rule';

/** Past a size limit something is left out; what is left out is said, so that silence is never taken for soundness. */
export const limit: Rule = {
  code: 'brief/limit',
  severity: 'warning',
  description: 'Something past a size limit: which limit, and what was left out.',
  *check({ brief }) {
    for (const { value, span } of brief.limits) yield { span, message: value };
  },
};

/** What is said where a file has more problems than are shown. */
export function tooMany(brief: Brief, most: number, total: number): Finding {
  return {
    span: { start: 0, end: brief.lines.endOf(0) },
    message: `This file has ${count(total, 'problem')}; at most ${count(most, 'problem')} are shown, the gravest. Mend some of them to see the others.`,
  };
}

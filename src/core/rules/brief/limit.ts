import { digits } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import { briefRule } from '../rule';

/** In UTF-16 units. */
const MOST_SHOWN = 80;

/** Past a size limit something is left out; what is left out is said, so that silence is never taken for soundness. */
export const limit = briefRule({
  code: 'brief/limit',
  severity: 'warning',
  description: 'Something past a size limit. The message says what was left out.',
  *check({ brief }) {
    for (const { value, span } of brief.limits) yield { span: startOf(brief, span), message: value };
  },
});

/** The left-out part may be megabytes, and an editor would underline all of it. So its first words show where it starts. */
function startOf(brief: Brief, { start, end }: Span): Span {
  const endOfLine = brief.lines.endOf(brief.lines.lineAt(start));
  return { start, end: Math.min(end, start + MOST_SHOWN, Math.max(endOfLine, start + 1)) };
}

/** The message for a file with more problems than are shown. */
export function tooMany(brief: Brief, shown: number, total: number): Finding {
  return {
    span: { start: 0, end: brief.lines.endOf(0) },
    message: say(
      '{0} of {1} problems are shown, the most severe first. Fix some to see the others.',
      digits(shown),
      digits(total),
    ),
  };
}

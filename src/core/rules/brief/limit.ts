import { digits } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import { listRule } from '../rule';

/** Longest span of a problem, in UTF-16 units. */
const MOST_SHOWN = 80;

/** Reports what is left out past a size limit, so that nobody takes unchecked text for sound text. */
export const limit = listRule({
  code: 'brief/limit',
  severity: 'warning',
  description: 'Something over a size limit. The message says what was left out.',
  list: ({ brief }) => brief.limits,
  *check({ value, span }, { brief }) {
    yield { span: startOf(brief, span), message: value };
  },
});

/** Returns the span of the first words left out. The whole part may be megabytes, and an editor would underline all of it. */
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

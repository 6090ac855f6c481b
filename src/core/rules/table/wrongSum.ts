import { plain, quoted } from '../../base/messages';
import { say } from '../../base/say';
import { type WrongSum, wrongSumsOf } from '../../evidence/sums';
import { writeNumberFix } from '../fixes/writeNumber';
import { listRule } from '../rule';

/** Most cells of a sum that are shown. */
const MOST_SHOWN = 8;

/** Reports wrong totals: a reader who finds one trusts no other number. */
export const wrongSum = listRule({
  code: 'table/wrong-sum',
  severity: 'warning',
  description: "A total, share or change in a table that does not match the table's numbers.",
  list: ({ brief }) => wrongSumsOf(brief),
  *check(sum, { brief }) {
    const { shown, from } = sum;
    const { span } = shown;
    // The cells of a file are all placed at its path.
    const isHere = brief.content.slice(span.start, span.end) === shown.written;
    yield {
      span,
      message: messageOf(sum),
      related: from
        .slice(0, MOST_SHOWN)
        .map((part) => ({ message: say('Worked out from {0}.', plain(part.written)), span: part.span })),
      fixes: () => {
        const fix =
          isHere && sum.kind !== 'hundred' ? writeNumberFix(brief, { span, low: shown.value }, sum.right) : null;
        return fix ? [fix] : [];
      },
    };
  },
});

function messageOf({ kind, shown, right, row, column }: WrongSum): string {
  const [written, other] = [plain(shown.written), String(right)];
  switch (kind) {
    case 'sum':
      return say(
        '{0} in {1} is {2}, but its parts add up to {3}. Correct the total or a part.',
        quoted(row),
        quoted(column),
        written,
        other,
      );
    case 'average':
      return say(
        '{0} in {1} is {2}, but the numbers average {3}. Correct the average or a number.',
        quoted(row),
        quoted(column),
        written,
        other,
      );
    case 'change':
    case 'share':
      return say(
        '{0} in {1} is {2}, but the numbers beside it give {3}. Correct one of them.',
        quoted(row),
        quoted(column),
        written,
        other,
      );
    case 'hundred':
      return say('The shares in {0} add up to {1}%, not 100%. Correct one of them.', quoted(column), other);
  }
}

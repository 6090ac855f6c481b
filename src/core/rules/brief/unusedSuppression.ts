import { plain, quoted } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { TextEdit } from '../../base/text';
import { ownComments } from '../../brief/comments/idleMarks';
import type { Brief } from '../../brief/types';
import { removeLines } from '../fixes/remove';
import { addressesIn } from '../fixes/sources/addresses';
import { nearestOf } from '../nearest';
import { listRule, type UnusedSuppression } from '../rule';

/** A comment that outlived its problem would hide the next one. */
export const unusedSuppression = listRule({
  code: 'brief/unused-suppression',
  severity: 'hint',
  description: 'A comment without effect: its rule reports nothing here, or it marks no section as own judgement.',
  list: ({ unusedSuppressions }) => unusedSuppressions,
  *checkAll(all, { brief, codes }): Iterable<Finding> {
    const nearest = nearestOf(codes);
    for (const unused of all) {
      const { suppression, code } = unused;
      const isRule = code === null || codes.includes(code.value);
      const near = isRule ? null : nearest(code.value);
      const rename: Fix[] =
        near === null || !code
          ? []
          : [
              {
                title: say('Rename to "{0}"', plain(near)),
                edits: [{ span: code.span, newText: near }],
                preferred: true,
              },
            ];
      yield {
        span: code?.span ?? suppression.span,
        message: message(unused, isRule, near),
        unnecessary: true,
        fixes: () =>
          rename.length > 0 ? [...rename, removal(brief, unused)] : [{ ...removal(brief, unused), preferred: true }],
      };
    }
  },
  also: [
    function* ({ brief }) {
      for (const { span, marksSection } of ownComments(brief))
        if (!marksSection)
          yield {
            span,
            message: say(
              'This comment marks no section as own judgement. Put it right under the heading of a section, or remove it.',
            ),
            unnecessary: true,
            fixes: () => [{ title: say('Remove the comment'), edits: [removeLines(brief, span)] }],
          };
    },
  ],
});

function message({ code }: UnusedSuppression, isRule: boolean, near: string | null): string {
  if (code === null) return say('This comment suppresses nothing. Remove it.');
  if (isRule) return say('{0} reports nothing here. Remove it from this comment.', quoted(code.value));
  if (near === null) return say('No rule is called {0}. Remove it from this comment.', quoted(code.value));
  return say('{0} Did you mean {1}?', say('No rule is called {0}.', quoted(code.value)), quoted(near));
}

function removal(brief: Brief, { suppression, code }: UnusedSuppression): Fix {
  if (code === null || suppression.codes.length < 2) {
    const title = say('Remove the comment');
    const hasAddress = addressesIn(brief.content.slice(suppression.span.start, suppression.span.end)).length > 0;
    return {
      title,
      edits: [removeLines(brief, suppression.span)],
      // An address that its reason names is for the author to let go.
      ...(code === null && !hasAddress ? { safe: true } : {}),
    };
  }
  return { title: say('Remove {0} from the comment', quoted(code.value)), edits: [withoutCode({ suppression, code })] };
}

/** Takes one code out of a list, with the white space or comma that parts it from its neighbour. */
function withoutCode({ suppression, code }: UnusedSuppression): TextEdit {
  const at = code ? suppression.codes.indexOf(code) : -1;
  const previous = suppression.codes[at - 1];
  const next = suppression.codes[at + 1];
  const span = code?.span ?? suppression.span;
  if (previous) return { span: { start: previous.span.end, end: span.end }, newText: '' };
  return { span: { start: span.start, end: next ? next.span.start : span.end }, newText: '' };
}

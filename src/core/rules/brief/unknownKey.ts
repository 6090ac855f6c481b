import { plain, quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { nearestOf } from '../nearest';
import { noKeyOf } from '../noKey';
import { listRule } from '../rule';

/** A key that nothing reads: mostly a slip of the pen, which would go unseen otherwise. */
export const unknownKey = listRule({
  code: 'brief/unknown-key',
  severity: 'warning',
  description: 'An unknown key in the front matter, a source or a figure, or a rule that does not exist.',
  list: ({ brief }) => [...(brief.frontMatter?.unknownKeys ?? []), ...brief.blockUnknownKeys],
  *check({ key, span, owner, nearest }) {
    // Other programs have keys of their own in front matter.
    if (nearest !== null || owner !== 'front matter') yield unknown(span, noKeyOf(quoted(key), owner), nearest);
  },
  also: [
    function* ({ brief, codes }) {
      const nearestCode = nearestOf(codes);
      for (const { code } of brief.frontMatter?.rules ?? [])
        if (!codes.includes(code.value))
          yield unknown(code.span, say('No rule is called {0}.', quoted(code.value)), nearestCode(code.value));
    },
  ],
});

function unknown(span: Span, what: string, nearest: string | null): Finding {
  if (nearest === null) return { span, severity: 'hint', message: say('{0} It has no effect.', what) };
  return {
    span,
    message: say('{0} Did you mean {1}?', what, quoted(nearest)),
    fixes: () => [
      { title: say('Rename to "{0}"', plain(nearest)), edits: [{ span, newText: nearest }], preferred: true },
    ],
  };
}

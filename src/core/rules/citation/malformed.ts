import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { slipRule } from '../rule';

/** Reports text that was surely written as a citation but can't be read as one. */
export const malformed = slipRule({
  code: 'citation/malformed',
  severity: 'warning',
  description: 'A citation that cannot be read, such as `[1`, `[1,,2]` or `[7-5]`.',
  kinds: ['malformed'],
  *check({ span, reason, replacement }, { brief }) {
    const written = quoted(brief.content.slice(span.start, span.end));
    const advice =
      replacement === undefined ? say('Write it as [1], [1, 3] or [@key].') : say('Write {0}.', replacement);
    yield {
      span,
      message: say('{0} is not a citation: {1}. {2}', written, reason, advice),
      ...(replacement === undefined
        ? {}
        : {
            fixes: () => [
              {
                title: say('Replace by {0}', replacement),
                edits: [{ span, newText: replacement }],
                preferred: true,
                certain: true,
              },
            ],
          }),
    };
  },
});

import { say } from '../../say';
import { slipsOf } from '../blockTests';
import { removeWord } from '../fixes/remove';
import { quoted } from '../messages';
import type { Rule } from '../rule';

/** A mark that stood for a source inside a chat, and points nowhere outside of it. */
export const artifact: Rule = {
  code: 'citation/artifact',
  severity: 'error',
  description: 'What a chat assistant leaves behind and no reader can follow, such as `【4†source】`.',
  *check({ brief }) {
    for (const { kind, span, replacement } of slipsOf(brief)) {
      if (kind !== 'artifact') continue;
      const written = quoted(brief.text.slice(span.start, span.end));
      yield {
        span,
        message: say(
          '{0} was left behind by a chat assistant and leads nowhere. Cite the source that it stood for.',
          written,
        ),
        fixes: () => [
          ...(replacement === undefined
            ? []
            : [
                {
                  title: say('Replace by {0}', replacement),
                  edits: [{ span, newText: replacement }],
                  preferred: true,
                  certain: true,
                },
              ]),
          {
            title: say('Remove it'),
            edits: [removeWord(brief.text, span)],
            ...(replacement === undefined ? { preferred: true, certain: true } : {}),
          },
        ],
      };
    }
  },
};

import { say } from '../../base/say';
import { briefRule } from '../rule';

/** Front matter that can not be read. Each error costs the entry it stands in, and nothing else. */
export const frontMatter = briefRule({
  code: 'brief/front-matter',
  severity: 'error',
  description: 'An error in the YAML of the front matter or of a figure, or a value that its key does not allow.',
  *check({ brief }) {
    const { misspeltFence } = brief;
    if (misspeltFence) {
      yield {
        span: {
          start: Math.max(misspeltFence.start, brief.lines.startOf(brief.lines.lineAt(misspeltFence.end))),
          end: misspeltFence.end,
        },
        message: say(
          'Front matter starts with "---" on the first line. Without that, all of it is read as text, its sources too.',
        ),
        severity: 'warning',
        fixes: () => [
          {
            title: say('Start the front matter with ---'),
            edits: [{ span: misspeltFence, newText: '---' }],
            preferred: true,
            certain: true,
          },
        ],
      };
    }
    for (const { span, message, quote } of [...(brief.frontMatter?.errors ?? []), ...brief.blockErrors]) {
      yield {
        span,
        message,
        ...(quote
          ? { fixes: () => [{ title: say('Quote the value'), edits: [quote], preferred: true, safe: true }] }
          : {}),
      };
    }
  },
});

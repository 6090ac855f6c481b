import { say } from '../../base/say';
import { lineBreakOf } from '../../base/text';
import type { Brief } from '../../brief/types';
import { briefRule } from '../rule';

/**
 * Front matter that cannot be read. Each error costs the entry it stands in, and nothing else. It is a `briefRule`: where front matter
 * is misspelt, no list of the model has it.
 */
export const frontMatter = briefRule({
  code: 'brief/front-matter',
  severity: 'error',
  description: 'An error in the YAML of the front matter or of a figure, or a value that its key does not allow.',
  *check({ brief }) {
    const { misspeltFence } = brief;
    if (misspeltFence) {
      const { start, end } = misspeltFence;
      const line = brief.lines.lineAt(end);
      // It is that line, or is missing before it.
      const isMissing = brief.content.slice(start, end).trim() === '';
      yield {
        span: { start: Math.max(start, brief.lines.startOf(line)), end: isMissing ? endOfKey(brief, end) : end },
        message: say(
          'Front matter starts with "---" on the first line. Without it, these lines are read as text and their sources are ignored.',
        ),
        severity: 'warning',
        fixes: () => [
          {
            title: say('Start the front matter with ---'),
            edits: [{ span: misspeltFence, newText: isMissing ? `---${lineBreakOf(brief.text)}` : '---' }],
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

/** The end of the key that a line starts with. */
function endOfKey({ content, lines }: Brief, start: number): number {
  const line = content.slice(start, lines.endOf(lines.lineAt(start)));
  return start + (/^[^:]*[^:\s]/.exec(line)?.[0].length ?? 0);
}

import type { Finding } from '../../problem';
import type { Span } from '../../text';
import { quoted } from '../messages';
import { nearestOf } from '../nearest';
import type { Rule } from '../rule';

/** A key that nothing reads: mostly a slip of the pen, which would go unseen otherwise. */
export const unknownKey: Rule = {
  code: 'brief/unknown-key',
  severity: 'warning',
  description:
    'A key of the front matter, of a source or of a figure that means nothing, or a rule that does not exist.',
  *check({ brief, codes }) {
    const { frontMatter } = brief;
    for (const { key, span, owner, nearest } of [...(frontMatter?.unknownKeys ?? []), ...brief.blockUnknownKeys]) {
      const place = owner === 'front matter' ? 'the front matter' : `a ${owner}`;
      yield unknown(span, `${quoted(key)} is no key of ${place}.`, nearest);
    }
    const nearestCode = nearestOf(codes);
    for (const { code } of frontMatter?.rules ?? []) {
      if (codes.includes(code.value)) continue;
      yield unknown(code.span, `No rule is called ${quoted(code.value)}.`, nearestCode(code.value));
    }
  },
};

function unknown(span: Span, what: string, nearest: string | null): Finding {
  if (nearest === null) return { span, severity: 'hint', message: `${what} Nothing reads it.` };
  return {
    span,
    message: `${what} Did you mean ${quoted(nearest)}?`,
    fixes: () => [{ title: `Rename to ${quoted(nearest)}`, edits: [{ span, newText: nearest }], preferred: true }],
  };
}

import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { emptySections } from '../../brief/queries/blocks';
import type { Brief } from '../../brief/types';
import { listRule } from '../rule';

/** A heading that promises something and holds nothing. */
export const emptySection = listRule({
  code: 'brief/empty-section',
  severity: 'information',
  description: 'A section with neither content nor subsections.',
  list: ({ brief }) => emptySections(brief),
  *check({ heading, headingSpan, kind }, { brief }) {
    // Pandoc prints the cited works of a bibliography there.
    if (kind === 'sources' && citesByKey(brief)) return;
    const message =
      heading.trim() === ''
        ? say('This section is empty. Write something under its heading, or remove it.')
        : say('Section {0} is empty. Write something under its heading, or remove it.', quoted(heading));
    yield { span: headingSpan, message };
  },
});

function citesByKey({ citations }: Brief): boolean {
  return citations.some(({ form }) => form === 'keyed' || form === 'narrative');
}

import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { emptySections } from '../../brief/queries/blocks';
import { briefRule } from '../rule';

/** A heading that promises something and holds nothing. */
export const emptySection = briefRule({
  code: 'brief/empty-section',
  severity: 'information',
  description: 'A section with neither content nor subsections.',
  *check({ brief }) {
    for (const { heading, headingSpan } of emptySections(brief)) {
      const message =
        heading.trim() === ''
          ? say('This section is empty. Write something under its heading, or remove it.')
          : say('Section {0} is empty. Write something under its heading, or remove it.', quoted(heading));
      yield { span: headingSpan, message };
    }
  },
});

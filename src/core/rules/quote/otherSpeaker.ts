import { quoted, shown } from '../../base/messages';
import { say } from '../../base/say';
import { quotationRule } from '../rule';
import { findingOf } from '../saidOtherwise';

/** "…," said Lind, where the source has it of Berg, of whom and of Lind it speaks. */
export const otherSpeaker = quotationRule({
  code: 'quote/other-speaker',
  severity: 'hint',
  description: 'A quotation that the source attributes to another person.',
  where: ({ otherwise }) => otherwise !== null,
  *check(quotation, context) {
    const { otherwise } = quotation.part;
    if (!otherwise) return;
    const { said, at, found } = otherwise;
    const message = say(
      '{0} says that {1} said this, not {2}. Correct the name, or the citation.',
      shown(at.source),
      quoted(found),
      quoted(said),
    );
    yield findingOf(context, quotation, otherwise, message);
  },
});

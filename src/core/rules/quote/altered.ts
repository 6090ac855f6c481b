import { quoted, shown } from '../../base/messages';
import { say } from '../../base/say';
import type { Difference } from '../../evidence/quotations';
import { takeWordingFix } from '../fixes/takeWording';
import { passageShown } from '../passageShown';
import { quotationRule } from '../rule';

/** Quotation marks say that these are the very words. */
export const altered = quotationRule({
  code: 'quote/altered',
  severity: 'warning',
  description: 'Quoted words that differ from the source in a few words.',
  where: ({ verdict }) => verdict === 'altered',
  *check(one, context) {
    const { part, span } = one;
    const { at, differences } = part;
    if (!at) return;
    yield {
      span,
      message: say(
        'These are not quite the words of {0}. {1} Take its wording, or remove the quotation marks.',
        shown(at.source),
        wordsOf(differences),
      ),
      related: passageShown(context, at),
      fixes: () => one.inClaim((claim, quotation) => [takeWordingFix(context, claim, quotation)]),
    };
  },
});

/** More differences than these are not read; the passage is shown beside the message. */
const MOST = 3;

function wordsOf(differences: readonly Difference[]): string {
  const shownHere = differences.slice(0, MOST).map(({ quoted: here, source }) => {
    if (here === '') return say('The source has {0}, and it is left out here.', quoted(source));
    if (source === '') return say('The source does not have {0}.', quoted(here));
    return say('The source says {0}, not {1}.', quoted(source), quoted(here));
  });
  return shownHere.reduce((before, next) => say('{0} {1}', before, next));
}

import { derive } from '../base/derive';
import { quoted, shown } from '../base/messages';
import { say } from '../base/say';
import { plainHeading } from '../brief/needs/sectionWords';
import type { Origin } from '../brief/types';

/** Matches the characters of Markdown between words. */
const MARKED = /[[*_`~\n<]/;
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?>/gi;

/**
 * Returns the message for an insight that cites nothing.
 *
 * @param best id of the likeliest source
 */
export const missingCitation = derive((origin: Origin, best: string | undefined): string => {
  const words = claimedWords(origin);
  return best === undefined
    ? say('{0} cites nothing. Cite a source, or mark it [own].', words)
    : say('{0} cites nothing. Cite one, such as {1}, or mark it [own].', words, shown(best));
});

/** Returns the first words of the sentence that needs a source the most. */
function claimedWords({ text, span, sentences, point }: Origin): string {
  const { start, end } = sentences.findLast((sentence) => sentence.span.start <= point.start)?.span ?? span;
  const from = start - span.start;
  // More than a message shows, including the characters of Markdown between words.
  const words = text.slice(from, Math.min(end - span.start, from + 200));
  return quoted((MARKED.test(words) ? plainHeading(words.replace(TAG, '')) : words).replace(/[.。]$/, ''));
}

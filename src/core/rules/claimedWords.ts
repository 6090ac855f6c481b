import { derive } from '../base/derive';
import { quoted } from '../base/messages';
import { plainHeading } from '../brief/needs/sectionWords';
import type { Origin } from '../brief/types';

/** What Markdown may write between words. */
const MARKED = /[[*_`~\n<]/;
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?>/gi;

/** The words that start the sentence of an insight which needs a source the most, for a message. */
export const claimedWords = derive(({ text, span, sentences, point }: Origin): string => {
  const { start, end } = sentences.findLast((sentence) => sentence.span.start <= point.start)?.span ?? span;
  const from = start - span.start;
  // More than a message shows, with what Markdown writes between its words.
  const words = text.slice(from, Math.min(end - span.start, from + 200));
  return quoted((MARKED.test(words) ? plainHeading(words.replace(TAG, '')) : words).replace(/[.。]$/, ''));
});

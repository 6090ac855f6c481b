import { derive } from '../base/derive';
import { digits, quoted, shown } from '../base/messages';
import { say } from '../base/say';
import type { Neighbours } from '../brief/needs/habit';
import { plainHeading } from '../brief/needs/sectionWords';
import type { Origin } from '../brief/types';

/** Matches the characters of Markdown between words. */
const MARKED = /[\\[*_`~\n<]/;
const TAG = /<\/?[a-z][\w-]*(?:\s[^<>]*)?>/gi;

/**
 * Returns the message for an insight that cites nothing.
 *
 * @param best id of the likeliest source
 * @param around the insights that cite, of those like it; null if they don't tell why it should
 */
export function missingCitation(origin: Origin, best: string | undefined, around: Neighbours | null): string {
  const {
    where,
    cited = 0,
    uncited = 0,
  } = around && around.cited >= FEWEST && around.cited > around.uncited ? around : {};
  return messageOf(origin, best, where, cited, cited + uncited);
}

/** Fewer insights that cite are no habit. */
const FEWEST = 3;

const messageOf = derive(
  (origin: Origin, best: string | undefined, where: Neighbours['where'] | undefined, cited: number, all: number) => {
    const why = whyOf(claimedWords(origin), origin.kind, where, digits(cited), digits(all));
    return best === undefined
      ? say('{0} Cite a source, or mark it [own].', why)
      : say('{0} Cite one, such as {1}, or mark it [own].', why, shown(best));
  },
);

/** Tells what the insights around it do, in a sentence that the writer can count. */
function whyOf(
  words: string,
  kind: Origin['kind'],
  where: Neighbours['where'] | undefined,
  cited: string,
  all: string,
): string {
  if (where === undefined) return say('{0} cites nothing.', words);
  if (where === 'list')
    return say('{0} cites nothing. {1} of the {2} items around it cite a source.', words, cited, all);
  if (where === 'section')
    return kind === 'item'
      ? say('{0} cites nothing. {1} of the {2} other items in this section cite a source.', words, cited, all)
      : say('{0} cites nothing. {1} of the {2} other paragraphs in this section cite a source.', words, cited, all);
  return kind === 'item'
    ? say('{0} cites nothing. {1} of the {2} other items in this document cite a source.', words, cited, all)
    : say('{0} cites nothing. {1} of the {2} other paragraphs in this document cite a source.', words, cited, all);
}

/** Returns the first words of the sentence that needs a source the most. */
function claimedWords({ text, span, sentences, point }: Origin): string {
  const { start, end } = sentences.findLast((sentence) => sentence.span.start <= point.start)?.span ?? span;
  const from = start - span.start;
  // More than a message shows, including the characters of Markdown between words.
  const words = text.slice(from, Math.min(end - span.start, from + 200));
  return quoted((MARKED.test(words) ? plainHeading(words.replace(TAG, '')) : words).replace(/[.。]$/, ''));
}

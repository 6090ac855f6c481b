import { once } from '../../../base/once';
import { ofLanguages } from '../../../languages';
import { isShare } from '../../matching/readings';
import type { Amount } from '../../numbers';
import { multiplesIn } from '../../sums/ownChange';
import type { Statement } from '../statements';
import type { Topic } from '../topic';
import type { SourceFacts } from '../types';
import { MOST_TEXT } from './inName';
import { allAbout, MOST_PASSAGES } from './numberInstead';
import type { Within } from './within';

/**
 * Returns the word of a passage that says a claim's half or number of times: "halved" for "half as much", "tripled" for "three times
 * as many", "median" for "half waited longer".
 */
export function inOneWord(
  amount: Amount,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
): Within | null {
  if (amount.unit !== 'times' && !isShare(amount, amount.low)) return null;
  for (const { source, passage, facts } of allAbout(statement, cited, topic).slice(0, MOST_PASSAGES)) {
    const word = multiplesIn(facts.passage.text, facts.language).find(({ low }) => low === amount.low);
    if (word) return { place: { source, passage, ...word.span }, facts };
    const median =
      amount.low === 0.5 && facts.passage.text.length <= MOST_TEXT ? MEDIAN().exec(facts.passage.text) : null;
    if (median) {
      const end = median.index + median[0].length;
      return { place: { source, passage, start: median.index, end }, facts };
    }
  }
  return null;
}

/** The words of all languages for a median: a passage names one in whichever it is written. */
const MEDIAN = once(() => {
  const words = ofLanguages(
    ({ median, isCjk = false }) => median && (isCjk ? median : `(?<!\\p{L})${median}(?!\\p{L})`),
  );
  return new RegExp(words.join('|'), 'iu');
});

import { isShare } from '../../matching/readings';
import type { Amount } from '../../numbers';
import { multiplesIn } from '../../sums/ownChange';
import type { Statement } from '../statements';
import type { Topic } from '../topic';
import type { SourceFacts } from '../types';
import { allAbout, MOST_PASSAGES } from './numberInstead';
import type { Within } from './within';

/** Returns the word of a passage that says a claim's half: "halved" for "half as much", "median" for "half waited longer". */
export function inOneWord(
  amount: Amount,
  statement: Statement,
  cited: readonly SourceFacts[],
  topic: Topic,
): Within | null {
  if (!isShare(amount, amount.low)) return null;
  for (const { source, passage, facts } of allAbout(statement, cited, topic).slice(0, MOST_PASSAGES)) {
    const word = multiplesIn(facts.passage.text, facts.language).find(({ low }) => low === amount.low);
    if (word) return { place: { source, passage, ...word.span }, facts };
    const median =
      amount.low === 0.5 && facts.passage.text.length <= MOST_TEXT ? MEDIAN.exec(facts.passage.text) : null;
    if (median) {
      const end = median.index + median[0].length;
      return { place: { source, passage, start: median.index, end }, facts };
    }
  }
  return null;
}

/** The value that half of all lie above, in the languages that are read. */
const MEDIAN = /(?<!\p{L})(?:median|médiane|mediana)(?!\p{L})|中位|中央値|중앙값/iu;
/** Longest passage that is searched, in UTF-16 units. */
const MOST_TEXT = 20_000;

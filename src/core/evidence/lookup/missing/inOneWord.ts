import { isShare } from '../../matching/readings';
import type { Amount } from '../../numbers';
import { multiplesIn } from '../../sums/ownChange';
import type { Statement } from '../statements';
import type { Topic } from '../topic';
import type { SourceFacts } from '../types';
import { allAbout, MOST_PASSAGES } from './numberInstead';
import type { Within } from './within';

/** Returns the word of a passage that says a claim's half: "halved" for "half as much". */
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
  }
  return null;
}

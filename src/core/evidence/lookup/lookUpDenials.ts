import type { InText } from '../../base/text';
import { deniedIn, mayDeny, sentencesOf, startsOfOpposites } from '../saying/denials';
import type { DenialEvidence, NumberEvidence } from '../verdicts';
import type { Context } from './cited';
import { LONGEST } from './readClaim';
import { type Held, sidesOf } from './sides';
import type { Statement } from './statements';
import type { PassageFacts } from './types';

/**
 * Finds what a statement says and its sources deny, or the other way round: "approved" and "not approved". Reads quotes and the
 * passages that hold its numbers, because a whole copy says much about other things.
 *
 * @param numbers numbers of the statement
 */
export function lookUpDenials(
  statement: Statement,
  { cited }: Context,
  numbers: readonly InText<NumberEvidence>[],
): InText<DenialEvidence>[] {
  const { text, language, cites, cell, sentence, spanOf } = statement;
  if (cites.length === 0 || !spanOf || cell || text.length > LONGEST) return [];
  // "A tenth wasn't sold" may go with a passage that says how much was.
  if (numbers.some(isOfAPart)) return [];
  const passages = passagesOf(cited, numbers);
  if (passages.length === 0 || passages.length > MOST_PASSAGES) return [];
  const opposites = startsOfOpposites(text, language);
  const mayBeDenied = ({ facts }: Held) =>
    facts.mayDeny() || opposites.some((start) => facts.passage.text.includes(start));
  if (!mayDeny(text, language) && !passages.some(mayBeDenied)) return [];
  for (const isForeign of [false, true]) {
    const read = passages.filter(({ facts }) => (facts.language !== language) === isForeign);
    if (read.length === 0) continue;
    const [claim, ...others] = sentencesOf(text, language, isForeign);
    if (!claim || others.length > 0) continue;
    const all = read.flatMap(({ facts }) => facts.sentences(isForeign));
    for (const held of read) {
      const denied = deniedIn(claim, held.facts.sentences(isForeign), all, isForeign);
      if (!denied) continue;
      const otherwise = sidesOf('opposite', statement, denied.claimed, held, denied.found);
      const { span, at } = otherwise;
      return [{ span, sentence, checkedAgainst: cited.checkedAgainst, at, verdict: 'differs', otherwise }];
    }
  }
  return [];
}

/** True for an amount that no passage gives. */
function isOfAPart({ quantity, verdict, calculation }: InText<NumberEvidence>): boolean {
  return quantity.kind !== 'date' && (verdict === 'notFound' || verdict === 'uncheckable' || calculation !== null);
}

const MOST_PASSAGES = 20;

function passagesOf({ sources }: Context['cited'], numbers: readonly InText<NumberEvidence>[]): Held[] {
  const isRead = (source: string, { passage: { from, text } }: PassageFacts, index: number) =>
    text.length <= LONGEST &&
    (from === 'quote' || (from === 'text' && numbers.some(({ at }) => at?.source === source && at.passage === index)));
  const held: Held[] = [];
  for (const { id, passages } of sources)
    for (const [index, facts] of passages.entries())
      if (isRead(id, facts, index)) held.push({ source: id, passage: index, facts });
  return held;
}
